import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { laterOf, paperDayBlockers } from './paper-day.ts'

describe('the day on which a paper was received', () => {
  const span = { groundOn: day('2026-03-02'), today: day('2026-03-06') }
  it.each([
    ['the day of its ground', '2026-03-02', []],
    ['the day before its ground', '2026-03-01', ['paper.received-before-ground']],
    ['a day between', '2026-03-05', []],
    ['today', '2026-03-06', []],
    ['tomorrow', '2026-03-07', ['paper.received-in-future']],
  ])('%s', (_, receivedOn, codes) => expect(paperDayBlockers(day(receivedOn), span).map((each) => each.code)).toEqual(codes))

  it('must be written, and may be the only day there is', () => {
    expect(paperDayBlockers(undefined, span).map((each) => each.code)).toEqual(['paper.received-on-wrong'])
    expect(paperDayBlockers(day('2026-03-06'), { groundOn: day('2026-03-06'), today: day('2026-03-06') })).toEqual([])
    expect([laterOf(day('2026-03-01'), day('2026-03-02')), laterOf(day('2026-03-02'), day('2026-03-01'))]).toEqual(['2026-03-02', '2026-03-02'])
  })
})
