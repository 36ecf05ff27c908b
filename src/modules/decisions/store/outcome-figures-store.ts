import type { Day } from '#kernel/day.ts'
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
