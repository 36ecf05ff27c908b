import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from './cases.ts'
import { policy } from './policy.ts'
import { markFilesDeleted } from './store/retention-store.ts'

/** Marks finished cases whose files were deleted under a norm of retention, and says so in their timelines, which stay for ever. The cases are locked. */
export async function clearFiles(t: Tx, caseIds: readonly string[], under: { norm: string; value: number; edition: string }): Promise<void> {
  assertMay(t, policy, 'case.clear', undefined as never)
  await markFilesDeleted(t.sql, caseIds, t.today)
  for (const id of caseIds) await record(t, id, 'file-deleted', { ...under, on: t.today })
}
