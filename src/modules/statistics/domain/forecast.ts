/** How many are expected, and between which numbers chance alone leaves them in 95 of 100 cases; all whole. */
export interface Expected {
  expected: number
  low: number
  high: number
}

const Z = 1.96
/** Of what did not happen once in the days back up to so many may happen in as many days ahead: the rule of three. */
const NONE_SEEN = 3

/**
 * The pace of the days back carried on: as many a day. Arrivals come by chance (Poisson), and the pace itself was read from arrivals that came by chance, so the
 * number ahead varies by its own chance and by that of the pace: expected · (1 + ahead ÷ back). Seasons and decisions of people are not in it.
 */
export function carriedOn(lately: number, daysBack: number, daysAhead: number): Expected {
  const ratio = daysAhead / daysBack
  if (lately === 0) return { expected: 0, low: 0, high: Math.ceil(NONE_SEEN * ratio) }
  const expected = lately * ratio
  const half = Z * Math.sqrt(expected * (1 + ratio))
  return { expected: Math.round(expected), low: Math.max(0, Math.floor(expected - half)), high: Math.ceil(expected + half) }
}

/** To whole multiples of k, the interval outwards: so that from a forecast nobody reads how many it was made of. */
export function coarse({ expected, low, high }: Expected, k: number): Expected {
  return { expected: Math.round(expected / k) * k, low: Math.floor(low / k) * k, high: Math.ceil(high / k) * k }
}
