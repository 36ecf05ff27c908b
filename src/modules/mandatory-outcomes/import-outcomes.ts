import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import type { Table } from '#platform/tables/table.ts'
import * as professions from '#modules/professions/index.ts'
import { measureOf, ownBody } from './body.ts'
import { differingFields, type OutcomeFacts } from './domain/outcome.ts'
import { OUTCOME_COLUMNS, OUTCOME_COLUMNS_REQUIRED, readOutcomeTable, type TableFault } from './domain/outcome-table.ts'
import { chainOf, digestOf, enterOutcomes, saidBy, saidIn } from './enter-outcomes.ts'
import { policy } from './policy.ts'
import * as store from './store/import-store.ts'
import { lockOutcomesOf, selectStandingByKeys } from './store/outcome-store.ts'

const TABLE_PLACE = 'mandatory_import.table'
const SHOWN_FAULTS = 1_000

export interface OutcomeImport extends Omit<store.ImportRow, 'bodyCode' | 'accountId' | 'sealedTable'> {
  /** Whether its rows are still here to be entered. */
  kept: boolean
}

interface Examined {
  fresh: OutcomeFacts[]
  unchanged: number
  faults: TableFault[]
}

async function examine(t: Tx, bodyCode: string, table: Table): Promise<Examined> {
  const header = professions.headerFaults(table.header, OUTCOME_COLUMNS_REQUIRED, OUTCOME_COLUMNS)
  if (header.length > 0) return { fresh: [], unchanged: 0, faults: header }
  if (table.rows.length === 0) return { fresh: [], unchanged: 0, faults: [{ line: 1, column: table.header[0] ?? '', reason: 'import.no-rows' }] }
  const { outcomes, faults } = readOutcomeTable(table.rows, await measureOf(t, bodyCode))
  const known = new Map((await selectStandingByKeys(t.sql, bodyCode, outcomes.map(({ outcome }) => outcome.numberKey))).map((row) => [row.numberKey, row]))
  const fresh: OutcomeFacts[] = []
  let unchanged = 0
  for (const { line, outcome } of outcomes) {
    const before = known.get(outcome.numberKey)
    if (!before) fresh.push(outcome)
    else if (differingFields(saidIn(before), saidBy(t, outcome)).length === 0) unchanged++
    else faults.push({ line, column: 'number', reason: 'mandatory-outcome.number-taken' })
  }
  return { fresh, unchanged, faults: faults.sort((a, b) => a.line - b.line) }
}

/** Examines a file of outcomes and keeps it, sealed, so that it can be entered without being sent again. Nothing is registered by this. */
export async function examineOutcomes(ctx: Ctx, { filename, table }: { filename: string; table: Table }): Promise<Uuid> {
  return tx(ctx, 'mandatory-outcome.examine', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'mandatory-outcome.import', body)
    return withSystemSight(t, async () => {
      const accountId = accountOf(t.actor)!
      const { fresh, unchanged, faults } = await examine(t, body.code, table)
      await store.forgetEarlierTables(t.sql, accountId)
      const id = t.newId()
      const enterable = faults.length === 0 && fresh.length > 0
      await store.insertImport(t.sql, {
        id, bodyCode: body.code, accountId, filename: filename.slice(0, 200), rows: table.rows.length, added: fresh.length, unchanged, faults: faults.slice(0, SHOWN_FAULTS), faultCount: faults.length,
        sealedTable: enterable ? t.cipher.seal(JSON.stringify(table), TABLE_PLACE) : null, examinedAt: t.now,
      })
      return id
    })
  })
}

/** Registers every row of an examined file, or none: the rows are examined again, for the register may have changed meanwhile. A second press changes nothing. */
export async function applyOutcomes(ctx: Ctx, id: string): Promise<void> {
  await tx(ctx, 'mandatory-outcome.import', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'mandatory-outcome.import', body)
    await withSystemSight(t, async () => {
      const work = parseUuid(id) && (await store.lockImport(t.sql, id))
      if (!work || work.bodyCode !== body.code) throw new Denial('not-found')
      if (work.appliedAt) return
      if (!work.sealedTable) throw new Denial(work.faultCount > 0 ? 'import.has-faults' : 'mandatory-outcome.file-gone')
      await lockOutcomesOf(t.sql, body.code)
      const { fresh, unchanged, faults } = await examine(t, body.code, JSON.parse(t.cipher.open(work.sealedTable, TABLE_PLACE)) as Table)
      if (faults.length > 0) return store.keepFaults(t.sql, work.id, faults.slice(0, SHOWN_FAULTS), faults.length)
      await enterOutcomes(t, body.code, fresh, 'file')
      await record(t, chainOf(body.code), 'outcomes-imported', { importId: work.id, added: fresh.length, unchanged, digest: digestOf(t, fresh.map((each) => saidBy(t, each))) })
      await store.markApplied(t.sql, work.id, { added: fresh.length, unchanged, at: t.now })
    })
  })
}

/** One file of the body: what it would register, its faults, and whether it was entered. */
export async function findOutcomeImport(ctx: Ctx, id: string): Promise<OutcomeImport> {
  return read(ctx, 'mandatory-outcome.import', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'mandatory-outcome.import', body)
    const work = parseUuid(id) && (await withSystemSight(t, () => store.selectImport(t.sql, id)))
    if (!work || work.bodyCode !== body.code) throw new Denial('not-found')
    return work
  })
}

/** The files a body brought lately. */
export async function listOutcomeImports(ctx: Ctx): Promise<Omit<OutcomeImport, 'faults' | 'kept'>[]> {
  return read(ctx, 'mandatory-outcome.import', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'mandatory-outcome.import', body)
    return withSystemSight(t, () => store.selectRecentImports(t.sql, body.code, 10))
  })
}
