import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ConsentScope } from '../domain/consent.ts'
import type { ReferralFacts, ReferralState } from '../domain/referral.ts'

export interface ReferralRow extends Omit<ReferralFacts, 'iin' | 'centreSerial'> {
  id: Uuid
  organisationId: Uuid
  iinCipher: Uint8Array
  iinIndex: Uint8Array
  iinLastFour: string
  centreId: Uuid | null
  codeCipher: Uint8Array
  codeIndex: Uint8Array
  channel: 'desk' | 'file'
  sentBy: Uuid
  sentAt: Moment
  validUntil: Day
  personId: Uuid | null
  accountId: Uuid | null
  caseId: Uuid | null
  takenAt: Moment | null
  declinedAt: Moment | null
  withdrawnAt: Moment | null
  withdrawalGround: string
}
export type NewReferral = Omit<ReferralRow, 'personId' | 'accountId' | 'caseId' | 'takenAt' | 'declinedAt' | 'withdrawnAt' | 'withdrawalGround'>

const COLUMNS = `id, organisation_id, number, referred_on, iin_cipher, iin_index, iin_last_four, surname, given_name, patronymic, email, profession_code, level, centre_id, pays, pay_limit, code_cipher, code_index,
  channel, sent_by, sent_at, valid_until, person_id, account_id, case_id, taken_at, declined_at, withdrawn_at, withdrawal_ground`

export async function insertReferral(sql: Sql, row: NewReferral): Promise<void> {
  await sql.run(
    `insert into referral (id, organisation_id, number, referred_on, iin_cipher, iin_index, iin_last_four, surname, given_name, patronymic, email, profession_code, level, centre_id, pays, pay_limit,
       code_cipher, code_index, channel, sent_by, sent_at, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [row.id, row.organisationId, row.number, row.referredOn, Buffer.from(row.iinCipher), Buffer.from(row.iinIndex), row.iinLastFour, row.surname, row.givenName, row.patronymic, row.email, row.professionCode,
      row.level, row.centreId, row.pays, row.payLimit, Buffer.from(row.codeCipher), Buffer.from(row.codeIndex), row.channel, row.sentBy, row.sentAt, row.validUntil])
}
export async function selectReferral(sql: Sql, id: string): Promise<ReferralRow | undefined> {
  return sql.maybe<ReferralRow>(`select ${COLUMNS} from referral where id = $1`, [id])
}
export async function lockReferral(sql: Sql, id: string): Promise<ReferralRow | undefined> {
  return sql.maybe<ReferralRow>(`select ${COLUMNS} from referral where id = $1 for update`, [id])
}
export async function selectByCode(sql: Sql, codeIndex: Uint8Array): Promise<ReferralRow | undefined> {
  return sql.maybe<ReferralRow>(`select ${COLUMNS} from referral where code_index = $1`, [Buffer.from(codeIndex)])
}
export async function selectOfPerson(sql: Sql, iinIndex: Uint8Array, accountId: string): Promise<ReferralRow[]> {
  return sql.many<ReferralRow>(`select ${COLUMNS} from referral where iin_index = $1 or account_id = $2 order by sent_at desc, id desc limit 100`, [Buffer.from(iinIndex), accountId])
}
/** Referrals that were sent, still open on the day, of an employer: so that the same person is not referred twice for the same. */
export async function selectOpenKeys(sql: Sql, organisationId: string): Promise<{ id: Uuid; iinIndex: Uint8Array; professionCode: string; level: number; validUntil: Day }[]> {
  return sql.many('select id, iin_index, profession_code, level, valid_until from referral where organisation_id = $1 and taken_at is null and declined_at is null and withdrawn_at is null', [organisationId])
}

/** Whether an organisation has referred a person as its worker: by his own account or case, or by his verified IIN; withdrawn, declined and run out ones say nothing. */
export async function isOwnReferred(sql: Sql, q: { personId: string; centreId: string; on: Day; iinIndex: Uint8Array | undefined; accountId: string | undefined }): Promise<boolean> {
  const row = await sql.one<{ referred: boolean }>(
    `select exists (select 1 from referral r where r.organisation_id = $1 and r.withdrawn_at is null and r.declined_at is null and r.valid_until >= $2
       and (r.person_id = $3 or r.iin_index = $4 or r.account_id = $5)) as referred`, [q.centreId, q.on, q.personId, q.iinIndex ? Buffer.from(q.iinIndex) : null, q.accountId ?? null])
  return row.referred
}

export interface ReferralFilter {
  organisationId: string
  state: ReferralState | undefined
  q: string
  today: Day
}
const STATE_SQL: Readonly<Record<ReferralState, string>> = {
  sent: 'taken_at is null and declined_at is null and withdrawn_at is null and valid_until >= $2', expired: 'taken_at is null and declined_at is null and withdrawn_at is null and valid_until < $2',
  taken: 'taken_at is not null and $2::date is not null', declined: 'declined_at is not null and $2::date is not null', withdrawn: 'withdrawn_at is not null and $2::date is not null',
}
const where = ({ state }: ReferralFilter) => `organisation_id = $1 and ${state ? STATE_SQL[state] : '$2::date is not null'} and ($3 = '' or strpos(lower(surname || ' ' || given_name || ' ' || number), lower($3)) > 0)`

export async function countReferrals(sql: Sql, filter: ReferralFilter): Promise<number> {
  return (await sql.one<{ n: number }>(`select count(*)::int as n from referral where ${where(filter)}`, [filter.organisationId, filter.today, filter.q])).n
}
export async function selectReferrals(sql: Sql, filter: ReferralFilter, limit: number, offset: number): Promise<ReferralRow[]> {
  return sql.many<ReferralRow>(`select ${COLUMNS} from referral where ${where(filter)} order by sent_at desc, id desc limit $4 offset $5`, [filter.organisationId, filter.today, filter.q, limit, offset])
}
/** The referrals of an employer beside which something was ever consented to, the newest first. */
export async function selectWithConsents(sql: Sql, organisationId: string): Promise<ReferralRow[]> {
  return sql.many<ReferralRow>(`select ${COLUMNS} from referral r where organisation_id = $1 and exists (select 1 from referral_consent c where c.referral_id = r.id) order by coalesce(taken_at, sent_at) desc, id desc`, [organisationId])
}
/** The workers whose cases these are, as their employers named them. */
export async function selectWorkersOfCases(sql: Sql, caseIds: readonly string[]): Promise<{ caseId: Uuid; surname: string; givenName: string; patronymic: string | null }[]> {
  return sql.many('select case_id, surname, given_name, patronymic from referral where case_id = any ($1::uuid[])', [caseIds])
}
/** Employers beside whose referrals anything was ever consented to. */
export async function selectEmployersWithPeople(sql: Sql): Promise<{ organisationId: Uuid }[]> {
  return sql.many('select distinct r.organisation_id from referral r join referral_consent c on c.referral_id = r.id order by r.organisation_id')
}
export async function markTaken(sql: Sql, id: string, by: { personId: string; accountId: string; caseId: string; at: Moment }): Promise<void> {
  await sql.run('update referral set taken_at = $2, person_id = $3, account_id = $4, case_id = $5 where id = $1', [id, by.at, by.personId, by.accountId, by.caseId])
}
export async function markOpened(sql: Sql, id: string, accountId: string): Promise<void> {
  await sql.run('update referral set account_id = $2 where id = $1', [id, accountId])
}
export async function markDeclined(sql: Sql, id: string, accountId: string, at: Moment): Promise<void> {
  await sql.run('update referral set declined_at = $2, account_id = $3 where id = $1', [id, at, accountId])
}
export async function markWithdrawn(sql: Sql, id: string, by: { accountId: string; ground: string; at: Moment }): Promise<void> {
  await sql.run('update referral set withdrawn_at = $2, withdrawn_by = $3, withdrawal_ground = $4 where id = $1', [id, by.at, by.accountId, by.ground])
}
/** One that ended by its own term makes room for the next: it is withdrawn in the employer's name. */
export async function selectReferralOfCase(sql: Sql, caseId: string): Promise<ReferralRow | undefined> {
  return sql.maybe<ReferralRow>(`select ${COLUMNS} from referral where case_id = $1`, [caseId])
}

export interface ConsentRow {
  referralId: Uuid
  scope: ConsentScope
  given: boolean
  /** Who said it. */
  accountId: Uuid
  at: Moment
}
export async function insertConsent(sql: Sql, row: ConsentRow & { id: Uuid; textVersion: string }): Promise<void> {
  await sql.run('insert into referral_consent (id, referral_id, scope, given, text_version, account_id, at) values ($1, $2, $3, $4, $5, $6, $7)', [row.id, row.referralId, row.scope, row.given, row.textVersion, row.accountId, row.at])
}
/** The last word of each consent. */
export async function selectConsents(sql: Sql, referralIds: readonly string[]): Promise<ConsentRow[]> {
  return sql.many<ConsentRow>('select distinct on (referral_id, scope) referral_id, scope, given, account_id, at from referral_consent where referral_id = any ($1) order by referral_id, scope, seq desc', [referralIds])
}
