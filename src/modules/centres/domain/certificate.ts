import type { Day } from '#kernel/day.ts'

export const CERTIFICATE_EVENTS = ['withdrawal', 'resumption', 'termination'] as const
export type CertificateEventKind = (typeof CERTIFICATE_EVENTS)[number]

/** What was decided about a certificate, or about one profession of it, and from which day it holds. */
export interface CertificateEvent {
  kind: CertificateEventKind
  from: Day
}

export interface CertificateFacts {
  validFrom: Day
  validUntil: Day
  withdrawnOn: Day | null
  resumedOn: Day | null
  terminatedOn: Day | null
  /** The day on which another certificate took its place, by an extension or a re-issue; absent where none did. */
  replacedOn?: Day | null
  /** Decided events in the order in which they hold; absent where none was decided in the platform. */
  events?: readonly CertificateEvent[]
}

export const CERTIFICATE_STATES = ['valid', 'not-yet', 'expired', 'withdrawn', 'terminated', 'replaced'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** Everything that has befallen the certificate: the dates that came with the import, then what was decided here. */
export function eventsOf(certificate: CertificateFacts): CertificateEvent[] {
  const imported: [CertificateEventKind, Day | null][] = [['withdrawal', certificate.withdrawnOn], ['resumption', certificate.resumedOn], ['termination', certificate.terminatedOn]]
  const all = [...imported.flatMap(([kind, from]) => (from === null ? [] : [{ kind, from }])), ...(certificate.events ?? [])]
  return all.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** What a certificate is on a day: it is good on its last day, and not on the day it is withdrawn, terminated or replaced. Termination is final [I]. */
export function certificateState(certificate: CertificateFacts, on: Day): CertificateState {
  const begun = eventsOf(certificate).filter((event) => event.from <= on)
  if (begun.some((event) => event.kind === 'termination')) return 'terminated'
  if (certificate.replacedOn && on >= certificate.replacedOn) return 'replaced'
  if (on < certificate.validFrom) return 'not-yet'
  if (on > certificate.validUntil) return 'expired'
  return begun.at(-1)?.kind === 'withdrawal' ? 'withdrawn' : 'valid'
}

/** Whether the certificate allows recognition on that day. */
export function isCertificateValid(certificate: CertificateFacts, on: Day): boolean {
  return certificateState(certificate, on) === 'valid'
}

/** The day of the newest event of this kind that has come; undefined where none has. */
export function eventDay(certificate: CertificateFacts, kind: CertificateEventKind, on: Day): Day | undefined {
  return eventsOf(certificate).filter((event) => event.kind === kind && event.from <= on).at(-1)?.from
}
