import { addMonths, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export const CHECK_KINDS = ['planned', 'unplanned', 'follow-up'] as const
export type CheckKind = (typeof CHECK_KINDS)[number]
export const FINDING_GRAVITIES = ['minor', 'major', 'critical'] as const
export type FindingGravity = (typeof FINDING_GRAVITIES)[number]
export const ORDER_MOVERS = ['centre', 'accreditor', 'nobody'] as const
export type OrderMover = (typeof ORDER_MOVERS)[number]

export const LONGEST_TEXT = 4000

const isOneOf = (list: readonly string[], text: string): boolean => list.includes(text)
function textBlockers(texts: Readonly<Record<string, string>>): Blocker[] {
  return Object.entries(texts).flatMap(([code, text]) => (text.trim() === '' ? [{ code }] : text.trim().length > LONGEST_TEXT ? [{ code: 'monitoring.too-long', data: { most: LONGEST_TEXT } }] : []))
}

/** A check is planned for today or later, with its kind, its reason and who holds it. */
export function planBlockers(plan: { kind: string; on: Day | undefined; reason: string; responsible: string }, today: Day, people: readonly string[]): Blocker[] {
  return [
    ...(isOneOf(CHECK_KINDS, plan.kind) ? [] : [{ code: 'monitoring.kind-missing' }]),
    ...dayBlockers(plan.on, today),
    ...textBlockers({ 'monitoring.reason-missing': plan.reason }),
    ...(people.includes(plan.responsible) ? [] : [{ code: 'monitoring.responsible-missing' }]),
  ]
}
function dayBlockers(on: Day | undefined, today: Day): Blocker[] {
  if (!on) return [{ code: 'monitoring.day-missing' }]
  return on < today ? [{ code: 'monitoring.day-past' }] : []
}

/** A planned day is moved while the check is not held, with a ground. */
export function moveBlockers(check: { heldOn: Day | null; plannedOn: Day }, to: Day | undefined, ground: string, today: Day): Blocker[] {
  if (check.heldOn) return [{ code: 'monitoring.held-already' }]
  return [...dayBlockers(to, today), ...(to === check.plannedOn ? [{ code: 'monitoring.same-day' }] : []), ...textBlockers({ 'monitoring.ground-missing': ground })]
}

/** A check is held once, on a day that has come; it may be held before its planned day. */
export function holdBlockers(check: { heldOn: Day | null }, heldOn: Day | undefined, outcome: string, today: Day): Blocker[] {
  if (check.heldOn) return [{ code: 'monitoring.held-already' }]
  return [...(!heldOn ? [{ code: 'monitoring.day-missing' }] : heldOn > today ? [{ code: 'monitoring.day-ahead' }] : []), ...textBlockers({ 'monitoring.outcome-missing': outcome })]
}

/** A report has its subject and the day on which it came, today or earlier. */
export function reportBlockers(report: { subject: string; receivedOn: Day | undefined }, today: Day): Blocker[] {
  return [...textBlockers({ 'monitoring.subject-missing': report.subject }), ...(!report.receivedOn ? [{ code: 'monitoring.day-missing' }] : report.receivedOn > today ? [{ code: 'monitoring.day-ahead' }] : [])]
}

/** A finding names its gravity, the requirement that is not met, and what was seen; it rests on a check that was held, or on a report. */
export function findingBlockers(finding: { gravity: string; requirement: string; description: string }, basis: { checkHeldOn: Day | null | undefined }): Blocker[] {
  return [
    ...(basis.checkHeldOn === null ? [{ code: 'monitoring.not-held' }] : []),
    ...(isOneOf(FINDING_GRAVITIES, finding.gravity) ? [] : [{ code: 'monitoring.gravity-missing' }]),
    ...textBlockers({ 'monitoring.requirement-missing': finding.requirement, 'monitoring.description-missing': finding.description }),
  ]
}

/** An order says what is to be done by which day; the day is not past. */
export function orderBlockers(order: { demand: string; dueOn: Day | undefined }, today: Day): Blocker[] {
  return [...textBlockers({ 'monitoring.demand-missing': order.demand }), ...dayBlockers(order.dueOn, today)]
}

interface OrderFacts {
  dueOn: Day
  whoseMove: OrderMover
}

/** The due day of an open order is moved later only, never back, and with a ground. */
export function extensionBlockers(order: OrderFacts, to: Day | undefined, ground: string, today: Day): Blocker[] {
  if (order.whoseMove === 'nobody') return [{ code: 'monitoring.remedied-already' }]
  return [...dayBlockers(to, today), ...(to && to <= order.dueOn ? [{ code: 'monitoring.not-later' }] : []), ...textBlockers({ 'monitoring.ground-missing': ground })]
}

/** The centre answers while it is its move, and may add to an answer that nobody has judged yet. */
export function answerBlockers(order: OrderFacts, body: string): Blocker[] {
  return order.whoseMove === 'nobody' ? [{ code: 'monitoring.remedied-already' }] : textBlockers({ 'monitoring.answer-missing': body })
}

/** Only an answer can be given back, and with words. */
export function returnBlockers(order: OrderFacts, words: string): Blocker[] {
  if (order.whoseMove === 'nobody') return [{ code: 'monitoring.remedied-already' }]
  return order.whoseMove === 'centre' ? [{ code: 'monitoring.not-answered' }] : textBlockers({ 'monitoring.words-missing': words })
}

/** That a finding is remedied is confirmed by a person who says what he saw, and when: also without an answer, when it was seen on site. */
export function confirmBlockers(order: OrderFacts, remediedOn: Day | undefined, words: string, today: Day): Blocker[] {
  if (order.whoseMove === 'nobody') return [{ code: 'monitoring.remedied-already' }]
  return [...(!remediedOn ? [{ code: 'monitoring.day-missing' }] : remediedOn > today ? [{ code: 'monitoring.day-ahead' }] : []), ...textBlockers({ 'monitoring.words-missing': words })]
}

/** By which day the next planned check would be due, or undefined where the norm sets no frequency: then nothing is due. */
export function nextCheckBy(lastHeldOn: Day | undefined, frequencyMonths: number | undefined): Day | undefined {
  return lastHeldOn === undefined || frequencyMonths === undefined ? undefined : addMonths(lastHeldOn, frequencyMonths)
}

export interface Matter {
  mover: 'centre' | 'accreditor'
  dueOn: Day | null
  centreName: string
}
/** What is due first stands first; what has no day comes last. */
export function compareMatters(a: Matter, b: Matter): number {
  const [x, y] = [a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31']
  return x < y ? -1 : x > y ? 1 : a.centreName < b.centreName ? -1 : a.centreName > b.centreName ? 1 : 0
}
