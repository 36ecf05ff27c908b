import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { day, type Day } from '#kernel/day.ts'
import type { DeadlineRule } from '#kernel/deadline-rule.ts'
import { lastDay, termTrial } from './term-trial.ts'

const calendar = buildCalendar([{ date: day('2026-03-09'), day: 'off' }, { date: day('2026-12-16'), day: 'off' }], { version: 'test', source: 'test', years: [2026] })
const rule = (length: number | undefined, unit: DeadlineRule['unit'] = 'working'): DeadlineRule => ({ id: 'T1', length, unit, dates: [], startEvent: 'registered', mark: 'S', movesOffDayOff: false, hard: false })
const ran = (startedOn: string, actedOn: string | null) => ({ startedOn: day(startedOn), actedOn: actedOn === null ? null : day(actedOn) })
const today = day('2026-03-20')

describe('what another term would have changed', () => {
  // Monday 2 March: three working days end on Thursday 5, two on Wednesday 4, one on Tuesday 3.
  it.each<[string, DeadlineRule, DeadlineRule, number, number]>([
    ['a shorter term makes late what was in time', rule(3), rule(2), 1, 2],
    ['a longer term forgives', rule(3), rule(5), 1, 0],
    ['the same term changes nothing', rule(3), rule(3), 1, 1],
    ['no term, nobody is late', rule(3), rule(undefined), 1, 0],
    ['calendar days are counted as such', rule(3), rule(1, 'calendar'), 1, 3],
  ])('%s', (_says, before, after, lateBefore, lateAfter) => {
    const terms = [ran('2026-03-02', '2026-03-04'), ran('2026-03-02', '2026-03-05'), ran('2026-03-02', '2026-03-06')]
    expect(termTrial(terms, before, after, calendar, today)).toEqual({ counted: 3, lateBefore, lateAfter })
  })

  it('looks at what is owed still as of today', () => {
    expect(termTrial([ran('2026-03-16', null)], rule(3), rule(4), calendar, day('2026-03-20'))).toEqual({ counted: 1, lateBefore: 1, lateAfter: 0 })
  })

  it('leaves out what the calendar cannot count, and never guesses a year', () => {
    expect(termTrial([ran('2026-12-30', '2027-01-05'), ran('2026-03-02', '2026-03-03')], rule(3), rule(2), calendar, today)).toEqual({ counted: 1, lateBefore: 0, lateAfter: 0 })
    expect(lastDay(rule(3), day('2026-12-30'), calendar)).toBe('unknown')
    expect(lastDay(rule(undefined), '2026-12-30' as Day, calendar)).toBeUndefined()
  })
})
