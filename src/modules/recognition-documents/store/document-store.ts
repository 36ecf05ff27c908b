import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface DocumentRow {
  id: Uuid
  number: string
  caseId: Uuid
  decisionId: Uuid
  centreId: Uuid
  certificateId: Uuid
  personId: Uuid
  professionCode: string
  level: number
  holderSurname: string
  holderGivenName: string
  holderPatronymic: string | null
  publicName: string
  issuedAt: Moment
  issuedOn: Day
  validUntil: Day | null
  issuedBy: Uuid
  deliveredAt: Moment | null
  paperId: Uuid
  annulledOn: Day | null
  annulmentGround: string | null
}
const COLUMNS = `id, number, case_id, decision_id, centre_id, certificate_id, person_id, profession_code, level, holder_surname, holder_given_name, holder_patronymic, public_name,
  issued_at, issued_on, valid_until, issued_by, delivered_at, paper_id, annulled_on, annulment_ground`

export const FUNDINGS = ['own', 'employer', 'voucher'] as const
export type Funding = (typeof FUNDINGS)[number]

/** Besides the row: whose it is across all papers, by the keyed index of the IIN, and who paid; both frozen at issue. */
export async function insertDocument(sql: Sql, row: DocumentRow & { holderKey: Uint8Array; funding: Funding }): Promise<void> {
  await sql.run(
    `insert into recognition_document (id, number, case_id, decision_id, centre_id, certificate_id, person_id, profession_code, level, holder_surname, holder_given_name, holder_patronymic, public_name,
       issued_at, issued_on, valid_until, issued_by, delivered_at, paper_id, holder_key, funding) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [row.id, row.number, row.caseId, row.decisionId, row.centreId, row.certificateId, row.personId, row.professionCode, row.level, row.holderSurname, row.holderGivenName, row.holderPatronymic, row.publicName,
      row.issuedAt, row.issuedOn, row.validUntil, row.issuedBy, row.deliveredAt, row.paperId, Buffer.from(row.holderKey), row.funding])
}
export async function selectDocumentOfCase(sql: Sql, caseId: string): Promise<DocumentRow | undefined> {
  return sql.maybe<DocumentRow>(`select ${COLUMNS} from recognition_document where case_id = $1 order by issued_at desc limit 1`, [caseId])
}
export async function selectDocumentsOfCases(sql: Sql, caseIds: readonly string[]): Promise<DocumentRow[]> {
  return sql.many<DocumentRow>(`select ${COLUMNS} from recognition_document where case_id = any($1::uuid[]) order by issued_at desc, id desc`, [caseIds])
}
export async function selectDocumentByNumber(sql: Sql, number: string): Promise<DocumentRow | undefined> {
  return sql.maybe<DocumentRow>(`select ${COLUMNS} from recognition_document where number = $1`, [number])
}
export async function markDocumentDelivered(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update recognition_document set delivered_at = $2 where id = $1', [id, at])
}
export async function markAnnulled(sql: Sql, id: string, on: Day, ground: string): Promise<void> {
  await sql.run('update recognition_document set annulled_on = $2, annulment_ground = $3 where id = $1', [id, on, ground])
}

export interface PublicDocument {
  number: string
  publicName: string
  level: number
  issuedOn: Day
  validUntil: Day | null
  annulledOn: Day | null
  professionCode: string
  professionKk: string | null
  professionRu: string
  professionEn: string | null
  centreSerial: string
  centreKk: string
  centreRu: string
  centreEn: string
}
// Raw and one statement: every employer who holds a paper comes this way.
export async function selectPublicDocument(sql: Sql, number: string): Promise<PublicDocument | undefined> {
  return sql.maybe<PublicDocument>(
    `select d.number, d.public_name, d.level, d.issued_on, d.valid_until, d.annulled_on, d.profession_code, v.name_kk as profession_kk, v.name_ru as profession_ru, v.name_en as profession_en,
       c.serial as centre_serial, o.name_kk as centre_kk, o.name_ru as centre_ru, o.name_en as centre_en
     from recognition_document d join case_file f on f.id = d.case_id join profession_version v on v.id = f.profession_version_id join centre c on c.id = d.centre_id join organisation o on o.id = c.id
     where d.number = $1`, [number])
}

/** The documents of a centre, the newest first. */
export async function selectDocuments(sql: Sql, centreId: string, limit: number, offset: number): Promise<DocumentRow[]> {
  return sql.many<DocumentRow>(`select ${COLUMNS} from recognition_document where centre_id = $1 order by issued_on desc, id desc limit $2 offset $3`, [centreId, limit, offset])
}
export async function countDocuments(sql: Sql, centreId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from recognition_document where centre_id = $1', [centreId])).count
}

export interface FailNotice {
  id: Uuid
  decisionId: Uuid
  caseId: Uuid
  recommendations: string
  issuedAt: Moment
  deliveredAt: Moment | null
  paperId: Uuid
}
export async function insertFailNotice(sql: Sql, notice: FailNotice & { issuedBy: string }): Promise<void> {
  await sql.run('insert into fail_notice (id, decision_id, case_id, recommendations, issued_by, issued_at, delivered_at, paper_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [notice.id, notice.decisionId, notice.caseId, notice.recommendations, notice.issuedBy, notice.issuedAt, notice.deliveredAt, notice.paperId])
}
export async function selectFailNotice(sql: Sql, caseId: string): Promise<FailNotice | undefined> {
  return sql.maybe<FailNotice>('select id, decision_id, case_id, recommendations, issued_at, delivered_at, paper_id from fail_notice where case_id = $1 order by issued_at desc limit 1', [caseId])
}
export async function markNoticeDelivered(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update fail_notice set delivered_at = $2 where id = $1', [id, at])
}
export type DeliveredKind = 'document' | 'fail-notice' | 'refusal' | 'appeal-decision' | 'complaint-answer'
export async function selectDelivery(sql: Sql, ofKind: DeliveredKind, ofId: string): Promise<{ channel: 'account' | 'paper'; deliveredAt: Moment } | undefined> {
  return sql.maybe('select channel, delivered_at from delivery where of_kind = $1 and of_id = $2', [ofKind, ofId])
}
export async function insertDelivery(sql: Sql, delivery: { id: Uuid; caseId: string; ofKind: DeliveredKind; ofId: string; channel: 'account' | 'paper'; at: Moment; attachmentId: string | null; recordedBy: string | null; witnessedBy: string | null }): Promise<void> {
  await sql.run('insert into delivery (id, case_id, of_kind, of_id, channel, delivered_at, attachment_id, recorded_by, witnessed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [delivery.id, delivery.caseId, delivery.ofKind, delivery.ofId, delivery.channel, delivery.at, delivery.attachmentId, delivery.recordedBy, delivery.witnessedBy])
}

export interface Annulment {
  id: Uuid
  documentId: Uuid
  ground: string
  note: string
  proposedBy: Uuid
  proposedAt: Moment
  decidedAt: Moment | null
  approved: boolean | null
}
export async function insertAnnulment(sql: Sql, annulment: Omit<Annulment, 'decidedAt' | 'approved'>): Promise<void> {
  await sql.run('insert into annulment (id, document_id, ground, note, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6)', [annulment.id, annulment.documentId, annulment.ground, annulment.note, annulment.proposedBy, annulment.proposedAt])
}
export async function selectOpenAnnulment(sql: Sql, documentId: string): Promise<Annulment | undefined> {
  return sql.maybe<Annulment>('select id, document_id, ground, note, proposed_by, proposed_at, decided_at, approved from annulment where document_id = $1 and decided_at is null', [documentId])
}
export async function decideAnnulmentRow(sql: Sql, id: string, by: string, at: Moment, approved: boolean): Promise<void> {
  await sql.run('update annulment set decided_by = $2, decided_at = $3, approved = $4 where id = $1', [id, by, at, approved])
}
export interface OpenAnnulment {
  number: string
  caseId: Uuid
  centreId: Uuid
  holderSurname: string
  holderGivenName: string
  holderPatronymic: string | null
  professionCode: string
  level: number
  ground: string
  note: string
  proposedBy: Uuid
  proposedAt: Moment
}
/** Proposals that nobody has decided on, the oldest first. */
export async function selectOpenAnnulments(sql: Sql): Promise<OpenAnnulment[]> {
  return sql.many<OpenAnnulment>(
    `select d.number, d.case_id, d.centre_id, d.holder_surname, d.holder_given_name, d.holder_patronymic, d.profession_code, d.level, a.ground, a.note, a.proposed_by, a.proposed_at
       from annulment a join recognition_document d on d.id = a.document_id where a.decided_at is null order by a.proposed_at, a.id limit 200`)
}
