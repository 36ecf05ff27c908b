import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** A paper of a case is of the day on which the centre received it: today or earlier, and not before there was anything to write it about [D]. */
export function paperDayBlockers(receivedOn: Day | undefined, span: { groundOn: Day; today: Day }): Blocker[] {
  if (receivedOn === undefined) return [{ code: 'paper.received-on-wrong', data: { field: 'receivedOn' } }]
  if (receivedOn > span.today) return [{ code: 'paper.received-in-future', data: { field: 'receivedOn' } }]
  return receivedOn < span.groundOn ? [{ code: 'paper.received-before-ground', data: { field: 'receivedOn', from: span.groundOn } }] : []
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}
