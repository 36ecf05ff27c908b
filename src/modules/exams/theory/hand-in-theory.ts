import { deny } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { endEachDue } from '../end-due.ts'
import { policy } from '../policy.ts'
import { closeTheory } from './close-theory.ts'
import { isTheoryDue } from './domain/exam-time.ts'
import { atSeat, type Seat } from './seat.ts'
import { selectRunsToEnd, selectTheoryRun } from './store/theory-store.ts'

/** The candidate hands in. Handing in twice gives the same result; after the end of the time it is the time that ended the run. */
export async function handInTheory(ctx: Ctx, seat: Seat): Promise<{ passed: boolean; correct: number; total: number }> {
  return tx(ctx, 'theory.hand-in', (t) => atSeat(t, seat, { lock: true }, async ({ kase, attempt, run, facts }) => {
    assertMay(t, policy, 'exam.sit', facts)
    if (!run) deny('theory.not-admitted')
    if (run.endKind) return { passed: run.passed ?? false, correct: run.correct ?? 0, total: run.total }
    if (!run.startedAt || !run.endsAt) deny('theory.not-started')
    if (run.haltedAt) deny('theory.halted')
    return closeTheory(t, { kase, attempt, run }, t.now > run.endsAt ? { kind: 'time', at: run.endsAt } : { kind: 'handed-in', at: t.now })
  }))
}

/** Hands in every run whose time and grace are over. */
export function endDueTheoryRuns(ctx: Ctx): Promise<number> {
  return endEachDue(ctx, {
    find: (t, most) => selectRunsToEnd(t.sql, t.now, most),
    async end(t, kase, attempt) {
      const run = await selectTheoryRun(t.sql, attempt.id, { lock: true })
      // Another worker, or the candidate himself, was quicker.
      if (!run?.endsAt || !isTheoryDue(run, t.now, normNumber(await casework.normsOf(t, kase), 'exam.graceSeconds'))) return false
      await closeTheory(t, { kase, attempt, run }, { kind: 'time', at: run.endsAt })
      return true
    },
  })
}
