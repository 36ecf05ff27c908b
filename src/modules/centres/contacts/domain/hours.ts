import { weekday, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** The hours of one weekday, 1 is Monday; wall time of Almaty, HH:MM. */
export interface OpenDay {
  weekday: number
  opens: string
  closes: string
  breakFrom: string | null
  breakUntil: string | null
}
/** A week; a weekday that is not named is closed. */
export type Week = readonly OpenDay[]

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is wrong with a week from a day on; it begins today or later, and every time stands in its order. */
export function weekBlockers({ week, from }: { week: Week; from: Day }, today: Day): Blocker[] {
  const found: Blocker[] = []
  if (from < today) found.push({ code: 'hours.day-past', data: { field: 'from' } })
  if (week.length === 0) found.push({ code: 'hours.no-day', data: { field: 'opens-1' } })
  for (const day of week) {
    const wrong = (code: string, field: string) => found.push({ code: `hours.${code}`, data: { field: `${field}-${day.weekday}`, weekday: day.weekday } })
    if (!TIME.test(day.opens)) wrong('time-wrong', 'opens')
    if (!TIME.test(day.closes)) wrong('time-wrong', 'closes')
    else if (TIME.test(day.opens) && day.closes <= day.opens) wrong('end-before-start', 'closes')
    if (day.breakFrom === null && day.breakUntil === null) continue
    if (day.breakFrom === null || !TIME.test(day.breakFrom)) wrong('time-wrong', 'breakFrom')
    else if (day.breakUntil === null || !TIME.test(day.breakUntil)) wrong('time-wrong', 'breakUntil')
    else if (day.breakUntil <= day.breakFrom || day.breakFrom <= day.opens || day.breakUntil >= day.closes) wrong('break-outside', 'breakFrom')
  }
  return found
}

/** One day that is not as the week says: other hours, or closed when both times are null. */
export interface HoursException {
  onDay: Day
  opens: string | null
  closes: string | null
  noteKk: string
  noteRu: string
}

const NOTE_MAX = 200

export function exceptionBlockers(exception: HoursException, today: Day, standing: readonly Day[]): Blocker[] {
  const found: Blocker[] = []
  const { onDay, opens, closes, noteKk, noteRu } = exception
  if (onDay < today) found.push({ code: 'hours.exception-past', data: { field: 'onDay' } })
  if (standing.includes(onDay)) found.push({ code: 'hours.exception-taken', data: { field: 'onDay' } })
  if ((opens === null) !== (closes === null) || (opens !== null && !TIME.test(opens)) || (closes !== null && !TIME.test(closes))) found.push({ code: 'hours.exception-time-wrong', data: { field: 'exceptionOpens' } })
  else if (opens !== null && closes! <= opens) found.push({ code: 'hours.exception-end-before-start', data: { field: 'exceptionCloses' } })
  if (noteKk === '' || noteKk.length > NOTE_MAX) found.push({ code: 'hours.note-missing', data: { field: 'noteKk' } })
  if (noteRu === '' || noteRu.length > NOTE_MAX) found.push({ code: 'hours.note-missing', data: { field: 'noteRu' } })
  return found
}

export interface HoursEdition {
  inForceFrom: Day
  week: Week
}
/** The week in force on a day. Editions stand the newest first, and of two for one day the later entered first. */
export function weekOn<Edition extends HoursEdition>(editions: readonly Edition[], on: Day): Edition | undefined {
  return editions.find((edition) => edition.inForceFrom <= on)
}

/** When the centre is open on a day: its exception, else the weekday of its week; null when it is closed. */
export function openOn(week: Week, exceptions: readonly HoursException[], on: Day): { opens: string; closes: string } | null {
  const exception = exceptions.find((each) => each.onDay === on)
  if (exception) return exception.opens === null ? null : { opens: exception.opens, closes: exception.closes! }
  const day = week.find((each) => each.weekday === weekday(on))
  return day ? { opens: day.opens, closes: day.closes } : null
}

/** Weekdays in a row with the same hours, as one would write them on a door. */
export function weekRuns(week: Week): { from: number; until: number; hours: OpenDay }[] {
  const runs: { from: number; until: number; hours: OpenDay }[] = []
  const same = (a: OpenDay, b: OpenDay) => a.opens === b.opens && a.closes === b.closes && a.breakFrom === b.breakFrom && a.breakUntil === b.breakUntil
  for (const day of [...week].sort((a, b) => a.weekday - b.weekday)) {
    const last = runs.at(-1)
    if (last && last.until === day.weekday - 1 && same(last.hours, day)) last.until = day.weekday
    else runs.push({ from: day.weekday, until: day.weekday, hours: day })
  }
  return runs
}
