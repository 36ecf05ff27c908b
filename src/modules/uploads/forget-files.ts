import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { policy } from './policy.ts'
import { clearCaseFiles, forgetOriginalKeys } from './store/forgotten-store.ts'

export { selectCaseFiles as findCaseFiles, selectDraftFiles as findDraftFiles, selectOldOriginals as findOldOriginals } from './store/forgotten-store.ts'
export type { FoundFile, OldOriginal } from './store/forgotten-store.ts'

/**
 * Deletes files of finished cases whose time of keeping is over: name and bytes go, kind, size and digest stay, so that it can be shown what was deleted.
 * The bytes lie unlinked from then on, and the sweep of orphans takes them within two days.
 */
export async function deleteCaseFiles(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'attachment.forget', undefined as never)
  if (ids.length > 0) await clearCaseFiles(t.sql, ids, t.now, t.today)
}

/** Forgets the originals as they were sent; the cleaned copies, which people see, stay with their cases. */
export async function forgetOriginals(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'attachment.forget', undefined as never)
  if (ids.length > 0) await forgetOriginalKeys(t.sql, ids)
}
