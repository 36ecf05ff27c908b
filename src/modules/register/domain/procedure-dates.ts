import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import { dueOn, firstLawfulDay, type NoticeReading } from '#kernel/deadline-rule.ts'
import { deadlineRule, normNumber, normText, type NormEdition } from '#kernel/norms.ts'

/** The road in days, if every term were used to its end. */
export interface ProcedureDates {
  appliedOn: Day
  contractBy: Day
  notifiedBy: Day
  firstExamOn: Day
  decidedBy: Day
  resultBy: Day
}

/**
 * The days of a procedure that begins today, each term used to its end and the exam held on the first lawful day.
 * Undefined where a term is not set; a year without a calendar is refused by the calendar itself.
 */
export function procedureDates(today: Day, norms: NormEdition, calendar: WorkingCalendar): ProcedureDates | undefined {
  const end = (id: 'T1' | 'T2' | 'T4' | 'T5', from: Day) => dueOn(deadlineRule(norms, id), from, calendar)
  const contractBy = end('T1', today)
  const notifiedBy = contractBy && end('T2', contractBy)
  if (!contractBy || !notifiedBy) return undefined
  const firstExamOn = firstLawfulDay(notifiedBy, normNumber(norms, 'notice.wholeDays'), normText(norms, 'notice.reading') as NoticeReading, calendar)
  const decidedBy = end('T4', firstExamOn)
  const resultBy = decidedBy && end('T5', decidedBy)
  return decidedBy && resultBy ? { appliedOn: today, contractBy, notifiedBy, firstExamOn, decidedBy, resultBy } : undefined
}
