import { createHash } from 'node:crypto'
import { legalDay, type Day } from '#kernel/day.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { findRetention, type DeletedKind, type LegalHold, type RetentionNorm } from './domain/retention.ts'
import { policy } from './policy.ts'
import { SOURCES, type Found, type Look, type Source } from './sources.ts'
import { findSweep, finishSweep, insertDeletion, insertSweep, lockSweep } from './store/retention-store.ts'

const CHAIN = 'register:retention'
/** Cases or rows of one transaction. */
const PAGE = 100

/**
 * Once a day, everything that has passed its norm of retention is deleted, page by page, each page in a transaction with its record: kind, number, norm, edition,
 * digest. Nothing is deleted under a norm without a value. The norms in force on the day decide, whatever edition a case was opened under: a promise of keeping is
 * made to everybody alike [D]. Answers how much was deleted; a sweep that was broken off goes on where it stood.
 */
export async function sweepRetention(ctx: Ctx, page = PAGE): Promise<number> {
  const edition = await begin(ctx)
  if (!edition) return 0
  let deleted = 0
  for (const source of SOURCES) {
    const seen = new Set<string>()
    for (let after: string | null | undefined = null; after !== undefined;) {
      const from: string | null = after
      const done: Swept = await tx(ctx, 'retention.sweep', async (t) => {
        assertMay(t, policy, 'retention.sweep', undefined as never)
        return sweepPage(t, source, { edition, after: from, limit: page, lock: true, seen: new Set(seen), today: t.today, realToday: legalDay(ctx.clock.realNow()) })
      })
      deleted += done.deleted
      for (const id of done.seen) seen.add(id)
      after = done.next ?? undefined
    }
  }
  await tx(ctx, 'retention.sweep', async (t) => {
    assertMay(t, policy, 'retention.sweep', undefined as never)
    if ((await finishSweep(t.sql, t.today, t.now)) === 1) await record(t, CHAIN, 'retention-swept', { on: t.today, edition: edition.edition, deleted })
  })
  return deleted
}

/** The edition by which today's sweep goes, once for the whole of it; nothing when it is done. */
async function begin(ctx: Ctx): Promise<NormEdition | undefined> {
  const state = await read(ctx, 'retention.sweep', async (t) => {
    assertMay(t, policy, 'retention.sweep', undefined as never)
    return findSweep(t.sql, t.today)
  })
  if (state?.finishedAt) return undefined
  return tx(ctx, 'retention.sweep', async (t) => {
    assertMay(t, policy, 'retention.sweep', undefined as never)
    const inForce = await t.law.normsInForce(t.sql, t.today)
    await insertSweep(t.sql, { onDay: t.today, at: t.now, edition: inForce.edition })
    return t.law.norms(t.sql, (await findSweep(t.sql, t.today))!.edition)
  })
}

interface Swept {
  deleted: number
  next: string | null
  seen: string[]
}

async function sweepPage(t: Tx, source: Source, look: Omit<Look, 'retention'>): Promise<Swept> {
  const retention = findRetention(look.edition, source.norm)
  if (!retention || !(await lockSweep(t.sql, t.today))) return { deleted: 0, next: null, seen: [] }
  const batch = await source.look(t, { ...look, retention })
  await batch.erase(t)
  let deleted = 0
  for (const [kind, found] of batch.found) {
    if (found.length === 0) continue
    const row = { id: t.newId(), onDay: t.today, deletedAt: t.now, kind, counted: found.length, norm: retention.norm, normValue: retention.length, edition: look.edition.edition, digest: digestOf(found) }
    await insertDeletion(t.sql, row)
    await record(t, CHAIN, 'retention-deleted', { kind, counted: row.counted, norm: row.norm, value: row.normValue, edition: row.edition, digest: Buffer.from(row.digest).toString('hex') })
    deleted += found.length
  }
  return { deleted, next: batch.next, seen: [...look.seen] }
}

/** What shows later that exactly these were deleted: SHA-256 over their ids, and of a file its own digest, in order, a line each. */
export function digestOf(found: readonly Found[]): Uint8Array {
  return createHash('sha256').update(found.map((each) => each.proof ?? each.id).sort().join('\n')).digest()
}

export interface RetentionTrial {
  edition: string
  /** How much of each kind would be deleted, and under which norm. */
  kinds: { kind: DeletedKind; norm: RetentionNorm; counted: number }[]
  /** Finished cases past the net of the norm that are kept still, by the reason; one case may have several. */
  held: Partial<Record<LegalHold, number>>
  /** Norms that are not set: they delete nothing. */
  unset: RetentionNorm[]
}

/** What a sweep would delete on a day under an edition, by default today under the norms in force; nothing is written. */
export async function tryRetention(ctx: Ctx, input: { edition?: NormEdition; on?: Day; only?: readonly RetentionNorm[] } = {}): Promise<RetentionTrial> {
  return read(ctx, 'retention.try', async (t) => {
    assertMay(t, policy, 'retention.try', undefined as never)
    const edition = input.edition ?? (await t.law.normsInForce(t.sql, t.today))
    const trial: RetentionTrial = { edition: edition.edition, kinds: [], held: {}, unset: [] }
    for (const source of SOURCES.filter((each) => input.only?.includes(each.norm) ?? true)) {
      const retention = findRetention(edition, source.norm)
      if (!retention) {
        if (!trial.unset.includes(source.norm)) trial.unset.push(source.norm)
        continue
      }
      const counts = new Map<DeletedKind, number>()
      const seen = new Set<string>()
      for (let after: string | null | undefined = null; after !== undefined;) {
        const batch = await source.look(t, { edition, retention, today: input.on ?? t.today, realToday: input.on ?? legalDay(ctx.clock.realNow()), after, limit: 1_000, lock: false, seen })
        for (const [kind, found] of batch.found) counts.set(kind, (counts.get(kind) ?? 0) + found.length)
        for (const [hold, n] of Object.entries(batch.held)) trial.held[hold as LegalHold] = (trial.held[hold as LegalHold] ?? 0) + n
        after = batch.next ?? undefined
      }
      trial.kinds.push(...[...counts].map(([kind, counted]) => ({ kind, norm: source.norm, counted })))
    }
    return trial
  })
}
