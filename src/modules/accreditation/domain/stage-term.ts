import { addWorkingDays, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'
import type { Stage } from './road.ts'

/** The length of a stage in working days; undefined where nothing sets it: shown as "not set", never guessed. An edition older than the norm does not set it either. */
export function stageTerm(norms: NormEdition, stage: Stage): number | undefined {
  const value = findNorm(norms, `accreditation.stage${stage}.term`)?.value
  return typeof value === 'number' ? value : undefined
}

/** The last day of a stage that started on a day; undefined where no term is set. */
export function stageDueOn(norms: NormEdition, stage: Stage, startedOn: Day, calendar: WorkingCalendar): Day | undefined {
  const term = stageTerm(norms, stage)
  return term === undefined ? undefined : addWorkingDays(calendar, startedOn, term)
}
