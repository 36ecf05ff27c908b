import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export async function lockRoom(sql: Sql, centreId: string, roomId: string): Promise<{ id: Uuid; closedAt: Moment | null } | undefined> {
  return sql.maybe('select id, closed_at from room where centre_id = $1 and id = $2 for update', [centreId, roomId])
}
export async function markRoomClosed(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update room set closed_at = $2 where id = $1', [id, at])
}
export async function updateRoomPlaces(sql: Sql, id: string, row: { seats: number; workplaces: number | null }): Promise<void> {
  await sql.run('update room set seats = $2, workplaces = $3 where id = $1', [id, row.seats, row.workplaces])
}
/** The most that a sitting to come takes of the room; read only, as below. */
export async function mostOfComingSittings(sql: Sql, roomId: string, now: Moment): Promise<{ theory: number; practice: number }> {
  return sql.one(
    `select coalesce(max(seats) filter (where stage = 'theory'), 0)::integer as theory, coalesce(max(seats) filter (where stage = 'practice'), 0)::integer as practice
     from sitting where room_id = $1 and cancelled_at is null and ends_at > $2`, [roomId, now])
}
/** Sittings still to be held in the room; read only, since the schedule lies above this module. */
export async function countComingSittings(sql: Sql, roomId: string, now: Moment): Promise<number> {
  const row = await sql.one<{ count: number }>('select count(*) as count from sitting where room_id = $1 and cancelled_at is null and ends_at > $2', [roomId, now])
  return row.count
}

export async function upsertAccessibility(sql: Sql, centreId: string, row: { feature: string; available: boolean; noteKk: string; noteRu: string }): Promise<void> {
  await sql.run(
    `insert into accessibility_feature (centre_id, feature, available, note_kk, note_ru) values ($1, $2, $3, $4, $5)
     on conflict (centre_id, feature) do update set available = excluded.available, note_kk = excluded.note_kk, note_ru = excluded.note_ru`,
    [centreId, row.feature, row.available, row.noteKk, row.noteRu])
}
