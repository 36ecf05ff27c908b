import type { WorkingCalendar } from '#kernel/calendar.ts'
import { parseDay, yearOf, type Day } from '#kernel/day.ts'
import { dueOn, firstLawfulDay, type DeadlineId, type DeadlineRule, type NoticeReading } from '#kernel/deadline-rule.ts'
import { isDenial } from '#kernel/denial.ts'
import { deadlineRule, getNorm, normNumber, normText, type Norm, type NormEdition } from '#kernel/norms.ts'

export const TERM_GROUPS = ['road', 'complaints', 'registers', 'vouchers'] as const
export type TermGroup = (typeof TERM_GROUPS)[number]

/** Who has to act within a term, or whose right it is. */
export type TermOf = 'centre' | 'candidate' | 'ministry' | 'associations' | 'career-centre'

/** Every term in the order in which a case meets it. */
export const TERMS: readonly { id: DeadlineId; group: TermGroup; of: TermOf }[] = [
  { id: 'T1', group: 'road', of: 'centre' }, { id: 'T15', group: 'road', of: 'candidate' }, { id: 'T2', group: 'road', of: 'centre' }, { id: 'T3', group: 'road', of: 'centre' },
  { id: 'T4', group: 'road', of: 'centre' }, { id: 'T5', group: 'road', of: 'centre' }, { id: 'T6', group: 'complaints', of: 'candidate' }, { id: 'T12', group: 'complaints', of: 'centre' },
  { id: 'T14', group: 'complaints', of: 'centre' }, { id: 'T9', group: 'registers', of: 'centre' }, { id: 'T11', group: 'registers', of: 'associations' }, { id: 'T10', group: 'registers', of: 'ministry' },
  { id: 'T13', group: 'vouchers', of: 'career-centre' }, { id: 'T7', group: 'vouchers', of: 'candidate' }, { id: 'T8', group: 'vouchers', of: 'candidate' },
]

export interface TermShown {
  id: DeadlineId
  group: TermGroup
  of: TermOf
  rule: DeadlineRule
  norm: Norm
  /** Counted from the day asked: the last day in time, for T3 the first day allowed. Undefined where the term is not set or the calendar does not reach. */
  example: Day | undefined
}

/** All terms as the edition has them, each with what it would come to if its event were on that day. */
export function termsOn(day: Day, norms: NormEdition, calendar: WorkingCalendar): TermShown[] {
  return TERMS.map((term) => {
    const rule = deadlineRule(norms, term.id)
    return { ...term, rule, norm: getNorm(norms, `deadline.${term.id}.length`), example: reached(() => exampleOf(rule, day, norms, calendar)) }
  })
}

function exampleOf(rule: DeadlineRule, day: Day, norms: NormEdition, calendar: WorkingCalendar): Day | undefined {
  if (rule.unit === 'date') return nextDate(rule.dates, day)
  if (rule.id !== 'T3') return dueOn(rule, day, calendar)
  return firstLawfulDay(day, normNumber(norms, 'notice.wholeDays'), normText(norms, 'notice.reading') as NoticeReading, calendar)
}

/** The next of the dates of the year: a case whose date has passed is late, but a reader of the calendar asks when it comes again. */
function nextDate(dates: readonly string[], day: Day): Day | undefined {
  return [yearOf(day), yearOf(day) + 1].flatMap((year) => dates.flatMap((date) => parseDay(`${year}-${date}`) ?? [])).find((each) => each >= day)
}

function reached(count: () => Day | undefined): Day | undefined {
  try {
    return count()
  } catch (error) {
    if (isDenial(error, 'calendar.year-missing')) return undefined
    throw error
  }
}
