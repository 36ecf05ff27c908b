import { describe, expect, it } from 'vitest'
import { wilson } from './wilson.ts'

describe('the interval of a pass rate', () => {
  it.each([
    [0, 10, 0, 0, 0.2775], [10, 10, 1, 0.7225, 1], [5, 10, 0.5, 0.2366, 0.7634], [80, 100, 0.8, 0.7112, 0.8666], [1, 1, 1, 0.2065, 1],
  ])('of %i passed out of %i', (good, of, share, low, high) => {
    const found = wilson(good, of)!
    expect([found.share, Number(found.low.toFixed(4)), Number(found.high.toFixed(4))]).toEqual([share, low, high])
  })
  it('is not there for nobody', () => expect(wilson(0, 0)).toBeUndefined())
})
