import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import type { RowBehind, RowKind, RowPlace, RowsAsked } from './domain/rows-asked.ts'
import { policy } from './policy.ts'
import { BEFORE_ALL, readRows } from './row-kinds.ts'

const CHAIN = 'statistics:rows'
/** Rows that are in memory at once while a list of any length is written. */
const BATCH = 5_000

/** Rows behind a number, after the place named; who looked and at what is in the journal. */
export async function listRows(ctx: Ctx, of: RowKind, asked: RowsAsked, after: RowPlace | undefined, limit: number): Promise<RowBehind[]> {
  return tx(ctx, 'statistics.rows', async (t) => {
    assertMay(t, policy, 'statistics.rows', undefined as never)
    await noted(t, of, { ...asked, limit })
    return withSystemSight(t, () => readRows(t, of, asked, after ?? BEFORE_ALL, limit))
  })
}

/** The same to the last row, in batches, so that a million of them needs no more memory than one batch. */
export async function* streamRows(ctx: Ctx, of: RowKind, asked: RowsAsked): AsyncGenerator<RowBehind[]> {
  await tx(ctx, 'statistics.rows', async (t) => {
    assertMay(t, policy, 'statistics.rows', undefined as never)
    await noted(t, of, { ...asked })
  })
  for (let after = BEFORE_ALL; ;) {
    const batch = await read(ctx, 'statistics.rows', async (t) => {
      assertMay(t, policy, 'statistics.rows', undefined as never)
      return withSystemSight(t, () => readRows(t, of, asked, after, BATCH))
    })
    if (batch.length > 0) yield batch
    if (batch.length < BATCH) return
    after = batch.at(-1)!
  }
}

async function noted(t: Tx, of: RowKind, asked: Record<string, unknown>): Promise<void> {
  await record(t, CHAIN, 'statistics-rows-read', { ...(of === 'documents' ? {} : { of }), ...asked })
}
