import type { Stage } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { selectRecordingSizes } from './store/chunk-store.ts'
import { selectSession } from './store/session-store.ts'

/** Whether a stage of an attempt was recorded, kept still or not; the caller has asked its own policy. */
export async function isRecorded(t: Tx, attemptId: string, stage: Stage): Promise<boolean> {
  const session = await selectSession(t.sql, attemptId, stage)
  return session !== undefined && (session.erasedOn !== null || (await selectRecordingSizes(t.sql, [session.id])).length > 0)
}
