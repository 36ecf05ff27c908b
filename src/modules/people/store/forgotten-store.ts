import type { Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

interface Page {
  after: string | null
  limit: number
}
export async function selectCaseLetters(sql: Sql, caseIds: readonly string[]): Promise<{ id: string }[]> {
  return sql.many<{ id: string }>('select id from letter where case_id = any($1::uuid[]) order by id', [caseIds])
}
export async function deleteLetterRows(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run('delete from letter where id = any($1::uuid[])', [ids])
}
/** Of these people, those without an account whom a clerk entered with ways to reach them; whoever has an account looks after his own. */
export async function selectStrangers(sql: Sql, personIds: readonly string[]): Promise<{ id: string }[]> {
  return sql.many<{ id: string }>(
    'select p.id from person p where p.id = any($1::uuid[]) and (p.phone is not null or p.address is not null) and not exists (select 1 from account a where a.person_id = p.id) order by p.id', [personIds])
}
export async function clearStrangerRows(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run('update person set phone = null, address = null where id = any($1::uuid[])', [ids])
}
/** Sessions with the moment at which they were over, before the given one; by id, so that the next page begins after the last. */
export async function selectOldSessions(sql: Sql, before: Moment, page: Page): Promise<{ id: string; overAt: Moment }[]> {
  return sql.many<{ id: string; overAt: Moment }>(
    'select id, least(ended_at, expires_at) as over_at from sign_in_session where least(ended_at, expires_at) < $1 and ($2::uuid is null or id > $2) order by id limit $3', [before, page.after, page.limit])
}
export async function deleteSessionRows(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run('delete from sign_in_session where id = any($1::uuid[])', [ids])
}
/** A link for a new password or another address has no id but the hash of its token: its hex stands for it. */
export async function selectOldResets(sql: Sql, before: Moment, page: Page): Promise<{ id: string; overAt: Moment }[]> {
  return sql.many<{ id: string; overAt: Moment }>(
    `select encode(token_hash, 'hex') as id, expires_at as over_at from (select token_hash, expires_at from password_reset union all select token_hash, expires_at from email_change) link
     where expires_at < $1 and ($2::text is null or encode(token_hash, 'hex') > $2) order by 1 limit $3`, [before, page.after, page.limit])
}
export async function deleteResetRows(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run("delete from password_reset where encode(token_hash, 'hex') = any($1::text[])", [ids])
  await sql.run("delete from email_change where encode(token_hash, 'hex') = any($1::text[])", [ids])
}
