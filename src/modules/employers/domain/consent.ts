/** What a person lets an employer see, each apart, each taken back at any time. */
export const CONSENT_SCOPES = ['road', 'documents'] as const
export type ConsentScope = (typeof CONSENT_SCOPES)[number]

/** The text that was shown when a consent was given; a new text is a new version, and given ones keep theirs. */
export const EMPLOYER_CONSENT_VERSION = '2026-11'

export function isConsentScope(text: string): text is ConsentScope {
  return (CONSENT_SCOPES as readonly string[]).includes(text)
}
