import { addDays, addMonths, type Day } from '#kernel/day.ts'

/** Good ones out of all, and in how many cases they were counted. */
export interface Counted {
  cases: number
  of: number
  good: number
}

/** A share as it may be published: nothing to count yet, too few cases to show, or the figures themselves. */
export type Share =
  | { state: 'none' }
  | { state: 'few'; under: number }
  | { state: 'shown'; cases: number; of: number; good: number; percent: number }

/** Under the norm of suppression nothing is told, not even how few: who knows one of the people would know their result. */
export function shareOf(counted: Counted, suppressUnder: number): Share {
  if (counted.of === 0) return { state: 'none' }
  if (counted.cases < suppressUnder) return { state: 'few', under: suppressUnder }
  return { state: 'shown', ...counted, percent: percentOf(counted.good, counted.of) }
}

/** Whole percent, halves up; all is said only of all, and none only of none. */
export function percentOf(good: number, of: number): number {
  const rounded = Math.floor((good * 100) / of + 0.5)
  if (rounded === 100 && good < of) return 99
  return rounded === 0 && good > 0 ? 1 : rounded
}

export interface Period {
  from: Day
  until: Day
}
/** Whole days only: until yesterday, so that the figures of a day stand still and nobody reads one case out of their change. */
export function periodBefore(today: Day, months: number): Period {
  const until = addDays(today, -1)
  return { from: addDays(addMonths(until, -months), 1), until }
}
