import { deny, Denial } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { currentAttempt, type Attempt } from '../../attempts.ts'
import { endEachDue } from '../../end-due.ts'
import { policy } from '../../policy.ts'
import { selectPracticeRun, type PracticeRun } from '../store/practice-store.ts'
import { handedIn, isWorkDue, workEndsAt, type WorkEnd } from './domain/work.ts'
import { selectWorkFiles, selectWorkToEnd, updateWorkEnded } from '../store/work-store.ts'
import { workTimeOf } from './work-of.ts'

export interface OwnWork {
  kase: casework.CaseFile
  attempt: Attempt
  run: PracticeRun
}

/** The work of the candidate at his practice on line; whoever is not he finds none, and so does he before it has begun. */
export async function ownWork(t: Tx, number: string, { lock }: { lock: boolean }): Promise<OwnWork> {
  const kase = await (lock ? casework.lockCaseByNumber(t, number) : casework.getCaseByNumber(t, number))
  assertMay(t, policy, 'practice.work', kase)
  const attempt = await currentAttempt(t, kase.id)
  const run = attempt && (await selectPracticeRun(t.sql, attempt.id, { lock }))
  if (!attempt || !run || run.workMinutes === null) throw new Denial('not-found')
  return { kase, attempt, run }
}

/** The candidate hands his work in: nothing is taken into it any more, and the assessors go on. Handing in twice changes nothing; after its time it is the time that ended it. */
export async function handInWork(ctx: Ctx, input: { number: string }): Promise<{ kind: WorkEnd }> {
  return tx(ctx, 'practice.hand-in', async (t) => {
    const work = await ownWork(t, input.number, { lock: true })
    if (work.run.workEndKind) return { kind: work.run.workEndKind }
    if ((await workTimeOf(t, work.run)).haltedAt) deny('practice.work-halted')
    const end = handedIn(workEndsAt(work.run)!, t.now)
    await endWork(t, work, end)
    return { kind: end.kind }
  })
}

async function endWork(t: Tx, { kase, attempt, run }: OwnWork, end: ReturnType<typeof handedIn>): Promise<void> {
  const files = await selectWorkFiles(t.sql, run.id)
  if ((await updateWorkEnded(t.sql, run.id, end)) === 0) return
  await casework.record(t, kase.id, end.kind === 'time' ? 'work-time-over' : 'work-handed-in', {
    attemptId: attempt.id, runId: run.id, endedAt: end.at, files: files.filter((each) => !each.replaced).map((each) => each.sha256),
  })
}

/** Ends every work whose time and grace are over, whether a browser still asks or not. */
export function endDueWork(ctx: Ctx): Promise<number> {
  return endEachDue(ctx, {
    find: (t, most) => selectWorkToEnd(t.sql, t.now, most),
    async end(t, kase, attempt) {
      const run = await selectPracticeRun(t.sql, attempt.id, { lock: true })
      // Another worker, or the candidate himself, was quicker; or a stop began meanwhile.
      if (!run || !isWorkDue(await workTimeOf(t, run), t.now, normNumber(await casework.normsOf(t, kase), 'exam.graceSeconds'))) return false
      await endWork(t, { kase, attempt, run }, { kind: 'time', at: workEndsAt(run)! })
      return true
    },
  })
}
