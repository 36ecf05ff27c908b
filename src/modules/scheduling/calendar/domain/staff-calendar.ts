import { addDays, almatyTime, legalDay, momentAt, weekday, type Day, type Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** Days on which somebody is not there; the reason is not asked. */
export interface AbsenceSpan {
  accountId: string
  fromDay: Day
  untilDay: Day
}

/** Who of these people is away on the day. */
export function absentOn(people: readonly string[], absences: readonly AbsenceSpan[], on: Day): string[] {
  return people.filter((person) => absences.some((each) => each.accountId === person && each.fromDay <= on && on <= each.untilDay))
}

/** An absence as a piece of time: from the first midnight to the one after its last day. */
export function absenceTime({ fromDay, untilDay }: Pick<AbsenceSpan, 'fromDay' | 'untilDay'>): { from: Moment; until: Moment } {
  return { from: momentAt(fromDay, '00:00'), until: momentAt(addDays(untilDay, 1), '00:00') }
}

const ABSENCE_DAYS_MAX = 366

export interface AbsenceFacts {
  today: Day
  /** Whether the person holds a role at the centre. */
  isStaff: boolean
  /** Other absences of this person that stand. */
  standing: readonly AbsenceSpan[]
  /** Days of sittings that name him, within the absence. */
  sittingDays: readonly Day[]
}

/** Why this absence cannot be entered; empty when it can. */
export function absenceBlockers(absence: AbsenceSpan, facts: AbsenceFacts): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string, data?: Blocker['data']) => found.push(data ? { code: `absence.${code}`, data } : { code: `absence.${code}` })
  if (!facts.isStaff) say('no-staff', { field: 'person' })
  if (absence.untilDay < absence.fromDay) say('days-out-of-order', { field: 'until' })
  else if (absence.untilDay < facts.today) say('past', { field: 'until' })
  else if (absence.untilDay > addDays(absence.fromDay, ABSENCE_DAYS_MAX)) say('too-long', { field: 'until', most: ABSENCE_DAYS_MAX })
  if (facts.standing.some((other) => other.fromDay <= absence.untilDay && absence.fromDay <= other.untilDay)) say('overlaps', { field: 'from' })
  const [first] = [...facts.sittingDays].sort()
  if (first !== undefined) say('has-sittings', { count: facts.sittingDays.length, first })
  return found
}

/** Hours of one weekday in which a person may be named, 1 is Monday; wall time of Almaty. */
export interface StaffDay {
  weekday: number
  opens: string
  closes: string
}

/** Whether a piece of time lies within somebody's hours; an empty week is no limit. */
export function isWithinHours(week: readonly StaffDay[], startsAt: Moment, endsAt: Moment): boolean {
  if (week.length === 0) return true
  const on = legalDay(startsAt)
  const day = week.find((each) => each.weekday === weekday(on))
  return day !== undefined && legalDay(endsAt) === on && day.opens <= almatyTime(startsAt) && almatyTime(endsAt) <= day.closes
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is wrong with a week of an examiner. */
export function staffWeekBlockers({ week, from }: { week: readonly StaffDay[]; from: Day }, today: Day): Blocker[] {
  const found: Blocker[] = from < today ? [{ code: 'staff-hours.day-past', data: { field: 'from' } }] : []
  for (const day of week) {
    if (!TIME.test(day.opens)) found.push({ code: 'staff-hours.time-wrong', data: { field: `opens-${day.weekday}` } })
    if (!TIME.test(day.closes)) found.push({ code: 'staff-hours.time-wrong', data: { field: `closes-${day.weekday}` } })
    else if (TIME.test(day.opens) && day.closes <= day.opens) found.push({ code: 'staff-hours.end-before-start', data: { field: `closes-${day.weekday}` } })
  }
  return found
}
