import type { Day } from '#kernel/day.ts'

export const EXAM_LANGUAGES = ['kk', 'ru'] as const
export type ExamLanguage = (typeof EXAM_LANGUAGES)[number]

export const CENTRE_SORTS = ['name', 'price', 'date'] as const
export type CentreSort = (typeof CENTRE_SORTS)[number]

/** What a centre offers for one qualification today. */
export interface CentreLine {
  professionCode: string
  level: number
  /** Undefined: no price is published. */
  price: number | undefined
  /** In which languages an approved programme stands; empty where none is approved. */
  languages: readonly ExamLanguage[]
  /** The first day with a free seat that the notice still allows. */
  nearestOn: Day | undefined
}
export interface CentreFacts {
  serial: string
  regionKato: string
  features: readonly string[]
  /** Only what the centre may recognise today. */
  lines: readonly CentreLine[]
}
export interface CentreFilter {
  /** Numbers of the centres whose name answers what was typed. */
  named?: ReadonlySet<string> | undefined
  /** Any of these; an empty list is answered by nobody. */
  professionCodes?: readonly string[] | undefined
  regionKato?: string | undefined
  language?: ExamLanguage | undefined
  /** All of these. */
  features?: readonly string[] | undefined
  priceUpTo?: number | undefined
  freeBy?: Day | undefined
}

/** The lines of a centre that answer every wish at once: a cheap price for one profession does not stand for a free date of another. */
export function linesThatAnswer(centre: CentreFacts, wish: CentreFilter): CentreLine[] {
  return centre.lines.filter((line) =>
    (!wish.professionCodes || wish.professionCodes.includes(line.professionCode)) &&
    (!wish.language || line.languages.includes(wish.language)) &&
    (wish.priceUpTo === undefined || (line.price !== undefined && line.price <= wish.priceUpTo)) &&
    (wish.freeBy === undefined || (line.nearestOn !== undefined && line.nearestOn <= wish.freeBy)))
}

/** Whether a centre is found; one that may recognise nothing today is found only by those who ask for no qualification. */
export function answers(centre: CentreFacts, wish: CentreFilter): boolean {
  if (wish.named && !wish.named.has(centre.serial)) return false
  if (wish.regionKato && centre.regionKato !== wish.regionKato) return false
  if (wish.features?.some((feature) => !centre.features.includes(feature))) return false
  const asksForLines = wish.professionCodes !== undefined || wish.language !== undefined || wish.priceUpTo !== undefined || wish.freeBy !== undefined
  return !asksForLines || linesThatAnswer(centre, wish).length > 0
}

/** How many centres of each region answer everything but the region itself: the figures of the map. */
export function countByRegion(centres: readonly CentreFacts[], wish: CentreFilter): Map<string, number> {
  const counts = new Map<string, number>()
  for (const centre of centres) {
    if (answers(centre, { ...wish, regionKato: undefined })) counts.set(centre.regionKato, (counts.get(centre.regionKato) ?? 0) + 1)
  }
  return counts
}

export interface Offered {
  priceFrom: number | undefined
  nearestOn: Day | undefined
}
/** The lowest price and the nearest date among the lines that answer. */
export function offered(lines: readonly CentreLine[]): Offered {
  const prices = lines.flatMap((line) => (line.price === undefined ? [] : [line.price]))
  const dates = lines.flatMap((line) => (line.nearestOn === undefined ? [] : [line.nearestOn])).sort()
  return { priceFrom: prices.length > 0 ? Math.min(...prices) : undefined, nearestOn: dates[0] }
}

/** Order of a list: the cheapest or the soonest first, those that say nothing of it last, then by name. */
export function byWish<Found extends { offer: Offered }>(sort: CentreSort, byName: (a: Found, b: Found) => number): (a: Found, b: Found) => number {
  const last = <Value extends string | number>(a: Value | undefined, b: Value | undefined): number => (a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1)
  return (a, b) => (sort === 'price' ? last(a.offer.priceFrom, b.offer.priceFrom) : sort === 'date' ? last(a.offer.nearestOn, b.offer.nearestOn) : 0) || byName(a, b)
}
