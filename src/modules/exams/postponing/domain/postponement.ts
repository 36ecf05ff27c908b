import { workingDaysBetween, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day, Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** By whose side a day falls through: the candidate asks, the candidate is ill, the centre cannot hold it, or he came and was not let in. */
export const POSTPONEMENT_KINDS = ['candidate', 'illness', 'centre', 'not-let-in'] as const
export type PostponementKind = (typeof POSTPONEMENT_KINDS)[number]

/** Why a centre calls a sitting off. */
export const CALL_OFF_GROUNDS = ['equipment', 'staff', 'premises', 'emergency', 'other'] as const
export type CallOffGround = (typeof CALL_OFF_GROUNDS)[number]

const NOTE_MAX = 1000
const PAPER_MAX = 200

export interface PostponementFacts {
  today: Day
  now: Moment
  calendar: WorkingCalendar
  /** The next stage that is still to be held. */
  nextOn: Day
  nextEndsAt: Moment
  /** Somebody began that stage already: what is under way is stopped at the sitting, not postponed. */
  begun: boolean
  /** How often the candidate asked before in this attempt; illness does not count. */
  askedBefore: number
  /** By the norms [D]. */
  timesAllowed: number
  workingDaysBefore: number
}

/** Why this day is not postponed by the candidate or for his illness; empty when it is. */
export function postponementBlockers(asked: { kind: 'candidate' | 'illness'; note: string; paper: string }, facts: PostponementFacts): Blocker[] {
  const found: Blocker[] = []
  if (facts.begun) found.push({ code: 'postponement.begun' })
  if (facts.now >= facts.nextEndsAt) found.push({ code: 'postponement.over' })
  if (asked.note.length > NOTE_MAX) found.push({ code: 'postponement.note-too-long', data: { field: 'note', most: NOTE_MAX } })
  if (asked.kind === 'illness') {
    if (asked.paper === '' || asked.paper.length > PAPER_MAX) found.push({ code: 'postponement.paper-missing', data: { field: 'paper' } })
    return found
  }
  if (asked.note === '') found.push({ code: 'postponement.note-missing', data: { field: 'note' } })
  if (facts.askedBefore >= facts.timesAllowed) found.push({ code: 'postponement.too-often', data: { times: facts.timesAllowed } })
  // Whole working days that lie between today and the day of the exam.
  if (facts.now < facts.nextEndsAt && (facts.today >= facts.nextOn || workingDaysBetween(facts.calendar, facts.today, facts.nextOn) - 1 < facts.workingDaysBefore)) {
    found.push({ code: 'postponement.too-late', data: { days: facts.workingDaysBefore } })
  }
  return found
}

/** Why a centre cannot call a sitting off so. */
export function callOffBlockers(asked: { ground: string; note: string }, facts: { cancelled: boolean; over: boolean; running: number }): Blocker[] {
  const found: Blocker[] = []
  if (facts.cancelled) found.push({ code: 'sitting.cancelled-already' })
  if (facts.over) found.push({ code: 'postponement.over' })
  if (facts.running > 0) found.push({ code: 'postponement.somebody-runs', data: { n: facts.running } })
  if (!(CALL_OFF_GROUNDS as readonly string[]).includes(asked.ground)) found.push({ code: 'postponement.ground-missing', data: { field: 'ground' } })
  if (asked.ground === 'other' && asked.note === '') found.push({ code: 'postponement.note-missing', data: { field: 'note' } })
  if (asked.note.length > NOTE_MAX) found.push({ code: 'postponement.note-too-long', data: { field: 'note', most: NOTE_MAX } })
  return found
}
