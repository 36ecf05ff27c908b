import { addDays, almatyTime, type Day, type Moment, weekday } from '#kernel/day.ts'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Blocker } from '#kernel/denial.ts'
import { firstLawfulDay, type NoticeReading } from '#kernel/deadline-rule.ts'
import type { Stage } from '#kernel/exam-stage.ts'

/** Parts of a working day in which a sitting begins. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof DAY_PARTS)[number]

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** When a candidate would come; an empty list means any. */
export interface DayWish {
  weekdays: readonly number[]
  parts: readonly DayPart[]
}

interface Choosable {
  stage: Stage
  startsAt: Moment
  endsAt: Moment
  why: readonly unknown[]
}

/**
 * What a candidate is shown: sittings against which nothing speaks, and of two stages only those that have a partner, for the practice
 * begins after the theory has ended.
 */
export function choosable<S extends Choosable>(stages: readonly Stage[], sittings: Readonly<Record<Stage, readonly S[]>>): Record<Stage, S[]> {
  const free = (stage: Stage) => (stages.includes(stage) ? sittings[stage].filter((each) => each.why.length === 0) : [])
  const [theory, practice] = [free('theory'), free('practice')]
  if (stages.length < 2) return { theory, practice }
  return {
    theory: theory.filter((one) => practice.some((other) => other.startsAt >= one.endsAt)),
    practice: practice.filter((other) => theory.some((one) => other.startsAt >= one.endsAt)),
  }
}

/** The last day on which a notification may be sent so that its shortest notice fits this day; undefined when that has passed. */
export function lastDayToSend(procedureOn: Day, today: Day, notice: { wholeDays: number; reading: NoticeReading; calendar: WorkingCalendar }): Day | undefined {
  const fits = (sentOn: Day) => firstLawfulDay(sentOn, notice.wholeDays, notice.reading, notice.calendar) <= procedureOn
  if (!fits(today)) return undefined
  let last = today
  // A notice sent later leaves less room, so the first that does not fit ends the search.
  for (let next = addDays(last, 1); next < procedureOn && fits(next); next = addDays(next, 1)) last = next
  return last
}

/** The last day on which one notification fits every stage of a choice: that of the stage which comes first; undefined when a stage fits no more. */
export function lastDayForAll(chosen: readonly { startsAt: Moment; sendBy: Day | undefined }[]): Day | undefined {
  return chosen.every((each) => each.sendBy !== undefined) ? chosen.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0]?.sendBy : undefined
}

/** Whether a candidate may choose at all; empty when he may. */
export function choosingBlockers(facts: { allowed: boolean; step: string }): Blocker[] {
  if (facts.step !== 'contract-signed') return [{ code: 'choice.not-now' }]
  return facts.allowed ? [] : [{ code: 'choice.centre-names' }]
}

export function wishBlockers(wish: { weekdays: readonly number[]; parts: readonly string[] }): Blocker[] {
  const known = wish.weekdays.every((each) => (WEEKDAYS as readonly number[]).includes(each)) && wish.parts.every((each) => (DAY_PARTS as readonly string[]).includes(each))
  return known ? [] : [{ code: 'wish.unknown', data: { field: 'weekdays' } }]
}

/** Whether a sitting begins when the candidate would come. */
export function fitsWish(wish: DayWish, sitting: { onDay: Day; startsAt: Moment }): boolean {
  return (wish.weekdays.length === 0 || wish.weekdays.includes(weekday(sitting.onDay))) && (wish.parts.length === 0 || wish.parts.includes(partOf(sitting.startsAt)))
}

/** Morning until noon, afternoon until five, then evening [D]. */
export function partOf(startsAt: Moment): DayPart {
  const time = almatyTime(startsAt)
  return time < '12:00' ? 'morning' : time < '17:00' ? 'afternoon' : 'evening'
}
