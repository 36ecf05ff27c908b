import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Sql } from '#platform/db/database.ts'

export interface PersonRow {
  id: Uuid
  iinCipher: Uint8Array
  iinLastFour: string
  surname: string
  givenName: string
  patronymic: string | null
  birthOn: Day
  citizenship: string
  phone: string | null
  address: string | null
  verifiedAt: Moment | null
}
export interface AccountRow {
  id: Uuid
  personId: Uuid
  email: string
  passwordHash: string | null
  totpCipher: Uint8Array | null
  totpConfirmedAt: Moment | null
  totpLastStep: number | null
  lang: Language
  demoKey: string | null
  closedAt: Moment | null
}

const PERSON = 'id, iin_cipher, iin_last_four, surname, given_name, patronymic, birth_on, citizenship, phone, address, verified_at'
const ACCOUNT = 'id, person_id, email, password_hash, totp_cipher, totp_confirmed_at, totp_last_step, lang, demo_key, closed_at'

export async function insertPerson(sql: Sql, person: PersonRow & { iinIndex: Uint8Array; createdAt: Moment; verifiedBy: Uuid | null }): Promise<void> {
  await sql.run(
    `insert into person (id, iin_cipher, iin_index, iin_last_four, surname, given_name, patronymic, birth_on, citizenship, phone, address, verified_at, verified_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [person.id, person.iinCipher, person.iinIndex, person.iinLastFour, person.surname, person.givenName, person.patronymic, person.birthOn, person.citizenship,
      person.phone, person.address, person.verifiedAt, person.verifiedBy, person.createdAt])
}
export async function selectPerson(sql: Sql, id: string): Promise<PersonRow | undefined> {
  return sql.maybe<PersonRow>(`select ${PERSON} from person where id = $1`, [id])
}
export async function selectVerifiedByIin(sql: Sql, iinIndex: Uint8Array): Promise<PersonRow | undefined> {
  return sql.maybe<PersonRow>(`select ${PERSON} from person where iin_index = $1 and verified_at is not null`, [iinIndex])
}
export async function selectVerifiedIndex(sql: Sql, id: string): Promise<{ iinIndex: Uint8Array } | undefined> {
  return sql.maybe<{ iinIndex: Uint8Array }>('select iin_index from person where id = $1 and verified_at is not null', [id])
}
export async function selectIinIndex(sql: Sql, id: string): Promise<{ iinIndex: Uint8Array }> {
  return sql.one<{ iinIndex: Uint8Array }>('select iin_index from person where id = $1', [id])
}
export async function markVerified(sql: Sql, id: string, by: string, at: Moment): Promise<number> {
  return sql.run('update person set verified_at = $3, verified_by = $2 where id = $1 and verified_at is null', [id, by, at])
}
export async function updateContacts(sql: Sql, id: string, phone: string, address: string): Promise<void> {
  await sql.run('update person set phone = $2, address = $3 where id = $1', [id, phone, address])
}

export async function insertAccount(sql: Sql, account: { id: Uuid; personId: Uuid; email: string; passwordHash: string | null; lang: Language; demoKey: string | null; createdAt: Moment }): Promise<number> {
  return sql.run('insert into account (id, person_id, email, password_hash, lang, demo_key, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing',
    [account.id, account.personId, account.email, account.passwordHash, account.lang, account.demoKey, account.createdAt])
}
export async function selectAccount(sql: Sql, id: string): Promise<AccountRow | undefined> {
  return sql.maybe<AccountRow>(`select ${ACCOUNT} from account where id = $1`, [id])
}
export async function selectAccountByEmail(sql: Sql, email: string): Promise<AccountRow | undefined> {
  return sql.maybe<AccountRow>(`select ${ACCOUNT} from account where email = $1 and closed_at is null`, [email])
}
export async function selectAccountByDemoKey(sql: Sql, key: string): Promise<AccountRow | undefined> {
  return sql.maybe<AccountRow>(`select ${ACCOUNT} from account where demo_key = $1 and closed_at is null`, [key])
}

export interface SessionRow {
  id: Uuid
  accountId: Uuid
  createdAt: Moment
  rotatedAt: Moment
  seenAt: Moment
  expiresAt: Moment
  device: string
  isPrevious: boolean
}
export async function insertSession(sql: Sql, session: { id: Uuid; tokenHash: Uint8Array; accountId: Uuid; at: Moment; expiresAt: Moment; device: string }): Promise<void> {
  await sql.run('insert into sign_in_session (id, token_hash, account_id, created_at, rotated_at, seen_at, expires_at, device) values ($1, $2, $3, $4, $4, $4, $5, $6)',
    [session.id, session.tokenHash, session.accountId, session.at, session.expiresAt, session.device])
}
export async function rotateSession(sql: Sql, id: string, from: Uint8Array, to: Uint8Array, now: Moment): Promise<number> {
  return sql.run('update sign_in_session set token_hash = $3, previous_token_hash = $2, rotated_at = $4, seen_at = $4 where id = $1 and token_hash = $2', [id, from, to, now])
}
export async function touchSession(sql: Sql, id: string, now: Moment): Promise<void> {
  await sql.run('update sign_in_session set seen_at = $2 where id = $1', [id, now])
}
/** Whose sign-in this is while it is alive. */
export async function selectLiveSession(sql: Sql, id: string, now: Moment, idleSince: Moment): Promise<{ accountId: Uuid; seenAt: Moment } | undefined> {
  return sql.maybe('select account_id, seen_at from sign_in_session where id = $1 and ended_at is null and expires_at > $2 and seen_at > $3', [id, now, idleSince])
}
export async function endSession(sql: Sql, id: string, accountId: string, now: Moment): Promise<number> {
  return sql.run('update sign_in_session set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null', [id, accountId, now])
}
export async function endSessionsOf(sql: Sql, accountId: string, now: Moment, except: string | null): Promise<number> {
  return sql.run('update sign_in_session set ended_at = $2 where account_id = $1 and ended_at is null and ($3::uuid is null or id <> $3)', [accountId, now, except])
}
export async function listSessions(sql: Sql, accountId: string, now: Moment, idleSince: Moment): Promise<SessionRow[]> {
  return sql.many<SessionRow>(
    `select id, account_id, created_at, rotated_at, seen_at, expires_at, device, false as is_previous from sign_in_session
     where account_id = $1 and ended_at is null and expires_at > $2 and seen_at > $3 order by seen_at desc`, [accountId, now, idleSince])
}

export interface GrantRow {
  id: Uuid
  accountId: Uuid
  role: Role
  organisationId: Uuid
  validFrom: Day
  validUntil: Day | null
}
export interface ActorRow {
  id: Uuid
  personId: Uuid
  email: string
  lang: Language
  surname: string
  givenName: string
  patronymic: string | null
  verifiedAt: Moment | null
  roles: { role: Role; organisationId: Uuid }[]
}
const ACTOR = `a.id, a.person_id, a.email, a.lang, p.surname, p.given_name, p.patronymic, p.verified_at,
  coalesce((select jsonb_agg(g order by g.role, g."organisationId") from (select distinct role, organisation_id as "organisationId" from role_grant
    where account_id = a.id and revoked_at is null and valid_from <= $2 and (valid_until is null or valid_until >= $2)) g), '[]') as roles`
/** An open account with its person and the roles of a day. */
export async function selectActor(sql: Sql, accountId: string, on: Day): Promise<ActorRow | undefined> {
  return sql.maybe<ActorRow>(`select ${ACTOR} from account a join person p on p.id = a.person_id where a.id = $1 and a.closed_at is null`, [accountId, on])
}
export interface SignedInRow extends ActorRow {
  place: number
  sessionId: Uuid
  rotatedAt: Moment
  seenAt: Moment
  isPrevious: boolean
}
/**
 * The living sessions of tokens with the people behind them, in one question for all who ask at once; `place` counts from 1.
 * A token before the last rotation still opens for a while: two tabs rotate at once.
 */
export async function selectSignedIn(sql: Sql, tokenHashes: readonly Uint8Array[], at: { on: Day; now: Moment; idleSince: Moment; rotatedSince: Moment }): Promise<SignedInRow[]> {
  return sql.many<SignedInRow>(
    `select t.place, s.id as session_id, s.rotated_at, s.seen_at, s.token_hash <> t.digest as is_previous, ${ACTOR}
     from unnest($1::bytea[]) with ordinality t (digest, place)
     join lateral (
       select * from sign_in_session where token_hash = t.digest
       union all select * from sign_in_session where previous_token_hash = t.digest and rotated_at > $5
       limit 1
     ) s on s.ended_at is null and s.expires_at > $3 and s.seen_at > $4
     join account a on a.id = s.account_id and a.closed_at is null join person p on p.id = a.person_id`,
    [tokenHashes.map((hash) => Buffer.from(hash)), at.on, at.now, at.idleSince, at.rotatedSince])
}
export async function rolesOf(sql: Sql, accountId: string, on: Day): Promise<{ role: Role; organisationId: Uuid }[]> {
  return sql.many(
    `select distinct role, organisation_id from role_grant
     where account_id = $1 and revoked_at is null and valid_from <= $2 and (valid_until is null or valid_until >= $2) order by role, organisation_id`, [accountId, on])
}
export async function insertGrant(sql: Sql, grant: GrantRow & { grantedBy: Uuid; grantedAt: Moment }): Promise<void> {
  await sql.run('insert into role_grant (id, account_id, role, organisation_id, valid_from, valid_until, granted_by, granted_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [grant.id, grant.accountId, grant.role, grant.organisationId, grant.validFrom, grant.validUntil, grant.grantedBy, grant.grantedAt])
}

/** Locks an account, so that its journal chain grows in order. */
export async function lockAccount(sql: Sql, id: string): Promise<AccountRow | undefined> {
  return sql.maybe<AccountRow>(`select ${ACCOUNT} from account where id = $1 for update`, [id])
}
export async function useTotpStep(sql: Sql, id: string, step: number): Promise<number> {
  return sql.run('update account set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)', [id, step])
}
export async function useRecoveryCode(sql: Sql, accountId: string, codeHash: Uint8Array, at: Moment): Promise<number> {
  return sql.run('update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null', [accountId, codeHash, at])
}
export async function updateLanguage(sql: Sql, id: string, lang: Language): Promise<void> {
  await sql.run('update account set lang = $2 where id = $1', [id, lang])
}
/** A person with the keyed hash of the IIN he claims, as `for update` found him. */
export type LockedPerson = PersonRow & { iinIndex: Uint8Array }
export async function lockPerson(sql: Sql, id: string): Promise<LockedPerson | undefined> {
  return sql.maybe<LockedPerson>(`select ${PERSON}, iin_index from person where id = $1 for update`, [id])
}
export async function selectAccountOfPerson(sql: Sql, personId: string): Promise<AccountRow | undefined> {
  return sql.maybe<AccountRow>(`select ${ACCOUNT} from account where person_id = $1 and closed_at is null order by created_at limit 1`, [personId])
}
export async function movePerson(sql: Sql, accountId: string, personId: string): Promise<void> {
  await sql.run('update account set person_id = $2 where id = $1', [accountId, personId])
}
/** Whoever holds an e-mail address, an account that was closed included: the address stays his. */
export async function selectEmailOwner(sql: Sql, email: string): Promise<{ id: Uuid; closedAt: Moment | null } | undefined> {
  return sql.maybe('select id, closed_at from account where email = $1', [email])
}
/** Where letters of an account go, and in which language. */
export async function selectLetterAddress(sql: Sql, accountId: string): Promise<{ email: string; lang: Language } | undefined> {
  return sql.maybe('select email, lang from account where id = $1', [accountId])
}
export async function selectLetterAddresses(sql: Sql, accountIds: readonly string[]): Promise<{ id: Uuid; email: string; lang: Language }[]> {
  return sql.many('select id, email, lang from account where id = any ($1::uuid[])', [accountIds])
}
export interface AccountName {
  id: Uuid
  surname: string
  givenName: string
  patronymic: string | null
}
/** Names of the people behind accounts. */
export async function selectAccountNames(sql: Sql, accountIds: readonly string[]): Promise<AccountName[]> {
  return sql.many<AccountName>('select a.id, p.surname, p.given_name, p.patronymic from account a join person p on p.id = a.person_id where a.id = any($1)', [accountIds])
}
/** Whose accounts these are today, by account: one that was claimed goes over to the person whom a clerk recognised. */
export interface PersonOfAccount extends AccountName {
  personId: Uuid
  iinLastFour: string
}
export async function selectPeopleOfAccounts(sql: Sql, accountIds: readonly string[]): Promise<Map<string, PersonOfAccount>> {
  const rows = await sql.many<PersonOfAccount>('select a.id, p.id as person_id, p.surname, p.given_name, p.patronymic, p.iin_last_four from account a join person p on p.id = a.person_id where a.id = any($1::uuid[])', [[...new Set(accountIds)]])
  return new Map(rows.map((row) => [row.id, row]))
}
/** Every account that a person has or had. */
export async function selectAccountsOfPerson(sql: Sql, personId: string): Promise<Uuid[]> {
  return (await sql.many<{ id: Uuid }>('select id from account where person_id = $1', [personId])).map((row) => row.id)
}
export async function selectPersonOfAccount(sql: Sql, accountId: string): Promise<Uuid | undefined> {
  return (await sql.maybe<{ personId: Uuid }>('select person_id from account where id = $1', [accountId]))?.personId
}
