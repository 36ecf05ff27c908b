import { legalDay, plusMinutes, type Moment } from '#kernel/day.ts'
import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { decisionTermAfterPractice } from '../conduct/domain/decision-term.ts'
import { updateLetIn } from '../conduct/store/not-let-in-store.ts'
import { endAttempt, findNotifiedSitting, getNotifiedSitting, getOpenAttempt, type Attempt } from '../attempts.ts'
import type { ProgrammeContent } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { assertMayBeginPractice, assertPracticeIsNext } from './assert-may-begin.ts'
import { contentOfCase } from './content-of-case.ts'
import { practicePassed, safetyStopBlockers } from './domain/practice.ts'
import { acceptBlockers, closeBlockers } from './domain/sheets.ts'
import { assessorsNow } from './domain/set-aside.ts'
import { NOTE_MAX } from './domain/tablet.ts'
import { isWorkUnderWay } from './online/domain/work.ts'
import { sheetsOf } from './sheets-of.ts'
import { insertPracticeRun, selectMarks, selectPracticeRun, updatePracticeEnded, upsertMark, type PracticeRun } from './store/practice-store.ts'
import { selectSetAside } from './store/set-aside-store.ts'
import { insertMarkEntry, insertSheet, selectLastSeq, selectSheets } from './store/sheet-store.ts'

/** The name of the form as a device: it numbers nothing by itself. */
const PAGE = 'page'

/** The candidate, seen by an assessor or the invigilator, begins the practical task. */
export async function admitToPractice(ctx: Ctx, input: { number: string; identitySeen: boolean }): Promise<void> {
  await tx(ctx, 'practice.admit', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.admit', { ...kase, stage: 'practice' })
    casework.assertStep(kase, 'practice.start')
    const attempt = await getOpenAttempt(t, kase)
    await assertPracticeIsNext(t, kase, attempt)
    const sitting = await getNotifiedSitting(t, attempt.id, 'practice')
    if (sitting.mode === 'online') deny('admission.by-proctor')
    await assertMayBeginPractice(t, kase, attempt, sitting, input)
    await updateLetIn(t.sql, attempt.id, sitting.id, t.now)
    const id = t.newId()
    await insertPracticeRun(t.sql, { id, attemptId: attempt.id, caseId: kase.id, sittingId: sitting.id, admittedBy: accountOf(t.actor)!, identityCheckedAt: t.now, startedAt: t.now })
    await casework.advance(t, kase, 'practice.start', 'practice-started', { dueOn: t.today, payload: { attemptId: attempt.id, runId: id, sittingId: sitting.id } })
  })
}

export interface Marking {
  kase: CaseFile
  attempt: Attempt
  run: PracticeRun
  content: ProgrammeContent
}

async function lockForMarking(t: Tx, number: string): Promise<Marking> {
  const kase = await casework.lockCaseByNumber(t, number)
  const attempt = await getOpenAttempt(t, kase)
  const sitting = await findNotifiedSitting(t, attempt.id, 'practice')
  const begun = await selectPracticeRun(t.sql, attempt.id)
  assertMay(t, policy, 'practice.mark', { ...kase, assessorIds: assessorsNow(sitting?.assessorIds ?? [], begun ? await selectSetAside(t.sql, begun.id) : []) })
  return { kase, attempt, ...(await lockRun(t, kase, attempt)) }
}

async function lockRun(t: Tx, kase: CaseFile, attempt: Attempt): Promise<Pick<Marking, 'run' | 'content'>> {
  const run = await selectPracticeRun(t.sql, attempt.id, { lock: true })
  if (!run || run.endKind) throw new Denial('practice.not-running')
  return { run, content: await contentOfCase(t, kase, attempt.programmeVersionId) }
}

/** One assessor's mark on one operation, by the form; he may change his own until he accepts his sheet, and every mark is kept. A tablet delivers its marks by `deliverWords`. */
export async function markStep(ctx: Ctx, input: { number: string; step: number; done: boolean; note?: string }): Promise<void> {
  await tx(ctx, 'practice.mark', async (t) => {
    const { kase, attempt, run, content } = await lockForMarking(t, input.number)
    const me = accountOf(t.actor)!
    const note = (input.note ?? '').trim()
    const seq = (await selectLastSeq(t.sql, run.id, me, PAGE)) + 1
    if ((await selectSheets(t.sql, run.id)).some((sheet) => sheet.assessorId === me)) deny('practice.sheet-accepted')
    if (!content.map.steps.some((step) => step.no === input.step)) deny('practice.no-such-step', { step: input.step })
    if (!input.done && note === '') deny('practice.note-missing', { field: 'note' })
    if (note.length > NOTE_MAX) deny('practice.note-too-long', { field: 'note', most: NOTE_MAX })
    await insertMarkEntry(t.sql, run.id, me, {
      device: PAGE, seq, kind: 'mark', stepNo: input.step, done: input.done, note, measuredSeconds: null, refused: null, photoId: null, photoSha256: null, writtenAt: t.now, receivedAt: t.now,
    })
    await upsertMark(t.sql, run.id, { stepNo: input.step, assessorId: me, done: input.done, note, markedAt: t.now, measuredSeconds: null })
    await casework.record(t, kase.id, 'step-marked', { attemptId: attempt.id, runId: run.id, step: input.step, done: input.done })
  })
}

/** An assessor has finished: his sheet stands as it is, and his marks do not change any more. Accepting again is harmless. */
export async function acceptSheet(ctx: Ctx, input: { number: string }): Promise<void> {
  await tx(ctx, 'practice.accept', async (t) => acceptOwn(t, await lockForMarking(t, input.number)))
}

async function acceptOwn(t: Tx, { kase, attempt, run, content }: Marking): Promise<void> {
  const me = accountOf(t.actor)!
  if ((await selectSheets(t.sql, run.id)).some((sheet) => sheet.assessorId === me)) return
  // What the candidate still does could not be marked any more.
  if (isWorkUnderWay(run)) deny('practice.work-still-running')
  assertNone('practice.not-acceptable', acceptBlockers(content.map.steps, (await selectMarks(t.sql, run.id)).filter((mark) => mark.assessorId === me)))
  if (await insertSheet(t.sql, run.id, { assessorId: me, acceptedAt: t.now })) await casework.record(t, kase.id, 'sheet-accepted', { attemptId: attempt.id, runId: run.id })
}

/** A breach of safety at a critical operation stops the practice: with its operation and its ground, and it is not passed. */
export async function stopPractice(ctx: Ctx, input: { number: string; step: number; ground: string }): Promise<void> {
  await tx(ctx, 'practice.stop', async (t) => {
    const { kase, attempt, run, content } = await lockForMarking(t, input.number)
    const ground = input.ground.trim()
    if (ground === '') deny('practice.ground-missing', { field: 'ground' })
    assertNone('practice.not-stoppable', safetyStopBlockers(content.map.steps, input.step))
    await stopRun(t, { kase, attempt, run }, input.step, ground)
  })
}

/** The practice ends here, by a breach that was found to allow it. */
export async function stopRun(t: Tx, { kase, attempt, run }: Pick<Marking, 'kase' | 'attempt' | 'run'>, step: number, ground: string): Promise<void> {
  await updatePracticeEnded(t.sql, run.id, { at: t.now, kind: 'safety', step, note: ground, passed: false })
  await endAttempt(t, kase, attempt, 'practice.end', 'practice-stopped', { from: t.today, at: t.now, payload: { runId: run.id, step, passed: false } })
}

/** Closes the practice when every sheet is accepted and every dispute settled: passed only as the map says. Who ends accepts his own sheet first. */
export async function endPractice(ctx: Ctx, input: { number: string }): Promise<{ passed: boolean }> {
  return tx(ctx, 'practice.end', async (t) => {
    const marking = await lockForMarking(t, input.number)
    const { kase, attempt, run, content } = marking
    const me = accountOf(t.actor)!
    if (isWorkUnderWay(run)) deny('practice.work-still-running')
    const own = (await selectMarks(t.sql, run.id)).filter((mark) => mark.assessorId === me)
    if (own.length > 0 && acceptBlockers(content.map.steps, own).length === 0) await acceptOwn(t, marking)
    const sheets = await sheetsOf(t, kase, run.id)
    assertNone('practice.not-closable', closeBlockers(content.map.steps, sheets))
    const passed = practicePassed(content.map.steps, sheets.marks, sheets.assessorsRequired, sheets)
    await updatePracticeEnded(t.sql, run.id, { at: t.now, kind: 'finished', passed })
    // In the centre a practice is held on the one day on which it began; on line the server knows when the work ended.
    const from = decisionTermAfterPractice(await casework.normsOf(t, kase), { worked: legalDay(run.workEndedAt ?? run.startedAt), closed: t.today })
    await endAttempt(t, kase, attempt, 'practice.end', passed ? 'practice-passed' : 'practice-not-passed', { from, at: t.now, payload: { runId: run.id, passed } })
    return { passed }
  })
}

/** When the time norm of the task is over; the assessor sees it, nothing stops by itself. */
export function practiceEndsAt(startedAt: Moment, minutes: number): Moment {
  return plusMinutes(startedAt, minutes)
}
