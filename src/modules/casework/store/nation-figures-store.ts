import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface FunnelOfYear {
  year: number
  registered: number
  contract: number
  notified: number
  held: number
  decided: number
}
/** Applications by the year of their registration and how many reached each milestone by the end of the day: its term was started by then. Needs the sight of the system. */
export async function selectFunnels(sql: Sql, asOf: Day): Promise<FunnelOfYear[]> {
  return sql.many<FunnelOfYear>(
    `select extract(year from c.opened_on)::integer as year, count(*)::integer as registered, (count(*) filter (where m.contract))::integer as contract,
       (count(*) filter (where m.notified))::integer as notified, (count(*) filter (where m.held))::integer as held, (count(*) filter (where m.decided))::integer as decided
     from case_file c left join (
       select case_id, bool_or(rule = 'T2') as contract, bool_or(rule = 'T2' and met_at < ($1::date + 1)::timestamp at time zone interval '5 hours') as notified, bool_or(rule = 'T4') as held, bool_or(rule = 'T5') as decided
       from deadline where rule in ('T2', 'T4', 'T5') and started_on <= $1 group by case_id
     ) m on m.case_id = c.id
     where c.kind = 'recognition' and c.opened_on <= $1 group by 1 order by 1`, [asOf])
}

export interface TermsOfYear {
  year: number
  rule: string
  kept: number
  late: number
}
/**
 * Terms of the centres whose last day lies before the day, by its year: met by the end of that day in Almaty, or not. Cancelled and standing ones
 * do not count. Needs the sight of the system.
 */
export async function selectTermsByYear(sql: Sql, asOf: Day): Promise<TermsOfYear[]> {
  return sql.many<TermsOfYear>(
    `select extract(year from due_on)::integer as year, rule, (count(*) filter (where kept))::integer as kept, (count(*) filter (where not kept))::integer as late
     from (select due_on, rule, coalesce(met_at < (due_on + 1)::timestamp at time zone interval '5 hours', false) as kept
           from deadline where rule in ('T1', 'T2', 'T4', 'T5', 'T12', 'T14') and due_on < $1 and cancelled_at is null and paused_on is null) ended
     group by 1, 2 order by 1, 2`, [asOf])
}

export interface ApplicationsCounted {
  year: number
  centreId: Uuid
  professionCode: string
  applications: number
}
/** Applications registered by the end of the day, by year, centre and profession. Needs the sight of the system. */
export async function selectApplicationsCounted(sql: Sql, asOf: Day): Promise<ApplicationsCounted[]> {
  return sql.many<ApplicationsCounted>(
    `select extract(year from opened_on)::integer as year, centre_id, profession_code, count(*)::integer as applications
     from case_file where kind = 'recognition' and opened_on <= $1 group by 1, 2, 3 order by 1, 2, 3`, [asOf])
}

export interface ApplicationListed {
  id: Uuid
  number: string
  centreId: Uuid
  professionCode: string
  level: number | null
  step: string
  openedOn: Day
}
/** Which rows are behind a number, and after which of them. */
export interface CasesQuestion {
  from: Day
  until: Day
  centreIds?: readonly string[] | undefined
  professionCode?: string | undefined
}
/** Applications behind a number in order of their day, after the one named, at most so many. Needs the sight of the system. */
export async function selectApplicationsAfter(sql: Sql, { from, until, centreIds, professionCode }: CasesQuestion, after: { on: Day; id: string }, limit: number): Promise<ApplicationListed[]> {
  return sql.many<ApplicationListed>(
    `select id, number, centre_id, profession_code, level, step, opened_on from case_file
     where kind = 'recognition' and opened_on between $1 and $2 and ($3::uuid[] is null or centre_id = any($3)) and ($4::text is null or profession_code = $4) and (opened_on, id) > ($5, $6) order by opened_on, id limit $7`,
    [from, until, centreIds ?? null, professionCode ?? null, after.on, after.id, limit])
}

export interface TermListed {
  id: Uuid
  rule: string
  startedOn: Day
  dueOn: Day
  metOn: Day | null
  kept: boolean
  number: string
  kind: string
  centreId: Uuid
  professionCode: string | null
  level: number | null
}
/** Terms behind a number in order of their last day, as `selectTermsByYear` counts them, after the one named, at most so many. Needs the sight of the system. */
export async function selectTermsAfter(
  sql: Sql, { from, until, centreIds, professionCode, rule, kept }: CasesQuestion & { rule?: string | undefined; kept?: boolean | undefined }, after: { on: Day; id: string }, limit: number,
): Promise<TermListed[]> {
  return sql.many<TermListed>(
    `select * from (
       select d.id, d.rule, d.started_on, d.due_on, (d.met_at at time zone interval '5 hours')::date as met_on, coalesce(d.met_at < (d.due_on + 1)::timestamp at time zone interval '5 hours', false) as kept,
         c.number, c.kind, c.centre_id, c.profession_code, c.level
       from deadline d join case_file c on c.id = d.case_id
       where d.rule in ('T1', 'T2', 'T4', 'T5', 'T12', 'T14') and d.due_on between $1 and $2 and d.cancelled_at is null and d.paused_on is null and (d.due_on, d.id) > ($7, $8)
         and ($3::uuid[] is null or c.centre_id = any($3)) and ($4::text is null or c.profession_code = $4) and ($5::text is null or d.rule = $5)) ended
     where $6::boolean is null or kept = $6 order by due_on, id limit $9`,
    [from, until, centreIds ?? null, professionCode ?? null, rule ?? null, kept ?? null, after.on, after.id, limit])
}
