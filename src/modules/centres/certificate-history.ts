import type { Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'
import type { CertificateEventKind } from './domain/certificate.ts'
import type { CertificateGround } from './domain/certificate-event.ts'
import { selectCertificateEvents } from './store/certificate-event-store.ts'
import type { Certificate } from './store/scope-store.ts'

/** What befell a certificate, as everybody may read it: never who proposed it, nor the circumstances. */
export interface CertificateEntry {
  kind: CertificateEventKind | 'issued' | 'replaced' | 'expired'
  on: Day
  /** Null: the whole certificate. */
  professions: string[] | null
  /** Unknown for what came with an import. */
  ground: CertificateGround | undefined
  clause: string
}

/** The life of a certificate from its issue to its end, in the order of the days; what is decided for a day to come is among it. */
export async function certificateHistory(sql: Sql, certificate: Certificate, today: Day): Promise<CertificateEntry[]> {
  const plain = (kind: CertificateEntry['kind'], on: Day | null): CertificateEntry[] => (on === null ? [] : [{ kind, on, professions: null, ground: undefined, clause: '' }])
  const decided = (await selectCertificateEvents(sql, certificate.id)).filter((event) => event.approved).sort((a, b) => (a.decidedAt! < b.decidedAt! ? -1 : 1))
    .map((event): CertificateEntry => ({ kind: event.kind, on: event.inForceFrom, professions: event.professions, ground: event.ground, clause: event.clause }))
  const all = [
    ...plain('issued', certificate.validFrom), ...plain('withdrawal', certificate.withdrawnOn), ...plain('resumption', certificate.resumedOn), ...plain('termination', certificate.terminatedOn), ...decided, ...plain('replaced', certificate.replacedOn ?? null),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const terminated = all.some((entry) => entry.kind === 'termination' && entry.professions === null && entry.on <= today)
  return [...all, ...(certificate.validUntil < today && !terminated && !certificate.replacedOn ? plain('expired', certificate.validUntil) : [])]
}
