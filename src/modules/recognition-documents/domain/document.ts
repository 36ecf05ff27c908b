import { addMonths, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'

export const DOCUMENT_STATUSES = ['valid', 'expired', 'annulled'] as const
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number]

/** The last day of validity by the register, frozen at issue; null is unlimited. */
export function validUntilOf(issuedOn: Day, validityMonths: number | null): Day | null {
  return validityMonths === null ? null : addMonths(issuedOn, validityMonths)
}

/**
 * Whether the document says in English too what it says in Kazakh and Russian: `document.languages` [D]. These two are its languages by the Law on languages and stand on it always;
 * English is for whoever shows it abroad, and no where an edition does not say.
 */
export function carriesEnglish(norms: NormEdition): boolean {
  return String(findNorm(norms, 'document.languages')?.value ?? '').split(' ').includes('en')
}

/** What the document is on that day; its last day is still a day of validity, and an annulment outweighs everything. */
export function statusOn(document: { validUntil: Day | null; annulledOn: Day | null }, on: Day): DocumentStatus {
  if (document.annulledOn !== null && document.annulledOn <= on) return 'annulled'
  return document.validUntil !== null && document.validUntil < on ? 'expired' : 'valid'
}

/** What strangers may see of a name: the given name and initials. */
export function publicNameOf(name: { surname: string; givenName: string; patronymic: string | null }): string {
  const initials = [name.patronymic, name.surname].map((part) => (part ? `${[...part][0]!.toUpperCase()}.` : '')).filter(Boolean)
  return [name.givenName, ...initials].filter(Boolean).join(' ')
}

export const CERTIFICATE_FAULTS = ['none', 'not-yet', 'expired', 'withdrawn', 'terminated'] as const
export type CertificateFault = (typeof CERTIFICATE_FAULTS)[number]

export interface IssueFacts {
  decidedPass: boolean
  alreadyIssued: boolean
  /** Undefined: a certificate that covers the qualification is in force on the day. */
  certificateFault: CertificateFault | undefined
}

const FAULT_CODES: Readonly<Record<CertificateFault, string>> = {
  none: 'document.certificate-none', 'not-yet': 'document.certificate-not-yet', expired: 'document.certificate-expired',
  withdrawn: 'document.certificate-withdrawn', terminated: 'document.certificate-terminated',
}

/** Why no document may be issued; empty when it may. */
export function issueBlockers(facts: IssueFacts): Blocker[] {
  const found: Blocker[] = []
  if (!facts.decidedPass) found.push({ code: 'document.not-passed' })
  if (facts.alreadyIssued) found.push({ code: 'document.already-issued' })
  if (facts.certificateFault !== undefined) found.push({ code: FAULT_CODES[facts.certificateFault] })
  return found
}

export interface DeliveryFacts {
  issuedOn: Day
  deliveredOn: Day | undefined
  today: Day
  alreadyDelivered: boolean
  hasScan: boolean
  witnessId: string
  clerkId: string
  staffIds: readonly string[]
}

/** Why a delivery under signature cannot be recorded: it needs its day, its scan and a second person. */
export function deliveryBlockers(facts: DeliveryFacts): Blocker[] {
  const found: Blocker[] = []
  if (facts.alreadyDelivered) return [{ code: 'delivery.already' }]
  if (facts.deliveredOn === undefined) found.push({ code: 'delivery.day-wrong' })
  else if (facts.deliveredOn > facts.today) found.push({ code: 'delivery.in-future' })
  else if (facts.deliveredOn < facts.issuedOn) found.push({ code: 'delivery.before-issue' })
  if (!facts.hasScan) found.push({ code: 'delivery.scan-missing' })
  if (facts.witnessId === facts.clerkId) found.push({ code: 'delivery.witness-is-clerk' })
  else if (!facts.staffIds.includes(facts.witnessId)) found.push({ code: 'delivery.witness-unknown' })
  return found
}

/** Why an annulment cannot be proposed. */
export function proposalBlockers(facts: { annulled: boolean; proposalOpen: boolean; ground: string; grounds: readonly string[]; note: string }): Blocker[] {
  const found: Blocker[] = []
  if (facts.annulled) found.push({ code: 'annulment.already-annulled' })
  if (facts.proposalOpen) found.push({ code: 'annulment.already-proposed' })
  if (!facts.grounds.includes(facts.ground)) found.push({ code: 'annulment.ground-unknown' })
  if (facts.note.trim() === '') found.push({ code: 'annulment.note-missing' })
  return found
}
