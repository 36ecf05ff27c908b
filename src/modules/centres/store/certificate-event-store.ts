import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { CertificateEventKind } from '../domain/certificate.ts'
import type { CertificateGround } from '../domain/certificate-event.ts'

export interface NewCertificateEvent {
  id: Uuid
  certificateId: Uuid
  kind: CertificateEventKind
  professions: string[] | null
  inForceFrom: Day
  ground: CertificateGround
  note: string
  /** Empty while the clause is not known. */
  clause: string
  proposedBy: Uuid
  proposedAt: Moment
}
export interface CertificateEventRow extends NewCertificateEvent {
  decidedBy: Uuid | null
  decidedAt: Moment | null
  approved: boolean | null
  /** The decision of which this is the continuation in a new certificate; null where it was taken about this one. */
  copiedFrom: Uuid | null
}

const COLUMNS = 'id, certificate_id, kind, professions, in_force_from, ground, note, clause, proposed_by, proposed_at, decided_by, decided_at, approved, copied_from'

/** Keeps two people from deciding about one certificate at once. */
export async function lockCertificate(sql: Sql, id: string): Promise<{ centreId: Uuid } | undefined> {
  return sql.maybe('select centre_id from accreditation_certificate where id = $1 for update', [id])
}
export async function insertCertificateEvent(sql: Sql, row: NewCertificateEvent): Promise<void> {
  await sql.run(
    `insert into certificate_event (id, certificate_id, kind, professions, in_force_from, ground, note, clause, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, row.certificateId, row.kind, row.professions, row.inForceFrom, row.ground, row.note, row.clause, row.proposedBy, row.proposedAt])
}
export async function selectCertificateEvent(sql: Sql, id: string): Promise<CertificateEventRow | undefined> {
  return sql.maybe(`select ${COLUMNS} from certificate_event where id = $1`, [id])
}
/** Every event of a certificate, the open and the rejected with them, the newest first. */
export async function selectCertificateEvents(sql: Sql, certificateId: string): Promise<CertificateEventRow[]> {
  return sql.many(`select ${COLUMNS} from certificate_event where certificate_id = $1 order by proposed_at desc, id`, [certificateId])
}
/** The certificates about which a proposal waits for a second person. */
export async function selectOpenEvents(sql: Sql): Promise<CertificateEventRow[]> {
  return sql.many(`select ${COLUMNS} from certificate_event where decided_by is null order by proposed_at, id`)
}
export async function decideCertificateEvent(sql: Sql, row: { id: string; by: string; at: Moment; approved: boolean }): Promise<void> {
  await sql.run('update certificate_event set decided_by = $2, decided_at = $3, approved = $4 where id = $1', [row.id, row.by, row.at, row.approved])
}
/** Another certificate of the centre is subject to the same decision, of the same two people. */
export async function copyCertificateEvent(sql: Sql, event: CertificateEventRow, copy: { id: string; certificateId: string; professions: readonly string[] | null }): Promise<void> {
  await sql.run(
    `insert into certificate_event (id, certificate_id, kind, professions, in_force_from, ground, note, clause, proposed_by, proposed_at, decided_by, decided_at, approved, copied_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, true, $13)`,
    [copy.id, copy.certificateId, event.kind, copy.professions, event.inForceFrom, event.ground, event.note, event.clause, event.proposedBy, event.proposedAt, event.decidedBy, event.decidedAt, event.copiedFrom ?? event.id])
}

/** The approved event in force on that day by which the certificate is what it is for this profession: the last one. */
export async function selectEventInForce(sql: Sql, q: { certificateId: string; professionCode: string; on: Day }): Promise<CertificateEventRow | undefined> {
  return sql.maybe(
    `select ${COLUMNS} from certificate_event where certificate_id = $1 and approved and (professions is null or $2 = any (professions)) and in_force_from <= $3
     order by (kind = 'termination') desc, in_force_from desc, decided_at desc limit 1`, [q.certificateId, q.professionCode, q.on])
}
