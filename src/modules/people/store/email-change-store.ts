import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export async function insertEmailChange(sql: Sql, change: { tokenHash: Uint8Array; accountId: Uuid; email: string; at: Moment; expiresAt: Moment }): Promise<void> {
  await sql.run('insert into email_change (token_hash, account_id, email, created_at, expires_at) values ($1, $2, $3, $4, $5)', [change.tokenHash, change.accountId, change.email, change.at, change.expiresAt])
}
export async function selectLiveEmailChange(sql: Sql, tokenHash: Uint8Array, now: Moment): Promise<{ accountId: Uuid; email: string } | undefined> {
  return sql.maybe('select account_id, email from email_change where token_hash = $1 and used_at is null and expires_at > $2', [tokenHash, now])
}
/** What an account waits for. */
export async function selectOpenEmailChange(sql: Sql, accountId: string, now: Moment): Promise<{ email: string; expiresAt: Moment } | undefined> {
  return sql.maybe('select email, expires_at from email_change where account_id = $1 and used_at is null and expires_at > $2', [accountId, now])
}
/** Makes the address that of the account, unless another has it. */
export async function updateEmail(sql: Sql, accountId: string, email: string): Promise<number> {
  return sql.run('update account set email = $2 where id = $1 and not exists (select 1 from account where email = $2)', [accountId, email])
}
