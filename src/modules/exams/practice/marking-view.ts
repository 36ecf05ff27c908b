import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { currentAttempt, findNotifiedSitting } from '../attempts.ts'
import { selectSeats } from '../conduct/store/conduct-store.ts'
import { accountName, getProgrammeVersion, listPlannedOfAssessor, professionName, type MapStep, type PlannedSitting } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { selectViolations } from '../store/attempt-store.ts'
import { deny } from '#kernel/denial.ts'
import { stepState, type StepState } from './domain/practice.ts'
import { assessorsRequired, practiceEndsAt } from './practice.ts'
import { selectMarks, selectPracticeRun } from './store/practice-store.ts'

export interface MarkingView {
  number: string
  step: string
  candidate: string
  profession: string
  level: number
  task: { kk?: string; ru?: string; en?: string }
  steps: (MapStep & { state: StepState; own: { done: boolean; note: string; markedAt: Moment } | undefined; marks: { assessor: string; done: boolean; note: string }[] })[]
  run: { startedAt: Moment; endedAt: Moment | null; endKind: string | null; endStep: number | null; passed: boolean | null } | null
  endsAt: Moment | null
  now: Moment
  mayMark: boolean
  briefed: boolean
  sitting: PlannedSitting | undefined
  violations: number
}

/** The tablet of the assessor: the operations of one candidate with the marks given so far. */
export async function readMarking(ctx: Ctx, number: string): Promise<MarkingView> {
  return read(ctx, 'practice.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    const attempt = await currentAttempt(t, kase.id)
    const sitting = attempt ? await findNotifiedSitting(t, attempt.id, 'practice') : undefined
    assertMay(t, policy, 'practice.read', { ...kase, assessorIds: sitting?.assessorIds ?? [] })
    if (!attempt || !sitting) deny('attempt.no-sitting')
    const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
    const run = await selectPracticeRun(t.sql, attempt.id)
    const marks = run ? await selectMarks(t.sql, run.id) : []
    const required = await assessorsRequired(t, kase)
    const names = new Map<string, string>()
    for (const mark of marks) if (!names.has(mark.assessorId)) names.set(mark.assessorId, await accountName(t, mark.assessorId))
    const me = accountOf(t.actor)
    return {
      number: kase.number, step: kase.step, candidate: personName(await people.getPerson(t, kase.personId), t.lang, 'full'), profession: await professionName(t, kase, t.lang),
      level: kase.level ?? 0, task: content.map.task,
      steps: content.map.steps.map((step) => ({
        ...step, state: stepState(step.no, marks, required), own: marks.find((mark) => mark.stepNo === step.no && mark.assessorId === me),
        marks: marks.filter((mark) => mark.stepNo === step.no).map((mark) => ({ assessor: names.get(mark.assessorId)!, done: mark.done, note: mark.note })),
      })),
      run: run ? { startedAt: run.startedAt, endedAt: run.endedAt, endKind: run.endKind, endStep: run.endStep, passed: run.passed } : null,
      endsAt: run ? practiceEndsAt(run.startedAt, content.map.minutes) : null, now: t.now,
      mayMark: me !== undefined && sitting.assessorIds.includes(me as never), briefed: kase.step === 'briefed' || kase.step === 'theory-passed', sitting,
      violations: (await selectViolations(t.sql, attempt.id)).length,
    }
  })
}

export interface MarkingList {
  today: Day
  sittings: { sitting: PlannedSitting; candidates: { number: string; name: string; step: string; marked: number; working: boolean; ended: boolean }[] }[]
}

/** Today's and coming sittings of the assessor with their candidates. */
export async function listMarking(ctx: Ctx): Promise<MarkingList> {
  return read(ctx, 'marking.list', async (t) => {
    assertMay(t, policy, 'marking.list', undefined as never)
    const today = legalDay(t.now)
    const sittings: MarkingList['sittings'] = []
    for (const sitting of await listPlannedOfAssessor(t.sql, accountOf(t.actor)!, today)) {
      const seats = await selectSeats(t.sql, sitting.id)
      sittings.push({
        sitting, candidates: seats.map((seat) => ({
          number: seat.caseNumber, name: personName(seat, t.lang, 'full'), step: seat.step, marked: seat.practiceMarked, working: seat.practiceStartedAt !== null && !seat.practiceEndKind,
          ended: seat.practiceEndKind !== null,
        })),
      })
    }
    return { today, sittings }
  })
}
