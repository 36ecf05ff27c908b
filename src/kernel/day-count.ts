import type { Day } from './day.ts'

/** How many rows were entered under a day. */
export interface DayWeight {
  day: Day
  rows: number
}

/**
 * A number that counts from a day on, kept by the day under which its rows were entered. The number of any day is the sum of all whose `fromDay` is not later;
 * what ceases to count is told once more with a minus.
 */
export interface DayCount {
  theme: string
  /** Never changes for a row: by it everything that may have changed is counted anew. */
  ofDay: Day
  fromDay: Day
  /** The year under which it is told. */
  year: number
  by: string
  value: string
  n: number
}
