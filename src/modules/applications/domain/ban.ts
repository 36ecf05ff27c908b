import { addDays, type Day } from '#kernel/day.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'

/** A removal from an exam that no appeal has undone, with the norms of the case in which it happened. */
export interface Removal {
  removedOn: Day
  norms: NormEdition
}

/** How many calendar days a removal bars its person; undefined: the norm is not set, and nobody is barred [?]. */
export function banDays(norms: NormEdition): number | undefined {
  const value = findNorm(norms, 'violation.banAfterRemoval')?.value
  return typeof value === 'number' && value > 0 ? value : undefined
}

/** The first day on which a person who was removed on this one may apply again: the day of the removal does not count. */
export function firstDayAfter(removedOn: Day, days: number): Day {
  return addDays(removedOn, days + 1)
}

/**
 * The first day on which the person may apply or ask for a retake again; undefined when nothing bars him on the day. Each removal bars by the norms of its own case:
 * a norm set later makes nobody's past worse.
 */
export function barredUntil(removals: readonly Removal[], on: Day): Day | undefined {
  const firsts = removals.flatMap(({ removedOn, norms }) => {
    const days = banDays(norms)
    return days === undefined ? [] : [firstDayAfter(removedOn, days)]
  })
  const first = firsts.reduce<Day | undefined>((last, each) => (last === undefined || each > last ? each : last), undefined)
  return first !== undefined && on < first ? first : undefined
}
