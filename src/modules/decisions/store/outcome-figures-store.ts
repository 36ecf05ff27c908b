import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface OutcomeFigures {
  cases: number
  passed: number
}
/**
 * Cases of a centre whose last decision, as it stood at the end of the period, was made in it, and how many of them were passed. A superseded
 * decision does not count, nor a case in which nobody appeared: nothing was examined. Needs the sight of the system.
 */
export async function selectOutcomeFigures(sql: Sql, { centreId, from, until }: { centreId: string; from: Day; until: Day }): Promise<OutcomeFigures> {
  return sql.one<OutcomeFigures>(
    `select count(*)::integer as cases, (count(*) filter (where outcome = 'pass'))::integer as passed from (
       select distinct on (d.case_id) d.outcome, d.ground, d.decided_on from decision d join case_file c on c.id = d.case_id
       where c.centre_id = $1 and d.decided_on <= $3 order by d.case_id, d.decided_at desc, d.id desc) last
     where decided_on >= $2 and coalesce(ground, '') not in ('NO_SHOW', 'NOT_LET_IN')`, [centreId, from, until])
}

export interface OutcomesCounted {
  year: number
  centreId: Uuid
  professionCode: string
  passed: number
  failed: number
}
/** The same for the whole country: by the year of the last decision as it stood at the end of the day, centre and profession. Needs the sight of the system. */
export async function selectOutcomesOfNation(sql: Sql, asOf: Day): Promise<OutcomesCounted[]> {
  return sql.many<OutcomesCounted>(
    `select extract(year from last.decided_on)::integer as year, c.centre_id, c.profession_code, (count(*) filter (where last.outcome = 'pass'))::integer as passed, (count(*) filter (where last.outcome = 'fail'))::integer as failed
     from (select distinct on (case_id) case_id, outcome, ground, decided_on from decision where decided_on <= $1 order by case_id, decided_at desc, id desc) last join case_file c on c.id = last.case_id
     where coalesce(last.ground, '') not in ('NO_SHOW', 'NOT_LET_IN') group by 1, 2, 3 order by 1, 2, 3`, [asOf])
}

export interface DecisionListed {
  id: Uuid
  decisionNumber: string
  outcome: 'pass' | 'fail'
  ground: string | null
  decidedOn: Day
  number: string
  centreId: Uuid
  professionCode: string
  level: number | null
}
/** Decisions behind a number in order of their day: the last of their case as it stood at the end of the day, after the one named, at most so many. Needs the sight of the system. */
export async function selectDecisionsAfter(
  sql: Sql, { asOf, from, until, centreIds, professionCode, outcome }: { asOf: Day; from: Day; until: Day; centreIds?: readonly string[] | undefined; professionCode?: string | undefined; outcome?: string | undefined },
  after: { on: Day; id: string }, limit: number,
): Promise<DecisionListed[]> {
  return sql.many<DecisionListed>(
    `select d.id, d.number as decision_number, d.outcome, d.ground, d.decided_on, c.number, c.centre_id, c.profession_code, c.level from decision d join case_file c on c.id = d.case_id
     where d.outcome in ('pass', 'fail') and coalesce(d.ground, '') not in ('NO_SHOW', 'NOT_LET_IN') and d.decided_on between $1 and $2 and (d.decided_on, d.id) > ($6, $7)
       and not exists (select 1 from decision later where later.case_id = d.case_id and later.decided_on <= $9 and (later.decided_at, later.id) > (d.decided_at, d.id))
       and ($3::uuid[] is null or c.centre_id = any($3)) and ($4::text is null or c.profession_code = $4) and ($5::text is null or d.outcome = $5)
     order by d.decided_on, d.id limit $8`,
    [from, until, centreIds ?? null, professionCode ?? null, outcome ?? null, after.on, after.id, limit, asOf])
}
