import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { certificateFrom, certificateUntil, gapBetween } from './certificate-term.ts'

const norms = { edition: 'test', validFrom: day('2026-01-01'), norms: [{ key: 'deadline.T9.length', value: 36, mark: 'L' as const, source: { kk: '', ru: '', en: '' } }] }

describe('the days of a certificate', () => {
  test.each([
    ['a first one begins on the day of issue', 'initial', '2026-03-02', undefined, '2026-03-02', '2029-03-02'],
    ['an extension begins on the day of issue and keeps the last day', 'extension', '2026-03-02', '2027-05-31', '2026-03-02', '2027-05-31'],
    ['a renewal decided in time begins on the day after the last', 'renewal', '2026-03-02', '2026-05-31', '2026-06-01', '2029-06-01'],
    ['a renewal decided on the last day begins on the next', 'renewal', '2026-05-31', '2026-05-31', '2026-06-01', '2029-06-01'],
    ['a renewal decided on the day after begins at once', 'renewal', '2026-06-01', '2026-05-31', '2026-06-01', '2029-06-01'],
    ['a renewal decided late begins on its day', 'renewal', '2026-06-20', '2026-05-31', '2026-06-20', '2029-06-20'],
  ] as const)('%s', (_, kind, on, previousUntil, from, until) => {
    const before = previousUntil && day(previousUntil)
    expect(certificateFrom(kind, day(on), before)).toBe(from)
    expect(certificateUntil(kind, norms, day(from), before)).toBe(until)
  })

  test('between two of them there is a gap only where a day belongs to none', () => {
    expect(gapBetween(day('2026-05-31'), day('2026-06-01'))).toBeUndefined()
    expect(gapBetween(day('2026-05-31'), day('2026-06-02'))).toEqual({ from: '2026-06-01', until: '2026-06-01' })
  })
})
