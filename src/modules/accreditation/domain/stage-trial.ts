import { addWorkingDays, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import { isLate } from '#kernel/deadline-rule.ts'

/** A stage that ran: its first day and the day of its end; null while it runs. */
export interface RunStage {
  startedOn: Day
  endedOn: Day | null
}
export interface StageTrial {
  counted: number
  lateBefore: number
  lateAfter: number
}

/** How many of the stages that ran went beyond a term of so many working days, the present and the tried one; without a term nothing is late. */
export function stageTrial(ran: readonly RunStage[], terms: { before: number | undefined; after: number | undefined }, calendar: WorkingCalendar, today: Day): StageTrial {
  const late = (term: number | undefined) => (term === undefined ? 0 : ran.filter((each) => isLate(addWorkingDays(calendar, each.startedOn, term), each.endedOn ?? today)).length)
  return { counted: ran.length, lateBefore: late(terms.before), lateAfter: late(terms.after) }
}
