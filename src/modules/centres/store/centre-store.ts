import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'

/** A recognition centre as everybody sees it. */
export interface Centre {
  id: Uuid
  serial: string
  bin: string | null
  name: Localized
  regionKato: string
  address: { kk: string; ru: string }
  phone: string
  email: string
  /** Empty where the centre has none. */
  site: string
  hours: { kk: string; ru: string }
  demonstration: boolean
  publicFrom: Day | null
}

interface Row {
  id: Uuid
  serial: string
  bin: string | null
  nameKk: string
  nameRu: string
  nameEn: string
  regionKato: string
  addressKk: string
  addressRu: string
  phone: string
  email: string
  site: string
  hoursKk: string
  hoursRu: string
  demonstration: boolean
  publicFrom: Day | null
}

const SELECT = `select c.id, c.serial, o.bin, o.name_kk, o.name_ru, o.name_en, c.region_kato, c.address_kk, c.address_ru, c.phone, c.email, c.site, c.hours_kk, c.hours_ru,
  o.demonstration, c.public_from from centre c join organisation o on o.id = c.id`

export async function selectCentre(sql: Sql, id: string): Promise<Centre | undefined> {
  const row = await sql.maybe<Row>(`${SELECT} where c.id = $1`, [id])
  return row && centreOf(row)
}
export async function selectCentreBySerial(sql: Sql, serial: string): Promise<Centre | undefined> {
  const row = await sql.maybe<Row>(`${SELECT} where c.serial = $1`, [serial])
  return row && centreOf(row)
}
export async function selectCentres(sql: Sql): Promise<Centre[]> {
  return (await sql.many<Row>(`${SELECT} order by c.serial`)).map(centreOf)
}

function centreOf(row: Row): Centre {
  return {
    id: row.id, serial: row.serial, bin: row.bin, name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }, regionKato: row.regionKato,
    address: { kk: row.addressKk, ru: row.addressRu }, phone: row.phone, email: row.email, site: row.site, hours: { kk: row.hoursKk, ru: row.hoursRu },
    demonstration: row.demonstration, publicFrom: row.publicFrom,
  }
}

export interface CentreRow {
  id: Uuid
  serial: string
  regionKato: string
  addressKk: string
  addressRu: string
  phone: string
  email: string
  hoursKk: string
  hoursRu: string
  publicFrom: Day | null
  provenance: 'demonstration' | 'import'
}
export async function insertCentre(sql: Sql, row: CentreRow): Promise<void> {
  await sql.run(
    `insert into centre (id, serial, region_kato, address_kk, address_ru, phone, email, hours_kk, hours_ru, public_from, provenance)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [row.id, row.serial, row.regionKato, row.addressKk, row.addressRu, row.phone, row.email, row.hoursKk, row.hoursRu, row.publicFrom, row.provenance])
}
export async function updateCentre(sql: Sql, row: CentreRow): Promise<void> {
  await sql.run(
    'update centre set region_kato = $2, address_kk = $3, address_ru = $4, phone = $5, email = $6, hours_kk = $7, hours_ru = $8, public_from = $9 where id = $1',
    [row.id, row.regionKato, row.addressKk, row.addressRu, row.phone, row.email, row.hoursKk, row.hoursRu, row.publicFrom])
}

export interface AccessibilityFeature {
  feature: string
  available: boolean
  noteKk: string
  noteRu: string
}
export async function selectAccessibility(sql: Sql, centreId: string): Promise<AccessibilityFeature[]> {
  return sql.many('select feature, available, note_kk, note_ru from accessibility_feature where centre_id = $1 order by feature', [centreId])
}
/** What every passport says is there, by the id of the centre. */
export async function selectAvailable(sql: Sql): Promise<{ centreId: Uuid; feature: string }[]> {
  return sql.many('select centre_id, feature from accessibility_feature where available order by centre_id, feature')
}
export async function insertAccessibility(sql: Sql, centreId: string, row: AccessibilityFeature): Promise<void> {
  await sql.run('insert into accessibility_feature (centre_id, feature, available, note_kk, note_ru) values ($1, $2, $3, $4, $5)',
    [centreId, row.feature, row.available, row.noteKk, row.noteRu])
}

export interface Room {
  id: Uuid
  nameKk: string
  nameRu: string
  seats: number
  /** For the practice; null where nobody has said, the seats hold for both. */
  workplaces: number | null
}
export async function selectRooms(sql: Sql, centreId: string): Promise<Room[]> {
  return sql.many('select id, name_kk, name_ru, seats, workplaces from room where centre_id = $1 and closed_at is null order by name_ru, id', [centreId])
}
export async function insertRoom(sql: Sql, centreId: string, room: Room): Promise<void> {
  await sql.run('insert into room (id, centre_id, name_kk, name_ru, seats, workplaces) values ($1, $2, $3, $4, $5, $6)', [room.id, centreId, room.nameKk, room.nameRu, room.seats, room.workplaces])
}
/** The next free number of a centre; the lock keeps two from taking the same until the transaction ends. */
export async function takeSerial(sql: Sql): Promise<string> {
  await sql.one("select pg_advisory_xact_lock(hashtext('centre.serial'))")
  const row = await sql.one<{ next: number }>("select (coalesce(max(serial::integer), 0) + 1)::integer as next from centre where serial ~ '^[0-9]{1,5}$'")
  return String(row.next).padStart(2, '0')
}
/** 0 when it was public already. */
export async function setPublicFrom(sql: Sql, id: string, on: Day): Promise<number> {
  return sql.run('update centre set public_from = $2 where id = $1 and public_from is null', [id, on])
}
export async function updateAddress(sql: Sql, id: string, row: { addressKk: string; addressRu: string }): Promise<void> {
  await sql.run('update centre set address_kk = $2, address_ru = $3 where id = $1', [id, row.addressKk, row.addressRu])
}
