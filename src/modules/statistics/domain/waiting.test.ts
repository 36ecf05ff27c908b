import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { sumWaiting, waitingLines } from './waiting.ts'

const waits = (centreId: string, professionCode: string, waiting: number, online = 0) => ({ centreId, professionCode, level: 4, waiting, online, since: '2026-03-02' as Day })
const seats = (centreId: string, professionCode: string, theory: number, practice: number, theoryOnline = 0, practiceOnline = 0) => ({ centreId, professionCode, level: 4, theory, practice, theoryOnline, practiceOnline })
const regionOf = new Map([['a', 'zhetisu'], ['b', 'zhetisu'], ['c', 'almaty']])

describe('who waits beside the seats that are planned', () => {
  it('fourteen people wait in Zhetisu for six seats', () => {
    const lines = waitingLines({ waiting: [waits('a', 'K-1', 8), waits('b', 'K-1', 6)], seats: [seats('a', 'K-1', 9, 4), seats('b', 'K-1', 2, 2)], regionOf })
    expect(sumWaiting(lines, 'region')).toEqual([{ key: 'zhetisu', waiting: 14, waitingOnline: 0, seats: 6, seatsOnline: 0, without: 8 }])
    expect(sumWaiting(lines, 'professionCode')).toEqual([{ key: 'K-1', waiting: 14, waitingOnline: 0, seats: 6, seatsOnline: 0, without: 8 }])
  })
  it.each([
    ['the scarcer stage decides', 3, 10, 2, 2, 1],
    ['no practice is planned', 3, 10, 0, 0, 3],
    ['enough for all', 3, 3, 3, 3, 0],
    ['one too few', 4, 3, 3, 3, 1],
  ])('%s', (_what, waiting, theory, practice, places, without) => {
    expect(waitingLines({ waiting: [waits('a', 'K-1', waiting)], seats: [seats('a', 'K-1', theory, practice)], regionOf })).toMatchObject([{ seats: places, without }])
  })
  it.each<[string, [waiting: number, online: number], [theory: number, practice: number, theoryOnline: number, practiceOnline: number], [seats: number, seatsOnline: number, without: number]]>([
    ['seats on line are no use to who chose the centre', [5, 0], [6, 6, 6, 6], [6, 6, 5]],
    ['nor seats in the centre to who chose on line', [5, 5], [6, 6, 0, 0], [6, 0, 5]],
    ['each kind has its own', [8, 3], [8, 8, 3, 3], [8, 3, 0]],
    ['one of each is missing', [8, 3], [6, 6, 2, 2], [6, 2, 2]],
    ['a theory on line may have its practice in the centre', [4, 4], [4, 4, 4, 0], [4, 4, 0]],
    ['but those who chose the centre take theirs first', [6, 3], [7, 4, 4, 0], [4, 1, 2]],
    ['no theory on line is planned', [2, 2], [2, 4, 0, 2], [2, 0, 2]],
    ['practices on line and no theory of that kind help nobody', [3, 0], [3, 3, 0, 3], [0, 0, 3]],
  ])('%s', (_what, [waiting, online], [theory, practice, theoryOnline, practiceOnline], [whole, seatsOnline, without]) => {
    expect(waitingLines({ waiting: [waits('a', 'K-1', waiting, online)], seats: [seats('a', 'K-1', theory, practice, theoryOnline, practiceOnline)], regionOf })).toMatchObject([{ seats: whole, seatsOnline, without, waitingOnline: online }])
  })
  it('a free seat at another centre, or for another qualification, helps nobody', () => {
    const lines = waitingLines({ waiting: [waits('a', 'K-1', 2)], seats: [seats('b', 'K-1', 9, 9), seats('a', 'K-2', 9, 9)], regionOf })
    expect(sumWaiting(lines, 'region')).toEqual([{ key: 'zhetisu', waiting: 2, waitingOnline: 0, seats: 18, seatsOnline: 0, without: 2 }])
  })
  it('a region where nobody waits is not told of, and the worst stands first', () => {
    const lines = waitingLines({ waiting: [waits('a', 'K-1', 1), waits('c', 'K-1', 5)], seats: [seats('c', 'K-1', 1, 1)], regionOf })
    expect([sumWaiting(lines, 'region').map((each) => each.key), lines[0]!.centreId, waitingLines({ waiting: [], seats: [], regionOf })]).toEqual([['almaty', 'zhetisu'], 'c', []])
  })
})
