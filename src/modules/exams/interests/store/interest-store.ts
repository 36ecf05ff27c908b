import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { InterestKind } from '../domain/conflict.ts'

export interface InterestRow {
  id: Uuid
  caseId: Uuid
  personId: Uuid
  accountId: Uuid
  kind: InterestKind
  side: 'staff' | 'candidate'
  declaredAt: Moment
}
const COLUMNS = 'id, case_id, person_id, account_id, kind, side, declared_at'

/** Declarations that stand about a candidate, in whichever of his cases they were made. */
export async function selectInterests(sql: Sql, personId: string): Promise<InterestRow[]> {
  return sql.many(`select ${COLUMNS} from interest_declaration where person_id = $1 and withdrawn_at is null order by declared_at, id`, [personId])
}
export async function lockInterest(sql: Sql, id: string): Promise<InterestRow | undefined> {
  return sql.maybe(`select ${COLUMNS} from interest_declaration where id = $1 and withdrawn_at is null for update`, [id])
}
export async function insertInterest(sql: Sql, row: InterestRow & { declaredBy: string }): Promise<void> {
  await sql.run('insert into interest_declaration (id, case_id, person_id, account_id, kind, side, declared_by, declared_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [row.id, row.caseId, row.personId, row.accountId, row.kind, row.side, row.declaredBy, row.declaredAt])
}
export async function withdrawInterestRow(sql: Sql, id: string, row: { by: string; at: Moment; ground: string }): Promise<void> {
  await sql.run('update interest_declaration set withdrawn_by = $2, withdrawn_at = $3, withdrawal_ground = $4 where id = $1', [id, row.by, row.at, row.ground])
}
/** Which of these people marked a practice of this person in another attempt. */
export async function selectMarkersBefore(sql: Sql, caseIds: readonly string[], accountIds: readonly string[], exceptAttempt: string | null): Promise<Uuid[]> {
  const rows = await sql.many<{ accountId: Uuid }>(
    `select distinct m.assessor_id as account_id from mark m join practice_run r on r.id = m.run_id
     where r.case_id = any($1::uuid[]) and m.assessor_id = any($2::uuid[]) and ($3::uuid is null or r.attempt_id <> $3)`, [caseIds, accountIds, exceptAttempt])
  return rows.map((row) => row.accountId)
}
