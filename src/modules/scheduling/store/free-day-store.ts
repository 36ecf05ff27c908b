import type { Day, Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

// Seats are counted for all sittings ahead at once: a count of its own for each would ask whose cases they are again and again.
// A case closed before the sitting began gives its seat back; the same count as in the schedule of the desk.
const CALLED = `called as materialized (select a.id, count(*)::integer as seats from ahead a join notification_sitting ns on ns.sitting_id = a.id join notification n on n.id = ns.notification_id
    join case_file c on c.id = n.case_id where n.superseded_at is null and (c.closed_at is null or c.closed_at > a.starts_at) group by a.id)`
const FREE = `${CALLED},
  chosen as materialized (select a.id, count(*)::integer as seats from ahead a join held_choice h on h.sitting_id = a.id group by a.id),
  taken as (select id, sum(seats)::integer as seats from (select id, seats from called union all select id, seats from chosen) both_kinds group by id),
  free as (select a.*, a.seats - coalesce(t.seats, 0) as free from ahead a left join taken t on t.id = a.id)`
const AHEAD = 'select s.id, s.centre_id, s.profession_code, s.level, s.stage, s.mode, s.on_day, s.starts_at, s.seats from sitting s'

/** A plan made for any days takes the days ahead for few and is slower by seconds; so these two are planned for their own days. */
async function planForTheseDays(sql: Sql): Promise<void> {
  await sql.one("select set_config('plan_cache_mode', 'force_custom_plan', true)")
}

export interface FreeDay {
  centreId: Uuid
  professionCode: string
  level: number
  onDay: Day
}
/** For each qualification of each centre the first day between the two with a free seat at the theory, where every exam begins. Needs the sight of the system. */
export async function selectFirstFreeDays(sql: Sql, { from, until }: { from: Day; until: Day }): Promise<FreeDay[]> {
  await planForTheseDays(sql)
  return sql.many<FreeDay>(
    `with ahead as materialized (${AHEAD} where s.on_day between $1 and $2 and s.cancelled_at is null and s.stage = 'theory'), ${FREE}
     select centre_id, profession_code, level, min(on_day) as on_day from free where free > 0 group by centre_id, profession_code, level`, [from, until])
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
  await planForTheseDays(sql)
  return sql.many<FreeSitting>(
    `with ahead as materialized (${AHEAD} where s.centre_id = $1 and s.on_day between $2 and $3 and s.cancelled_at is null), ${FREE}
     select profession_code, level, stage, on_day, starts_at, free from free where free > 0 order by starts_at, id limit $4`, [centreId, from, until, limit])
}

export interface FreeStageDay {
  centreId: Uuid
  stage: Stage
  onDay: Day
}
/** The days between the two on which these centres have a free seat for a qualification, stage by stage: all of them, however many sittings of other qualifications a centre holds. Needs the sight of the system. */
export async function selectFreeStageDays(sql: Sql, of: { centreIds: readonly string[]; professionCode: string; level: number; from: Day; until: Day }): Promise<FreeStageDay[]> {
  if (of.centreIds.length === 0) return []
  await planForTheseDays(sql)
  return sql.many<FreeStageDay>(
    `with ahead as materialized (${AHEAD} where s.centre_id = any ($1::uuid[]) and s.profession_code = $2 and s.level = $3 and s.on_day between $4 and $5 and s.cancelled_at is null), ${FREE}
     select distinct centre_id, stage, on_day from free where free > 0 order by on_day, centre_id, stage`, [of.centreIds, of.professionCode, of.level, of.from, of.until])
}

export interface SeatsToCall {
  centreId: Uuid
  professionCode: string
  level: number
  theory: number
  practice: number
  /** Of these, at sittings on line. */
  theoryOnline: number
  practiceOnline: number
}
/** Seats of each stage to which nobody was called yet, between two days, by centre and qualification. Whoever chose one and waits for his notification does not count: he is one of those who wait. Needs the sight of the system. */
export async function selectSeatsToCall(sql: Sql, { from, until, centreId }: { from: Day; until: Day; centreId: string | null }): Promise<SeatsToCall[]> {
  await planForTheseDays(sql)
  return sql.many<SeatsToCall>(
    `with ahead as materialized (${AHEAD} where s.on_day between $1 and $2 and ($3::uuid is null or s.centre_id = $3) and s.cancelled_at is null),
     ${CALLED},
     free as (select a.*, greatest(0, a.seats - coalesce(k.seats, 0)) as free from ahead a left join called k on k.id = a.id)
     select centre_id, profession_code, level, coalesce(sum(free) filter (where stage = 'theory'), 0)::integer as theory, coalesce(sum(free) filter (where stage = 'practice'), 0)::integer as practice,
       coalesce(sum(free) filter (where stage = 'theory' and mode = 'online'), 0)::integer as theory_online, coalesce(sum(free) filter (where stage = 'practice' and mode = 'online'), 0)::integer as practice_online
     from free group by 1, 2, 3 order by 1, 2, 3`, [from, until, centreId])
}
