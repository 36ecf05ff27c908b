import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { CasesQuestion } from './nation-figures-store.ts'

// Whoever has a contract and no notification: the term of the notification runs for him at the end of the day. A case that waits for the ministry is none.
const WAITING = `from deadline d join case_file c on c.id = d.case_id, (select ($1::date + 1)::timestamp at time zone interval '5 hours' as at) ends
  where d.rule = 'T2' and d.started_on <= $1 and (d.met_at is null or d.met_at >= ends.at) and (d.cancelled_at is null or d.cancelled_at >= ends.at) and (d.paused_on is null or d.paused_on > $1)
    and c.kind = 'recognition' and (c.closed_at is null or c.closed_at >= ends.at)`

export interface WaitingCounted {
  centreId: Uuid
  professionCode: string
  level: number
  waiting: number
  /** Of these, who chose to take the exam on line. */
  online: number
  /** The day since which the first of them waits. */
  since: Day
}
/** People who wait for their day at the end of a day, by centre and qualification, as far as the reader may see them. */
export async function selectWaitingCounted(sql: Sql, asOf: Day, centreId: string | null): Promise<WaitingCounted[]> {
  return sql.many<WaitingCounted>(
    `select c.centre_id, c.profession_code, c.level, count(*)::integer as waiting, (count(*) filter (where (select a.exam_mode from application a where a.case_id = c.id) = 'online'))::integer as online,
       min(d.started_on) as since ${WAITING} and ($2::uuid is null or c.centre_id = $2) group by 1, 2, 3 order by 1, 2, 3`, [asOf, centreId])
}

export interface WaitingListed {
  id: Uuid
  number: string
  centreId: Uuid
  professionCode: string
  level: number | null
  startedOn: Day
  dueOn: Day | null
}
/** The same people one by one, in the order of the day of their contract, after the one named. Needs the sight of the system. */
export async function selectWaitingAfter(sql: Sql, asOf: Day, { from, until, centreIds, professionCode }: CasesQuestion, after: { on: Day; id: string }, limit: number): Promise<WaitingListed[]> {
  return sql.many<WaitingListed>(
    `select d.id, c.number, c.centre_id, c.profession_code, c.level, d.started_on, d.due_on ${WAITING}
       and d.started_on between $2 and $3 and ($4::uuid[] is null or c.centre_id = any($4)) and ($5::text is null or c.profession_code = $5) and (d.started_on, d.id) > ($6, $7) order by d.started_on, d.id limit $8`,
    [asOf, from, until, centreIds ?? null, professionCode ?? null, after.on, after.id, limit])
}
