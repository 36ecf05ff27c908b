import type { Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Step } from '../../domain/road.ts'

/** A running case as everybody may see it: nothing in it says whose it is. */
export interface PublicLine {
  number: string
  regionKato: string
  step: Step
  receivedOn: Day | null
  /** Of the clock that runs; null while the applicant corrects. */
  startedOn: Day | null
  dueOn: Day | null
}
const RUNNING = 'from accreditation_case c left join accreditation_clock k on k.case_id = c.id and k.ended_at is null where c.number is not null and c.closed_at is null'

export async function selectRunning(sql: Sql, limit: number, offset: number): Promise<PublicLine[]> {
  return sql.many<PublicLine>(`select c.number, c.region_kato, c.step, c.received_on, k.started_on, k.due_on ${RUNNING} order by k.due_on nulls last, k.started_on nulls last, c.number limit $1 offset $2`, [limit, offset])
}
/** How many run at each step, and how many of them are late on a day. */
export async function countRunning(sql: Sql, today: Day): Promise<{ step: Step; cases: number; late: number }[]> {
  return sql.many(`select c.step, count(*)::int as cases, (count(*) filter (where k.due_on < $1))::int as late ${RUNNING} group by c.step`, [today])
}
