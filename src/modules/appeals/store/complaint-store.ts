import type { Moment } from '#kernel/day.ts'
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
export async function selectComplaints(sql: Sql, caseIds: readonly string[]): Promise<Complaint[]> {
  return sql.many<Complaint>(`select ${COLUMNS} from complaint where case_id = any($1::uuid[])`, [caseIds])
}
