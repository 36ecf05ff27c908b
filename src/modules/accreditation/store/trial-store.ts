import type { Day, Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Stage } from '../domain/road.ts'

/** Cases that were submitted and have not ended. */
export async function countOpenCases(sql: Sql): Promise<number> {
  return (await sql.one<{ n: number }>('select count(*)::int as n from accreditation_case where submitted_at is not null and closed_at is null', [])).n
}
/** The clocks of a stage that run or ended since a day, but for those of cases that ended before their stage did. */
export async function selectClocksSince(sql: Sql, stage: Stage, since: Day): Promise<{ startedOn: Day; endedAt: Moment | null }[]> {
  return sql.many("select started_on, ended_at from accreditation_clock where stage = $1 and (ended_at is null or ended_at >= $2::date) and ended_how is distinct from 'broken-off'", [stage, since])
}
