import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Sql } from '#platform/db/database.ts'

/** A role somebody holds, held or is going to hold at an organisation. */
export interface GrantOfPerson {
  id: Uuid
  accountId: Uuid
  surname: string
  givenName: string
  patronymic: string | null
  email: string
  role: Role
  organisationId: Uuid
  validFrom: Day
  validUntil: Day | null
  revokedAt: Moment | null
}

const GRANT = `g.id, g.account_id, p.surname, p.given_name, p.patronymic, a.email, g.role, g.organisation_id, g.valid_from, g.valid_until, g.revoked_at
  from role_grant g join account a on a.id = g.account_id join person p on p.id = a.person_id`

export async function selectGrantsOf(sql: Sql, organisationId: string): Promise<GrantOfPerson[]> {
  return sql.many(`select ${GRANT} where g.organisation_id = $1 order by g.revoked_at is not null, p.surname, p.given_name, g.role, g.valid_from desc`, [organisationId])
}
/** Whether the role is held on the day or is going to be. */
export async function holdsFrom(sql: Sql, grant: { accountId: string; role: string; organisationId: string; on: Day }): Promise<boolean> {
  const row = await sql.one<{ held: boolean }>(
    `select exists (select 1 from role_grant where account_id = $1 and role = $2 and organisation_id = $3 and revoked_at is null
       and (valid_until is null or valid_until >= $4)) as held`, [grant.accountId, grant.role, grant.organisationId, grant.on])
  return row.held
}

/** Somebody who holds roles at an organisation on a day. */
export interface Holder {
  accountId: Uuid
  surname: string
  givenName: string
  patronymic: string | null
  roles: Role[]
}
export async function selectHoldersAt(sql: Sql, organisationId: string, on: Day, role: string | undefined): Promise<Holder[]> {
  return sql.many(
    `select g.account_id, p.surname, p.given_name, p.patronymic, array_agg(distinct g.role order by g.role) as roles
     from role_grant g join account a on a.id = g.account_id join person p on p.id = a.person_id
     where g.organisation_id = $1 and g.revoked_at is null and g.valid_from <= $2 and (g.valid_until is null or g.valid_until >= $2) and a.closed_at is null
       and ($3::text is null or exists (select 1 from role_grant h where h.account_id = g.account_id and h.organisation_id = $1 and h.role = $3
         and h.revoked_at is null and h.valid_from <= $2 and (h.valid_until is null or h.valid_until >= $2)))
     group by g.account_id, p.surname, p.given_name, p.patronymic order by p.surname, p.given_name, g.account_id`, [organisationId, on, role ?? null])
}
/** Roles of whoever holds an exam, watches it or decides. */
const EXAMINING = "'assessor', 'panel-member', 'invigilator', 'proctor', 'centre-head'"
/**
 * Whether an account (named in the statement) comes from another centre than `centre`: an examiner there on the day, and there already on the eve of his first role here.
 * That his role there ended meanwhile and was given anew makes no difference: roles are dated, and are renewed.
 */
const comesFromAnotherCentre = (account: string, centre: string, on: string): string =>
  `exists (select 1 from role_grant g join organisation o on o.id = g.organisation_id and o.kind = 'centre', (select min(h.valid_from) as first_on from role_grant h where h.account_id = ${account} and h.organisation_id = ${centre}) here
     where g.account_id = ${account} and g.organisation_id <> ${centre} and g.role in (${EXAMINING}) and g.revoked_at is null and g.valid_from <= ${on} and (g.valid_until is null or g.valid_until >= ${on})
       and exists (select 1 from role_grant e where e.account_id = g.account_id and e.organisation_id = g.organisation_id and e.role in (${EXAMINING})
         and e.valid_from < here.first_on and (e.valid_until is null or e.valid_until >= here.first_on - 1) and (e.revoked_at is null or (e.revoked_at at time zone 'Asia/Almaty')::date >= here.first_on)))`

/** Those of these accounts that come from another centre: guests here. */
export async function selectGuests(sql: Sql, accountIds: readonly string[], q: { centreId: string; on: Day }): Promise<Uuid[]> {
  return (await sql.many<{ accountId: Uuid }>(`select a.id as account_id from account a where a.id = any($1::uuid[]) and ${comesFromAnotherCentre('a.id', '$2', '$3')}`, [accountIds, q.centreId, q.on])).map((row) => row.accountId)
}
/** Whether somebody holds any role on the day at an organisation. */
export async function holdsRoleAt(sql: Sql, q: { personId: string; organisationId: string; on: Day }): Promise<boolean> {
  const row = await sql.one<{ held: boolean }>(
    `select exists (select 1 from role_grant g join account a on a.id = g.account_id where a.person_id = $1 and g.organisation_id = $2
         and g.revoked_at is null and g.valid_from <= $3 and (g.valid_until is null or g.valid_until >= $3)) as held`, [q.personId, q.organisationId, q.on])
  return row.held
}
/** Who was first given a role that he still holds on the day: the head who signs for a centre. */
export async function selectFirstHolder(sql: Sql, q: { organisationId: string; role: Role; on: Day }): Promise<{ surname: string; givenName: string; patronymic: string | null } | undefined> {
  return sql.maybe(
    `select p.surname, p.given_name, p.patronymic from role_grant g join account a on a.id = g.account_id join person p on p.id = a.person_id
     where g.organisation_id = $1 and g.role = $3 and g.revoked_at is null and g.valid_from <= $2 and (g.valid_until is null or g.valid_until >= $2) order by g.granted_at limit 1`, [q.organisationId, q.on, q.role])
}
/** Everybody who holds the role at some organisation on the day. */
export async function selectHoldersOfRole(sql: Sql, role: Role, on: Day): Promise<Omit<Holder, 'roles'>[]> {
  return sql.many(
    `select distinct g.account_id, p.surname, p.given_name, p.patronymic from role_grant g join account a on a.id = g.account_id join person p on p.id = a.person_id
     where g.role = $1 and g.revoked_at is null and g.valid_from <= $2 and (g.valid_until is null or g.valid_until >= $2) and a.closed_at is null
     order by p.surname, p.given_name, g.account_id`, [role, on])
}

/** The organisations at which somebody holds a role today. */
export async function selectOrganisationsOfRole(sql: Sql, role: Role, on: Day): Promise<Uuid[]> {
  return (await sql.many<{ organisationId: Uuid }>(
    `select distinct g.organisation_id from role_grant g join account a on a.id = g.account_id
     where g.role = $1 and g.revoked_at is null and g.valid_from <= $2 and (g.valid_until is null or g.valid_until >= $2) and a.closed_at is null order by g.organisation_id`, [role, on])).map((row) => row.organisationId)
}

/** What is known of people of the staff for a comparison with a candidate: where else they hold a role on the day, and where they live. */
export interface StaffKnown {
  accountId: Uuid
  /** The day by which his roles are judged. */
  on: Day
  personId: Uuid
  surname: string
  givenName: string
  patronymic: string | null
  address: string | null
  organisations: Uuid[]
  /** He comes from another centre. */
  guest: boolean
}
/** Roles are dated: each is judged by those of his own day, that of the sitting to which he is named. */
export async function selectStaffKnown(sql: Sql, asked: readonly { accountId: string; on: Day }[], except: string): Promise<StaffKnown[]> {
  return sql.many(
    `select a.id as account_id, q.on_day as "on", p.id as person_id, p.surname, p.given_name, p.patronymic, p.address,
       array (select distinct g.organisation_id from role_grant g where g.account_id = a.id and g.organisation_id <> $2 and g.revoked_at is null and g.valid_from <= q.on_day and (g.valid_until is null or g.valid_until >= q.on_day)) as organisations,
       ${comesFromAnotherCentre('a.id', '$2', 'q.on_day')} as guest
     from unnest($1::uuid[], $3::date[]) as q (account_id, on_day) join account a on a.id = q.account_id join person p on p.id = a.person_id order by q.on_day, a.id`, [asked.map((each) => each.accountId), except, asked.map((each) => each.on)])
}
