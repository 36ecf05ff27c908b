import type { Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

/** Terms that a centre itself has to keep: answer to an application, notification, decision, document or notice, appeal, complaint. Not T3 (a shortest term), T6 and T15 (of the candidate). */
const OF_THE_CENTRE = ['T1', 'T2', 'T4', 'T5', 'T12', 'T14']

export interface TermFigures {
  cases: number
  terms: number
  kept: number
}
/** How many terms of a centre ended between the two days, and how many of them were kept: met by the end of their last day in Almaty. Needs the sight of the system. */
export async function selectTermFigures(sql: Sql, { centreId, from, until }: { centreId: string; from: Day; until: Day }): Promise<TermFigures> {
  return sql.one<TermFigures>(
    `select count(distinct d.case_id)::integer as cases, count(*)::integer as terms,
       (count(*) filter (where d.met_at < (d.due_on + 1)::timestamp at time zone interval '5 hours'))::integer as kept
     from deadline d join case_file c on c.id = d.case_id
     where c.centre_id = $1 and d.rule = any ($2) and d.due_on between $3 and $4 and d.cancelled_at is null`, [centreId, OF_THE_CENTRE, from, until])
}
