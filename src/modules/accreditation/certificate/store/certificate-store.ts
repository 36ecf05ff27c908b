import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface Issue {
  caseId: Uuid
  certificateId: Uuid
  previousId: Uuid | null
  paperId: Uuid
  issuedAt: Moment
}
export async function insertIssue(sql: Sql, row: Issue, by: string): Promise<void> {
  await sql.run('insert into accreditation_issue (case_id, certificate_id, previous_id, paper_id, issued_by, issued_at) values ($1, $2, $3, $4, $5, $6)',
    [row.caseId, row.certificateId, row.previousId, row.paperId, by, row.issuedAt])
}
export async function selectIssueOfCase(sql: Sql, caseId: string): Promise<Issue | undefined> {
  return sql.maybe<Issue>('select case_id, certificate_id, previous_id, paper_id, issued_at from accreditation_issue where case_id = $1', [caseId])
}
/** The papers of the certificates that were issued to an organisation by its cases. */
export async function selectIssuesOf(sql: Sql, organisationId: string): Promise<{ certificateId: Uuid; caseId: Uuid; number: string | null; paperId: Uuid }[]> {
  return sql.many('select i.certificate_id, i.case_id, c.number, i.paper_id from accreditation_issue i join accreditation_case c on c.id = i.case_id where c.organisation_id = $1 order by i.issued_at desc', [organisationId])
}
export interface Contract {
  paperId: Uuid
  sentBy: Uuid
  sentAt: Moment
  acceptedBy: Uuid | null
  acceptedAt: Moment | null
  /** Signed by somebody without an account; the delivery says who. */
  acceptedOnPaper: boolean
}
export async function insertContract(sql: Sql, row: { caseId: string; paperId: string; by: string; at: Moment }): Promise<void> {
  await sql.run('insert into accreditation_contract (case_id, paper_id, sent_by, sent_at) values ($1, $2, $3, $4)', [row.caseId, row.paperId, row.by, row.at])
}
export async function selectContract(sql: Sql, caseId: string): Promise<Contract | undefined> {
  return sql.maybe<Contract>('select paper_id, sent_by, sent_at, accepted_by, accepted_at, accepted_on_paper from accreditation_contract where case_id = $1', [caseId])
}
export async function acceptContractRow(sql: Sql, caseId: string, row: { paperId: string; by: string | null; at: Moment }): Promise<void> {
  await sql.run('update accreditation_contract set paper_id = $2, accepted_by = $3, accepted_at = $4, accepted_on_paper = $5 where case_id = $1', [caseId, row.paperId, row.by, row.at, row.by === null])
}
