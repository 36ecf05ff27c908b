import type { Day } from '#kernel/day.ts'

export interface CertificateFacts {
  validFrom: Day
  validUntil: Day
  withdrawnOn: Day | null
  resumedOn: Day | null
  terminatedOn: Day | null
}

export const CERTIFICATE_STATES = ['valid', 'not-yet', 'expired', 'withdrawn', 'terminated'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** What a certificate is on a day: it is good on its last day, and not on the day it is withdrawn or terminated. */
export function certificateState(certificate: CertificateFacts, on: Day): CertificateState {
  if (certificate.terminatedOn !== null && on >= certificate.terminatedOn) return 'terminated'
  if (on < certificate.validFrom) return 'not-yet'
  if (on > certificate.validUntil) return 'expired'
  const withdrawn = certificate.withdrawnOn !== null && on >= certificate.withdrawnOn
  const resumed = certificate.resumedOn !== null && on >= certificate.resumedOn
  return withdrawn && !resumed ? 'withdrawn' : 'valid'
}

/** Whether the certificate allows recognition on that day. */
export function isCertificateValid(certificate: CertificateFacts, on: Day): boolean {
  return certificateState(certificate, on) === 'valid'
}
