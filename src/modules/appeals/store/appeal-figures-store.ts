import type { Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

export interface AppealsOfYear {
  year: number
  lodged: number
  upheldPass: number
  upheldAgain: number
  rejected: number
  withdrawn: number
}
/** Appeals by the year in which they were lodged, and how they stood at the end of the day in Almaty. Needs the sight of the system. */
export async function selectAppealsByYear(sql: Sql, asOf: Day): Promise<AppealsOfYear[]> {
  return sql.many<AppealsOfYear>(
    `with ends as (select ($1::date + 1)::timestamp at time zone interval '5 hours' as at)
     select extract(year from lodged_at at time zone interval '5 hours')::integer as year, count(*)::integer as lodged,
       (count(*) filter (where decided_at < at and outcome = 'upheld-pass'))::integer as upheld_pass, (count(*) filter (where decided_at < at and outcome = 'upheld-again'))::integer as upheld_again,
       (count(*) filter (where decided_at < at and outcome = 'rejected'))::integer as rejected, (count(*) filter (where withdrawn_at < at))::integer as withdrawn
     from appeal, ends where lodged_at < at group by 1 order by 1`, [asOf])
}
