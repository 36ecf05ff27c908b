import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { currentAttempt, type Attempt } from '../attempts.ts'
import { selectOpenHalt } from '../conduct/store/halt-store.ts'
import { findSitting, type PlannedSitting } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { lockSittings, selectCasesOfSitting, selectNotification } from '../preparation/store/preparation-store.ts'
import { selectLogEnd, selectTheoryRun } from '../theory/store/theory-store.ts'
import { theoryWayOf } from './online-breakdown.ts'
import { breakdownBlockers, fateOf, leftMsOf, type BreakdownWay } from './domain/breakdown.ts'
import { selectPracticeRun } from '../practice/store/practice-store.ts'
import { callOffNotification } from './postpone.ts'
import { breakOffPractice, breakOffTheory, endHaltByBreakdown, interruptTheory } from './store/breakdown-store.ts'
import { endBreakdown } from './store/online-breakdown-store.ts'

const EMPTY_LOG = new Uint8Array(32)
const RUNNING: readonly string[] = ['theory-running', 'practice-running']

/**
 * A sitting that stands stopped cannot go on today: a failure is never a violation [D]. Everybody called to it gets a new lawful day free of charge. A theory under
 * way goes on then with the time that was left, or is begun anew, as the norm says; a practice is begun anew, for its work cannot be kept.
 */
export async function breakDownSitting(ctx: Ctx, input: { sittingId: string; haltId: string; note: string }): Promise<{ movedOn: number }> {
  return tx(ctx, 'sitting.break-down', async (t) => {
    const id = parseUuid(input.sittingId)
    const sitting = id ? await findSitting(t.sql, id) : undefined
    if (!sitting) throw new Denial('not-found')
    assertMay(t, policy, 'sitting.halt', sitting)
    await lockSittings(t.sql, [sitting.id])
    const cases: casework.CaseFile[] = []
    for (const caseId of await selectCasesOfSitting(t.sql, sitting.id)) cases.push(await casework.lockCase(t, caseId))
    const halt = await selectOpenHalt(t.sql, sitting.id)
    const note = input.note.trim()
    assertNone('breakdown.not-possible', breakdownBlockers({ note }, { stands: halt !== undefined && halt.id === input.haltId }))
    let movedOn = 0
    for (const kase of cases) if (await moveOn(t, kase, sitting, note)) movedOn++
    if ((await endHaltByBreakdown(t.sql, halt!.id, { by: accountOf(t.actor)!, at: t.now, note })) === 0) throw new Denial('breakdown.not-stopped')
    return { movedOn }
  })
}

async function moveOn(t: Tx, kase: casework.CaseFile, sitting: PlannedSitting, note: string): Promise<boolean> {
  const attempt = await currentAttempt(t, kase.id)
  const notification = attempt && !attempt.endedAt ? await selectNotification(t.sql, attempt.id) : undefined
  if (!attempt || !notification) return false
  const off = { attempt, notification, kind: 'centre' as const, ground: 'emergency', note, paper: null }
  if (!RUNNING.includes(kase.step)) {
    // Whoever has handed in this stage goes on to the next as he was told.
    if (!casework.nextStep(kase.step, 'exam.postpone') || (sitting.stage === 'theory' && kase.step === 'theory-passed')) return false
    if (sitting.stage === 'theory') await breakOffUnbegun(t, attempt)
    await callOffNotification(t, kase, off)
    return true
  }
  const broken = kase.step === 'practice-running' ? await practiceOff(t, attempt, sitting, note) : await theoryOff(t, kase, attempt, sitting)
  if (!broken) return false
  await callOffNotification(t, kase, { ...off, brokenDown: broken })
  return true
}

/** A form that was drawn and not begun is drawn anew. */
async function breakOffUnbegun(t: Tx, attempt: Attempt): Promise<void> {
  const run = await selectTheoryRun(t.sql, attempt.id, { lock: true })
  if (run && !run.endKind && !run.startedAt) await breakOffTheory(t.sql, run.id, t.now, EMPTY_LOG)
}

async function practiceOff(t: Tx, attempt: Attempt, sitting: PlannedSitting, note: string): Promise<{ stage: 'practice'; way: BreakdownWay } | undefined> {
  if (sitting.stage !== 'practice') return undefined
  const run = await selectPracticeRun(t.sql, attempt.id, { lock: true })
  // A work on line that was handed in is whole: it is marked, whatever broke down after it.
  if (!run || (run.workMinutes !== null && run.workEndedAt !== null)) return undefined
  await endBreakdown(t.sql, run.id, 'another-day', t.now)
  return (await breakOffPractice(t.sql, attempt.id, t.now, note)) > 0 ? { stage: 'practice', way: 'anew' } : undefined
}

async function theoryOff(t: Tx, kase: casework.CaseFile, attempt: Attempt, sitting: PlannedSitting): Promise<{ stage: 'theory'; way: BreakdownWay; leftMs?: number } | undefined> {
  const run = await selectTheoryRun(t.sql, attempt.id, { lock: true })
  if (!run || run.endKind || run.sittingId !== sitting.id) return undefined
  const fate = fateOf(run, await theoryWayOf(t, kase))
  if (fate === 'handed-in-by-time') return undefined
  // Whom a failure of his own had broken off before goes with the others.
  await endBreakdown(t.sql, run.id, 'another-day', t.now)
  if (fate === 'goes-on') {
    await interruptTheory(t.sql, run.id, t.now)
    return { stage: 'theory', way: 'goes-on', leftMs: leftMsOf(run) }
  }
  await breakOffTheory(t.sql, run.id, t.now, (await selectLogEnd(t.sql, run.id))?.hash ?? EMPTY_LOG)
  return { stage: 'theory', way: 'anew' }
}
