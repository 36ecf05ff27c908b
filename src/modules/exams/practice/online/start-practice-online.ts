import { plusMinutes, plusMs, type Moment } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { getNotifiedSitting, getOpenAttempt } from '../../attempts.ts'
import { admitBlockers } from '../../conduct/domain/violations.ts'
import { conflictBlockers } from '../../interests/find-conflicts.ts'
import { payerBlockers } from '../../neighbours.ts'
import { isFullyAcknowledged } from '../../preparation/domain/acknowledgement.ts'
import { staffOf } from '../../preparation/notice-offer.ts'
import { selectAcknowledgements } from '../../preparation/store/preparation-store.ts'
import { minutesBefore } from '../../theory/admit-to-theory.ts'
import { admissionBlockers } from '../../theory/domain/exam-time.ts'
import { selectTheoryRun } from '../../theory/store/theory-store.ts'
import { insertPracticeRun, selectPracticeRun, type PracticeRun } from '../store/practice-store.ts'

/** When the work of a practice on line ends by itself: the minutes of the card, and what was given back for failures. */
export function workEndsAt(run: Pick<PracticeRun, 'startedAt' | 'workSecondsAdded'>, minutes: number): Moment {
  return plusMs(plusMinutes(run.startedAt, minutes), run.workSecondsAdded * 1000)
}

/** Asks whether the candidate of a practice on line may be let in now; nothing is written, for the work begins with his own press. The case must be locked and the caller has asked its own policy. */
export async function admitPracticeOnline(t: Tx, kase: casework.CaseFile): Promise<void> {
  const attempt = await getOpenAttempt(t, kase)
  const sitting = await getNotifiedSitting(t, attempt.id, 'practice')
  if (sitting.mode !== 'online') deny('not-found')
  if (await selectPracticeRun(t.sql, attempt.id)) return
  casework.assertStep(kase, 'practice.start')
  if (kase.step === 'briefed' && attempt.stages.includes('theory') && !(await selectTheoryRun(t.sql, attempt.id))?.endKind) deny('practice.theory-first')
  assertNone('admission.not-possible', [
    ...admitBlockers({ sittingOn: sitting.onDay, today: t.today, identitySeen: true, acknowledged: isFullyAcknowledged(await selectAcknowledgements(t.sql, attempt.id)) }),
    ...admissionBlockers({ startsAt: sitting.startsAt, endsAt: sitting.endsAt, now: t.now, minutesBefore: await minutesBefore(t, kase) }),
    ...(await conflictBlockers(t, kase, staffOf(sitting))),
    ...(await payerBlockers(t, kase)),
  ])
}

/** The candidate begins his work: the practice runs from now. The case must be locked and the caller has asked its own policy. */
export async function startPracticeOnline(t: Tx, kase: casework.CaseFile, admission: { admittedBy: string; admittedAt: Moment }): Promise<{ runId: Uuid }> {
  const attempt = await getOpenAttempt(t, kase)
  const sitting = await getNotifiedSitting(t, attempt.id, 'practice')
  if (sitting.mode !== 'online') deny('not-found')
  const begun = await selectPracticeRun(t.sql, attempt.id)
  if (begun) return { runId: begun.id }
  casework.assertStep(kase, 'practice.start')
  const id = t.newId()
  await insertPracticeRun(t.sql, { id, attemptId: attempt.id, caseId: kase.id, sittingId: sitting.id, admittedBy: admission.admittedBy as Uuid, identityCheckedAt: admission.admittedAt, startedAt: t.now })
  await casework.advance(t, kase, 'practice.start', 'practice-started', { dueOn: t.today, payload: { attemptId: attempt.id, runId: id, sittingId: sitting.id, mode: 'online' } })
  return { runId: id }
}
