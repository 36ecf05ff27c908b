import { describe, expect, it } from 'vitest'
import { moment } from '#kernel/day.ts'
import { isDueForWhole } from './whole-recount.ts'

describe('everything is counted anew', () => {
  it.each([
    ['2026-03-10T21:30:00.000Z', '2026-03-11T21:30:00.000Z', true, 'the next night at half past two in Almaty'],
    ['2026-03-10T21:30:00.000Z', '2026-03-10T23:30:00.000Z', false, 'not twice in a night'],
    ['2026-03-10T21:30:00.000Z', '2026-03-12T06:00:00.000Z', false, 'not by day, however long ago'],
    ['2026-03-10T21:30:00.000Z', '2026-03-11T20:59:00.000Z', false, 'not before two'], ['2026-03-10T21:30:00.000Z', '2026-03-11T21:00:00.000Z', true, 'from two on'],
    ['2026-03-10T21:30:00.000Z', '2026-03-11T23:59:00.000Z', true, 'before five'], ['2026-03-10T21:30:00.000Z', '2026-03-12T00:00:00.000Z', false, 'not from five on'],
  ])('%s, now %s: %s (%s)', (wholeAt, now, due) => expect(isDueForWhole(moment(wholeAt), moment(now))).toBe(due))
})
