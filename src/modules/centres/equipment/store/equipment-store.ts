import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { EquipmentFacts, FaultSpan } from '../domain/equipment.ts'

export interface FaultRow extends FaultSpan {
  id: Uuid
  equipmentId: Uuid
  ground: string
  reportedBy: Uuid
  reportedAt: Moment
}
export interface EquipmentRow extends EquipmentFacts {
  id: Uuid
  centreId: Uuid
  roomId: Uuid
  roomKk: string
  roomRu: string
  nameKk: string
  nameRu: string
  quantity: number
  /** It may be carried to a sitting in another room. */
  movable: boolean
}
const COLUMNS = 'e.id, e.centre_id, e.room_id, r.name_kk as room_kk, r.name_ru as room_ru, e.name_kk, e.name_ru, e.quantity, e.movable, e.from_day, e.until_day from equipment e join room r on r.id = e.room_id'

export async function selectEquipment(sql: Sql, centreId: string): Promise<EquipmentRow[]> {
  return sql.many(`select ${COLUMNS} where e.centre_id = $1 order by r.name_ru, r.id, e.name_ru, e.from_day, e.id`, [centreId])
}
export async function selectPiece(sql: Sql, id: string): Promise<EquipmentRow | undefined> {
  return sql.maybe(`select ${COLUMNS} where e.id = $1`, [id])
}
export async function lockPiece(sql: Sql, id: string): Promise<EquipmentRow | undefined> {
  return sql.maybe(`select ${COLUMNS} where e.id = $1 for update of e`, [id])
}
export async function selectFaultsOf(sql: Sql, centreId: string): Promise<FaultRow[]> {
  return sql.many('select f.id, f.equipment_id, f.from_day, f.mended_on, f.ground, f.reported_by, f.reported_at from equipment_fault f join equipment e on e.id = f.equipment_id where e.centre_id = $1 order by f.from_day desc, f.id desc', [centreId])
}
export async function insertPiece(sql: Sql, row: { id: string; centreId: string; roomId: string; nameKk: string; nameRu: string; quantity: number; movable?: boolean; fromDay: Day; by: string | null; at: Moment }): Promise<void> {
  await sql.run('insert into equipment (id, centre_id, room_id, name_kk, name_ru, quantity, from_day, entered_by, entered_at, movable) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [row.id, row.centreId, row.roomId, row.nameKk, row.nameRu, row.quantity, row.fromDay, row.by, row.at, row.movable ?? false])
}
export async function endPiece(sql: Sql, id: string, until: Day): Promise<void> {
  await sql.run('update equipment set until_day = $2 where id = $1', [id, until])
}
export async function updateMovable(sql: Sql, id: string, movable: boolean): Promise<void> {
  await sql.run('update equipment set movable = $2 where id = $1', [id, movable])
}
/** Sittings after a day that have taken it; read only, since the schedule lies above this module. */
export async function countSittingsTaking(sql: Sql, id: string, after: Day): Promise<number> {
  return (await sql.one<{ count: number }>('select count(distinct b.sitting_id) as count from booking b join sitting s on s.id = b.sitting_id where b.resource_id = $1 and b.released_at is null and s.on_day > $2', [id, after])).count
}
export async function insertFault(sql: Sql, row: { id: string; equipmentId: string; fromDay: Day; ground: string; by: string; at: Moment }): Promise<void> {
  await sql.run('insert into equipment_fault (id, equipment_id, from_day, ground, reported_by, reported_at) values ($1, $2, $3, $4, $5, $6)', [row.id, row.equipmentId, row.fromDay, row.ground, row.by, row.at])
}
export async function mendFault(sql: Sql, equipmentId: string, row: { on: Day; by: string; at: Moment }): Promise<number> {
  return sql.run('update equipment_fault set mended_on = $2, mended_by = $3, mended_at = $4 where equipment_id = $1 and mended_on is null', [equipmentId, row.on, row.by, row.at])
}
