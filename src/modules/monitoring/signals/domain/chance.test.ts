import { describe, expect, it } from 'vitest'
import { binomialTail, normalQuantile, wilsonInterval } from './chance.ts'

describe('figures of chance', () => {
  it.each([[0.975, 1.959964], [0.995, 2.575829], [0.5, 0], [0.01, -2.326348], [0.9995, 3.290527]])('the quantile of %d is %d', (share, z) => expect(normalQuantile(share)).toBeCloseTo(z, 5))

  // Worked by hand from the formula of Wilson, 95 %.
  it.each([[8, 10, 0.4902, 0.9433], [0, 20, 0, 0.1611], [20, 20, 0.8389, 1], [50, 100, 0.4038, 0.5962]])('%d of %d lies between %d and %d', (counted, all, low, high) => {
    const found = wilsonInterval(counted, all, 95)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  it('knows nothing when nothing was counted, and is narrower the more is counted and the less one wants to be sure', () => {
    expect(wilsonInterval(0, 0, 99)).toEqual({ low: 0, high: 1 })
    const width = (all: number, confidence: number) => { const { low, high } = wilsonInterval(all / 2, all, confidence); return high - low }
    expect([width(100, 95) < width(20, 95), width(20, 90) < width(20, 99)]).toEqual([true, true])
  })

  it.each([[0, 10, 0.5, 1], [10, 10, 0.5, 1 / 1024], [11, 10, 0.5, 0], [1, 2, 0.5, 0.75], [5, 8, 1 / 3, 0.0879]])('at least %d of %d with chance %d: %d', (k, n, p, tail) => expect(binomialTail(k, n, p)).toBeCloseTo(tail, 4))
})
