import type { Tx } from '#platform/acts/ctx.ts'
import type { WatchedStage } from './domain/kinds.ts'
import { selectRecordingSizes } from './store/chunk-store.ts'
import { selectSession } from './store/session-store.ts'

/** Whether a stage of an attempt was recorded, kept still or not; the caller has asked its own policy. */
export async function isRecorded(t: Tx, attemptId: string, stage: WatchedStage): Promise<boolean> {
  const session = await selectSession(t.sql, attemptId, stage)
  return session !== undefined && (session.erasedOn !== null || (await selectRecordingSizes(t.sql, [session.id])).length > 0)
}
