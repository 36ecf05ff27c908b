import { msBetween, type Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** What becomes of a theory that a failure broke off, by the norm [D]: it goes on another day with the time left, or is begun anew with other questions. */
export const BREAKDOWN_WAYS = ['goes-on', 'anew'] as const
export type BreakdownWay = (typeof BREAKDOWN_WAYS)[number]

const NOTE_MAX = 1000

/** Why a sitting is not given up for the day; empty when it is. */
export function breakdownBlockers(asked: { note: string }, facts: { stands: boolean }): Blocker[] {
  const found: Blocker[] = []
  if (!facts.stands) found.push({ code: 'breakdown.not-stopped' })
  if (asked.note === '') found.push({ code: 'breakdown.note-missing', data: { field: 'note' } })
  if (asked.note.length > NOTE_MAX) found.push({ code: 'postponement.note-too-long', data: { field: 'note', most: NOTE_MAX } })
  return found
}

interface BrokenRun {
  startedAt: Moment | null
  endsAt: Moment | null
  haltedAt: Moment | null
}

/** What becomes of one theory: nothing where its time was over before the stop, for its own timer hands it in; what was not begun is begun anew. */
export function fateOf(run: BrokenRun, way: BreakdownWay): 'handed-in-by-time' | BreakdownWay {
  if (run.startedAt === null) return 'anew'
  if (run.haltedAt === null) return 'handed-in-by-time'
  return way
}

/** What is left on a clock that stands. */
export function leftMsOf(run: BrokenRun): number {
  return run.endsAt && run.haltedAt ? Math.max(0, msBetween(run.haltedAt, run.endsAt)) : 0
}
