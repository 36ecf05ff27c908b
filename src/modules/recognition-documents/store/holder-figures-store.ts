import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** Every document issued by the end of the day, from before Tanu and of Tanu. */
const ISSUED = `issued as (
  select id, holder_key, issued_on, valid_until, annulled_on, centre_id, profession_code, funding from historic_document where issued_on <= $1
  union all
  select id, holder_key, issued_on, valid_until, annulled_on, centre_id, profession_code, funding from recognition_document where issued_on <= $1 and holder_key is not null)`

export interface RecognisedCounted {
  year: number
  /** What the persons of the year are told by; `value` is the id of a centre, the code of a profession, the number of a month, or who paid. */
  by: 'centre' | 'profession' | 'month' | 'funding'
  value: string
  persons: number
}
/** Persons by the first document of each year, so that nobody counts twice in one: by centre, profession, month and who paid, each apart. Needs the sight of the system. */
export async function selectRecognised(sql: Sql, asOf: Day): Promise<RecognisedCounted[]> {
  return sql.many<RecognisedCounted>(
    `with ${ISSUED}
     select year, case when grouping(centre_id) = 0 then 'centre' when grouping(profession_code) = 0 then 'profession' when grouping(month) = 0 then 'month' else 'funding' end as by,
       case when grouping(centre_id) = 0 then centre_id::text when grouping(profession_code) = 0 then profession_code when grouping(month) = 0 then month::text else coalesce(funding, 'unknown') end as value,
       count(*)::integer as persons from (
       select distinct on (holder_key, extract(year from issued_on)) extract(year from issued_on)::integer as year, extract(month from issued_on)::integer as month, centre_id, profession_code, funding
       from issued order by holder_key, extract(year from issued_on), issued_on, id) firsts
     group by grouping sets ((year, centre_id), (year, profession_code), (year, month), (year, funding)) order by 1, 2, 3`, [asOf])
}

export interface CohortCounted {
  year: number
  persons: number
  /** Of them, who hold a document that is valid on the day. */
  valid: number
}
/** Persons by the year of the first document they ever held. Needs the sight of the system. */
export async function selectCohorts(sql: Sql, asOf: Day): Promise<CohortCounted[]> {
  return sql.many<CohortCounted>(
    `with ${ISSUED}
     select extract(year from first_on)::integer as year, count(*)::integer as persons, (count(*) filter (where valid))::integer as valid from (
       select min(issued_on) as first_on, bool_or((valid_until is null or valid_until >= $1) and (annulled_on is null or annulled_on > $1)) as valid from issued group by holder_key) holders
     group by 1 order by 1`, [asOf])
}

export interface TimesOfYear {
  year: number
  documents: number
  median: number
  p90: number
}
/** Calendar days from registration to issue, of documents issued in each year here. Needs the sight of the system. */
export async function selectTimes(sql: Sql, asOf: Day): Promise<TimesOfYear[]> {
  return sql.many<TimesOfYear>(
    `select extract(year from d.issued_on)::integer as year, count(*)::integer as documents,
       percentile_disc(0.5) within group (order by d.issued_on - c.opened_on) as median, percentile_disc(0.9) within group (order by d.issued_on - c.opened_on) as p90
     from recognition_document d join case_file c on c.id = d.case_id where d.issued_on <= $1 group by 1 order by 1`, [asOf])
}

export interface IssuedListed {
  id: Uuid
  number: string
  publicName: string
  professionCode: string
  level: number
  centreId: Uuid
  issuedOn: Day
  validUntil: Day | null
  annulledOn: Day | null
  funding: string | null
  historic: boolean
}
export interface IssuedQuestion {
  from: Day
  until: Day
  funding?: string | undefined
  centreIds?: readonly string[] | undefined
  professionCode?: string | undefined
}
const LISTED = `select id, number, public_name, profession_code, level, centre_id, issued_on, valid_until, annulled_on, funding`
const ASKED = `issued_on between $1 and $2 and ($3::text is null or coalesce(funding, 'unknown') = $3) and ($4::uuid[] is null or centre_id = any($4)) and ($5::text is null or profession_code = $5)
  and (issued_on, id) > ($6, $7)`
/** Documents behind a number in order of their day, after the one named, at most so many: a list of any length is read in pieces. Needs the sight of the system. */
export async function selectIssuedAfter(sql: Sql, question: IssuedQuestion, after: { issuedOn: Day; id: string }, limit: number): Promise<IssuedListed[]> {
  return sql.many<IssuedListed>(
    `select * from (
       (${LISTED}, true as historic from historic_document where ${ASKED} order by issued_on, id limit $8)
       union all
       (${LISTED}, false as historic from recognition_document where ${ASKED} order by issued_on, id limit $8)) both_kinds
     order by issued_on, id limit $8`,
    [question.from, question.until, question.funding ?? null, question.centreIds ?? null, question.professionCode ?? null, after.issuedOn, after.id, limit])
}
