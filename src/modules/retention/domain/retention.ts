import { addDays, addYears, legalDay, momentAt, type Day, type Moment } from '#kernel/day.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'

/** What a sweep deletes, by kind, as its record and the auditor name it. */
export const DELETED_KINDS = [
  'draft', 'draft-file', 'case-file', 'case-letter', 'case-contact', 'person-contact', 'accommodation', 'returned-application', 'voucher-paper', 'original', 'sign-in-session', 'password-reset',
  'recording',
  'device-note',
] as const
export type DeletedKind = (typeof DELETED_KINDS)[number]

/** The norms that a sweep obeys; each is a length, and one without a value deletes nothing. */
export const RETENTION_NORMS = ['retention.fileYears', 'retention.draftDays', 'retention.quarantineDays', 'retention.signInDays', 'retention.deviceDays', 'retention.recordingDaysAfterAppealTerm'] as const
export type RetentionNorm = (typeof RETENTION_NORMS)[number]

/** How long something is kept: whole calendar days or years. */
export interface Retention {
  norm: RetentionNorm
  length: number
  unit: 'day' | 'year'
}

/** How long the norm lets this be kept; undefined: the norm is not set, and nothing is deleted [D]. */
export function findRetention(edition: NormEdition, norm: RetentionNorm): Retention | undefined {
  const value = findNorm(edition, norm)?.value
  if (typeof value !== 'number' || value < 1) return undefined
  return { norm, length: value, unit: norm === 'retention.fileYears' ? 'year' : 'day' }
}

/** The last day on which something is kept that ended on `since`: it is deleted on the day after, at the earliest. */
export function lastDayKept(since: Day, retention: Retention): Day {
  return retention.unit === 'year' ? addYears(since, retention.length) : addDays(since, retention.length)
}

/** The day is over to its end: deletion never shortens the last day. */
export function isPast(since: Day, retention: Retention, today: Day): boolean {
  return lastDayKept(since, retention) < today
}

/** A moment before which everything that is past lies: a wide net, of which `isPast` decides each. Years may end on the last day of February, hence the day more. */
export function netOf(retention: Retention, today: Day): Moment {
  const day = retention.unit === 'year' ? addDays(addYears(today, -retention.length), 1) : addDays(today, -retention.length)
  return momentAt(day, '00:00')
}

/** A finished case with the appeals and complaints that hang on it: they are kept, and go, together. */
export interface FileFacts {
  /** The last of them was closed at this moment; null while one is open. */
  closedAt: Moment | null
  isCaseOpen: boolean
  isAppealOpen: boolean
  isComplaintOpen: boolean
  documents: readonly { validUntil: Day | null; annulledOn: Day | null; isAnnulmentOpen: boolean }[]
}

export const LEGAL_HOLDS = ['case-open', 'appeal-open', 'complaint-open', 'annulment-open', 'document-valid', 'term-runs'] as const
export type LegalHold = (typeof LEGAL_HOLDS)[number]

/**
 * Why the file of a case is kept still: a dispute about it is open, its document is valid and the norm keeps the file as long, or the
 * years of the norm run from the day on which the last of its cases was closed [D]. Empty: it is deleted.
 */
export function legalHolds(facts: FileFacts, norm: { retention: Retention; whileDocumentValid: boolean }, today: Day): LegalHold[] {
  const isValid = (each: FileFacts['documents'][number]) => each.annulledOn === null && (each.validUntil === null || each.validUntil >= today)
  return [
    ...(facts.isCaseOpen ? ['case-open' as const] : []),
    ...(facts.isAppealOpen ? ['appeal-open' as const] : []),
    ...(facts.isComplaintOpen ? ['complaint-open' as const] : []),
    ...(facts.documents.some((each) => each.isAnnulmentOpen) ? ['annulment-open' as const] : []),
    ...(norm.whileDocumentValid && facts.documents.some(isValid) ? ['document-valid' as const] : []),
    ...(facts.closedAt !== null && !isPast(legalDay(facts.closedAt), norm.retention, today) ? ['term-runs' as const] : []),
  ]
}
