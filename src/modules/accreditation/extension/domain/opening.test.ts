import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { extensionBlockers, initialBlockers, placeBlockers, renewalBlockers, type Held } from './opening.ts'

const held = (state: Held['state'], more: Partial<Held> = {}): Held => ({ number: 'A-1', validFrom: day('2023-06-01'), validUntil: day('2026-05-31'), state, ...more })
const waiting = held('not-yet', { number: 'A-2', validFrom: day('2026-06-01'), validUntil: day('2029-06-01') })
const codes = (found: { code: string }[]) => found.map((each) => each.code)

describe('who may ask for the next certificate', () => {
  test.each([
    ['with a certificate in force', [held('valid')], [], ['accreditation.centre-already']],
    ['with none', [], ['extension.no-certificate'], []],
    ['with a withdrawn one', [held('withdrawn')], ['extension.withdrawn'], ['accreditation.centre-already']],
    ['with one that has run out', [held('expired')], ['extension.expired'], []],
    ['with a terminated one', [held('terminated')], ['extension.no-certificate'], []],
    ['with one in force beside one replaced', [held('valid'), held('replaced')], [], ['accreditation.centre-already']],
  ] as const)('%s', (_, certificates, extension, initial) => {
    expect(codes(extensionBlockers(certificates))).toEqual(extension)
    expect(codes(renewalBlockers(certificates, day('2026-05-01'), 180))).toEqual(extension)
    expect(codes(initialBlockers(certificates))).toEqual(initial)
  })

  test.each([
    ['a day too early', '2025-12-01', 180, ['renewal.too-early']],
    ['on the first day of the window', '2025-12-02', 180, []],
    ['on the last day of the certificate', '2026-05-31', 180, []],
    ['at any time where the norm sets no window', '2023-06-02', undefined, []],
  ] as const)('a renewal is asked for %s', (_, on, window, found) => {
    expect(codes(renewalBlockers([held('valid')], day(on), window))).toEqual(found)
  })

  test('what is renewed already is neither renewed again nor extended until its first day', () => {
    expect(codes(renewalBlockers([held('valid'), waiting], day('2026-05-01'), 180))).toEqual(['renewal.renewed-already'])
    expect(codes(extensionBlockers([held('valid'), waiting]))).toEqual(['extension.renewed-ahead'])
  })
})

describe('which professions belong in the case', () => {
  const scope = [{ professionCode: 'K-1', level: 3, state: 'valid' as const }, { professionCode: 'K-2', level: 3, state: 'withdrawn' as const }, { professionCode: 'K-3', level: 3, state: 'terminated' as const }]
  test.each([
    ['a profession of the scope', 'K-1', 3, ['extension.line-held'], []],
    ['another level of it', 'K-1', 4, [], ['renewal.line-not-held']],
    ['a new profession', 'K-9', 3, [], ['renewal.line-not-held']],
    ['one that is withdrawn', 'K-2', 3, ['extension.line-held'], []],
    ['another level of one that is withdrawn', 'K-2', 4, ['extension.line-withdrawn'], ['renewal.line-not-held']],
    ['one that was terminated', 'K-3', 3, [], ['renewal.line-not-held']],
  ])('%s', (_, professionCode, level, extension, renewal) => {
    expect(codes(placeBlockers('extension', { professionCode, level }, scope))).toEqual(extension)
    expect(codes(placeBlockers('renewal', { professionCode, level }, scope))).toEqual(renewal)
    expect(placeBlockers('initial', { professionCode, level }, scope)).toEqual([])
  })
})
