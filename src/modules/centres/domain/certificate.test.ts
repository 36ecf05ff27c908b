import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { certificateState, type CertificateFacts } from './certificate.ts'

const plain: CertificateFacts = { validFrom: day('2025-06-02'), validUntil: day('2028-06-02'), withdrawnOn: null, resumedOn: null, terminatedOn: null }
const withdrawn = { ...plain, withdrawnOn: day('2026-03-02') }
const resumed = { ...withdrawn, resumedOn: day('2026-04-01') }
const terminated = { ...plain, terminatedOn: day('2026-03-02') }
const replaced = { ...plain, replacedOn: day('2026-03-02') }

describe('an accreditation certificate', () => {
  test.each([
    ['is not good on the day before it begins', plain, '2025-06-01', 'not-yet'],
    ['is good on its first day', plain, '2025-06-02', 'valid'],
    ['is good on its last day', plain, '2028-06-02', 'valid'],
    ['has run out on the day after', plain, '2028-06-03', 'expired'],
    ['is good on the eve of its withdrawal', withdrawn, '2026-03-01', 'valid'],
    ['is not good from the day of its withdrawal', withdrawn, '2026-03-02', 'withdrawn'],
    ['stays withdrawn on the eve of its resumption', resumed, '2026-03-31', 'withdrawn'],
    ['is good again from the day of its resumption', resumed, '2026-04-01', 'valid'],
    ['runs out even after a resumption', resumed, '2028-06-03', 'expired'],
    ['is good on the eve of its termination', terminated, '2026-03-01', 'valid'],
    ['is over for ever from the day of its termination', terminated, '2026-03-02', 'terminated'],
    ['is good on the eve of the day on which another takes its place', replaced, '2026-03-01', 'valid'],
    ['is not good from the day on which another takes its place', replaced, '2026-03-02', 'replaced'],
  ])('%s', (_, certificate, on, state) => {
    expect(certificateState(certificate, day(on))).toBe(state)
  })
})
