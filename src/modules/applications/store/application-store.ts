import type { Day, Moment } from '#kernel/day.ts'
import type { ExamMode } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { AccommodationKind, DraftData, ExamLanguage, WayLearnt } from '../domain/draft.ts'
import type { ItemCheck } from '../domain/check-list.ts'

export interface Draft {
  id: Uuid
  accountId: Uuid
  professionCode: string
  data: DraftData
  updatedAt: Moment
  sentCaseId: Uuid | null
}
const DRAFT = 'id, account_id, profession_code, data, updated_at, sent_case_id'

export async function selectDraft(sql: Sql, accountId: string, professionCode: string): Promise<Draft | undefined> {
  return sql.maybe<Draft>(`select ${DRAFT} from application_draft where account_id = $1 and profession_code = $2 and sent_case_id is null`, [accountId, professionCode])
}
export async function lockDraft(sql: Sql, id: string, accountId: string): Promise<Draft | undefined> {
  return sql.maybe<Draft>(`select ${DRAFT} from application_draft where id = $1 and account_id = $2 for update`, [id, accountId])
}
export async function selectDrafts(sql: Sql, accountId: string): Promise<Draft[]> {
  return sql.many<Draft>(`select ${DRAFT} from application_draft where account_id = $1 and sent_case_id is null order by updated_at desc`, [accountId])
}
/** Two tabs open one draft: the second insert finds the first. */
export async function insertDraft(sql: Sql, draft: { id: Uuid; accountId: Uuid; professionCode: string; at: Moment }): Promise<void> {
  await sql.run(
    `insert into application_draft (id, account_id, profession_code, data, updated_at) values ($1, $2, $3, '{}', $4)
     on conflict (account_id, profession_code) where sent_case_id is null do nothing`, [draft.id, draft.accountId, draft.professionCode, draft.at])
}
export async function updateDraft(sql: Sql, id: string, data: DraftData, at: Moment): Promise<void> {
  await sql.run('update application_draft set data = $2, updated_at = $3 where id = $1', [id, JSON.stringify(data), at])
}
export async function markDraftSent(sql: Sql, id: string, caseId: string, at: Moment): Promise<void> {
  await sql.run('update application_draft set sent_case_id = $2, updated_at = $3 where id = $1', [id, caseId, at])
}
export async function deleteDraftRow(sql: Sql, id: string): Promise<void> {
  await sql.run('delete from application_draft where id = $1', [id])
}

export interface Application {
  caseId: Uuid
  channel: 'online' | 'paper' | 'partner'
  partnerReference: string | null
  partnerOrganisationId: Uuid | null
  submittedAt: Moment
  receivedOn: Day
  language: 'kk' | 'ru'
  examLanguage: ExamLanguage
  examMode: ExamMode
  wayLearnt: WayLearnt
  initiative: 'candidate' | 'employer'
  funding: 'own' | 'employer' | 'voucher'
  surname: string
  givenName: string
  patronymic: string | null
  birthOn: Day
  citizenship: string
  phone: string
  email: string | null
  address: string
  consentVersion: string
  enteredBy: Uuid | null
  witnessedBy: Uuid | null
  withdrawnAt: Moment | null
  withdrawalNote: string | null
}
const APPLICATION = `case_id, channel, partner_reference, partner_organisation_id, submitted_at, received_on, language, exam_language, way_learnt, initiative, funding,
  surname, given_name, patronymic, birth_on, citizenship, phone, email, address, consent_version, entered_by, witnessed_by, withdrawn_at, withdrawal_note, exam_mode`

export async function insertApplication(sql: Sql, a: Application): Promise<void> {
  await sql.run(
    `insert into application (${APPLICATION}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
    [a.caseId, a.channel, a.partnerReference, a.partnerOrganisationId, a.submittedAt, a.receivedOn, a.language, a.examLanguage, a.wayLearnt, a.initiative, a.funding,
      a.surname, a.givenName, a.patronymic, a.birthOn, a.citizenship, a.phone, a.email, a.address, a.consentVersion, a.enteredBy, a.witnessedBy, a.withdrawnAt, a.withdrawalNote, a.examMode])
}
export async function selectApplication(sql: Sql, caseId: string): Promise<Application | undefined> {
  return sql.maybe<Application>(`select ${APPLICATION} from application where case_id = $1`, [caseId])
}
export async function markWithdrawn(sql: Sql, caseId: string, by: { at: Moment; on: Day; note: string | null }): Promise<void> {
  await sql.run('update application set withdrawn_at = $2, withdrawal_note = $3, withdrawn_on = $4 where case_id = $1', [caseId, by.at, by.note, by.on])
}
export type PartnerApplicationRow = Pick<Application, 'caseId' | 'receivedOn' | 'surname' | 'givenName'>
export async function selectByPartnerReference(sql: Sql, organisationId: string, reference: string): Promise<PartnerApplicationRow | undefined> {
  return sql.maybe<PartnerApplicationRow>('select case_id, received_on, surname, given_name from application where partner_organisation_id = $1 and partner_reference = $2', [organisationId, reference])
}
/** Holds back a second request with the same reference until the first has ended. */
export async function lockPartnerReference(sql: Sql, organisationId: string, reference: string): Promise<void> {
  await sql.one('select pg_advisory_xact_lock(hashtextextended($1, 0))::text as held', [`${organisationId}:${reference}`])
}

export interface ItemCheckRow extends ItemCheck {
  checkedBy: Uuid
  checkedAt: Moment
}
export async function selectChecks(sql: Sql, caseId: string): Promise<ItemCheckRow[]> {
  return sql.many<ItemCheckRow>('select item, verdict, note, checked_by, checked_at from application_check where case_id = $1', [caseId])
}
export async function upsertCheck(sql: Sql, caseId: string, check: ItemCheck, by: string, at: Moment): Promise<void> {
  await sql.run(
    `insert into application_check (case_id, item, verdict, note, checked_by, checked_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (case_id, item) do update set verdict = excluded.verdict, note = excluded.note, checked_by = excluded.checked_by, checked_at = excluded.checked_at`,
    [caseId, check.item, check.verdict, check.note, by, at])
}

export interface Accommodation {
  id: Uuid
  caseId: Uuid
  kind: AccommodationKind
  asked: string
  answer: 'granted' | 'refused' | null
  answerNote: string
  extraPercent: number | null
  answeredAt: Moment | null
  appliedAt: Moment | null
}
export async function insertAccommodation(sql: Sql, each: { id: Uuid; caseId: Uuid; kind: AccommodationKind; asked: string }): Promise<void> {
  await sql.run('insert into accommodation (id, case_id, kind, asked) values ($1, $2, $3, $4) on conflict (case_id, kind) do nothing', [each.id, each.caseId, each.kind, each.asked])
}
export async function selectAccommodations(sql: Sql, caseId: string): Promise<Accommodation[]> {
  return sql.many<Accommodation>('select id, case_id, kind, asked, answer, answer_note, extra_percent, answered_at, applied_at from accommodation where case_id = $1 order by kind', [caseId])
}
export async function updateAnswer(sql: Sql, id: string, answer: { answer: string; note: string; extraPercent: number | null; by: string; at: Moment }): Promise<void> {
  await sql.run('update accommodation set answer = $2, answer_note = $3, extra_percent = $4, answered_by = $5, answered_at = $6 where id = $1',
    [id, answer.answer, answer.note, answer.extraPercent, answer.by, answer.at])
}

export interface Returned {
  id: Uuid
  centreId: Uuid
  channel: 'paper' | 'partner'
  ground: string
  note: string
  professionCode: string
  personName: string
  returnedBy: Uuid | null
  returnedAt: Moment
}
export async function insertReturned(sql: Sql, r: Returned): Promise<void> {
  await sql.run('insert into returned_application (id, centre_id, channel, ground, note, profession_code, person_name, returned_by, returned_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [r.id, r.centreId, r.channel, r.ground, r.note, r.professionCode, r.personName, r.returnedBy, r.returnedAt])
}
