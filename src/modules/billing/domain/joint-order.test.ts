import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSum } from './joint-order.ts'

describe('money that came for a joint order', () => {
  it.each([
    ['the sum that was ordered is each part itself', 90_001, [45_000, 45_001], [45_000, 45_001]], ['half of it is half of each', 45_000, [45_000, 45_000], [22_500, 22_500]],
    ['an odd tenge goes to the earlier of two equal parts', 45_001, [45_000, 45_000], [22_501, 22_500]], ['the largest remainder is served first', 3, [3, 1], [2, 1]], ['one part takes all', 7, [45_000], [7]], ['less than the parts leaves some without', 1, [10, 20, 30], [0, 0, 1]],
  ] as const)('%s', (_, amount, parts, expected) => expect(splitSum(amount, parts)).toEqual(expected))

  it('is never lost and never made: the shares are whole, not below zero, and add up', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 200 }), (amount, parts) => {
      const shares = splitSum(amount, parts)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount)
      expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true)
      expect(splitSum(parts.reduce((sum, part) => sum + part, 0), parts)).toEqual(parts)
    }))
  })
})
