import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { momentAt, type Day } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { choosable, choosingBlockers, fitsWish, lastDayForAll, lastDayToSend, wishBlockers, type DayWish } from './choice.ts'

const OFF = ['2026-03-09', '2026-03-23', '2026-03-24', '2026-03-25'].map((date) => ({ date, day: 'off' as const, kind: 'holiday', status: 'official' }))
const calendar = buildCalendar(OFF as never, { version: 'test', source: 'test', years: [2026] })
const sitting = (stage: Stage, day: string, from: string, to: string, why: unknown[] = []) => ({ stage, onDay: day as Day, startsAt: momentAt(day as Day, from), endsAt: momentAt(day as Day, to), why })

describe('what may be chosen', () => {
  const theory = [sitting('theory', '2026-03-26', '10:00', '12:00'), sitting('theory', '2026-03-27', '14:00', '16:00'), sitting('theory', '2026-03-26', '08:00', '09:00', ['full'])]
  it.each([
    ['a theory with a practice after it', [sitting('practice', '2026-03-26', '12:00', '15:00')], 1, 1],
    ['neither where the practice comes first', [sitting('practice', '2026-03-26', '09:00', '11:59')], 0, 0],
    ['neither where there is no practice', [], 0, 0],
    ['both theories where the practice is on a later day', [sitting('practice', '2026-03-30', '09:00', '11:00')], 2, 1],
  ])('%s', (_what, practice, theories, practices) => {
    const found = choosable(['theory', 'practice'], { theory, practice })
    expect([found.theory.length, found.practice.length]).toEqual([theories, practices])
  })
  it('of one stage alone whatever is lawful', () => {
    expect(choosable(['practice'], { theory, practice: [sitting('practice', '2026-03-26', '08:00', '09:00')] })).toMatchObject({ theory: [], practice: [{}] })
  })
})

describe('the last day on which the notification fits', () => {
  it.each([
    ['2026-03-26', '2026-03-02', '2026-03-05'],
    // Three days off follow: a notice sent on them leaves the same working days as one of the Friday.
    ['2026-03-27', '2026-03-02', '2026-03-09'],
    ['2026-03-26', '2026-03-05', '2026-03-05'],
    ['2026-03-26', '2026-03-06', undefined],
  ])('for %s, seen on %s, is %s', (procedureOn, today, last) => {
    expect(lastDayToSend(procedureOn as Day, today as Day, { wholeDays: 10, reading: 'whole-days-between', calendar })).toBe(last)
  })
})

describe('the last day for a choice of two stages', () => {
  const stage = (day: string, sendBy: string | undefined) => ({ startsAt: momentAt(day as Day, '10:00'), sendBy: sendBy as Day | undefined })
  it.each([
    ['is that of the stage which comes first', [stage('2026-03-30', '2026-03-11'), stage('2026-03-26', '2026-03-05')], '2026-03-05'],
    ['is none when one of them fits no more', [stage('2026-03-26', undefined), stage('2026-03-30', '2026-03-11')], undefined],
    ['is none where nothing is chosen', [], undefined],
  ])('%s', (_what, chosen, last) => expect(lastDayForAll(chosen)).toBe(last))
})

describe('who may choose, and when he would come', () => {
  it('only while the notification is waited for, and where the norm lets him', () => {
    expect([choosingBlockers({ allowed: true, step: 'contract-signed' }), choosingBlockers({ allowed: false, step: 'contract-signed' }), choosingBlockers({ allowed: true, step: 'notified' })]).toEqual([[], [{ code: 'choice.centre-names' }], [{ code: 'choice.not-now' }]])
  })
  it.each<[string, DayWish, string, string, boolean]>([
    ['any', { weekdays: [], parts: [] }, '2026-03-26', '10:00', true],
    ['Thursday', { weekdays: [4], parts: [] }, '2026-03-26', '10:00', true],
    ['Friday', { weekdays: [5], parts: [] }, '2026-03-26', '10:00', false],
    ['before noon', { weekdays: [], parts: ['morning'] }, '2026-03-26', '11:59', true],
    ['noon is no morning', { weekdays: [], parts: ['morning'] }, '2026-03-26', '12:00', false],
    ['five is evening', { weekdays: [], parts: ['evening'] }, '2026-03-26', '17:00', true],
  ])('%s', (_what, wish, day, time, fits) => expect(fitsWish(wish, sitting('theory', day, time, '23:00'))).toBe(fits))
  it.each([[[0], []], [[1.5], []], [[Number.NaN], []], [[], ['night']]])('what is no day and no part of one is refused: %j %j', (weekdays, parts) => {
    expect(wishBlockers({ weekdays, parts })).toHaveLength(1)
  })
})
