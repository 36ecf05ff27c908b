import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface AskedRecovery {
  id: Uuid
  caseId: Uuid
  accountId: Uuid
  email: string
  askedBy: Uuid
  askedAt: Moment
}
export async function insertRecovery(sql: Sql, row: AskedRecovery): Promise<void> {
  await sql.run('insert into access_recovery (id, case_id, account_id, email, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)', [row.id, row.caseId, row.accountId, row.email, row.askedBy, row.askedAt])
}
/** What waits for a second person in this case. */
export async function selectOpenRecovery(sql: Sql, caseId: string): Promise<AskedRecovery | undefined> {
  return sql.maybe<AskedRecovery>('select id, case_id, account_id, email, asked_by, asked_at from access_recovery where case_id = $1 and decided_at is null and lapsed_at is null', [caseId])
}
/** Decides, and forgets the address that was asked for. */
export async function decideRecovery(sql: Sql, id: string, by: string, at: Moment, givenBack: boolean): Promise<void> {
  await sql.run('update access_recovery set decided_by = $2, decided_at = $3, given_back = $4, email = null where id = $1', [id, by, at, givenBack])
}
/** Ends what nobody decided, and forgets the address that was asked for. */
export async function lapseRecovery(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update access_recovery set lapsed_at = $2, email = null where id = $1 and decided_at is null', [id, at])
}
/** Cases in which something waits for a second person, the oldest request first. */
export async function selectCasesWithOpenRecovery(sql: Sql): Promise<Uuid[]> {
  return (await sql.many<{ caseId: Uuid }>('select case_id from access_recovery where decided_at is null and lapsed_at is null order by asked_at, id')).map((row) => row.caseId)
}
