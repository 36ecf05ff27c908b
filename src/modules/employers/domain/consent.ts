import type { Day } from '#kernel/day.ts'
import { stateOf, type ReferralStanding } from './referral.ts'

/** What a person lets an employer see, each apart, each taken back at any time. */
export const CONSENT_SCOPES = ['road', 'documents'] as const
export type ConsentScope = (typeof CONSENT_SCOPES)[number]

/** The text that was shown when a consent was given; a new text is a new version, and given ones keep theirs. */
export const EMPLOYER_CONSENT_VERSION = '2026-11'

export function isConsentScope(text: string): text is ConsentScope {
  return (CONSENT_SCOPES as readonly string[]).includes(text)
}

/**
 * Whether a consent to the documents that was given beside a referral counts: from the word itself, while the referral is open or was taken up. One that was declined, withdrawn or ran out is
 * shown to the person no more, so he could not take the consent back there, and it ends with it.
 */
export function isDocumentsSeen(referral: ReferralStanding, on: Day): boolean {
  const state = stateOf(referral, on)
  return state === 'taken' || state === 'sent'
}
