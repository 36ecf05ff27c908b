import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** The constraint by which nothing is taken twice at one time. */
export const TAKEN_TWICE = 'nothing_is_taken_twice'

export interface NewBooking {
  kind: 'room' | 'person' | 'kit'
  resourceId: string
  unit?: number
  from: Moment
  until: Moment
  sittingId?: string
  absenceId?: string
}
export async function insertBookings(sql: Sql, rows: readonly NewBooking[], newId: () => Uuid): Promise<void> {
  for (const row of rows) {
    await sql.run('insert into booking (id, kind, resource_id, unit, during, sitting_id, absence_id) values ($1, $2, $3, $4, tstzrange($5, $6), $7, $8)',
      [newId(), row.kind, row.resourceId, row.unit ?? 1, row.from, row.until, row.sittingId ?? null, row.absenceId ?? null])
  }
}
export async function releaseSitting(sql: Sql, sittingId: string, at: Moment): Promise<void> {
  await sql.run('update booking set released_at = $2 where sitting_id = $1 and released_at is null', [sittingId, at])
}
export async function releasePeopleOfSitting(sql: Sql, sittingId: string, at: Moment): Promise<void> {
  await sql.run("update booking set released_at = $2 where sitting_id = $1 and kind = 'person' and released_at is null", [sittingId, at])
}
export async function releaseAbsence(sql: Sql, absenceId: string, at: Moment): Promise<void> {
  await sql.run('update booking set released_at = $2 where absence_id = $1 and released_at is null', [absenceId, at])
}
/** Which of these pieces are taken in a piece of time. */
export async function selectKitsTaken(sql: Sql, equipmentIds: readonly string[], from: Moment, until: Moment): Promise<{ equipmentId: Uuid; unit: number }[]> {
  return sql.many(
    "select resource_id as equipment_id, unit from booking where kind = 'kit' and resource_id = any($1::uuid[]) and during && tstzrange($2, $3) and released_at is null order by 1, 2",
    [equipmentIds, from, until])
}
/** What the sittings of some days take of equipment, counted. */
export async function selectKitsOfSittings(sql: Sql, centreId: string, from: Day, until: Day): Promise<{ sittingId: Uuid; equipmentId: Uuid; quantity: number }[]> {
  return sql.many(
    `select b.sitting_id, b.resource_id as equipment_id, count(*)::integer as quantity from booking b join sitting s on s.id = b.sitting_id
     where s.centre_id = $1 and s.on_day between $2 and $3 and b.kind = 'kit' and b.released_at is null group by b.sitting_id, b.resource_id order by 1, 2`, [centreId, from, until])
}
