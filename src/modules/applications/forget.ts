import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import * as uploads from '#modules/uploads/index.ts'
import { policy } from './policy.ts'
import { clearAccommodationRows, clearContactRows, clearReturnedRows, deleteDraftRows } from './store/forgotten-store.ts'

export { selectAccommodationTexts as findAccommodationTexts, selectContacts as findContacts, selectOldDrafts as findOldDrafts, selectOldReturned as findOldReturned } from './store/forgotten-store.ts'

/** Deletes drafts that were never sent and have lain longer than the norm lets them, with their files. */
export async function deleteOldDrafts(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'draft.forget', undefined as never)
  for (const id of ids) await uploads.dropDraftAttachments(t, id as never)
  if (ids.length > 0) await deleteDraftRows(t.sql, ids)
}

/** Empties what an application says about how to reach the person; who he is stands in the register of documents and stays. */
export async function clearContacts(t: Tx, caseIds: readonly string[]): Promise<void> {
  assertMay(t, policy, 'application.forget', undefined as never)
  await clearContactRows(t.sql, caseIds)
}

/** Empties what was written about a disability; that a condition was asked for and granted stays as a figure. */
export async function clearAccommodationTexts(t: Tx, caseIds: readonly string[]): Promise<void> {
  assertMay(t, policy, 'application.forget', undefined as never)
  await clearAccommodationRows(t.sql, caseIds)
}

/** Empties name and note of applications that were returned without registration. */
export async function clearReturned(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'application.forget', undefined as never)
  if (ids.length > 0) await clearReturnedRows(t.sql, ids)
}
