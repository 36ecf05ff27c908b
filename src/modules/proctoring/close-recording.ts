import type { Tx } from '#platform/acts/ctx.ts'
import type { Purpose } from './domain/kinds.ts'
import { closeViews } from './store/review-store.ts'

/** What these people opened of a case for a panel is closed: they sit on it no more. That they opened it stays written down. The caller has asked its own policy. */
export async function closeRecordingFor(t: Tx, caseId: string, { viewers, purpose }: { viewers: readonly string[]; purpose: Purpose }): Promise<void> {
  await closeViews(t.sql, { caseId, viewers, purpose, at: t.now })
}
