import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ReissueGround, Wording } from '../domain/reissue.ts'

/** One row of `certificate_reissue`. */
export interface Reissue extends Wording {
  id: Uuid
  certificateId: Uuid
  organisationId: Uuid
  ground: ReissueGround
  note: string
  clause: string
  requestedBy: Uuid
  requestedAt: Moment
  preparedBy: Uuid | null
  preparedAt: Moment | null
  decidedBy: Uuid | null
  decidedAt: Moment | null
  outcome: 'issued' | 'refused' | 'withdrawn' | null
  reasons: string
  newCertificateId: Uuid | null
  paperId: Uuid | null
  version: number
}
const COLUMNS = `id, certificate_id, organisation_id, ground, note, clause, name_kk, name_ru, name_en, address_kk, address_ru, requested_by, requested_at, prepared_by, prepared_at, decided_by, decided_at,
  outcome, reasons, new_certificate_id, paper_id, version`

export async function insertReissue(sql: Sql, row: Pick<Reissue, 'id' | 'certificateId' | 'organisationId' | 'ground' | 'note' | 'requestedBy' | 'requestedAt'> & Wording): Promise<void> {
  await sql.run(
    `insert into certificate_reissue (id, certificate_id, organisation_id, ground, note, name_kk, name_ru, name_en, address_kk, address_ru, requested_by, requested_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [row.id, row.certificateId, row.organisationId, row.ground, row.note, row.nameKk, row.nameRu, row.nameEn, row.addressKk, row.addressRu, row.requestedBy, row.requestedAt])
}
export async function selectReissue(sql: Sql, id: string): Promise<Reissue | undefined> {
  return sql.maybe<Reissue>(`select ${COLUMNS} from certificate_reissue where id = $1`, [id])
}
export async function lockReissue(sql: Sql, id: string): Promise<Reissue | undefined> {
  return sql.maybe<Reissue>(`select ${COLUMNS} from certificate_reissue where id = $1 for update`, [id])
}
/** Of one organisation, or of all where none is named; what waits first. */
export async function selectReissues(sql: Sql, organisationId: string | null): Promise<Reissue[]> {
  return sql.many<Reissue>(`select ${COLUMNS} from certificate_reissue where $1::uuid is null or organisation_id = $1 order by outcome is not null, requested_at desc, id`, [organisationId])
}
export async function selectReissueByPaper(sql: Sql, paperId: string): Promise<Reissue | undefined> {
  return sql.maybe<Reissue>(`select ${COLUMNS} from certificate_reissue where paper_id = $1`, [paperId])
}
export async function prepareReissueRow(sql: Sql, id: string, row: Wording & { clause: string; by: string; at: Moment }): Promise<void> {
  await sql.run(
    'update certificate_reissue set name_kk = $2, name_ru = $3, name_en = $4, address_kk = $5, address_ru = $6, clause = $7, prepared_by = $8, prepared_at = $9, version = version + 1 where id = $1',
    [id, row.nameKk, row.nameRu, row.nameEn, row.addressKk, row.addressRu, row.clause, row.by, row.at])
}
export async function decideReissueRow(sql: Sql, id: string, row: Pick<Reissue, 'outcome' | 'reasons' | 'newCertificateId' | 'paperId'> & { by: string; at: Moment }): Promise<void> {
  await sql.run(
    'update certificate_reissue set outcome = $2, reasons = $3, new_certificate_id = $4, paper_id = $5, decided_by = $6, decided_at = $7, version = version + 1 where id = $1',
    [id, row.outcome, row.reasons, row.newCertificateId, row.paperId, row.by, row.at])
}
/** The case by which a certificate, or the one it was re-issued from, was issued. */
export async function selectCaseNumberOf(sql: Sql, certificateId: string): Promise<string | undefined> {
  const row = await sql.maybe<{ number: string }>(
    `with recursive origin (id) as (select $1::uuid union all select r.certificate_id from origin o join certificate_reissue r on r.new_certificate_id = o.id)
     select c.number from accreditation_issue i join accreditation_case c on c.id = i.case_id where i.certificate_id in (select id from origin)`, [certificateId])
  return row?.number
}
