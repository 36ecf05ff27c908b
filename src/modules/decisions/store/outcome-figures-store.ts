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
     where decided_on >= $2 and ground is distinct from 'NO_SHOW'`, [centreId, from, until])
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
     where last.ground is distinct from 'NO_SHOW' group by 1, 2, 3 order by 1, 2, 3`, [asOf])
}
