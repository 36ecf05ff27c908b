import { describe, expect, it } from 'vitest'
import { carriedOn, coarse } from './forecast.ts'

describe('a pace carried on', () => {
  it.each([
    [60, 60, 60, { expected: 60, low: 38, high: 82 }, 'as many ahead as back'], [60, 60, 30, { expected: 30, low: 16, high: 44 }, 'half the days, half of them'],
    [60, 60, 0, { expected: 0, low: 0, high: 0 }, 'no days ahead'], [4, 60, 60, { expected: 4, low: 0, high: 10 }, 'never below nothing'],
    [0, 60, 60, { expected: 0, low: 0, high: 3 }, 'none seen: up to three may come'], [0, 60, 20, { expected: 0, low: 0, high: 1 }, 'none seen, a third of the days'],
  ])('%i in %i days, %i days ahead: %j (%s)', (lately, back, ahead, found) => expect(carriedOn(lately, back, ahead)).toEqual(found))

  it('is told of people in whole fives only, the interval not narrower than it is', () => {
    expect(coarse({ expected: 7, low: 1, high: 13 }, 5)).toEqual({ expected: 5, low: 0, high: 15 })
    expect(coarse({ expected: 8, low: 6, high: 10 }, 5)).toEqual({ expected: 10, low: 5, high: 10 })
    expect(coarse({ expected: 0, low: 0, high: 3 }, 5)).toEqual({ expected: 0, low: 0, high: 5 })
  })
})
