import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { sumWaiting, waitingLines } from './waiting.ts'

const waits = (centreId: string, professionCode: string, waiting: number) => ({ centreId, professionCode, level: 4, waiting, since: '2026-03-02' as Day })
const seats = (centreId: string, professionCode: string, theory: number, practice: number) => ({ centreId, professionCode, level: 4, theory, practice })
const regionOf = new Map([['a', 'zhetisu'], ['b', 'zhetisu'], ['c', 'almaty']])

describe('who waits beside the seats that are planned', () => {
  it('fourteen people wait in Zhetisu for six seats', () => {
    const lines = waitingLines({ waiting: [waits('a', 'K-1', 8), waits('b', 'K-1', 6)], seats: [seats('a', 'K-1', 9, 4), seats('b', 'K-1', 2, 2)], regionOf })
    expect(sumWaiting(lines, 'region')).toEqual([{ key: 'zhetisu', waiting: 14, seats: 6, without: 8 }])
    expect(sumWaiting(lines, 'professionCode')).toEqual([{ key: 'K-1', waiting: 14, seats: 6, without: 8 }])
  })
  it.each([
    ['the scarcer stage decides', 3, 10, 2, 2, 1],
    ['no practice is planned', 3, 10, 0, 0, 3],
    ['enough for all', 3, 3, 3, 3, 0],
    ['one too few', 4, 3, 3, 3, 1],
  ])('%s', (_what, waiting, theory, practice, places, without) => {
    expect(waitingLines({ waiting: [waits('a', 'K-1', waiting)], seats: [seats('a', 'K-1', theory, practice)], regionOf })).toMatchObject([{ seats: places, without }])
  })
  it('a free seat at another centre, or for another qualification, helps nobody', () => {
    const lines = waitingLines({ waiting: [waits('a', 'K-1', 2)], seats: [seats('b', 'K-1', 9, 9), seats('a', 'K-2', 9, 9)], regionOf })
    expect(sumWaiting(lines, 'region')).toEqual([{ key: 'zhetisu', waiting: 2, seats: 18, without: 2 }])
  })
  it('a region where nobody waits is not told of, and the worst stands first', () => {
    const lines = waitingLines({ waiting: [waits('a', 'K-1', 1), waits('c', 'K-1', 5)], seats: [seats('c', 'K-1', 1, 1)], regionOf })
    expect([sumWaiting(lines, 'region').map((each) => each.key), lines[0]!.centreId, waitingLines({ waiting: [], seats: [], regionOf })]).toEqual([['almaty', 'zhetisu'], 'c', []])
  })
})
