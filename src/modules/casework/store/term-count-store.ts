import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface TermCount {
  centreId: Uuid
  total: number
  late: number
  lateCaseIds: Uuid[]
}

/** How many terms of these rules came to their last day at each centre, and how many of them were not kept in time. The day of an act is that of Almaty. */
export async function selectTermCounts(sql: Sql, rules: readonly string[], from: Day, until: Day): Promise<TermCount[]> {
  return sql.many<TermCount>(
    `select c.centre_id, count(*)::int as total, (count(*) filter (where d.late))::int as late, coalesce(array_agg(distinct d.case_id) filter (where d.late), '{}') as late_case_ids
     from (select case_id, lapsed_at is not null or met_at is null or (met_at at time zone 'Asia/Almaty')::date > due_on as late from deadline
           where rule = any($1) and due_on >= $2 and due_on < $3 and cancelled_at is null) d
     join case_file c on c.id = d.case_id group by c.centre_id order by c.centre_id`, [rules, from, until])
}
