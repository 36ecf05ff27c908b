import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export async function updatePassword(sql: Sql, accountId: string, hash: string): Promise<void> {
  await sql.run('update account set password_hash = $2 where id = $1', [accountId, hash])
}
/** Another address, and no password until a new one is set. */
export async function updateAccess(sql: Sql, accountId: string, email: string): Promise<void> {
  await sql.run('update account set email = $2, password_hash = null where id = $1', [accountId, email])
}
export async function insertReset(sql: Sql, reset: { tokenHash: Uint8Array; accountId: Uuid; at: Moment; expiresAt: Moment }): Promise<void> {
  await sql.run('insert into password_reset (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)', [reset.tokenHash, reset.accountId, reset.at, reset.expiresAt])
}
export async function selectLiveReset(sql: Sql, tokenHash: Uint8Array, now: Moment): Promise<{ accountId: Uuid } | undefined> {
  return sql.maybe('select account_id from password_reset where token_hash = $1 and used_at is null and expires_at > $2', [tokenHash, now])
}
export async function useReset(sql: Sql, tokenHash: Uint8Array, now: Moment): Promise<number> {
  return sql.run('update password_reset set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2', [tokenHash, now])
}
export async function endEmailChangesOf(sql: Sql, accountId: string, now: Moment): Promise<void> {
  await sql.run('update email_change set used_at = $2, email = null where account_id = $1 and used_at is null', [accountId, now])
}
/** No link that was sent for this account works any more, neither for a new password nor for another address. */
export async function endLinksOf(sql: Sql, accountId: string, now: Moment): Promise<void> {
  await sql.run('update password_reset set used_at = $2 where account_id = $1 and used_at is null', [accountId, now])
  await endEmailChangesOf(sql, accountId, now)
}

export async function updateTotp(sql: Sql, accountId: string, totp: { cipher: Uint8Array | null; confirmedAt: Moment | null; lastStep: number | null }): Promise<void> {
  await sql.run('update account set totp_cipher = $2, totp_confirmed_at = $3, totp_last_step = $4 where id = $1', [accountId, totp.cipher, totp.confirmedAt, totp.lastStep])
}
export async function replaceRecoveryCodes(sql: Sql, accountId: string, hashes: readonly Uint8Array[]): Promise<void> {
  await sql.run('delete from recovery_code where account_id = $1', [accountId])
  for (const hash of hashes) await sql.run('insert into recovery_code (account_id, code_hash) values ($1, $2)', [accountId, hash])
}
export async function countRecoveryCodes(sql: Sql, accountId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from recovery_code where account_id = $1 and used_at is null', [accountId])).count
}
