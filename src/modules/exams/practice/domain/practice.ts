import type { Blocker } from '#kernel/denial.ts'

/** One operation of the technological map, as far as passing depends on it. */
export interface PracticeStep {
  no: number
  optional: boolean
  critical: boolean
}

export interface PracticeMark {
  stepNo: number
  assessorId: string
  done: boolean
}

export const STEP_STATES = ['unmarked', 'waiting', 'done', 'not-done', 'disagreed'] as const
/** `waiting` lacks the mark of an assessor who is required; `disagreed` counts as not done until the assessors agree. */
export type StepState = (typeof STEP_STATES)[number]

/** How an operation stands after the marks given so far. */
export function stepState(no: number, marks: readonly PracticeMark[], assessorsRequired: number): StepState {
  const given = marks.filter((mark) => mark.stepNo === no)
  if (given.length === 0) return 'unmarked'
  if (given.some((mark) => mark.done) && given.some((mark) => !mark.done)) return 'disagreed'
  if (new Set(given.map((mark) => mark.assessorId)).size < assessorsRequired) return 'waiting'
  return given[0]!.done ? 'done' : 'not-done'
}

/** The practical task was performed by the map when every operation that is not optional is done [S][D]. */
export function practicePassed(steps: readonly PracticeStep[], marks: readonly PracticeMark[], assessorsRequired = 1): boolean {
  return steps.length > 0 && steps.filter((step) => !step.optional).every((step) => stepState(step.no, marks, assessorsRequired) === 'done')
}

/** Why the practice may not be closed yet; empty means that everything is marked by everybody who must. */
export function practiceEndBlockers(steps: readonly PracticeStep[], marks: readonly PracticeMark[], assessorsRequired = 1): Blocker[] {
  const open = steps.filter((step) => ['unmarked', 'waiting'].includes(stepState(step.no, marks, assessorsRequired)))
  return open.length > 0 ? [{ code: 'practice.not-all-marked', data: { steps: open.map((step) => step.no).join(', ') } }] : []
}

/** Only a breach of safety at an operation that the map calls critical stops the practice. */
export function safetyStopBlockers(steps: readonly PracticeStep[], no: number): Blocker[] {
  const step = steps.find((each) => each.no === no)
  if (!step) return [{ code: 'practice.no-such-step', data: { step: no } }]
  return step.critical ? [] : [{ code: 'practice.step-not-critical', data: { step: no } }]
}
