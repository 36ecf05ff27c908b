import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { policy } from './policy.ts'
import { clearStrangerRows, deleteLetterRows, deleteResetRows, deleteSessionRows } from './store/forgotten-store.ts'

export { selectCaseLetters as findCaseLetters, selectOldResets as findOldResets, selectOldSessions as findOldSessions, selectStrangers as findStrangers } from './store/forgotten-store.ts'

/** Deletes letters of finished cases whose time of keeping is over. */
export async function deleteLetters(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'letter.forget', undefined as never)
  if (ids.length > 0) await deleteLetterRows(t.sql, ids)
}

/** Empties how to reach people who never had an account, once no case of theirs is kept any more; their names stand in the register and stay. */
export async function clearStrangers(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'person.forget', undefined as never)
  if (ids.length > 0) await clearStrangerRows(t.sql, ids)
}

/** Deletes sign-in sessions that ended or expired long enough ago: where and when somebody signed in is nobody's business for ever. */
export async function deleteSessions(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'sign-in.forget', undefined as never)
  if (ids.length > 0) await deleteSessionRows(t.sql, ids)
}

/** Deletes requests for a new password or another address that expired long enough ago. */
export async function deleteResets(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'sign-in.forget', undefined as never)
  if (ids.length > 0) await deleteResetRows(t.sql, ids)
}
