import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Stage } from '../domain/sitting.ts'

// A case closed before the sitting began gives its seat back; the same count as in the schedule of the desk.
const FREE = `s.seats - (select count(*) from notification_sitting ns join notification n on n.id = ns.notification_id join case_file c on c.id = n.case_id
  where ns.sitting_id = s.id and n.superseded_at is null and (c.closed_at is null or c.closed_at > s.starts_at))`

export interface FreeDay {
  centreId: Uuid
  professionCode: string
  level: number
  onDay: Day
}
/** For each qualification of each centre the first day between the two with a free seat at the theory, where every exam begins. Needs the sight of the system. */
export async function selectFirstFreeDays(sql: Sql, { from, until }: { from: Day; until: Day }): Promise<FreeDay[]> {
  return sql.many<FreeDay>(
    `select s.centre_id, s.profession_code, s.level, min(s.on_day) as on_day from sitting s
     where s.on_day between $1 and $2 and s.cancelled_at is null and s.stage = 'theory' and ${FREE} > 0
     group by s.centre_id, s.profession_code, s.level`, [from, until])
}

export interface FreeSitting {
  professionCode: string
  level: number
  stage: Stage
  onDay: Day
  startsAt: Moment
  free: number
}
/** The next sittings of a centre with free seats, in order of time. Needs the sight of the system. */
export async function selectFreeSittings(sql: Sql, { centreId, from, until, limit }: { centreId: string; from: Day; until: Day; limit: number }): Promise<FreeSitting[]> {
  return sql.many<FreeSitting>(
    `select profession_code, level, stage, on_day, starts_at, free from (
       select s.id, s.profession_code, s.level, s.stage, s.on_day, s.starts_at, (${FREE})::integer as free from sitting s
       where s.centre_id = $1 and s.on_day between $2 and $3 and s.cancelled_at is null) ahead
     where free > 0 order by starts_at, id limit $4`, [centreId, from, until, limit])
}
