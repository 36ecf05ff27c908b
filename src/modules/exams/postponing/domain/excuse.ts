import { workingDaysBetween, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** Why somebody could not come and could not say so before. */
export const EXCUSE_GROUNDS = ['illness', 'bereavement', 'accident', 'summons', 'other'] as const
export type ExcuseGround = (typeof EXCUSE_GROUNDS)[number]

const NOTE_MAX = 1000
const PAPER_MAX = 200

export interface ExcuseFacts {
  /** The day on which he did not come; undefined where no absence is recorded. */
  missedOn: Day | undefined
  /** The panel has not decided yet; after that there is the appeal. */
  undecided: boolean
  today: Day
  calendar: WorkingCalendar
  /** Working days after the missed day in which a ground is taken, by the norm [D]. */
  withinDays: number
}

/** Why this absence is not excused; empty when it is. */
export function excuseBlockers(asked: { ground: string; paper: string; note: string }, facts: ExcuseFacts): Blocker[] {
  const found: Blocker[] = []
  if (facts.missedOn === undefined) found.push({ code: 'excuse.nobody-missed' })
  else if (!facts.undecided) found.push({ code: 'excuse.decided' })
  else if (facts.today > facts.missedOn && workingDaysBetween(facts.calendar, facts.missedOn, facts.today) > facts.withinDays) found.push({ code: 'excuse.too-late', data: { days: facts.withinDays } })
  if (!(EXCUSE_GROUNDS as readonly string[]).includes(asked.ground)) found.push({ code: 'excuse.ground-missing', data: { field: 'ground' } })
  if (asked.paper === '' || asked.paper.length > PAPER_MAX) found.push({ code: 'excuse.paper-missing', data: { field: 'paper' } })
  if (asked.ground === 'other' && asked.note === '') found.push({ code: 'excuse.note-missing', data: { field: 'note' } })
  if (asked.note.length > NOTE_MAX) found.push({ code: 'postponement.note-too-long', data: { field: 'note', most: NOTE_MAX } })
  return found
}
