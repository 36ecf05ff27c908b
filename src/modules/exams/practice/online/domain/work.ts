import { addWorkingDays, type WorkingCalendar } from '#kernel/calendar.ts'
import { msBetween, plusMinutes, plusMs, type Day, type Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** How the work of the candidate at a practice on line ended; `stopped`: the practice itself was ended meanwhile, by a breach of safety or a breakdown. */
export const WORK_ENDS = ['handed-in', 'time', 'removal', 'stopped'] as const
export type WorkEnd = (typeof WORK_ENDS)[number]

/** The time of a practice as the server counts it. One in the centre has no minutes: there the assessor sees the time norm and nothing ends by itself. */
export interface WorkTime {
  startedAt: Moment
  workMinutes: number | null
  workSecondsAdded: number
  workEndedAt: Moment | null
  /** Since when everybody of the sitting stands still; null while the clock runs. */
  haltedAt?: Moment | null
}

/** When the time of the work is over: the minutes of the card with the extra time granted, and what was given back; null in the centre. */
export function workEndsAt(run: Pick<WorkTime, 'startedAt' | 'workMinutes' | 'workSecondsAdded'>): Moment | null {
  return run.workMinutes === null ? null : plusMs(plusMinutes(run.startedAt, run.workMinutes), run.workSecondsAdded * 1000)
}

/** Whether the candidate of a practice on line still works, as far as anybody has ended it: until then the practice is not closed and no sheet accepted. */
export function isWorkUnderWay(run: Pick<WorkTime, 'workMinutes' | 'workEndedAt'>): boolean {
  return run.workMinutes !== null && run.workEndedAt === null
}

/** Why nothing more is taken into the work. What was sent before the end and is still on its way counts when it arrives within the grace time. */
export function workBlockers(run: WorkTime, now: Moment, graceSeconds: number): Blocker[] {
  const endsAt = workEndsAt(run)
  if (endsAt === null) return [{ code: 'practice.work-not-online' }]
  if (run.workEndedAt !== null) return [{ code: 'practice.work-ended' }]
  if (run.haltedAt) return [{ code: 'practice.work-halted' }]
  return now > plusMs(endsAt, graceSeconds * 1000) ? [{ code: 'practice.work-too-late' }] : []
}

/** True when the server ends the work by itself: its time is over, and so is the grace for a file on its way. */
export function isWorkDue(run: WorkTime, now: Moment, graceSeconds: number): boolean {
  const endsAt = workEndsAt(run)
  return endsAt !== null && run.workEndedAt === null && !run.haltedAt && now > plusMs(endsAt, graceSeconds * 1000)
}

/** How a work handed in now ends: after its time it is the time that ended it. */
export function handedIn(endsAt: Moment, now: Moment): { kind: WorkEnd; at: Moment } {
  return now > endsAt ? { kind: 'time', at: endsAt } : { kind: 'handed-in', at: now }
}

/** Seconds to give back to a work whose clock stood from `haltedAt` until now, a started second whole; none to one whose time had run out before the stop. */
export function secondsStood(run: WorkTime, haltedAt: Moment, now: Moment): number {
  const endsAt = workEndsAt(run)
  if (endsAt === null || run.workEndedAt !== null || endsAt <= haltedAt) return 0
  // Whoever began in that very instant lost only what came after his beginning.
  return Math.ceil(Math.max(0, msBetween(run.startedAt > haltedAt ? run.startedAt : haltedAt, now)) / 1000)
}

export interface WorkFileFacts {
  id: string
  name: string
  sha256: string
  /** Another file of the same name took its place; it is kept. */
  replaced: boolean
}
/** How many files a work may have, and how many are kept with those that were replaced; norms [D]. */
export interface WorkFileLimits {
  most: number
  keptMost: number
}

/** The file whose place one of this name takes; names are compared as people read them. */
export function replacedBy(name: string, already: readonly WorkFileFacts[]): WorkFileFacts | undefined {
  const said = (text: string) => text.normalize('NFC').toLowerCase()
  return already.find((each) => !each.replaced && said(each.name) === said(name))
}

/** Why this file does not join the work; `already` are all that were ever kept. */
export function workFileBlockers(name: string, already: readonly WorkFileFacts[], limits: WorkFileLimits): Blocker[] {
  if (already.length >= limits.keptMost) return [{ code: 'practice.work-files-kept-most', data: { most: limits.keptMost } }]
  const standing = already.filter((each) => !each.replaced).length
  return standing >= limits.most && !replacedBy(name, already) ? [{ code: 'practice.work-files-most', data: { most: limits.most } }] : []
}

/** The last day to mark a practice from its recording, counted from the day of the work. */
export function markDueOn(workedOn: Day, workingDays: number, calendar: WorkingCalendar): Day {
  return addWorkingDays(calendar, workedOn, workingDays)
}
