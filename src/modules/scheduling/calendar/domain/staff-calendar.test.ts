import { describe, expect, it } from 'vitest'
import { day, momentAt } from '#kernel/day.ts'
import { absenceBlockers, absenceTime, absentOn, isWithinHours, staffWeekBlockers, type AbsenceFacts } from './staff-calendar.ts'

const today = day('2026-03-02')
const away = (from: string, until: string) => ({ accountId: 'asel', fromDay: day(from), untilDay: day(until) })
const facts = (overrides: Partial<AbsenceFacts> = {}): AbsenceFacts => ({ today, isStaff: true, standing: [], sittingDays: [], ...overrides })

describe('an absence', () => {
  it.each<[string, ReturnType<typeof away>, AbsenceFacts, string[]]>([
    ['of one day, today', away('2026-03-02', '2026-03-02'), facts(), []],
    ['that began yesterday and still lasts', away('2026-03-01', '2026-03-02'), facts(), []],
    ['that is over', away('2026-02-20', '2026-03-01'), facts(), ['past']],
    ['that ends before it begins', away('2026-03-05', '2026-03-04'), facts(), ['days-out-of-order']],
    ['of a whole year', away('2026-03-02', '2027-03-03'), facts(), []],
    ['of more than a year', away('2026-03-02', '2027-03-04'), facts(), ['too-long']],
    ['that begins on the last day of another', away('2026-03-05', '2026-03-09'), facts({ standing: [away('2026-03-03', '2026-03-05')] }), ['overlaps']],
    ['that begins on the day after another', away('2026-03-06', '2026-03-09'), facts({ standing: [away('2026-03-03', '2026-03-05')] }), []],
    ['of somebody who stands on a sitting then', away('2026-03-05', '2026-03-09'), facts({ sittingDays: [day('2026-03-09')] }), ['has-sittings']],
    ['of a stranger', away('2026-03-05', '2026-03-09'), facts({ isStaff: false }), ['no-staff']],
  ])('%s', (_says, absence, known, codes) => {
    expect(absenceBlockers(absence, known).map((each) => each.code.replace('absence.', ''))).toEqual(codes)
  })
  it('lasts from midnight to the midnight after its last day', () => {
    expect(absenceTime(away('2026-03-05', '2026-03-06'))).toEqual({ from: '2026-03-04T19:00:00.000Z', until: '2026-03-06T19:00:00.000Z' })
  })
  it('covers its last day and not the next', () => {
    expect(['2026-03-05', '2026-03-06', '2026-03-07'].map((on) => absentOn(['asel', 'ivan'], [away('2026-03-05', '2026-03-06')], day(on)))).toEqual([['asel'], ['asel'], []])
  })
})

describe('working hours of an examiner', () => {
  const week = [{ weekday: 2, opens: '09:00', closes: '13:00' }]
  const at = (text: string, from: string, until: string) => isWithinHours(week, momentAt(day(text), from), momentAt(day(text), until))
  it.each([['09:00', '13:00', true], ['08:59', '10:00', false], ['12:00', '13:01', false]])('of a Tuesday hold %s to %s: %s', (from, until, holds) => expect(at('2026-03-17', from, until)).toBe(holds))
  it('do not hold another weekday', () => expect(at('2026-03-18', '09:00', '10:00')).toBe(false))
  it('are no limit where none are written', () => expect(isWithinHours([], momentAt(today, '06:00'), momentAt(today, '23:00'))).toBe(true))
  it('are refused out of order and from a day that is past', () => {
    expect(staffWeekBlockers({ week: [{ weekday: 1, opens: '9', closes: '18:00' }, { weekday: 2, opens: '13:00', closes: '13:00' }], from: day('2026-03-01') }, today).map((each) => [each.code, each.data?.['field']])).toEqual(
      [['staff-hours.day-past', 'from'], ['staff-hours.time-wrong', 'opens-1'], ['staff-hours.end-before-start', 'closes-2']])
  })
})
