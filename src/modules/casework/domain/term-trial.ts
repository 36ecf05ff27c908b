import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import { dueOn, isLate, type DeadlineId, type DeadlineRule } from '#kernel/deadline-rule.ts'
import { isDenial } from '#kernel/denial.ts'

/** Terms within which somebody owes an act; the others are rights of the candidate, which nobody keeps late. */
export const OWED: readonly DeadlineId[] = ['T1', 'T2', 'T4', 'T5', 'T12', 'T14']

/** A term that ran: its first day and the day of the act; null while the act is owed still. */
export interface RunTerm {
  startedOn: Day
  actedOn: Day | null
}

export interface TermTrial {
  /** Terms that could be counted. */
  counted: number
  lateBefore: number
  lateAfter: number
}

/** How many of the terms that ran would have been kept late under another rule; what is owed still is looked at as of today. */
export function termTrial(terms: readonly RunTerm[], before: DeadlineRule, after: DeadlineRule, calendar: WorkingCalendar, today: Day): TermTrial {
  const trial: TermTrial = { counted: 0, lateBefore: 0, lateAfter: 0 }
  const due = { before: remembered(before, calendar), after: remembered(after, calendar) }
  for (const term of terms) {
    const [first, second] = [due.before(term.startedOn), due.after(term.startedOn)]
    if (first === 'unknown' || second === 'unknown') continue
    const actedOn = term.actedOn ?? today
    trial.counted++
    if (isLate(first, actedOn)) trial.lateBefore++
    if (isLate(second, actedOn)) trial.lateAfter++
  }
  return trial
}

/** The last day of a term by its first one, counted once; a year without a calendar is said to be unknown, never guessed. */
function remembered(rule: DeadlineRule, calendar: WorkingCalendar): (startedOn: Day) => Day | undefined | 'unknown' {
  const known = new Map<Day, Day | undefined | 'unknown'>()
  return (startedOn) => {
    if (!known.has(startedOn)) known.set(startedOn, lastDay(rule, startedOn, calendar))
    return known.get(startedOn)
  }
}

/** The last day of a term, or that the calendar does not reach so far. */
export function lastDay(rule: DeadlineRule, startedOn: Day, calendar: WorkingCalendar): Day | undefined | 'unknown' {
  try {
    return dueOn(rule, startedOn, calendar)
  } catch (error) {
    if (isDenial(error, 'calendar.year-missing')) return 'unknown'
    throw error
  }
}
