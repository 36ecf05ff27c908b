import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** Terms that a centre itself has to keep: answer to an application, notification, decision, document or notice, appeal, complaint. Not T3 (a shortest term), T6 and T15 (of the candidate). */
const OF_THE_CENTRE = ['T1', 'T2', 'T4', 'T5', 'T12', 'T14']

const ENDED_TERMS = `from deadline d join case_file c on c.id = d.case_id
where (c.centre_id = $1 or exists (select 1 from case_move m where m.case_id = c.id and m.from_centre_id = $1))
  and coalesce((select m.from_centre_id from case_move m where m.case_id = c.id and m.moved_on > d.started_on order by m.moved_at limit 1), c.centre_id) = $1
  and d.rule = any ($2) and d.due_on between $3 and $4 and d.cancelled_at is null and d.paused_on is null`
const IN_TIME = "d.met_at < (d.due_on + 1)::timestamp at time zone interval '5 hours'"

export interface TermFigures {
  cases: number
  terms: number
  kept: number
}
/** How many terms of a centre ended between the two days, and how many of them were kept: met by the end of their last day in Almaty. A term is that of the centre at which the case then was; one that stands still counts for nobody. Needs the sight of the system. */
export async function selectTermFigures(sql: Sql, { centreId, from, until }: { centreId: string; from: Day; until: Day }): Promise<TermFigures> {
  return sql.one<TermFigures>(
    `select count(distinct d.case_id)::integer as cases, count(*)::integer as terms,
       (count(*) filter (where ${IN_TIME}))::integer as kept
     ${ENDED_TERMS}`, [centreId, OF_THE_CENTRE, from, until])
}
/** The cases in which such a term was not kept. Needs the sight of the system. */
export async function selectLateTermCases(sql: Sql, { centreId, from, until }: { centreId: string; from: Day; until: Day }): Promise<Uuid[]> {
  const rows = await sql.many<{ caseId: Uuid }>(`select distinct d.case_id ${ENDED_TERMS} and (${IN_TIME}) is not true order by d.case_id`, [centreId, OF_THE_CENTRE, from, until])
  return rows.map((row) => row.caseId)
}
