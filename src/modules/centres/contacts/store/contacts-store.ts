import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Contacts } from '../domain/contacts.ts'
import type { HoursException, OpenDay } from '../domain/hours.ts'

/** Keeps two from changing one centre at once; answers how it can be reached now. */
export async function lockContacts(sql: Sql, centreId: string): Promise<Contacts | undefined> {
  return sql.maybe('select phone, email, site from centre where id = $1 for update', [centreId])
}
export async function updateContacts(sql: Sql, centreId: string, row: Contacts): Promise<void> {
  await sql.run('update centre set phone = $2, email = $3, site = $4 where id = $1', [centreId, row.phone, row.email, row.site])
}

export interface ContactsRow extends Contacts {
  id: Uuid
  /** Null: as they stood before the first change. */
  inForceAt: Moment | null
  enteredBy: Uuid | null
}
export async function selectContactsOf(sql: Sql, centreId: string): Promise<ContactsRow[]> {
  return sql.many('select id, phone, email, site, in_force_at, entered_by from centre_contacts where centre_id = $1 order by in_force_at desc nulls last, id desc', [centreId])
}
export async function insertContacts(sql: Sql, centreId: string, row: ContactsRow): Promise<void> {
  await sql.run('insert into centre_contacts (id, centre_id, phone, email, site, in_force_at, entered_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, centreId, row.phone, row.email, row.site, row.inForceAt, row.enteredBy])
}

export interface HoursRow {
  id: Uuid
  inForceFrom: Day
  week: OpenDay[]
  enteredBy: Uuid | null
  enteredAt: Moment
}
export async function selectHours(sql: Sql, centreId: string): Promise<HoursRow[]> {
  return sql.many('select id, in_force_from, week, entered_by, entered_at from centre_hours where centre_id = $1 order by in_force_from desc, entered_at desc, id desc', [centreId])
}
export async function insertHours(sql: Sql, centreId: string, row: HoursRow): Promise<void> {
  await sql.run('insert into centre_hours (id, centre_id, in_force_from, week, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6)',
    [row.id, centreId, row.inForceFrom, JSON.stringify(row.week), row.enteredBy, row.enteredAt])
}

export interface ExceptionRow extends HoursException {
  id: Uuid
  enteredBy: Uuid | null
  enteredAt: Moment
  withdrawnAt: Moment | null
}
const EXCEPTION = 'id, on_day, opens, closes, note_kk, note_ru, entered_by, entered_at, withdrawn_at'
export async function selectExceptions(sql: Sql, centreId: string, from: Day): Promise<ExceptionRow[]> {
  return sql.many(`select ${EXCEPTION} from centre_hours_exception where centre_id = $1 and on_day >= $2 order by on_day, entered_at`, [centreId, from])
}
export async function insertException(sql: Sql, centreId: string, row: ExceptionRow): Promise<void> {
  await sql.run(`insert into centre_hours_exception (id, centre_id, on_day, opens, closes, note_kk, note_ru, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, centreId, row.onDay, row.opens, row.closes, row.noteKk, row.noteRu, row.enteredBy, row.enteredAt])
}
export async function withdrawExceptionRow(sql: Sql, centreId: string, row: { id: string; by: string; at: Moment; today: Day }): Promise<number> {
  return sql.run('update centre_hours_exception set withdrawn_by = $3, withdrawn_at = $4 where centre_id = $1 and id = $2 and withdrawn_at is null and on_day >= $5', [centreId, row.id, row.by, row.at, row.today])
}
