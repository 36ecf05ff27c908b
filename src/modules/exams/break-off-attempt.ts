import type { Stage } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { currentAttempt } from './attempts.ts'
import { stagesToHold } from './preparation/notice-offer.ts'
import { supersedeNotification } from './preparation/store/preparation-store.ts'
import { updateAttemptBrokenOff } from './store/attempt-store.ts'

/**
 * The case goes to another centre or ends: the appointed sittings are off for its candidate and their seats free, the attempt does not count
 * as his, and a stage passed stays passed. Answers the stages still to be held. The case must be locked and the caller has asked its own policy.
 */
export async function breakOffAttempt(t: Tx, kase: casework.CaseFile): Promise<{ stagesLeft: Stage[] }> {
  const stagesLeft = await stagesToHold(t, kase)
  const attempt = await currentAttempt(t, kase.id)
  if (attempt && !attempt.endedAt) {
    const calledOff = await supersedeNotification(t.sql, attempt.id, t.now)
    await updateAttemptBrokenOff(t.sql, attempt.id, t.now)
    await casework.record(t, kase.id, 'attempt-broken-off', { attemptId: attempt.id, calledOff: calledOff > 0, stagesLeft })
  }
  return { stagesLeft }
}
