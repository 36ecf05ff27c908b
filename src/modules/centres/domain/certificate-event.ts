import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { certificateState, eventsOf, type CertificateEventKind, type CertificateFacts, type CertificateState } from './certificate.ts'

/** Why a certificate may be withdrawn, resumed or terminated: an open list [D], for the clauses of Order 381 are not known to us. */
export const CERTIFICATE_GROUNDS = ['own-request', 'conditions-lost', 'breaches-found', 'breaches-not-remedied', 'breaches-remedied', 'organisation-wound-up', 'other'] as const
export type CertificateGround = (typeof CERTIFICATE_GROUNDS)[number]

export interface EventProposal {
  kind: string
  /** Null: the whole certificate. */
  professions: readonly string[] | null
  from: Day
  ground: string
  note: string
}
export interface LineFacts extends CertificateFacts {
  professionCode: string
}

const BEFORE: Readonly<Record<CertificateEventKind, readonly CertificateState[]>> = { withdrawal: ['valid'], resumption: ['withdrawn'], termination: ['valid', 'withdrawn', 'not-yet'] }

/** A withdrawal needs what is valid, a resumption what is withdrawn, and nothing follows a termination; all from today or a day to come, never the past [D]. */
export function eventBlockers(proposal: EventProposal, certificate: CertificateFacts, lines: readonly LineFacts[], today: Day): Blocker[] {
  const found: Blocker[] = []
  const kind = proposal.kind as CertificateEventKind
  if (!(kind in BEFORE)) return [{ code: 'certificate.kind-missing', data: { field: 'kind' } }]
  if (!(CERTIFICATE_GROUNDS as readonly string[]).includes(proposal.ground)) found.push({ code: 'certificate.ground-missing', data: { field: 'ground' } })
  if (proposal.note.trim() === '') found.push({ code: 'certificate.note-missing', data: { field: 'note' } })
  if (proposal.from < today) found.push({ code: 'certificate.day-past', data: { field: 'from' } })
  if (proposal.from > certificate.validUntil) found.push({ code: 'certificate.day-after-expiry', data: { field: 'from' } })
  const unknown = (proposal.professions ?? []).filter((code) => !lines.some((line) => line.professionCode === code))
  if (unknown.length > 0 || proposal.professions?.length === 0) found.push({ code: 'certificate.profession-missing', data: { field: 'professions' } })
  const about = proposal.professions === null ? [certificate] : lines.filter((line) => proposal.professions!.includes(line.professionCode))
  if (about.some((each) => eventsOf(each).some((event) => event.from > proposal.from))) found.push({ code: 'certificate.later-event', data: { field: 'from' } })
  // Of a day that cannot be taken nothing more is said.
  const dayTaken = proposal.from >= today && proposal.from <= certificate.validUntil
  if (dayTaken && about.some((each) => !BEFORE[kind].includes(certificateState(each, proposal.from)))) found.push({ code: `certificate.no-${kind}`, data: { field: 'kind' } })
  return found
}
