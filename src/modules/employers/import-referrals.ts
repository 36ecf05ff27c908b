import { Denial } from '#kernel/denial.ts'
import { plusMs } from '#kernel/day.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import type { Table } from '#platform/tables/table.ts'
import * as professions from '#modules/professions/index.ts'
import { closeExpired } from './close-expired.ts'
import type { ReferralFacts } from './domain/referral.ts'
import { readReferralTable, REFERRAL_COLUMNS, REFERRAL_COLUMNS_REQUIRED, type TableFault } from './domain/referral-table.ts'
import { chainOf, ownEmployer, type Employer } from './office.ts'
import { policy } from './policy.ts'
import { enterReferrals, measureOf } from './send-referrals.ts'
import * as store from './store/import-store.ts'
import { selectOpenKeys } from './store/referral-store.ts'

const TABLE_PLACE = 'referral_import.table'
const SHOWN_FAULTS = 1_000
const DAY_MS = 86_400_000
/** More rows than a lawful day's work are a mistake or an attack. */
const MOST_ROWS = 2_000

export interface ReferralImport extends Omit<store.ImportRow, 'organisationId' | 'accountId' | 'sealedTable'> {
  /** Whether its rows are still here to be entered. */
  kept: boolean
}

async function examine(t: Tx, employer: Employer, table: Table): Promise<{ fresh: ReferralFacts[]; faults: TableFault[] }> {
  const header = professions.headerFaults(table.header, REFERRAL_COLUMNS_REQUIRED, REFERRAL_COLUMNS)
  if (header.length > 0) return { fresh: [], faults: header }
  if (table.rows.length === 0) return { fresh: [], faults: [{ line: 1, column: table.header[0] ?? '', reason: 'import.no-rows' }] }
  if (table.rows.length > MOST_ROWS) return { fresh: [], faults: [{ line: 1, column: table.header[0] ?? '', reason: 'referral.too-many-rows' }] }
  const { referrals, faults } = readReferralTable(table.rows, await measureOf(t, employer))
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const open = new Set((await selectOpenKeys(t.sql, employer.organisationId)).filter((row) => row.validUntil >= t.today).map((row) => `${hex(row.iinIndex)} ${row.professionCode} ${row.level}`))
  for (const { line, referral } of referrals) {
    if (open.has(`${hex(t.cipher.index(referral.iin.reveal()))} ${referral.professionCode} ${referral.level}`)) faults.push({ line, column: 'iin', reason: 'referral.sent-already' })
  }
  return { fresh: referrals.map((each) => each.referral), faults: faults.sort((a, b) => a.line - b.line) }
}

/** Examines a file of referrals and keeps it, sealed, so that it can be sent without being brought again. Nothing is sent by this. */
export async function examineReferrals(ctx: Ctx, { filename, table }: { filename: string; table: Table }): Promise<Uuid> {
  return tx(ctx, 'referral.examine', async (t) => {
    const employer = await ownEmployer(t)
    assertMay(t, policy, 'referral.send', employer)
    return withSystemSight(t, async () => {
      const accountId = accountOf(t.actor)!
      const { fresh, faults } = await examine(t, employer, table)
      await store.forgetEarlierTables(t.sql, accountId)
      const id = t.newId()
      await store.insertImport(t.sql, {
        id, organisationId: employer.organisationId, accountId, filename: filename.slice(0, 200), rows: table.rows.length, added: faults.length === 0 ? fresh.length : 0, faults: faults.slice(0, SHOWN_FAULTS), faultCount: faults.length,
        sealedTable: faults.length === 0 && fresh.length > 0 ? t.cipher.seal(JSON.stringify(table), TABLE_PLACE) : null, examinedAt: t.now,
      })
      return id
    })
  })
}

/** Sends every referral of an examined file, or none: the rows are examined again, for the world may have changed meanwhile. A second press changes nothing. */
export async function sendReferrals(ctx: Ctx, id: string): Promise<void> {
  await tx(ctx, 'referral.send-file', async (t) => {
    const employer = await ownEmployer(t)
    assertMay(t, policy, 'referral.send', employer)
    await withSystemSight(t, async () => {
      const work = parseUuid(id) && (await store.lockImport(t.sql, id))
      if (!work || work.organisationId !== employer.organisationId) throw new Denial('not-found')
      if (work.appliedAt) return
      if (!work.sealedTable) throw new Denial(work.faultCount > 0 ? 'import.has-faults' : 'referral.file-gone')
      await closeExpired(t, employer.organisationId)
      const { fresh, faults } = await examine(t, employer, JSON.parse(t.cipher.open(work.sealedTable, TABLE_PLACE)) as Table)
      if (faults.length > 0) return store.keepFaults(t.sql, work.id, faults.slice(0, SHOWN_FAULTS), faults.length)
      const ids = await enterReferrals(t, employer, fresh, 'file')
      await record(t, chainOf(employer.organisationId), 'referrals-sent', { importId: work.id, referralIds: ids })
      await store.markApplied(t.sql, work.id, { added: fresh.length, at: t.now })
    })
  })
}

/** One file of the employer: what it would send, its faults, and whether it was sent. */
export async function findReferralImport(ctx: Ctx, id: string): Promise<ReferralImport> {
  return read(ctx, 'referral.send', async (t) => {
    const employer = await ownEmployer(t)
    assertMay(t, policy, 'referral.send', employer)
    const work = parseUuid(id) && (await withSystemSight(t, () => store.selectImport(t.sql, id)))
    if (!work || work.organisationId !== employer.organisationId) throw new Denial('not-found')
    return work
  })
}

/** The files an employer brought lately. */
export async function listReferralImports(ctx: Ctx): Promise<Omit<ReferralImport, 'faults' | 'kept'>[]> {
  return read(ctx, 'referral.send', async (t) => {
    const employer = await ownEmployer(t)
    assertMay(t, policy, 'referral.send', employer)
    return withSystemSight(t, () => store.selectRecentImports(t.sql, employer.organisationId, 10))
  })
}

/** Throws away the sealed rows of files that were examined and never sent, a day after they were brought. Answers of how many files. */
export async function forgetReferralTables(ctx: Ctx, olderThanMs = DAY_MS): Promise<number> {
  return tx(ctx, 'referral.forget-tables', async (t) => {
    assertMay(t, policy, 'referral.forget-tables', undefined as never)
    return withSystemSight(t, () => store.forgetTablesBefore(t.sql, plusMs(t.now, -olderThanMs)))
  })
}
