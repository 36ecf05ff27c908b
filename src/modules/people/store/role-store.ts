import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Sql } from '#platform/db/database.ts'
import type { GrantRow } from './people-store.ts'

export async function organisationExists(sql: Sql, id: string): Promise<boolean> {
  return (await sql.maybe('select 1 from organisation where id = $1', [id])) !== undefined
}
export async function selectGrant(sql: Sql, id: string): Promise<GrantRow | undefined> {
  return sql.maybe<GrantRow>('select id, account_id, role, organisation_id, valid_from, valid_until from role_grant where id = $1', [id])
}
export async function selectOverlapping(sql: Sql, grant: { accountId: string; role: Role; organisationId: string; validFrom: Day; validUntil: Day | null }): Promise<{ id: Uuid } | undefined> {
  return sql.maybe(
    `select id from role_grant where account_id = $1 and role = $2 and organisation_id = $3 and revoked_at is null
       and (valid_until is null or valid_until >= $4) and ($5::date is null or valid_from <= $5) limit 1`,
    [grant.accountId, grant.role, grant.organisationId, grant.validFrom, grant.validUntil])
}
/** Whether an account holds any role on a day or will hold one after it. */
export async function holdsRoleFrom(sql: Sql, accountId: string, on: Day): Promise<boolean> {
  return (await sql.maybe('select 1 from role_grant where account_id = $1 and revoked_at is null and (valid_until is null or valid_until >= $2) limit 1', [accountId, on])) !== undefined
}
export async function revokeGrant(sql: Sql, id: string, by: string, at: Moment): Promise<number> {
  return sql.run('update role_grant set revoked_by = $2, revoked_at = $3 where id = $1 and revoked_at is null', [id, by, at])
}

export interface GrantListed extends GrantRow {
  organisationKk: string
  organisationRu: string
  organisationEn: string
  grantedAt: Moment
  revokedAt: Moment | null
}
export async function selectGrantsOf(sql: Sql, accountId: string): Promise<GrantListed[]> {
  return sql.many<GrantListed>(
    `select g.id, g.account_id, g.role, g.organisation_id, g.valid_from, g.valid_until, g.granted_at, g.revoked_at, o.name_kk as organisation_kk, o.name_ru as organisation_ru, o.name_en as organisation_en
     from role_grant g join organisation o on o.id = g.organisation_id where g.account_id = $1 order by g.revoked_at is not null, g.granted_at desc, g.id desc`, [accountId])
}

export interface RoleHolder {
  accountId: Uuid
  email: string
  surname: string
  givenName: string
  patronymic: string | null
  role: Role
  organisationId: Uuid
  organisationKk: string
  organisationRu: string
  organisationEn: string
  validFrom: Day
  validUntil: Day | null
}
export async function selectHolders(sql: Sql, on: Day): Promise<RoleHolder[]> {
  return sql.many<RoleHolder>(
    `select a.id as account_id, a.email, p.surname, p.given_name, p.patronymic, g.role, o.id as organisation_id, o.name_kk as organisation_kk, o.name_ru as organisation_ru,
       o.name_en as organisation_en, g.valid_from, g.valid_until
     from role_grant g join account a on a.id = g.account_id join person p on p.id = a.person_id join organisation o on o.id = g.organisation_id
     where g.revoked_at is null and a.closed_at is null and g.valid_from <= $1 and (g.valid_until is null or g.valid_until >= $1)
     order by o.name_kk, g.role, p.surname, p.given_name, a.id`, [on])
}

export interface AccountListed {
  id: Uuid
  email: string
  surname: string
  givenName: string
  patronymic: string | null
  verifiedAt: Moment | null
  secondFactorAt: Moment | null
  hasPassword: boolean
  closedAt: Moment | null
  createdAt: Moment
}
const LISTED = 'a.id, a.email, p.surname, p.given_name, p.patronymic, p.verified_at, a.totp_confirmed_at as second_factor_at, a.password_hash is not null as has_password, a.closed_at, a.created_at'
export async function searchByEmail(sql: Sql, part: string, limit: number): Promise<AccountListed[]> {
  return sql.many<AccountListed>(`select ${LISTED} from account a join person p on p.id = a.person_id where strpos(a.email, $1) > 0 order by a.email limit $2`, [part, limit])
}
export async function selectListed(sql: Sql, id: string): Promise<AccountListed | undefined> {
  return sql.maybe<AccountListed>(`select ${LISTED} from account a join person p on p.id = a.person_id where a.id = $1`, [id])
}
export async function closeAccountRow(sql: Sql, id: string, at: Moment): Promise<number> {
  return sql.run('update account set closed_at = $2 where id = $1 and closed_at is null', [id, at])
}

export async function findAdministrator(sql: Sql): Promise<{ id: Uuid } | undefined> {
  return sql.maybe("select g.id from role_grant g join account a on a.id = g.account_id where g.role = 'administrator' and g.revoked_at is null and a.closed_at is null limit 1")
}
