import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ExpertMark, Opinion } from '../domain/expertise.ts'

export interface Expert {
  accountId: Uuid
  assignedAt: Moment
  conflict: string
  steppedBackAt: Moment | null
  opinion: Opinion | null
  grounds: string
  givenAt: Moment | null
}
export async function selectExperts(sql: Sql, caseId: string): Promise<Expert[]> {
  return sql.many<Expert>('select account_id, assigned_at, conflict, stepped_back_at, opinion, grounds, given_at from accreditation_expert where case_id = $1 order by assigned_at, account_id', [caseId])
}
export async function insertExpert(sql: Sql, row: { caseId: string; accountId: string; assignedBy: string; at: Moment }): Promise<number> {
  return sql.run('insert into accreditation_expert (case_id, account_id, assigned_by, assigned_at) values ($1, $2, $3, $4) on conflict do nothing', [row.caseId, row.accountId, row.assignedBy, row.at])
}
export async function stepBack(sql: Sql, caseId: string, accountId: string, conflict: string, at: Moment): Promise<number> {
  return sql.run('update accreditation_expert set conflict = $3, stepped_back_at = $4 where case_id = $1 and account_id = $2 and stepped_back_at is null and opinion is null', [caseId, accountId, conflict, at])
}
/** Once: a second opinion of the same person changes nothing and says so. */
export async function keepOpinion(sql: Sql, row: { caseId: string; accountId: string; opinion: Opinion; grounds: string; at: Moment }): Promise<number> {
  return sql.run('update accreditation_expert set opinion = $3, grounds = $4, given_at = $5 where case_id = $1 and account_id = $2 and opinion is null and stepped_back_at is null',
    [row.caseId, row.accountId, row.opinion, row.grounds, row.at])
}
export async function selectMarks(sql: Sql, caseId: string, accountId: string): Promise<ExpertMark[]> {
  return sql.many<ExpertMark>('select item, verdict, note from accreditation_expert_mark where case_id = $1 and account_id = $2 order by item', [caseId, accountId])
}
export async function keepMark(sql: Sql, row: ExpertMark & { caseId: string; accountId: string; at: Moment }): Promise<void> {
  await sql.run(
    `insert into accreditation_expert_mark (case_id, account_id, item, verdict, note, marked_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (case_id, account_id, item) do update set verdict = excluded.verdict, note = excluded.note, marked_at = excluded.marked_at`,
    [row.caseId, row.accountId, row.item, row.verdict, row.note, row.at])
}
