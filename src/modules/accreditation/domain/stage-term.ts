import { addWorkingDays, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import { normNumberOr, type NormEdition } from '#kernel/norms.ts'
import type { Stage } from './road.ts'

/** The norm of each stage's term. */
const TERMS: Readonly<Record<Stage, string>> = {
  1: 'accreditation.stage1.term', 2: 'accreditation.stage2.term', 3: 'accreditation.stage3.term', 4: 'accreditation.stage4.term', 5: 'accreditation.stage5.term', 6: 'accreditation.stage6.term',
}

/** The length of a stage in working days; undefined where nothing sets it: shown as "not set", never guessed. An edition older than the norm does not set it either. */
export function stageTerm(norms: NormEdition, stage: Stage): number | undefined {
  return normNumberOr(norms, TERMS[stage], undefined)
}

/** The last day of a stage that started on a day; undefined where no term is set. */
export function stageDueOn(norms: NormEdition, stage: Stage, startedOn: Day, calendar: WorkingCalendar): Day | undefined {
  const term = stageTerm(norms, stage)
  return term === undefined ? undefined : addWorkingDays(calendar, startedOn, term)
}
