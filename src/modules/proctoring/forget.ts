import type { Moment } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { policy } from './policy.ts'
import { eraseRecordings, selectKeptRecordings, type KeptRecording } from './store/chunk-store.ts'

export type { KeptRecording } from './store/chunk-store.ts'

/** Watches whose pictures and recordings are kept still, for the sweep of retention. */
export async function findKeptRecordings(t: Tx, before: Moment, page: { after: string | null; limit: number }): Promise<KeptRecording[]> {
  return selectKeptRecordings(t.sql, before, page)
}

/** Deletes recordings and pictures whose term is over: their key goes first, so that nobody reads them from this instant; hashes stay and prove what was deleted. */
export async function deleteRecordings(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'proctoring.forget', undefined as never)
  if (ids.length > 0) await eraseRecordings(t.sql, ids, t.today)
}
