import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Stage } from '../preparation/domain/notification.ts'

type Text = Partial<Localized>

export interface MapStep {
  no: number
  operation: Text
  criterion: Text
  minutes?: number
  tools?: Text
  critical: boolean
  optional: boolean
  topic?: string
}
export interface ProgrammeContent {
  title: Text
  topics: { code: string; name: Text }[]
  blueprint: { topic: string; count: number }[]
  theoryMinutes: number
  map: { title: Text; task: Text; minutes: number; steps: MapStep[] }
  methodology: Text
  briefing: Text
  needs: Text
}
export interface Item {
  id: Uuid
  code: string
  topic: string
  kind: 'single' | 'multiple'
  stem: Text
  options: { key: string; text: Text }[]
}
export async function selectProgrammeVersion(sql: Sql, id: string): Promise<{ id: Uuid; versionNo: number; content: ProgrammeContent }> {
  return sql.one('select id, version_no, content from programme_version where id = $1', [id])
}
export async function selectItems(sql: Sql, versionId: string): Promise<Item[]> {
  return sql.many<Item>('select id, code, topic, kind, stem, options from item where programme_version_id = $1 and retired_at is null order by code', [versionId])
}
export async function selectItemsById(sql: Sql, ids: readonly string[]): Promise<Item[]> {
  return sql.many<Item>('select id, code, topic, kind, stem, options from item where id = any($1)', [ids])
}
export async function selectKey(sql: Sql, versionId: string): Promise<Map<string, readonly string[]>> {
  const rows = await sql.many<{ itemId: string; correct: string[] }>(
    'select k.item_id, k.correct from answer_key k join item i on i.id = k.item_id where i.programme_version_id = $1', [versionId])
  return new Map(rows.map((row) => [row.itemId, row.correct]))
}

export interface SittingRow {
  id: Uuid
  centreId: Uuid
  stage: Stage
  professionCode: string
  level: number
  roomId: Uuid
  roomKk: string
  roomRu: string
  onDay: Day
  startsAt: Moment
  endsAt: Moment
  seats: number
  invigilatorId: Uuid | null
  cancelledAt: Moment | null
  assessorIds: Uuid[]
}
const SITTING = `select s.id, s.centre_id, s.stage, s.profession_code, s.level, s.room_id, r.name_kk as room_kk, r.name_ru as room_ru, s.on_day, s.starts_at, s.ends_at,
  s.seats, s.invigilator_id, s.cancelled_at,
  coalesce((select array_agg(a.account_id::text order by a.account_id) from sitting_assessor a where a.sitting_id = s.id), '{}') as assessor_ids
  from sitting s join room r on r.id = s.room_id`
export async function selectSitting(sql: Sql, id: string): Promise<SittingRow | undefined> {
  return sql.maybe<SittingRow>(`${SITTING} where s.id = $1`, [id])
}
export async function selectSittingsFor(sql: Sql, filter: { centreId: string; from: Day; until: Day; professionCode: string; level: number }): Promise<SittingRow[]> {
  return sql.many<SittingRow>(
    `${SITTING} where s.centre_id = $1 and s.on_day between $2 and $3 and s.profession_code = $4 and s.level = $5 and s.cancelled_at is null order by s.starts_at limit 200`,
    [filter.centreId, filter.from, filter.until, filter.professionCode, filter.level])
}
export async function selectSittingsOfAssessor(sql: Sql, accountId: string, from: Day): Promise<SittingRow[]> {
  return sql.many<SittingRow>(
    `${SITTING} where s.on_day >= $2 and s.cancelled_at is null and exists (select 1 from sitting_assessor a where a.sitting_id = s.id and a.account_id = $1) order by s.starts_at limit 50`,
    [accountId, from])
}

export interface ContractRow {
  id: Uuid
  kind: 'first' | 'retake'
  stages: Stage[]
  programmeVersionId: Uuid
  acceptedAt: Moment | null
}
export async function selectContract(sql: Sql, caseId: string): Promise<ContractRow | undefined> {
  return sql.maybe<ContractRow>(
    'select id, kind, stages, programme_version_id, accepted_at from contract where case_id = $1 and closed_at is null order by sent_at desc limit 1', [caseId])
}
export async function selectExamLanguage(sql: Sql, caseId: string): Promise<'kk' | 'ru'> {
  return (await sql.maybe<{ examLanguage: 'kk' | 'ru' }>('select exam_language from application where case_id = $1', [caseId]))?.examLanguage ?? 'kk'
}
export interface AccommodationRow {
  kind: 'extra-time' | 'large-print' | 'place' | 'assistant' | 'other'
  answer: 'granted' | 'refused' | null
  answerNote: string
  extraPercent: number | null
}
export async function selectAccommodations(sql: Sql, caseId: string): Promise<AccommodationRow[]> {
  return sql.many<AccommodationRow>('select kind, answer, answer_note, extra_percent from accommodation where case_id = $1 order by kind', [caseId])
}

export interface PlaceRow {
  nameKk: string
  nameRu: string
  nameEn: string
  bin: string | null
  addressKk: string
  addressRu: string
  phone: string
  email: string
  certificateNumber: string | null
  certificateUntil: Day | null
}
export async function selectPlace(sql: Sql, centreId: string, on: Day): Promise<PlaceRow> {
  return sql.one<PlaceRow>(
    `select o.name_kk, o.name_ru, o.name_en, o.bin, c.address_kk, c.address_ru, c.phone, c.email, k.number as certificate_number, k.valid_until as certificate_until
     from centre c join organisation o on o.id = c.id
     left join lateral (select number, valid_until from accreditation_certificate where centre_id = c.id and valid_from <= $2 order by valid_from desc limit 1) k on true
     where c.id = $1`, [centreId, on])
}
export interface QualificationRow {
  code: string
  nameKk: string | null
  nameRu: string | null
  nameEn: string | null
  basisTitleKk: string | null
  basisTitleRu: string | null
}
export async function selectQualification(sql: Sql, versionId: string): Promise<QualificationRow> {
  return sql.one<QualificationRow>('select code, name_kk, name_ru, name_en, basis_title_kk, basis_title_ru from profession_version where id = $1', [versionId])
}
export async function insertPaper(sql: Sql, paper: { id: Uuid; kind: string; caseId: string; centreId: string; data: unknown; at: Moment }): Promise<void> {
  await sql.run('insert into paper (id, kind, case_id, centre_id, data, created_at, next_try_at) values ($1, $2, $3, $4, $5, $6, $6)',
    [paper.id, paper.kind, paper.caseId, paper.centreId, JSON.stringify(paper.data), paper.at])
}
export async function selectAccountName(sql: Sql, accountId: string): Promise<{ surname: string; givenName: string; patronymic: string | null } | undefined> {
  return sql.maybe('select p.surname, p.given_name, p.patronymic from account a join person p on p.id = a.person_id where a.id = $1', [accountId])
}
