import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { selectRecordingSizes } from './store/chunk-store.ts'
import { selectSession } from './store/session-store.ts'

/** Whether a stage of an attempt was recorded, kept still or not; the caller has asked its own policy. */
export async function isRecorded(t: Tx, attemptId: string, stage: Stage): Promise<boolean> {
  const session = await selectSession(t.sql, attemptId, stage)
  return session !== undefined && (session.erasedOn !== null || (await selectRecordingSizes(t.sql, [session.id])).length > 0)
}

/** The stages of an attempt of which a recording can still be opened; the caller has asked its own policy. */
export async function recordedStages(t: Tx, attemptId: string): Promise<Stage[]> {
  const found: Stage[] = []
  for (const stage of STAGES) {
    const session = await selectSession(t.sql, attemptId, stage)
    if (session && session.erasedOn === null && (await selectRecordingSizes(t.sql, [session.id])).length > 0) found.push(stage)
  }
  return found
}
