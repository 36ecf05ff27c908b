import type { Day } from '#kernel/day.ts'
import type { DayCount, DayWeight } from '#kernel/day-count.ts'
import type { Sql } from '#platform/db/database.ts'

const COLUMNS = 'id, holder_key, issued_on, valid_until, annulled_on, centre_id, profession_code, funding'

/** The days of issue of every document of those who hold one from these cases. Needs the sight of the system. */
export async function selectIssuedDaysOf(sql: Sql, caseIds: readonly string[]): Promise<Day[]> {
  return (await sql.many<{ day: Day }>(
    // Arrays, so that each holder is looked up by the index: row-level security makes a join read everything.
    `with holder as materialized (select array(select distinct holder_key from recognition_document where case_id = any($1) and holder_key is not null) as keys)
     select issued_on as day from recognition_document where holder_key = any((select keys from holder)::bytea[])
     union select issued_on from historic_document where holder_key = any((select keys from holder)::bytea[]) order by 1`, [caseIds])).map((row) => row.day)
}
/** Every day on which a document was issued, with how many. Needs the sight of the system. */
export async function selectIssuedDays(sql: Sql): Promise<DayWeight[]> {
  return sql.many<DayWeight>(
    'select day, sum(rows)::integer as rows from (select issued_on as day, count(*) as rows from recognition_document group by 1 union all select issued_on, count(*) from historic_document group by 1) both_kinds group by 1 order by 1')
}

/**
 * What the documents issued on these days give to the counts: persons by their first document of a year; persons by the first document they ever held, and
 * from when to when they hold a valid one; days from application to document. The same definitions as in `holder-figures-store.ts`, told by day.
 * Needs the sight of the system.
 */
export async function selectDocumentsByDay(sql: Sql, days: readonly Day[]): Promise<DayCount[]> {
  return sql.many<DayCount>(
    `with holder as (select holder_key from recognition_document where issued_on = any($1) and holder_key is not null union select holder_key from historic_document where issued_on = any($1)),
     issued as (
       select ${COLUMNS} from historic_document where holder_key in (select holder_key from holder)
       union all select ${COLUMNS} from recognition_document where holder_key in (select holder_key from holder)),
     first_of_year as (
       select distinct on (holder_key, extract(year from issued_on)) issued_on, extract(year from issued_on)::integer as year, extract(month from issued_on)::integer as month, centre_id, profession_code, coalesce(funding, 'unknown') as funding
       from issued order by holder_key, extract(year from issued_on), issued_on, id),
     first_ever as (
       select min(issued_on) as first_on, range_agg(daterange(issued_on, least(valid_until + 1, annulled_on))) filter (where (valid_until is null or valid_until >= issued_on) and (annulled_on is null or annulled_on > issued_on)) as valid from issued group by holder_key having min(issued_on) = any($1)),
     span as (select first_on, lower(part) as begins, upper(part) as ends from first_ever, unnest(valid) part)
     select 'recognised' as theme, issued_on as of_day, issued_on as from_day, year, case when grouping(centre_id) = 0 then 'centre' when grouping(profession_code) = 0 then 'profession' when grouping(month) = 0 then 'month' else 'funding' end as by,
       case when grouping(centre_id) = 0 then centre_id::text when grouping(profession_code) = 0 then profession_code when grouping(month) = 0 then month::text else funding end as value, count(*)::integer as n
     from first_of_year where issued_on = any($1) group by grouping sets ((issued_on, year, centre_id), (issued_on, year, profession_code), (issued_on, year, month), (issued_on, year, funding))
     union all
     select 'holders', first_on, first_on, extract(year from first_on)::integer, 'persons', '', count(*)::integer from first_ever group by first_on
     union all
     select 'holders', first_on, on_day, extract(year from first_on)::integer, 'valid', '', sum(n)::integer from (
       select first_on, begins as on_day, 1 as n from span union all select first_on, ends, -1 from span where ends is not null) turns group by first_on, on_day having sum(n) <> 0
     union all
     select 'times', d.issued_on, d.issued_on, extract(year from d.issued_on)::integer, 'days', (d.issued_on - c.opened_on)::text, count(*)::integer
     from recognition_document d join case_file c on c.id = d.case_id where d.issued_on = any($1) group by d.issued_on, d.issued_on - c.opened_on`, [days])
}

/** How many batches of documents from before Tanu were entered. */
export async function selectBatchCount(sql: Sql): Promise<number> {
  return (await sql.one<{ n: number }>('select count(*)::integer as n from historic_batch')).n
}
