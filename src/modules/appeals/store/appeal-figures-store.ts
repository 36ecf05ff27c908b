import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
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

export interface AppealListed {
  id: Uuid
  number: string
  lodgedOn: Day
  outcome: 'upheld-pass' | 'upheld-again' | 'rejected' | 'withdrawn' | 'open'
  decidedOn: Day | null
  centreId: Uuid
  professionCode: string | null
  level: number | null
}
/** Appeals behind a number in order of the day on which they were lodged, with what had become of them at the end of the day, after the one named, at most so many. Needs the sight of the system. */
export async function selectAppealsAfter(
  sql: Sql, { asOf, from, until, centreIds, professionCode, outcome }: { asOf: Day; from: Day; until: Day; centreIds?: readonly string[] | undefined; professionCode?: string | undefined; outcome?: string | undefined },
  after: { on: Day; id: string }, limit: number,
): Promise<AppealListed[]> {
  return sql.many<AppealListed>(
    `select * from (
       select a.case_id as id, c.number, (a.lodged_at at time zone interval '5 hours')::date as lodged_on, c.centre_id, c.profession_code, c.level,
         case when a.withdrawn_at < ends.at then 'withdrawn' when a.decided_at < ends.at and a.outcome is not null then a.outcome else 'open' end as outcome,
         case when a.decided_at < ends.at then (a.decided_at at time zone interval '5 hours')::date end as decided_on
       from appeal a join case_file c on c.id = a.case_id, (select ($8::date + 1)::timestamp at time zone interval '5 hours' as at) ends
       where ($3::uuid[] is null or c.centre_id = any($3)) and ($4::text is null or c.profession_code = $4)) lodged
     where lodged_on between $1 and $2 and (lodged_on, id) > ($6, $7) and ($5::text is null or outcome = $5) order by lodged_on, id limit $9`,
    [from, until, centreIds ?? null, professionCode ?? null, outcome ?? null, after.on, after.id, asOf, limit])
}
