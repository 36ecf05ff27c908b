import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { percentOf, periodBefore, shareOf } from './figures.ts'

describe('a share', () => {
  it.each([
    ['is not there before the first case', { cases: 0, of: 0, good: 0 }, { state: 'none' }],
    ['of one case tells nothing', { cases: 1, of: 1, good: 1 }, { state: 'few', under: 5 }],
    ['of four cases tells nothing, not even how few', { cases: 4, of: 4, good: 0 }, { state: 'few', under: 5 }],
    ['of many terms in four cases tells nothing either', { cases: 4, of: 19, good: 18 }, { state: 'few', under: 5 }],
    ['of five cases is told', { cases: 5, of: 5, good: 4 }, { state: 'shown', cases: 5, of: 5, good: 4, percent: 80 }],
    ['counts terms, not cases, where a case has several', { cases: 6, of: 20, good: 19 }, { state: 'shown', cases: 6, of: 20, good: 19, percent: 95 }],
  ])('%s', (_says, counted, share) => expect(shareOf(counted, 5)).toEqual(share))

  it.each([[0, 5, 0], [1, 3, 33], [2, 3, 67], [1, 8, 13], [5, 5, 100], [999, 1000, 99], [9996, 10_000, 99], [1, 1000, 1], [995, 1000, 99]])('of %i out of %i is %i %%', (good, of, percent) => {
    expect(percentOf(good, of)).toBe(percent)
  })
})

describe('the period', () => {
  it.each([
    ['2026-03-02', '2025-03-02', '2026-03-01'],
    ['2026-03-01', '2025-03-01', '2026-02-28'],
    ['2026-01-01', '2025-01-01', '2025-12-31'],
    ['2028-03-01', '2027-03-01', '2028-02-29'],
  ])('seen on %s runs from %s until the day before', (today, from, until) => {
    expect(periodBefore(day(today), 12)).toEqual({ from, until })
  })
})
