import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { AbsenceSpan, StaffDay } from '../domain/staff-calendar.ts'

export interface AbsenceRow extends AbsenceSpan {
  id: Uuid
  centreId: Uuid
  accountId: Uuid
}
const ABSENCE = 'id, centre_id, account_id, from_day, until_day'

/** Absences that stand and are not over before the day. */
export async function selectAbsences(sql: Sql, centreId: string, from: Day): Promise<AbsenceRow[]> {
  return sql.many(`select ${ABSENCE} from staff_absence where centre_id = $1 and until_day >= $2 and withdrawn_at is null order by from_day, id`, [centreId, from])
}
/** Of these people, at whatever centre they were entered. */
export async function selectAbsencesOf(sql: Sql, people: readonly string[], from: Day, until: Day): Promise<AbsenceRow[]> {
  return sql.many(`select ${ABSENCE} from staff_absence where account_id = any($1::uuid[]) and until_day >= $2 and from_day <= $3 and withdrawn_at is null order by from_day, id`, [people, from, until])
}
export async function lockAbsence(sql: Sql, id: string): Promise<AbsenceRow | undefined> {
  return sql.maybe(`select ${ABSENCE} from staff_absence where id = $1 and withdrawn_at is null for update`, [id])
}
export async function insertAbsence(sql: Sql, row: AbsenceRow & { enteredBy: string; enteredAt: Moment }): Promise<void> {
  await sql.run('insert into staff_absence (id, centre_id, account_id, from_day, until_day, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.centreId, row.accountId, row.fromDay, row.untilDay, row.enteredBy, row.enteredAt])
}
export async function withdrawAbsenceRow(sql: Sql, id: string, by: string, at: Moment): Promise<void> {
  await sql.run('update staff_absence set withdrawn_by = $2, withdrawn_at = $3 where id = $1', [id, by, at])
}
/** Days of sittings that name this person. */
export async function selectSittingDaysOf(sql: Sql, accountId: string, from: Day, until: Day): Promise<Day[]> {
  const rows = await sql.many<{ onDay: Day }>(
    `select s.on_day from sitting s where s.on_day between $2 and $3 and s.cancelled_at is null and (s.invigilator_id = $1
       or exists (select 1 from sitting_assessor a where a.sitting_id = s.id and a.account_id = $1)) order by s.on_day`, [accountId, from, until])
  return rows.map((row) => row.onDay)
}

export interface StaffHoursRow {
  id: Uuid
  accountId: Uuid
  inForceFrom: Day
  week: StaffDay[]
}
/** Every week ever written of the people of a centre, the newest first. */
export async function selectStaffHours(sql: Sql, centreId: string): Promise<StaffHoursRow[]> {
  return sql.many('select id, account_id, in_force_from, week from staff_hours where centre_id = $1 order by in_force_from desc, entered_at desc, id desc', [centreId])
}
export async function insertStaffHours(sql: Sql, row: StaffHoursRow & { centreId: string; enteredBy: string; enteredAt: Moment }): Promise<void> {
  await sql.run('insert into staff_hours (id, centre_id, account_id, in_force_from, week, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.centreId, row.accountId, row.inForceFrom, JSON.stringify(row.week), row.enteredBy, row.enteredAt])
}
