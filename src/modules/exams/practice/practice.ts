import { plusMinutes, type Moment } from '#kernel/day.ts'
import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { findNorm } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { endAttempt, findNotifiedSitting, getNotifiedSitting, getOpenAttempt, type Attempt } from '../attempts.ts'
import { admitBlockers } from '../conduct/domain/violations.ts'
import { findSitting, getProgrammeVersion, type ProgrammeContent } from '../neighbours.ts'
import { conflictBlockers } from '../interests/find-conflicts.ts'
import { policy } from '../policy.ts'
import { isFullyAcknowledged } from '../preparation/domain/acknowledgement.ts'
import { staffOf } from '../preparation/notice-offer.ts'
import { selectAcknowledgements } from '../preparation/store/preparation-store.ts'
import { admissionBlockers } from '../theory/domain/exam-time.ts'
import { selectTheoryRun } from '../theory/store/theory-store.ts'
import { minutesBefore } from '../theory/admit-to-theory.ts'
import { practiceEndBlockers, practicePassed, safetyStopBlockers } from './domain/practice.ts'
import { insertPracticeRun, selectMarks, selectPracticeRun, updatePracticeEnded, upsertMark, type PracticeRun } from './store/practice-store.ts'

const NOTE_MAX = 1000

/** The candidate, seen by an assessor or the invigilator, begins the practical task. */
export async function admitToPractice(ctx: Ctx, input: { number: string; identitySeen: boolean }): Promise<void> {
  await tx(ctx, 'practice.admit', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.admit', { ...kase, stage: 'practice' })
    casework.assertStep(kase, 'practice.start')
    const attempt = await getOpenAttempt(t, kase)
    if (!attempt.stages.includes('practice')) deny('practice.not-in-attempt')
    // After a postponement the practice is held by itself, with the theory passed before it.
    if (kase.step === 'briefed' && attempt.stages.includes('theory') && !(await selectTheoryRun(t.sql, attempt.id))?.endKind) deny('practice.theory-first')
    const sitting = await getNotifiedSitting(t, attempt.id, 'practice')
    assertNone('admission.not-possible', [
      ...admitBlockers({ sittingOn: sitting.onDay, today: t.today, identitySeen: input.identitySeen, acknowledged: isFullyAcknowledged(await selectAcknowledgements(t.sql, attempt.id)) }),
      ...admissionBlockers({ startsAt: sitting.startsAt, endsAt: sitting.endsAt, now: t.now, minutesBefore: await minutesBefore(t, kase) }),
      ...(await conflictBlockers(t, kase, staffOf(sitting))),
    ])
    const id = t.newId()
    await insertPracticeRun(t.sql, { id, attemptId: attempt.id, caseId: kase.id, sittingId: sitting.id, admittedBy: accountOf(t.actor)!, identityCheckedAt: t.now, startedAt: t.now })
    await casework.advance(t, kase, 'practice.start', 'practice-started', { dueOn: t.today, payload: { attemptId: attempt.id, runId: id, sittingId: sitting.id } })
  })
}

interface Marking {
  kase: CaseFile
  attempt: Attempt
  run: PracticeRun
  content: ProgrammeContent
  assessorIds: string[]
  assessorsRequired: number
}

/** How many assessors mark every operation; one where the edition of the norms does not say. */
export async function assessorsRequired(t: Tx, kase: CaseFile): Promise<number> {
  const value = findNorm(await casework.normsOf(t, kase), 'practice.assessors')?.value
  return typeof value === 'number' ? value : 1
}

async function lockForMarking(t: Tx, number: string): Promise<Marking> {
  const kase = await casework.lockCaseByNumber(t, number)
  const attempt = await getOpenAttempt(t, kase)
  const sitting = await findNotifiedSitting(t, attempt.id, 'practice')
  assertMay(t, policy, 'practice.mark', { ...kase, assessorIds: sitting?.assessorIds ?? [] })
  const run = await selectPracticeRun(t.sql, attempt.id, { lock: true })
  if (!run || run.endKind) throw new Denial('practice.not-running')
  const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
  return { kase, attempt, run, content, assessorIds: (await findSitting(t.sql, run.sittingId))!.assessorIds, assessorsRequired: await assessorsRequired(t, kase) }
}

/** One assessor's mark on one operation; he may change his own while the practice runs, and the journal keeps both. */
export async function markStep(ctx: Ctx, input: { number: string; step: number; done: boolean; note?: string }): Promise<void> {
  await tx(ctx, 'practice.mark', async (t) => {
    const { kase, attempt, run, content } = await lockForMarking(t, input.number)
    const note = (input.note ?? '').trim()
    if (!content.map.steps.some((step) => step.no === input.step)) deny('practice.no-such-step', { step: input.step })
    if (!input.done && note === '') deny('practice.note-missing', { field: 'note' })
    if (note.length > NOTE_MAX) deny('practice.note-too-long', { field: 'note', most: NOTE_MAX })
    await upsertMark(t.sql, run.id, { stepNo: input.step, assessorId: accountOf(t.actor)!, done: input.done, note, markedAt: t.now })
    await casework.record(t, kase.id, 'step-marked', { attemptId: attempt.id, runId: run.id, step: input.step, done: input.done })
  })
}

/** A breach of safety at a critical operation stops the practice: with its operation and its ground, and it is not passed. */
export async function stopPractice(ctx: Ctx, input: { number: string; step: number; ground: string }): Promise<void> {
  await tx(ctx, 'practice.stop', async (t) => {
    const { kase, attempt, run, content } = await lockForMarking(t, input.number)
    const ground = input.ground.trim()
    if (ground === '') deny('practice.ground-missing', { field: 'ground' })
    assertNone('practice.not-stoppable', safetyStopBlockers(content.map.steps, input.step))
    await updatePracticeEnded(t.sql, run.id, { at: t.now, kind: 'safety', step: input.step, note: ground, passed: false })
    await endAttempt(t, kase, attempt, 'practice.end', 'practice-stopped', { from: t.today, at: t.now, payload: { runId: run.id, step: input.step, passed: false } })
  })
}

/** Closes the practice when every operation is marked by everybody who must: passed only as the map says. */
export async function endPractice(ctx: Ctx, input: { number: string }): Promise<{ passed: boolean }> {
  return tx(ctx, 'practice.end', async (t) => {
    const { kase, attempt, run, content, assessorsRequired: required } = await lockForMarking(t, input.number)
    const marks = await selectMarks(t.sql, run.id)
    assertNone('practice.not-closable', practiceEndBlockers(content.map.steps, marks, required))
    const passed = practicePassed(content.map.steps, marks, required)
    await updatePracticeEnded(t.sql, run.id, { at: t.now, kind: 'finished', passed })
    await endAttempt(t, kase, attempt, 'practice.end', passed ? 'practice-passed' : 'practice-not-passed', { from: t.today, at: t.now, payload: { runId: run.id, passed } })
    return { passed }
  })
}

/** When the time norm of the task is over; the assessor sees it, nothing stops by itself. */
export function practiceEndsAt(startedAt: Moment, minutes: number): Moment {
  return plusMinutes(startedAt, minutes)
}
