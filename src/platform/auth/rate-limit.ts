/** A limit of tries within a window, per key; memory is bounded, so a flood of keys forgets the oldest. */
export interface RateLimit {
  /** Takes a try; answers 0 when it is allowed, else the seconds to wait. */
  tryTake(key: string, nowMs: number): number
  forget(key: string): void
}

export function rateLimit({ most, windowMs, keys = 50_000 }: { most: number; windowMs: number; keys?: number }): RateLimit {
  const taken = new Map<string, number[]>()
  return {
    tryTake(key, nowMs) {
      const recent = (taken.get(key) ?? []).filter((at) => at > nowMs - windowMs)
      taken.delete(key)
      if (taken.size >= keys) taken.delete(taken.keys().next().value!)
      if (recent.length >= most) {
        taken.set(key, recent)
        return Math.max(1, Math.ceil((recent[0]! + windowMs - nowMs) / 1000))
      }
      recent.push(nowMs)
      taken.set(key, recent)
      return 0
    },
    forget: (key) => void taken.delete(key),
  }
}
