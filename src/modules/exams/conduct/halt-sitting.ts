import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { msBetween, type Moment } from '#kernel/day.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { findSitting, type PlannedSitting } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { secondsStood } from '../practice/online/domain/work.ts'
import { addWorkSeconds, selectPracticeOfSitting } from '../practice/store/practice-store.ts'
import { selectOpenBreakdown } from '../postponing/store/online-breakdown-store.ts'
import { endsAtAfterHalt, HALT_GROUNDS, haltBlockers, isClockRunning, type HaltGround } from './domain/halt.ts'
import { insertHalt, lockOpenRuns, selectCasesRunning, selectOpenHalt, updateHaltResumed, updateHaltRuns, updateRunResumed, updateRunsHalted } from './store/halt-store.ts'

const NOTE_MAX = 1000

/**
 * Stops everybody of a sitting in one instant: no clock runs, no answer is taken, nobody begins or hands in until it goes on. Somebody
 * whose time was over in that instant is not touched. At a practice in the centre the server keeps no clock; the stop stands in the record.
 */
export async function haltSitting(ctx: Ctx, input: { sittingId: string; ground: HaltGround; note: string }): Promise<{ stopped: number }> {
  return tx(ctx, 'sitting.halt', async (t) => {
    const sitting = await sittingToHalt(t, input.sittingId)
    if (!HALT_GROUNDS.includes(input.ground)) deny('halt.unknown-ground', { field: 'ground' })
    const note = input.note.trim()
    if (note.length > NOTE_MAX) deny('halt.note-too-long', { field: 'note', most: NOTE_MAX })
    if (input.ground === 'other' && note === '') deny('halt.note-missing', { field: 'note' })
    const id = t.newId()
    if ((await insertHalt(t.sql, { id, sittingId: sitting.id, ground: input.ground, note, runs: 0, by: accountOf(t.actor)!, at: t.now })) === 0) deny('halt.stands-already')
    const running = await lockedRunning(t, sitting)
    assertNone('halt.not-possible', haltBlockers({ stands: false, running: running.cases.length }))
    await updateRunsHalted(t.sql, running.runs, t.now)
    await updateHaltRuns(t.sql, id, running.cases.length)
    for (const caseId of running.cases) await casework.record(t, caseId, 'exam-halted', { sittingId: sitting.id, haltId: id, ground: input.ground, stage: sitting.stage })
    return { stopped: running.cases.length }
  })
}

/** Goes on: each clock that stood gets exactly the time back that it stood. The stop is named, so that nobody ends one he has not seen. */
export async function resumeSitting(ctx: Ctx, input: { sittingId: string; haltId: string }): Promise<{ stoodMs: number }> {
  return tx(ctx, 'sitting.resume', async (t) => {
    const sitting = await sittingToHalt(t, input.sittingId)
    const cases = await lockCases(t, sitting)
    const halt = await selectOpenHalt(t.sql, sitting.id)
    if (!halt || halt.id !== input.haltId) throw new Denial('halt.none')
    const runs = await lockOpenRuns(t.sql, sitting.id)
    if ((await updateHaltResumed(t.sql, halt.id, accountOf(t.actor)!, t.now)) === 0) throw new Denial('halt.none')
    const stood = runs.filter((run) => run.haltedAt !== null && run.endsAt !== null)
    for (const run of stood) await updateRunResumed(t.sql, run.id, endsAtAfterHalt(run.endsAt!, run.haltedAt!, t.now))
    const given = sitting.stage === 'practice' ? await giveWorkBack(t, sitting, cases, halt.haltedAt) : new Map<string, number>()
    const standing = new Map(stood.map((run) => [run.caseId, run]))
    for (const caseId of sitting.stage === 'theory' ? [...standing.keys()].sort() : cases) {
      const run = standing.get(caseId)
      await casework.record(t, caseId, 'exam-resumed', { sittingId: sitting.id, haltId: halt.id, stage: sitting.stage, ...(run ? { stoodMs: msBetween(run.haltedAt!, t.now), endsAt: endsAtAfterHalt(run.endsAt!, run.haltedAt!, t.now) } : {}), ...(given.has(caseId) ? { stoodSeconds: given.get(caseId) } : {}) })
    }
    return { stoodMs: msBetween(halt.haltedAt, t.now) }
  })
}

/** A practice on line has a clock of the server: it gets the time back that it stood. */
async function giveWorkBack(t: Tx, sitting: PlannedSitting, cases: readonly string[], haltedAt: Moment): Promise<Map<string, number>> {
  const given = new Map<string, number>()
  for (const caseId of cases) {
    const run = await selectPracticeOfSitting(t.sql, caseId, sitting.id, { lock: true })
    // Whom a failure of his own broke off gets his time back when he goes on.
    const seconds = run && !(await selectOpenBreakdown(t.sql, run.id)) ? secondsStood(run, haltedAt, t.now) : 0
    if (run && seconds > 0) {
      await addWorkSeconds(t.sql, run.id, seconds)
      given.set(caseId, seconds)
    }
  }
  return given
}

async function sittingToHalt(t: Tx, sittingId: string): Promise<PlannedSitting> {
  const id = parseUuid(sittingId)
  const sitting = id ? await findSitting(t.sql, id) : undefined
  if (!sitting) throw new Denial('not-found')
  assertMay(t, policy, 'sitting.halt', sitting)
  return sitting
}

/** Cases before runs, each in the order of its ids, as every act of the exam locks them. */
async function lockCases(t: Tx, sitting: PlannedSitting) {
  const cases = (await selectCasesRunning(t.sql, sitting.id, sitting.stage)).map((each) => each.caseId)
  for (const caseId of cases) await casework.lockCase(t, caseId)
  return cases
}

async function lockedRunning(t: Tx, sitting: PlannedSitting) {
  const cases = await lockCases(t, sitting)
  if (sitting.stage === 'practice') return { cases, runs: [] }
  const running = (await lockOpenRuns(t.sql, sitting.id)).filter((run) => isClockRunning(run, t.now))
  return { cases: running.map((run) => run.caseId), runs: running.map((run) => run.id) }
}
