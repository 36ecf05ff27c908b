/** A share with the interval in which it lies with 95 per cent confidence, all between 0 and 1. */
export interface Interval {
  share: number
  low: number
  high: number
}

const Z = 1.96

/** The interval of Wilson: it never leaves 0…1 and stays honest for few cases. Undefined for none. */
export function wilson(good: number, of: number): Interval | undefined {
  if (of <= 0) return undefined
  const share = good / of
  const square = (Z * Z) / of
  const centre = (share + square / 2) / (1 + square)
  const half = (Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of))) / (1 + square)
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
