import type { Moment } from '#kernel/day.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { findNotifiedSitting } from './attempts.ts'
import { selectNewestAttempt, selectViolations, type Attempt, type Violation } from './store/attempt-store.ts'
import { workEndsAt } from './practice/online/domain/work.ts'
import { markersOf, workTimeOf } from './practice/online/work-of.ts'
import { selectOpenBreakdown, type OnlineBreakdown } from './postponing/store/online-breakdown-store.ts'
import { selectPracticeRun } from './practice/store/practice-store.ts'
import { selectTheoryRun } from './theory/store/theory-store.ts'
import { getProgrammeVersion, type PlannedSitting } from './neighbours.ts'

/** What the candidate does in a stage on line; of a practice its end is the end of his work, which the assessors mark after it. */
export interface OnlineRun {
  id: Uuid
  startedAt: Moment | null
  endsAt: Moment | null
  endKind: string | null
  endedAt: Moment | null
  haltedAt: Moment | null
  /** A failure broke him off in this sitting, and he has neither gone on nor got another day; `startedAt` is empty meanwhile. */
  broken: OnlineBreakdown | null
  /** Questions of the theory, operations of the practice. */
  total: number
}
/** A stage of an attempt that is held on line, as whoever watches it needs it. */
export interface OnlineExam {
  attempt: Attempt
  stage: Stage
  sitting: PlannedSitting
  run: OnlineRun | undefined
  /** Of the whole attempt; each says in which count it stands. */
  violations: Violation[]
  /** Who may mark the practice now, the third of a dispute too; nobody before its work has begun and after it was closed. */
  markers: readonly string[]
}

/**
 * The stage on line that is before the candidate of the newest attempt: the first that has not ended, else the last that was held; or the one
 * asked for. Nothing where none is on line. The caller has asked its own policy.
 */
export async function findOnlineExam(t: Tx, caseId: string, asked?: Stage): Promise<OnlineExam | undefined> {
  const attempt = await selectNewestAttempt(t.sql, caseId)
  if (!attempt) return undefined
  const held: Pick<OnlineExam, 'stage' | 'sitting' | 'run' | 'markers'>[] = []
  for (const stage of STAGES) {
    if (asked && stage !== asked) continue
    const sitting = await findNotifiedSitting(t, attempt.id, stage)
    if (sitting?.mode !== 'online') continue
    held.push({ stage, sitting, ...(stage === 'theory' ? { run: await theoryOf(t, attempt, sitting), markers: [] } : await practiceOf(t, attempt, sitting)) })
    if (!attempt.endedAt && !held.at(-1)!.run?.endedAt) break
  }
  const open = attempt.endedAt ? undefined : held.find((each) => !each.run?.endedAt)
  const found = open ?? held.findLast((each) => each.run) ?? held[0]
  return found && { attempt, ...found, violations: await selectViolations(t.sql, attempt.id) }
}

async function theoryOf(t: Tx, attempt: Attempt, sitting: PlannedSitting): Promise<OnlineRun | undefined> {
  const run = await selectTheoryRun(t.sql, attempt.id)
  // What a former sitting broke off begins in this one with the admission.
  if (!run || (run.interruptedAt && run.sittingId !== sitting.id)) return undefined
  const broken = run.interruptedAt && !run.endKind ? ((await selectOpenBreakdown(t.sql, run.id)) ?? null) : null
  return { id: run.id, broken, startedAt: run.interruptedAt ? null : run.startedAt, endsAt: run.endsAt, endKind: run.endKind, endedAt: run.handedInAt, haltedAt: run.haltedAt, total: run.total }
}

async function practiceOf(t: Tx, attempt: Attempt, sitting: PlannedSitting): Promise<Pick<OnlineExam, 'run' | 'markers'>> {
  const run = await selectPracticeRun(t.sql, attempt.id)
  if (!run) return { run, markers: [] }
  const { map } = (await getProgrammeVersion(t.sql, attempt.programmeVersionId)).content
  const broken = run.endKind || run.workEndedAt ? null : ((await selectOpenBreakdown(t.sql, run.id)) ?? null)
  return {
    run: { id: run.id, broken, startedAt: broken ? null : run.startedAt, endsAt: workEndsAt(run), endKind: run.workEndKind ?? run.endKind, endedAt: run.workEndedAt ?? run.endedAt, haltedAt: (await workTimeOf(t, run)).haltedAt ?? null, total: map.steps.length },
    markers: run.endKind ? [] : await markersOf(t, run.id, sitting),
  }
}
