import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface ViewRow {
  id: Uuid
  caseId: Uuid
  accountId: Uuid
  at: Moment
}
/** Once an hour for one person and one case: a reload is no other look. */
export async function insertView(sql: Sql, row: { id: Uuid; caseId: string; accountId: string; at: Moment }): Promise<number> {
  return sql.run(
    `insert into case_view (id, case_id, account_id, at) select $1, $2, $3, $4
     where not exists (select 1 from case_view where case_id = $2 and account_id = $3 and at > $4::timestamptz - interval '1 hour')`, [row.id, row.caseId, row.accountId, row.at])
}
export async function selectViews(sql: Sql, filter: { caseId: string | null; accountId: string | null }, limit: number, offset: number): Promise<ViewRow[]> {
  return sql.many<ViewRow>('select id, case_id, account_id, at from case_view where ($1::uuid is null or case_id = $1) and ($2::uuid is null or account_id = $2) order by at desc, id desc limit $3 offset $4',
    [filter.caseId, filter.accountId, limit, offset])
}
export async function countViews(sql: Sql, filter: { caseId: string | null; accountId: string | null }): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from case_view v where ($1::uuid is null or v.case_id = $1) and ($2::uuid is null or v.account_id = $2)', [filter.caseId, filter.accountId])).count
}
