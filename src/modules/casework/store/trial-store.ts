import type { Day, Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

/** Terms of one rule that ran since a day, the newest first: met, or lapsed and owed still; cancelled ones are nobody's. */
export async function selectTermsSince(sql: Sql, rule: string, since: Day, limit: number): Promise<{ startedOn: Day; metAt: Moment | null }[]> {
  return sql.many(
    `select started_on, met_at from deadline where rule = $1 and started_on >= $2 and cancelled_at is null and (met_at is not null or lapsed_at is not null)
     order by started_on desc, id desc limit $3`, [rule, since, limit])
}
/** Cases that stand under an edition of the norms and are open. */
export async function countOpen(sql: Sql): Promise<number> {
  return (await sql.one<{ open: number }>('select count(*) as open from case_file where closed_at is null', [])).open
}
