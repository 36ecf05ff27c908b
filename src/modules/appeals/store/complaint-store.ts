import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ComplaintSubject, Finding } from '../domain/complaint.ts'

export interface Complaint {
  caseId: Uuid
  subject: ComplaintSubject
  body: string
  about: Uuid | null
  lodgedAt: Moment
  answer: string | null
  finding: Finding | null
  measures: string
  answeredBy: Uuid | null
  answeredAt: Moment | null
  satisfied: boolean | null
  paperId: Uuid | null
}

const COLUMNS = 'case_id, subject, body, about, lodged_at, answer, finding, measures, answered_by, answered_at, satisfied, paper_id'

export async function insertComplaint(sql: Sql, complaint: Pick<Complaint, 'caseId' | 'subject' | 'body' | 'about' | 'lodgedAt'>): Promise<void> {
  await sql.run('insert into complaint (case_id, subject, body, about, lodged_at) values ($1, $2, $3, $4, $5)',
    [complaint.caseId, complaint.subject, complaint.body, complaint.about, complaint.lodgedAt])
}
export async function selectComplaint(sql: Sql, caseId: string): Promise<Complaint | undefined> {
  return sql.maybe<Complaint>(`select ${COLUMNS} from complaint where case_id = $1`, [caseId])
}
export async function answer(sql: Sql, complaint: Pick<Complaint, 'caseId' | 'answer' | 'finding' | 'measures' | 'answeredBy' | 'answeredAt' | 'paperId'>): Promise<void> {
  await sql.run('update complaint set answer = $2, finding = $3, measures = $4, answered_by = $5, answered_at = $6, paper_id = $7 where case_id = $1',
    [complaint.caseId, complaint.answer, complaint.finding, complaint.measures, complaint.answeredBy, complaint.answeredAt, complaint.paperId])
}
export async function setSatisfied(sql: Sql, caseId: string, satisfied: boolean): Promise<number> {
  return sql.run('update complaint set satisfied = $2 where case_id = $1 and answer is not null and satisfied is null', [caseId, satisfied])
}

export interface ComplaintRow {
  number: string
  step: string
  openedOn: Day
  closed: boolean
  subject: ComplaintSubject
  body: string
  answer: string | null
  finding: Finding | null
  measures: string
  answeredAt: Moment | null
  satisfied: boolean | null
  surname: string
  givenName: string
  patronymic: string | null
  centreKk: string
  centreRu: string
  centreEn: string
}
/** Complaints of one centre, or of all that the reader may see: the open ones first, the newest first. */
export async function selectComplaints(sql: Sql, centreId: string | null, limit: number, offset: number): Promise<ComplaintRow[]> {
  return sql.many<ComplaintRow>(
    `select c.number, c.step, c.opened_on, c.closed_at is not null as closed, k.subject, k.body, k.answer, k.finding, k.measures, k.answered_at, k.satisfied,
       p.surname, p.given_name, p.patronymic, o.name_kk as centre_kk, o.name_ru as centre_ru, o.name_en as centre_en
     from case_file c join complaint k on k.case_id = c.id join person p on p.id = c.person_id join organisation o on o.id = c.centre_id
     where c.kind = 'complaint' and ($1::uuid is null or c.centre_id = $1) order by c.closed_at is not null, c.opened_at desc limit $2 offset $3`, [centreId, limit, offset])
}
export async function countComplaints(sql: Sql, centreId: string | null): Promise<{ all: number; open: number }> {
  return sql.one("select count(*) as all, count(*) filter (where closed_at is null) as open from case_file where kind = 'complaint' and ($1::uuid is null or centre_id = $1)", [centreId])
}
/** Staff who acted in a case, for a complaint about one of them. */
export async function selectStaffOfCase(sql: Sql, chain: string, candidate: string | null): Promise<Uuid[]> {
  const rows = await sql.many<{ actorId: Uuid }>(
    'select distinct e.actor_id from journal_entry e join account a on a.id = e.actor_id where e.chain = $1 and e.actor_id is distinct from $2::uuid', [chain, candidate])
  return rows.map((row) => row.actorId)
}
