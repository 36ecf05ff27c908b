import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { DeviceAct } from '../domain/device.ts'

export interface DeviceUse {
  /** The keyed hash of the device, hexadecimal. */
  device: string
  personId: Uuid
  act: DeviceAct
  subjectId: Uuid
}
export async function insertUse(sql: Sql, row: { id: string; device: Uint8Array; personId: string; act: DeviceAct; subjectId: string; at: Moment }): Promise<void> {
  await sql.run('insert into device_use (id, device, person_id, act, subject_id, noted_at) values ($1, $2, $3, $4, $5, $6) on conflict (device, act, subject_id) do nothing', [row.id, Buffer.from(row.device), row.personId, row.act, row.subjectId, row.at])
}
/** What was done, from one moment up to another, on devices that at least two people used. Needs the sight of the system. */
export async function selectSharedUses(sql: Sql, from: Moment, until: Moment): Promise<DeviceUse[]> {
  return sql.many<DeviceUse>(
    `select encode(device, 'hex') as device, person_id, act, subject_id from device_use where noted_at >= $1 and noted_at < $2
       and device in (select device from device_use where noted_at >= $1 and noted_at < $2 group by device having count(distinct person_id) > 1)
     order by device, noted_at, id`, [from, until])
}
/** How many devices were seen. Needs the sight of the system. */
export async function countDevices(sql: Sql, from: Moment, until: Moment): Promise<number> {
  return (await sql.one<{ n: number }>('select count(distinct device)::integer as n from device_use where noted_at >= $1 and noted_at < $2', [from, until])).n
}
/** Notes made before a moment, by id. Needs the sight of the system. */
export async function selectOldUses(sql: Sql, before: Moment, page: { after: string | null; limit: number }): Promise<{ id: string; overAt: Moment }[]> {
  return sql.many('select id, noted_at as over_at from device_use where noted_at < $1 and ($2::uuid is null or id > $2) order by id limit $3', [before, page.after, page.limit])
}
export async function deleteUseRows(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run('delete from device_use where id = any ($1::uuid[])', [ids])
}

export interface CommonComputer {
  id: Uuid
  organisationId: Uuid
  name: string
  markedBy: Uuid
  markedAt: Moment
}
const COMPUTER = 'id, organisation_id, name, marked_by, marked_at'
export async function selectMark(sql: Sql, device: Uint8Array): Promise<CommonComputer | undefined> {
  return sql.maybe<CommonComputer>(`select ${COMPUTER} from common_computer where device = $1 and unmarked_at is null`, [Buffer.from(device)])
}
export async function selectComputers(sql: Sql, organisationId: string): Promise<CommonComputer[]> {
  return sql.many<CommonComputer>(`select ${COMPUTER} from common_computer where organisation_id = $1 and unmarked_at is null order by marked_at desc, id`, [organisationId])
}
export async function lockComputer(sql: Sql, id: string): Promise<(CommonComputer & { unmarkedAt: Moment | null }) | undefined> {
  return sql.maybe(`select ${COMPUTER}, unmarked_at from common_computer where id = $1 for update`, [id])
}
/** 0 when the device bears a mark already. */
export async function insertComputer(sql: Sql, row: { id: string; device: Uint8Array; organisationId: string; name: string; by: string; at: Moment }): Promise<number> {
  return sql.run('insert into common_computer (id, device, organisation_id, name, marked_by, marked_at) values ($1, $2, $3, $4, $5, $6) on conflict (device) where unmarked_at is null do nothing', [row.id, Buffer.from(row.device), row.organisationId, row.name, row.by, row.at])
}
export async function updateUnmarked(sql: Sql, row: { id: string; by: string; at: Moment }): Promise<void> {
  await sql.run('update common_computer set unmarked_by = $2, unmarked_at = $3 where id = $1', [row.id, row.by, row.at])
}
