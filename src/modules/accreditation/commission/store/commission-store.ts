import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Choice } from '../domain/commission.ts'

export interface Commission {
  calledAt: Moment
  decidedBy: Uuid | null
  decidedAt: Moment | null
  protocolPaperId: Uuid | null
}
export async function selectCommission(sql: Sql, caseId: string): Promise<Commission | undefined> {
  return sql.maybe<Commission>('select called_at, decided_by, decided_at, protocol_paper_id from accreditation_commission where case_id = $1', [caseId])
}
export interface Commissioner {
  accountId: Uuid
  chair: boolean
}
export async function selectCommissioners(sql: Sql, caseId: string): Promise<Commissioner[]> {
  return sql.many<Commissioner>('select account_id, chair from accreditation_commissioner where case_id = $1 order by chair desc, account_id', [caseId])
}
/** Calls the commission, or calls it anew: who has voted stays in it. */
export async function putCommission(sql: Sql, row: { caseId: string; by: string; at: Moment }, members: readonly string[], chair: string): Promise<void> {
  await sql.run('insert into accreditation_commission (case_id, called_by, called_at) values ($1, $2, $3) on conflict (case_id) do update set called_by = excluded.called_by, called_at = excluded.called_at',
    [row.caseId, row.by, row.at])
  await sql.run('update accreditation_commissioner set chair = false where case_id = $1', [row.caseId])
  await sql.run('delete from accreditation_commissioner where case_id = $1 and not (account_id = any ($2::uuid[]))', [row.caseId, members])
  for (const id of members) {
    await sql.run('insert into accreditation_commissioner (case_id, account_id, chair) values ($1, $2, $3) on conflict (case_id, account_id) do update set chair = excluded.chair', [row.caseId, id, id === chair])
  }
}
export interface Vote {
  accountId: Uuid
  professionCode: string
  level: number
  choice: Choice
  note: string
}
export async function selectVotes(sql: Sql, caseId: string): Promise<Vote[]> {
  return sql.many<Vote>('select account_id, profession_code, level, choice, note from accreditation_vote where case_id = $1 order by profession_code, level, voted_at, account_id', [caseId])
}
export async function insertVote(sql: Sql, caseId: string, row: Vote, at: Moment): Promise<void> {
  await sql.run('insert into accreditation_vote (case_id, account_id, profession_code, level, choice, note, voted_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [caseId, row.accountId, row.professionCode, row.level, row.choice, row.note, at])
}
export async function setOutcome(sql: Sql, caseId: string, line: { professionCode: string; level: number; outcome: Choice; reasons: string }): Promise<void> {
  await sql.run('update accreditation_line set outcome = $4, reasons = $5 where case_id = $1 and profession_code = $2 and level = $3', [caseId, line.professionCode, line.level, line.outcome, line.reasons])
}
export async function closeCommission(sql: Sql, caseId: string, by: string, at: Moment, protocolPaperId: string): Promise<void> {
  await sql.run('update accreditation_commission set decided_by = $2, decided_at = $3, protocol_paper_id = $4 where case_id = $1', [caseId, by, at, protocolPaperId])
}
