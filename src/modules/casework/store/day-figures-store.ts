import type { Day } from '#kernel/day.ts'
import type { DayCount, DayWeight } from '#kernel/day-count.ts'
import type { Sql } from '#platform/db/database.ts'

/** The days on which these cases were registered. Needs the sight of the system. */
export async function selectDaysOfCases(sql: Sql, caseIds: readonly string[]): Promise<Day[]> {
  return (await sql.many<{ day: Day }>('select distinct opened_on as day from case_file where id = any($1) order by 1', [caseIds])).map((row) => row.day)
}

/** These cases, those they stand beside (the case of an appeal) and those that stand beside them. Needs the sight of the system. */
export async function selectKin(sql: Sql, caseIds: readonly string[]): Promise<string[]> {
  return (await sql.many<{ id: string }>(
    `select id from case_file where id = any($1) union select id from case_file where parent_case_id = any($1) union select parent_case_id from case_file where id = any($1) and parent_case_id is not null`, [caseIds])).map((row) => row.id)
}

/** Every day on which a case was registered, with how many. Needs the sight of the system. */
export async function selectDaysOfAllCases(sql: Sql): Promise<DayWeight[]> {
  return sql.many<DayWeight>('select opened_on as day, count(*)::integer as rows from case_file group by 1 order by 1')
}

/**
 * What the cases registered on these days give to the counts: applications by centre and by profession; how many reached each milestone and from which day
 * on (the term after it was started, the notification sent); terms whose last day is over, kept or late. The same definitions as in `nation-figures-store.ts`,
 * told by day. Needs the sight of the system.
 */
export async function selectCasesByDay(sql: Sql, days: readonly Day[]): Promise<DayCount[]> {
  return sql.many<DayCount>(
    `with opened as (select id, kind, opened_on, extract(year from opened_on)::integer as year, centre_id, profession_code from case_file where opened_on = any($1)),
     clock as (select c.kind, c.opened_on, c.year, c.id, d.rule, d.started_on, d.due_on, (d.met_at at time zone interval '5 hours')::date as met_on, d.met_at, d.cancelled_at is null and d.paused_on is null as counts
       from opened c join deadline d on d.case_id = c.id where d.rule in ('T1', 'T2', 'T4', 'T5', 'T12', 'T14')),
     reached as (select opened_on, year, min(started_on) filter (where rule = 'T2') as contract, min(greatest(started_on, met_on)) filter (where rule = 'T2' and met_on is not null) as notified,
         min(started_on) filter (where rule = 'T4') as held, min(started_on) filter (where rule = 'T5') as decided
       from clock where kind = 'recognition' and rule in ('T2', 'T4', 'T5') group by id, opened_on, year)
     select 'applications' as theme, opened_on as of_day, opened_on as from_day, year, case when grouping(centre_id) = 0 then 'centre' else 'profession' end as by,
       case when grouping(centre_id) = 0 then centre_id::text else profession_code end as value, count(*)::integer as n
     from opened where kind = 'recognition' group by grouping sets ((opened_on, year, centre_id), (opened_on, year, profession_code))
     union all
     select 'funnel', opened_on, opened_on, year, 'registered', '', count(*)::integer from opened where kind = 'recognition' group by 2, 4
     union all
     select 'funnel', opened_on, greatest(opened_on, reached_on), year, milestone, '', count(*)::integer
     from reached cross join lateral (values ('contract', contract), ('notified', notified), ('held', held), ('decided', decided)) m (milestone, reached_on) where reached_on is not null group by 2, 3, 4, 5
     union all
     select 'terms', opened_on, due_on + 1, extract(year from due_on)::integer, rule, case when coalesce(met_at < (due_on + 1)::timestamp at time zone interval '5 hours', false) then 'kept' else 'late' end, count(*)::integer
     from clock where counts and due_on is not null group by 2, 3, 4, 5, 6`, [days])
}
