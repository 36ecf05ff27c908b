import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export interface Assignment {
  /** Null: from that day it serves none. */
  regionKato: string | null
  fromDay: Day | undefined
  ground: string
}

/** Why a career centre cannot be given a region from a day: it acts from today on, so that nobody who decided already loses his right to have done so; a day is given once. */
export function assignmentBlockers(assignment: Assignment, facts: { isCareerCentre: boolean; regions: ReadonlySet<string>; daysGiven: ReadonlySet<string>; today: Day }): Blocker[] {
  const found: Blocker[] = []
  if (!facts.isCareerCentre) found.push({ code: 'career-centre.unknown', data: { field: 'organisation' } })
  if (assignment.regionKato !== null && !facts.regions.has(assignment.regionKato)) found.push({ code: 'career-centre.region-unknown', data: { field: 'region' } })
  if (assignment.fromDay === undefined) found.push({ code: 'career-centre.day-wrong', data: { field: 'from' } })
  else if (assignment.fromDay < facts.today) found.push({ code: 'career-centre.day-past', data: { field: 'from' } })
  else if (facts.daysGiven.has(assignment.fromDay)) found.push({ code: 'career-centre.day-given', data: { field: 'from' } })
  if (facts.isCareerCentre && facts.daysGiven.size === 0 && assignment.regionKato === null) found.push({ code: 'career-centre.has-none', data: { field: 'region' } })
  if (assignment.ground.trim() === '') found.push({ code: 'career-centre.ground-missing', data: { field: 'ground' } })
  return found
}
