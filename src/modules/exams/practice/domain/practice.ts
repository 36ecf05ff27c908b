import type { Blocker } from '#kernel/denial.ts'

/** One operation of the technological map, as far as passing depends on it. */
export interface PracticeStep {
  no: number
  optional: boolean
  critical: boolean
}

/**
 * Which operations decide, norm `practice.operationsCountUnlessOptional` [D]. Yes: every one that the map does not call optional. No: those alone that
 * the map calls critical for safety; where it has none, every one that is not optional, for a task on which nothing depends cannot be passed.
 * All are marked all the same.
 */
export function countedSteps<Step extends PracticeStep>(steps: readonly Step[], unlessOptional: boolean): Step[] {
  if (unlessOptional || !steps.some((step) => step.critical)) return [...steps]
  return steps.map((step) => ({ ...step, optional: !step.critical }))
}

export interface PracticeMark {
  stepNo: number
  assessorId: string
  done: boolean
}

export const STEP_STATES = ['unmarked', 'waiting', 'done', 'not-done', 'disagreed'] as const
/** `waiting` lacks the mark of an assessor who is required; `disagreed` counts as not done until the dispute is settled. */
export type StepState = (typeof STEP_STATES)[number]

/** How a dispute on an operation that counts is settled: both answer again with reasons and alike, or a third assessor decides; norm `practice.disagreement` [D]. */
export const DISAGREEMENT_WAYS = ['joint', 'third'] as const
export type DisagreementWay = (typeof DISAGREEMENT_WAYS)[number]

/** What passing rests upon besides the marks: the latest word of each person on an operation in dispute, and the way of settling. */
export interface Settling {
  verdicts: readonly PracticeMark[]
  way: DisagreementWay
}
const UNSETTLED: Settling = { verdicts: [], way: 'joint' }

/** How an operation stands after the marks given so far. */
export function stepState(no: number, marks: readonly PracticeMark[], assessorsRequired: number): StepState {
  const given = marks.filter((mark) => mark.stepNo === no)
  if (given.length === 0) return 'unmarked'
  if (given.some((mark) => mark.done) && given.some((mark) => !mark.done)) return 'disagreed'
  if (new Set(given.map((mark) => mark.assessorId)).size < assessorsRequired) return 'waiting'
  return given[0]!.done ? 'done' : 'not-done'
}

/** The same after a dispute was settled: by everybody who marked the operation answering alike, or by the one who had not marked it. */
export function settledState(no: number, marks: readonly PracticeMark[], assessorsRequired: number, { verdicts, way }: Settling): StepState {
  const state = stepState(no, marks, assessorsRequired)
  if (state !== 'disagreed') return state
  const markers = new Set(marks.filter((mark) => mark.stepNo === no).map((mark) => mark.assessorId))
  const said = verdicts.filter((verdict) => verdict.stepNo === no && markers.has(verdict.assessorId) === (way === 'joint'))
  const settled = said.length >= (way === 'joint' ? markers.size : 1) && said.every((verdict) => verdict.done === said[0]!.done)
  if (!settled) return 'disagreed'
  return said[0]!.done ? 'done' : 'not-done'
}

/** The operations that count and on which a dispute stands. */
export function openDisputes(steps: readonly PracticeStep[], marks: readonly PracticeMark[], assessorsRequired: number, settling: Settling): number[] {
  return steps.filter((step) => !step.optional && settledState(step.no, marks, assessorsRequired, settling) === 'disagreed').map((step) => step.no)
}

/** The practical task was performed by the map when every operation that is not optional is done [S][D]. */
export function practicePassed(steps: readonly PracticeStep[], marks: readonly PracticeMark[], assessorsRequired = 1, settling: Settling = UNSETTLED): boolean {
  return steps.length > 0 && steps.filter((step) => !step.optional).every((step) => settledState(step.no, marks, assessorsRequired, settling) === 'done')
}

/** Why the practice may not be closed yet; empty means that everything is marked by everybody who must. */
export function practiceEndBlockers(steps: readonly PracticeStep[], marks: readonly PracticeMark[], assessorsRequired = 1): Blocker[] {
  const open = steps.filter((step) => new Set(marks.filter((mark) => mark.stepNo === step.no).map((mark) => mark.assessorId)).size < assessorsRequired)
  return open.length > 0 ? [{ code: 'practice.not-all-marked', data: { steps: open.map((step) => step.no).join(', ') } }] : []
}

/** Only a breach of safety at an operation that the map calls critical stops the practice. */
export function safetyStopBlockers(steps: readonly PracticeStep[], no: number): Blocker[] {
  const step = steps.find((each) => each.no === no)
  if (!step) return [{ code: 'practice.no-such-step', data: { step: no } }]
  return step.critical ? [] : [{ code: 'practice.step-not-critical', data: { step: no } }]
}
