import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface ApiKeyRow {
  id: Uuid
  organisationId: Uuid
  scopes: string[]
  mayAssertIdentity: boolean
}
export async function selectLiveKey(sql: Sql, secretHash: Uint8Array): Promise<ApiKeyRow | undefined> {
  return sql.maybe<ApiKeyRow>('select id, organisation_id, scopes, may_assert_identity from api_key where secret_hash = $1 and revoked_at is null', [secretHash])
}
/** When the key was last used, to the minute: not every request writes. */
export async function touchKey(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run("update api_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')", [id, at])
}
export async function insertKey(sql: Sql, key: Omit<ApiKeyRow, 'scopes'> & { name: string; scopes: readonly string[]; secretHash: Uint8Array; createdBy: Uuid; createdAt: Moment }): Promise<void> {
  await sql.run('insert into api_key (id, organisation_id, name, secret_hash, scopes, may_assert_identity, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [key.id, key.organisationId, key.name, key.secretHash, key.scopes, key.mayAssertIdentity, key.createdBy, key.createdAt])
}
/** Revokes a living key and answers whose it was. */
export async function markKeyRevoked(sql: Sql, id: string, at: Moment): Promise<{ organisationId: Uuid } | undefined> {
  return sql.maybe('update api_key set revoked_at = $2 where id = $1 and revoked_at is null returning organisation_id', [id, at])
}

export interface ApiKeyListed {
  id: Uuid
  name: string
  organisationKk: string
  organisationRu: string
  organisationEn: string
  scopes: string[]
  mayAssertIdentity: boolean
  createdAt: Moment
  lastUsedAt: Moment | null
  revokedAt: Moment | null
}
export async function selectApiKeys(sql: Sql): Promise<ApiKeyListed[]> {
  return sql.many<ApiKeyListed>(
    `select k.id, k.name, o.name_kk as organisation_kk, o.name_ru as organisation_ru, o.name_en as organisation_en, k.scopes, k.may_assert_identity, k.created_at, k.last_used_at, k.revoked_at
     from api_key k join organisation o on o.id = k.organisation_id order by k.revoked_at is not null, k.created_at desc, k.id desc`)
}
