import { plusMinutes, type Moment } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { findNorm } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { currentAttempt } from '../attempts.ts'
import { selectOpenHalt } from '../conduct/store/halt-store.ts'
import { minutesMostOf, writeIncident } from '../conduct/write-violation.ts'
import { findOnlineExam, type OnlineExam } from '../online-exam.ts'
import { policy } from '../policy.ts'
import { selectPracticeRun } from '../practice/store/practice-store.ts'
import { workEndsAt } from '../practice/online/domain/work.ts'
import { selectNotification } from '../preparation/store/preparation-store.ts'
import { selectLogEnd, selectTheoryRun } from '../theory/store/theory-store.ts'
import { leftMsOf, type BreakdownWay } from './domain/breakdown.ts'
import { letOnBlockers, onlineBreakdownBlockers, type OnlineBreakdownGround } from './domain/online-breakdown.ts'
import { callOffNotification, type CalledOff } from './postpone.ts'
import { breakOffPractice, breakOffTheory } from './store/breakdown-store.ts'
import { endBreakdown, insertBreakdown, selectBreakdownsOver, selectOpenBreakdown, standTheoryStill, updateLetOn, type OnlineBreakdown } from './store/online-breakdown-store.ts'

const EMPTY_LOG = new Uint8Array(32)

/** What becomes of a theory that a failure broke off, by the norm of the case [D]. */
export async function theoryWayOf(t: Tx, kase: casework.CaseFile): Promise<BreakdownWay> {
  return findNorm(await casework.normsOf(t, kase), 'breakdown.theory')?.value === 'anew' ? 'anew' : 'goes-on'
}

/**
 * One candidate of a sitting on line is broken off by a failure: his clock stands from now on, and nothing is taken of him until he goes on. The minutes are for what he
 * lost before it was seen. The case must be locked and the caller has asked its own policy.
 */
export async function breakOffOnline(t: Tx, kase: casework.CaseFile, exam: OnlineExam, input: { ground: OnlineBreakdownGround; note: string; minutes: number; by: string }): Promise<void> {
  const { attempt, stage, sitting } = exam
  const run = await runUnderLock(t, exam)
  const note = input.note.trim()
  assertNone('breakdown.not-recordable', onlineBreakdownBlockers({ ...input, note }, {
    running: run !== undefined && kase.step === `${stage}-running`, endsAt: run?.endsAt ?? null, halted: (await selectOpenHalt(t.sql, sitting.id)) !== undefined, brokenDown: run?.broken !== undefined, now: t.now, minutesMost: await minutesMostOf(t, kase),
  }))
  await writeIncident(t, kase, attempt, { stage, kind: input.ground, note, minutes: input.minutes, by: input.by })
  await insertBreakdown(t.sql, {
    id: t.newId(), caseId: kase.id, attemptId: attempt.id, sittingId: sitting.id, stage, runId: run!.id as Uuid, ground: input.ground, note, recordedBy: input.by as Uuid, recordedAt: t.now, sittingEndsAt: sitting.endsAt,
  })
  if (stage === 'theory') await standTheoryStill(t.sql, run!.id, t.now)
  const leftMs = Date.parse(plusMinutes(run!.endsAt!, input.minutes)) - Date.parse(t.now)
  await casework.record(t, kase.id, 'exam-broke-down-on-line', { attemptId: attempt.id, runId: run!.id, stage, ground: input.ground, leftMs })
}

/** His proctor lets him go on within the sitting: the time that was left runs from his own press. The case must be locked and the caller has asked its own policy. */
export async function letGoOnOnline(t: Tx, kase: casework.CaseFile, exam: OnlineExam, by: string): Promise<void> {
  const run = await runUnderLock(t, exam)
  const broken = run?.broken
  assertNone('breakdown.no-going-on', letOnBlockers({ brokenDown: broken !== undefined, letOn: broken?.letOnAt != null, stage: exam.stage, way: await theoryWayOf(t, kase), sittingEndsAt: exam.sitting.endsAt, now: t.now }))
  await updateLetOn(t.sql, broken!.id, by, t.now)
  await casework.record(t, kase.id, 'exam-let-go-on', { attemptId: exam.attempt.id, runId: broken!.runId, stage: exam.stage })
}

/** It does not go on in this sitting: he gets another day, free of charge, as whoever is broken off in the centre. The case must be locked and the caller has asked its own policy. */
export async function putOffBrokenDown(t: Tx, kase: casework.CaseFile, exam: OnlineExam, by: string): Promise<void> {
  const run = await runUnderLock(t, exam)
  const notification = await selectNotification(t.sql, exam.attempt.id)
  const { broken } = run ?? {}
  if (!broken || !notification) deny('breakdown.none')
  const off: CalledOff = { attempt: exam.attempt, notification, kind: 'centre', ground: 'emergency', note: broken.note, paper: null, by }
  await endBreakdown(t.sql, broken.runId, 'another-day', t.now)
  await callOffNotification(t, kase, { ...off, brokenDown: exam.stage === 'theory' ? await theoryOff(t, kase, exam.attempt.id) : await practiceOff(t, exam, broken) })
}

async function theoryOff(t: Tx, kase: casework.CaseFile, attemptId: string): Promise<NonNullable<CalledOff['brokenDown']>> {
  const run = (await selectTheoryRun(t.sql, attemptId, { lock: true }))!
  if ((await theoryWayOf(t, kase)) === 'goes-on') return { stage: 'theory', way: 'goes-on', leftMs: leftMsOf(run) }
  await breakOffTheory(t.sql, run.id, t.now, (await selectLogEnd(t.sql, run.id))?.hash ?? EMPTY_LOG)
  return { stage: 'theory', way: 'anew' }
}

async function practiceOff(t: Tx, { attempt }: OnlineExam, broken: OnlineBreakdown): Promise<NonNullable<CalledOff['brokenDown']>> {
  await breakOffPractice(t.sql, attempt.id, t.now, broken.note)
  return { stage: 'practice', way: 'anew' }
}

interface LockedRun {
  id: string
  endsAt: Moment | null
  broken: OnlineBreakdown | undefined
}

/** The run of the stage while nobody has ended it, under its lock; of a theory that a former sitting broke off none, for that one is not of this day. */
async function runUnderLock(t: Tx, { attempt, stage, sitting }: OnlineExam): Promise<LockedRun | undefined> {
  if (stage === 'theory') {
    const run = await selectTheoryRun(t.sql, attempt.id, { lock: true })
    return run?.startedAt && !run.endKind && run.sittingId === sitting.id ? { id: run.id, endsAt: run.endsAt, broken: await selectOpenBreakdown(t.sql, run.id) } : undefined
  }
  const run = await selectPracticeRun(t.sql, attempt.id, { lock: true })
  return run && !run.endKind && !run.workEndedAt ? { id: run.id, endsAt: workEndsAt(run), broken: await selectOpenBreakdown(t.sql, run.id) } : undefined
}

const AT_ONCE = 50

/** Whoever was broken off and did not go on until his sitting ended gets another day: nobody is left waiting for a press. Answers how many; safe to run twice and by two workers. */
export async function moveOnBrokenDown(ctx: Ctx): Promise<number> {
  const due = await read(ctx, 'exam.end-due', async (t) => {
    assertMay(t, policy, 'exam.end-due', undefined as never)
    return selectBreakdownsOver(t.sql, t.now, AT_ONCE)
  })
  return eachInTurn(due, ({ caseId, runId }) => tx(ctx, 'exam.end-due', async (t) => {
    assertMay(t, policy, 'exam.end-due', undefined as never)
    const kase = await casework.lockCase(t, caseId)
    const broken = await selectOpenBreakdown(t.sql, runId)
    if (!broken || broken.sittingEndsAt > t.now) return false
    const attempt = await currentAttempt(t, kase.id)
    const exam = attempt?.id === broken.attemptId && !attempt.endedAt ? await findOnlineExam(t, kase.id, broken.stage) : undefined
    if (exam && (await runUnderLock(t, exam))?.broken?.id === broken.id && kase.step === `${broken.stage}-running`) await putOffBrokenDown(t, kase, exam, broken.letOnBy ?? broken.recordedBy)
    else await endBreakdown(t.sql, runId, 'otherwise', t.now)
    return true
  }))
}
