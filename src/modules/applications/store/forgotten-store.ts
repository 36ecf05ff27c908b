import type { Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

interface Page {
  after: string | null
  limit: number
}
/** Drafts never sent and last touched before the moment, locked against their owner; by id, so that the next page begins after the last. */
export async function selectOldDrafts(sql: Sql, before: Moment, page: Page): Promise<{ id: string; overAt: Moment }[]> {
  return sql.many<{ id: string; overAt: Moment }>(
    'select id, updated_at as over_at from application_draft where sent_case_id is null and updated_at < $1 and ($2::uuid is null or id > $2) order by id limit $3 for update', [before, page.after, page.limit])
}
export async function deleteDraftRows(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run('delete from application_draft where id = any($1::uuid[]) and sent_case_id is null', [ids])
}
export async function selectContacts(sql: Sql, caseIds: readonly string[]): Promise<{ id: string }[]> {
  return sql.many<{ id: string }>(
    "select case_id as id from application where case_id = any($1::uuid[]) and (phone <> '' or address <> '' or email is not null or withdrawal_note is not null) order by case_id", [caseIds])
}
/** With what was typed before it was sent: the draft of the same application. */
export async function clearContactRows(sql: Sql, caseIds: readonly string[]): Promise<void> {
  await sql.run("update application set phone = '', address = '', email = null, withdrawal_note = null where case_id = any($1::uuid[])", [caseIds])
  await sql.run("update application_draft set data = '{}' where sent_case_id = any($1::uuid[])", [caseIds])
}
export async function selectAccommodationTexts(sql: Sql, caseIds: readonly string[]): Promise<{ id: string }[]> {
  return sql.many<{ id: string }>("select id from accommodation where case_id = any($1::uuid[]) and (asked <> '' or answer_note <> '') order by id", [caseIds])
}
export async function clearAccommodationRows(sql: Sql, caseIds: readonly string[]): Promise<void> {
  await sql.run("update accommodation set asked = '', answer_note = '' where case_id = any($1::uuid[])", [caseIds])
}
export async function selectOldReturned(sql: Sql, before: Moment, page: Page): Promise<{ id: string; overAt: Moment }[]> {
  return sql.many<{ id: string; overAt: Moment }>(
    "select id, returned_at as over_at from returned_application where returned_at < $1 and (person_name <> '' or note <> '') and ($2::uuid is null or id > $2) order by id limit $3", [before, page.after, page.limit])
}
export async function clearReturnedRows(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run("update returned_application set person_name = '', note = '' where id = any($1::uuid[])", [ids])
}
