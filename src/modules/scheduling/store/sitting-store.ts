import type { Day, Moment } from '#kernel/day.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { BusyFacts } from '../domain/sitting.ts'

/** One stage of the exam held at one time and place, with its seats. */
export interface Sitting {
  id: Uuid
  centreId: Uuid
  stage: Stage
  professionCode: string
  level: number
  mode: ExamMode
  /** None on line: there is a proctor instead. */
  roomId: Uuid | null
  proctorId: Uuid | null
  /** The room; on line how the place is named. */
  roomKk: string
  roomRu: string
  onDay: Day
  startsAt: Moment
  endsAt: Moment
  seats: number
  /** Candidates with a living notification to it. */
  taken: number
  /** Candidates who chose it and wait for their notification. */
  chosen: number
  free: number
  invigilatorId: Uuid | null
  assessorIds: Uuid[]
  createdAt: Moment
  cancelledAt: Moment | null
}

/** A sitting as it was planned, without counting its seats: what the exam asks at every step. */
export type PlannedSitting = Omit<Sitting, 'taken' | 'chosen' | 'free' | 'createdAt'>

const PLAN = `s.id, s.centre_id, s.stage, s.profession_code, s.level, s.mode, s.room_id, s.proctor_id, coalesce(r.name_kk, s.place_kk) as room_kk, coalesce(r.name_ru, s.place_ru) as room_ru, s.on_day, s.starts_at, s.ends_at, s.seats,
  s.invigilator_id, s.cancelled_at, array (select a.account_id from sitting_assessor a where a.sitting_id = s.id order by a.account_id) as assessor_ids`
// A case closed before the sitting began gives its seat back; one closed after it keeps having sat there.
const SITTING = `${PLAN}, s.created_at,
  (select count(*) from notification_sitting ns join notification n on n.id = ns.notification_id join case_file c on c.id = n.case_id
   where ns.sitting_id = s.id and n.superseded_at is null and (c.closed_at is null or c.closed_at > s.starts_at)) as taken,
  (select count(*) from held_choice h where h.sitting_id = s.id) as chosen`
const FROM = 'from sitting s left join room r on r.id = s.room_id'

const withFree = (row: Omit<Sitting, 'free'>): Sitting => ({ ...row, free: Math.max(0, row.seats - row.taken - row.chosen) })

export async function selectSitting(sql: Sql, id: string): Promise<Sitting | undefined> {
  const row = await sql.maybe<Omit<Sitting, 'free'>>(`select ${SITTING} ${FROM} where s.id = $1`, [id])
  return row && withFree(row)
}
export async function lockSittingRow(sql: Sql, id: string): Promise<boolean> {
  return (await sql.maybe('select id from sitting where id = $1 for update', [id])) !== undefined
}

export interface SittingSearch {
  centreId: string
  from: Day
  to: Day
  stage?: Stage | undefined
  professionCode?: string | undefined
  level?: number | undefined
  /** Cancelled ones too, for the schedule of the desk. */
  cancelled?: boolean | undefined
}
export async function selectSittings(sql: Sql, search: SittingSearch): Promise<Sitting[]> {
  const rows = await sql.many<Omit<Sitting, 'free'>>(
    `select ${SITTING} ${FROM} where s.centre_id = $1 and s.on_day between $2 and $3 and ($4::text is null or s.stage = $4)
       and ($5::text is null or s.profession_code = $5) and ($6::int is null or s.level = $6) and ($7 or s.cancelled_at is null)
     order by s.starts_at, s.room_id, s.id`,
    [search.centreId, search.from, search.to, search.stage ?? null, search.professionCode ?? null, search.level ?? null, search.cancelled ?? false])
  return rows.map(withFree)
}

/** Whoever plans a sitting on a day waits for the other who does, so that neither takes the same room or person. */
export async function lockDay(sql: Sql, day: Day): Promise<void> {
  await sql.one("select pg_advisory_xact_lock(hashtextextended('sitting:' || $1, 0))", [day])
}
export async function selectBusy(sql: Sql, { day, roomId, people }: { day: Day; roomId: string | null; people: readonly string[] }): Promise<(BusyFacts & { id: Uuid })[]> {
  return sql.many(
    `select s.id, s.room_id, s.proctor_id, s.starts_at, s.ends_at, s.invigilator_id, array (select a.account_id from sitting_assessor a where a.sitting_id = s.id) as assessor_ids
     from sitting s where s.on_day = $1 and s.cancelled_at is null and (s.room_id = $2 or s.invigilator_id = any ($3) or s.proctor_id = any ($3)
       or exists (select 1 from sitting_assessor a where a.sitting_id = s.id and a.account_id = any ($3)))`, [day, roomId, people])
}
export async function insertSitting(sql: Sql, row: Pick<Sitting, 'id' | 'centreId' | 'stage' | 'professionCode' | 'level' | 'roomId' | 'onDay' | 'startsAt' | 'endsAt' | 'seats' | 'invigilatorId' | 'assessorIds' | 'createdAt'> & { createdBy: Uuid; mode: ExamMode; proctorId: Uuid | null; place: { kk: string; ru: string } | null }): Promise<void> {
  await sql.run(
    `insert into sitting (id, centre_id, stage, profession_code, level, room_id, on_day, starts_at, ends_at, seats, invigilator_id, created_by, created_at, mode, proctor_id, place_kk, place_ru)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [row.id, row.centreId, row.stage, row.professionCode, row.level, row.roomId, row.onDay, row.startsAt, row.endsAt, row.seats, row.invigilatorId, row.createdBy, row.createdAt, row.mode, row.proctorId, row.place?.kk ?? null, row.place?.ru ?? null])
  for (const person of row.assessorIds) await sql.run('insert into sitting_assessor (sitting_id, account_id) values ($1, $2)', [row.id, person])
}
/** Other people in the place of those who stood there. */
export async function replaceStaff(sql: Sql, id: string, row: { invigilatorId: string | null; assessorIds: readonly string[] }): Promise<void> {
  await sql.run('update sitting set invigilator_id = $2 where id = $1', [id, row.invigilatorId])
  await sql.run('delete from sitting_assessor where sitting_id = $1', [id])
  for (const person of row.assessorIds) await sql.run('insert into sitting_assessor (sitting_id, account_id) values ($1, $2)', [id, person])
}
export async function markCancelled(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update sitting set cancelled_at = $2 where id = $1', [id, at])
}
/** Notifications to the sitting that still stand, whatever became of their cases. */
export async function countNotified(sql: Sql, id: string): Promise<number> {
  const row = await sql.one<{ count: number }>(
    `select count(*) as count from notification_sitting ns join notification n on n.id = ns.notification_id join case_file c on c.id = n.case_id
     where ns.sitting_id = $1 and n.superseded_at is null and c.closed_at is null`, [id])
  return row.count
}

/** Candidates who chose the sitting and wait for their notification. */
export async function countChosen(sql: Sql, id: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from held_choice where sitting_id = $1', [id])).count
}

export async function selectPlanned(sql: Sql, id: string): Promise<PlannedSitting | undefined> {
  return sql.maybe<PlannedSitting>(`select ${PLAN} ${FROM} where s.id = $1`, [id])
}
/** What a centre has ahead for one qualification, cancelled sittings left out. */
export async function selectPlannedFor(sql: Sql, filter: { centreId: string; from: Day; until: Day; professionCode: string; level: number }): Promise<PlannedSitting[]> {
  return sql.many<PlannedSitting>(
    `select ${PLAN} ${FROM} where s.centre_id = $1 and s.on_day between $2 and $3 and s.profession_code = $4 and s.level = $5 and s.cancelled_at is null order by s.starts_at limit 200`,
    [filter.centreId, filter.from, filter.until, filter.professionCode, filter.level])
}
export async function selectPlannedOfAssessor(sql: Sql, accountId: string, from: Day): Promise<PlannedSitting[]> {
  return sql.many<PlannedSitting>(
    `select ${PLAN} ${FROM} where s.on_day >= $2 and s.cancelled_at is null and exists (select 1 from sitting_assessor a where a.sitting_id = s.id and a.account_id = $1) order by s.starts_at limit 50`,
    [accountId, from])
}
/** Sittings on line of a centre from a day on, for the desk of its proctors. */
export async function selectOnlineOfCentres(sql: Sql, centreIds: readonly string[], from: Day, until: Day): Promise<PlannedSitting[]> {
  return sql.many<PlannedSitting>(`select ${PLAN} ${FROM} where s.mode = 'online' and s.centre_id = any($1::uuid[]) and s.on_day between $2 and $3 and s.cancelled_at is null order by s.starts_at, s.id limit 200`, [centreIds, from, until])
}
export async function selectPlannedByIds(sql: Sql, ids: readonly string[]): Promise<PlannedSitting[]> {
  return sql.many<PlannedSitting>(`select ${PLAN} ${FROM} where s.id = any($1::uuid[])`, [ids])
}
