import { addDays, dayOf, yearOf, type Day } from '#kernel/day.ts'

/** One of the two rounds of the year: what is filed up to its last day, that day included, belongs to it (T11) [N][I]. */
export interface Round {
  closesOn: Day
  /** The first day of the round: the one after the last day of the round before. */
  opensOn: Day
}

/**
 * The round to which a proposal filed on this day belongs. Dates are 'MM-DD', as the norm has them; undefined where the norm names none.
 * What misses the last day of a round is no refusal: it belongs to the next one.
 */
export function roundOf(dates: readonly string[], filedOn: Day): Round | undefined {
  if (dates.length === 0) return undefined
  const year = yearOf(filedOn)
  const days = [year - 1, year, year + 1].flatMap((each) => [...dates].sort().map((date) => dayOf(each, Number(date.slice(0, 2)), Number(date.slice(3)))))
  const place = days.findIndex((each) => filedOn <= each)
  return { closesOn: days[place]!, opensOn: addDays(days[place - 1]!, 1) }
}
