import { resumedDue, type DeadlineId } from '#kernel/deadline-rule.ts'
import type { Day, Moment } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { deadlineRule } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertNotWaiting, assertStep, normsOf, record, startClock } from './cases.ts'
import { CLOCK_OF_STEP, ROAD, WHOSE_MOVE, type Step } from './domain/road.ts'
import { endDeadlines, updateCaseState, type CaseFile } from './store/case-store.ts'
import { endHold, insertHold, moveCaseRow, pauseClock, runClockOn, selectDaysWaited, selectHold, selectMoves, selectPausedClocks, type Hold, type LossKey } from './store/hold-store.ts'

/**
 * The centre of the case has lost the scope: the case waits for the ministry, and the clock of its step stands still. After a notice of failing it
 * waits only when its candidate asks for a retake, which that centre cannot hold. The case must be locked.
 */
export async function holdCase(t: Tx, kase: CaseFile, loss: LossKey, act: 'case.wait' | 'retake.elsewhere' = 'case.wait'): Promise<CaseFile> {
  const step = assertStep(kase, act)
  const hold: Hold = {
    id: t.newId(), caseId: kase.id, ...loss, stepBefore: kase.step as Step, moverBefore: kase.whoseMove, dueBefore: kase.nextDueOn, heldAt: t.now, heldOn: t.today,
  }
  await insertHold(t.sql, hold)
  const clock = CLOCK_OF_STEP[kase.step as Step]
  if (clock) await pauseClock(t.sql, kase.id, clock, t.today)
  const state = { step, whoseMove: WHOSE_MOVE[step], nextDueOn: null, movedAt: t.now, closedAt: null }
  await updateCaseState(t.sql, kase.id, state)
  await record(t, kase.id, act === 'case.wait' ? 'case-waits' : 'retake-asked-elsewhere', { act, from: kase.step, to: step, ...loss })
  return { ...kase, ...state, version: kase.version + 1 }
}

export type Resumption = { how: 'resumed' } | { how: 'finish'; continuationId: Uuid; ground: string }

/** The case goes on where it stood, and its clock with the days it had left: the scope is in force again, or the ministry lets the centre finish. The case must be locked. */
export async function resumeCase(t: Tx, kase: CaseFile, by: Resumption): Promise<CaseFile> {
  const hold = await openHold(t, kase)
  const norms = await normsOf(t, kase)
  let nextDueOn = CLOCK_OF_STEP[hold.stepBefore] ? null : hold.dueBefore
  for (const clock of await selectPausedClocks(t.sql, kase.id)) {
    const { unit, movesOffDayOff } = deadlineRule(norms, clock.rule as DeadlineId)
    nextDueOn = clock.dueOn && resumedDue({ due: clock.dueOn, pausedOn: clock.pausedOn, resumedOn: t.today, unit, movesOffDayOff, calendar: t.calendar })
    await runClockOn(t.sql, clock.id, nextDueOn)
  }
  await endHold(t.sql, kase.id, by.how, t.now, by.how === 'finish' ? by.continuationId : null)
  const state = { step: hold.stepBefore, whoseMove: hold.moverBefore, nextDueOn, movedAt: t.now, closedAt: null }
  await updateCaseState(t.sql, kase.id, state)
  const payload = { act: 'case.resume', from: kase.step, to: hold.stepBefore, dueOn: nextDueOn }
  if (by.how === 'finish') await record(t, kase.id, 'case-may-finish', { ...payload, ground: by.ground, continuationId: by.continuationId })
  else await record(t, kase.id, 'case-goes-on', payload)
  return { ...kase, ...state, version: kase.version + 1 }
}

/** The case becomes that of another centre and begins there at `step`, with the clock of that step anew. The case must be locked and waiting; what becomes of contract, exam and panel is the caller's. */
export async function moveCase(t: Tx, kase: CaseFile, move: { toCentreId: Uuid; step: Step; continuationId: Uuid; ground: string }): Promise<CaseFile> {
  const hold = await openHold(t, kase)
  for (const clock of await selectPausedClocks(t.sql, kase.id)) await endDeadlines(t.sql, kase.id, clock.rule, 'cancelled', t.now)
  await endHold(t.sql, kase.id, 'move', t.now, move.continuationId)
  const clock = CLOCK_OF_STEP[move.step]
  const nextDueOn = clock ? await startClock(t, kase, clock) : null
  const whoseMove = WHOSE_MOVE[move.step]
  await moveCaseRow(t.sql, {
    id: t.newId(), caseId: kase.id, caseNumber: kase.number, professionCode: kase.professionCode!, level: kase.level!, fromCentreId: kase.centreId, toCentreId: move.toCentreId,
    step: hold.stepBefore, movedAt: t.now, movedOn: t.today, continuationId: move.continuationId,
  }, { step: move.step, whoseMove, nextDueOn })
  await record(t, kase.id, 'case-moved', {
    act: 'case.move', from: hold.stepBefore, to: move.step, fromCentreId: kase.centreId, toCentreId: move.toCentreId, ground: move.ground, continuationId: move.continuationId,
  })
  return { ...kase, centreId: move.toCentreId, step: move.step, whoseMove, nextDueOn, movedAt: t.now, assignedTo: null, version: kase.version + 1 }
}

async function openHold(t: Tx, kase: CaseFile): Promise<Hold> {
  const hold = kase.step === 'waiting' ? await selectHold(t.sql, kase.id) : undefined
  if (!hold) deny('case.not-at-this-step', { step: kase.step, act: 'case.resume' })
  return hold
}

/** Since when the case is with its centre: its registration, or the last move. */
export async function atCentreSince(t: Tx, kase: Pick<CaseFile, 'id' | 'openedOn'>): Promise<Day> {
  return (await selectMoves(t.sql, kase.id))[0]?.movedOn ?? kase.openedOn
}

/** Days that a retake asked for since the notice of failing has waited in vain, the scope having come back: the months for asking do not run meanwhile. */
export async function retakeDaysWaited(t: Tx, caseId: string, noticeAt: Moment): Promise<number> {
  return selectDaysWaited(t.sql, caseId, 'fail-notice-sent', noticeAt)
}

/** A waiting case may be withdrawn where it might have been withdrawn before; ends its waiting. */
export async function assertMayLeave(t: Tx, kase: CaseFile): Promise<void> {
  if (kase.step !== 'waiting') return
  const hold = await openHold(t, kase)
  if (ROAD[hold.stepBefore]['application.withdraw'] === undefined) assertNotWaiting(kase)
  await endHold(t.sql, kase.id, 'withdrawn', t.now)
}
