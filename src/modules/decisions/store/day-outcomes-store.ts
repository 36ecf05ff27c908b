import type { Day } from '#kernel/day.ts'
import type { DayCount, DayWeight } from '#kernel/day-count.ts'
import type { Sql } from '#platform/db/database.ts'

/** The days of every decision in these cases. Needs the sight of the system. */
export async function selectDecidedDaysOf(sql: Sql, caseIds: readonly string[]): Promise<Day[]> {
  return (await sql.many<{ day: Day }>('select distinct decided_on as day from decision where case_id = any($1) order by 1', [caseIds])).map((row) => row.day)
}
/** Every day on which a decision was taken, with how many. Needs the sight of the system. */
export async function selectDecidedDays(sql: Sql): Promise<DayWeight[]> {
  return sql.many<DayWeight>('select decided_on as day, count(*)::integer as rows from decision group by 1 order by 1')
}

/**
 * What the decisions of these days give to the counts of outcomes: each counts from its day on, and from that day on the one before it in its case no longer does.
 * The same definition as `selectOutcomesOfNation`, told by day. Needs the sight of the system.
 */
export async function selectOutcomesByDay(sql: Sql, days: readonly Day[]): Promise<DayCount[]> {
  return sql.many<DayCount>(
    `with row_of_case as (
       select d.case_id, d.decided_on, d.outcome, d.ground, lag(d.decided_on) over earlier as before_on, lag(d.outcome) over earlier as before_outcome, lag(d.ground) over earlier as before_ground
       from decision d where d.case_id in (select case_id from decision where decided_on = any($1)) window earlier as (partition by d.case_id order by d.decided_at, d.id)),
     moves as (
       select case_id, decided_on as on_day, decided_on as told_on, outcome, 1 as n from row_of_case where decided_on = any($1) and coalesce(ground, '') not in ('NO_SHOW', 'NOT_LET_IN')
       union all
       select case_id, decided_on, before_on, before_outcome, -1 from row_of_case where decided_on = any($1) and before_on is not null and coalesce(before_ground, '') not in ('NO_SHOW', 'NOT_LET_IN'))
     select case when grouping(c.centre_id) = 0 then 'outcomes-centre' else 'outcomes-profession' end as theme, on_day as of_day, on_day as from_day, extract(year from told_on)::integer as year, outcome as by,
       case when grouping(c.centre_id) = 0 then c.centre_id::text else c.profession_code end as value, sum(n)::integer as n
     from moves join case_file c on c.id = moves.case_id group by grouping sets ((on_day, extract(year from told_on), outcome, c.centre_id), (on_day, extract(year from told_on), outcome, c.profession_code)) having sum(n) <> 0`, [days])
}
