import type { Moment } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { getNotifiedSitting, getOpenAttempt, type Attempt } from '../../attempts.ts'
import { updateLetIn } from '../../conduct/store/not-let-in-store.ts'
import { selectOpenHalt } from '../../conduct/store/halt-store.ts'
import { extraPercentOf, getProgrammeVersion, listAccommodations, type PlannedSitting } from '../../neighbours.ts'
import { endBreakdown, selectOpenBreakdown } from '../../postponing/store/online-breakdown-store.ts'
import { minutesBefore } from '../../theory/admit-to-theory.ts'
import { admissionBlockers, theoryMinutesFor } from '../../theory/domain/exam-time.ts'
import { assertMayBeginPractice, assertPracticeIsNext } from '../assert-may-begin.ts'
import { addWorkSeconds, insertPracticeRun, selectPracticeRun } from '../store/practice-store.ts'
import { markDueOn, secondsStood } from './domain/work.ts'
import { markWithinOf } from './work-of.ts'

/** Asks whether the candidate of a practice on line may be let in now; no run is written, for the work begins with his own press. The case must be locked and the caller has asked its own policy. */
export async function admitPracticeOnline(t: Tx, kase: casework.CaseFile): Promise<void> {
  const { attempt, sitting } = await onlinePractice(t, kase)
  if (await selectPracticeRun(t.sql, attempt.id)) return
  await assertStartable(t, kase, attempt, sitting)
  await updateLetIn(t.sql, attempt.id, sitting.id, t.now)
}

/**
 * The candidate begins his work: from now on the server counts his time, with the extra time that the centre granted. Beginning twice changes nothing.
 * The case is due when its practice has to be marked. The case must be locked and the caller has asked its own policy.
 */
export async function startPracticeOnline(t: Tx, kase: casework.CaseFile, admission: { admittedBy: string; admittedAt: Moment }): Promise<{ runId: Uuid }> {
  const { attempt, sitting } = await onlinePractice(t, kase)
  const begun = await selectPracticeRun(t.sql, attempt.id)
  if (begun) return { runId: begun.id }
  if (await selectOpenHalt(t.sql, sitting.id)) deny('practice.work-halted')
  await assertStartable(t, kase, attempt, sitting)
  const { map } = (await getProgrammeVersion(t.sql, attempt.programmeVersionId)).content
  const workMinutes = theoryMinutesFor(map.minutes, extraPercentOf(await listAccommodations(t, kase.id)))
  const id = t.newId()
  await insertPracticeRun(t.sql, { id, attemptId: attempt.id, caseId: kase.id, sittingId: sitting.id, admittedBy: admission.admittedBy as Uuid, identityCheckedAt: admission.admittedAt, startedAt: t.now, workMinutes })
  await casework.advance(t, kase, 'practice.start', 'practice-started', {
    dueOn: markDueOn(t.today, markWithinOf(await casework.normsOf(t, kase)), t.calendar), payload: { attemptId: attempt.id, runId: id, sittingId: sitting.id, mode: 'online', minutes: workMinutes },
  })
  return { runId: id }
}

/** A work that a failure broke off goes on: its clock runs again with exactly what was left. Nothing is done where his proctor has not let him. The case must be locked and the caller has asked its own policy. */
export async function goOnWithWork(t: Tx, kase: casework.CaseFile): Promise<void> {
  const { attempt, sitting } = await onlinePractice(t, kase)
  const run = await selectPracticeRun(t.sql, attempt.id, { lock: true })
  const broken = run && !run.endKind && !run.workEndedAt ? await selectOpenBreakdown(t.sql, run.id) : undefined
  if (!run || !broken) return
  if (!broken.letOnAt) deny('breakdown.not-let-on')
  if (await selectOpenHalt(t.sql, sitting.id)) deny('practice.work-halted')
  assertNone('admission.not-possible', admissionBlockers({ startsAt: sitting.startsAt, endsAt: sitting.endsAt, now: t.now, minutesBefore: await minutesBefore(t, kase) }))
  const seconds = secondsStood(run, broken.recordedAt, t.now)
  await addWorkSeconds(t.sql, run.id, seconds)
  await endBreakdown(t.sql, run.id, 'went-on', t.now)
  await casework.record(t, kase.id, 'work-went-on', { attemptId: attempt.id, runId: run.id, stoodSeconds: seconds })
}

async function onlinePractice(t: Tx, kase: casework.CaseFile): Promise<{ attempt: Attempt; sitting: PlannedSitting }> {
  const attempt = await getOpenAttempt(t, kase)
  const sitting = await getNotifiedSitting(t, attempt.id, 'practice')
  if (sitting.mode !== 'online') deny('not-found')
  return { attempt, sitting }
}

async function assertStartable(t: Tx, kase: casework.CaseFile, attempt: Attempt, sitting: PlannedSitting): Promise<void> {
  casework.assertStep(kase, 'practice.start')
  await assertPracticeIsNext(t, kase, attempt)
  await assertMayBeginPractice(t, kase, attempt, sitting, { identitySeen: true })
}
