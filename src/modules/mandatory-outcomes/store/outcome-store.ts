import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { OutcomeFacts } from '../domain/outcome.ts'

export const CHANNELS = ['desk', 'file', 'api'] as const
export type Channel = (typeof CHANNELS)[number]

export interface VersionRow extends Pick<OutcomeFacts, 'professionCode' | 'surname' | 'givenName' | 'patronymic' | 'issuedOn' | 'validUntil' | 'ground'> {
  outcomeId: Uuid
  versionNo: number
  kind: 'registered' | 'corrected' | 'annulled'
  professionVersionId: Uuid
  iinCipher: Uint8Array
  iinIndex: Uint8Array
  iinLastFour: string
  annulledOn: Day | null
  reason: string
  channel: Channel
  byAccount: Uuid | null
  byKey: Uuid | null
  at: Moment
}
/** An outcome as it stands: its number and its last version. */
export interface OutcomeRow extends VersionRow {
  bodyCode: string
  number: string
  numberKey: string
  registeredOn: Day
}
export type NewOutcome = Omit<OutcomeRow, 'versionNo' | 'kind' | 'annulledOn' | 'reason'>

const VERSION = `v.outcome_id, v.version_no, v.kind, v.profession_code, v.profession_version_id, v.iin_cipher, v.iin_index, v.iin_last_four, v.surname, v.given_name, v.patronymic,
  v.issued_on, v.valid_until, v.ground, v.annulled_on, v.reason, v.channel, v.by_account, v.by_key, v.at`
const STANDING = `select o.body_code, o.number, o.number_key, o.registered_on, ${VERSION}
  from mandatory_outcome o join mandatory_outcome_version v on v.outcome_id = o.id and v.version_no = o.version`

/** Who writes into the outcomes of a body waits for the other who does. */
export async function lockOutcomesOf(sql: Sql, bodyCode: string): Promise<void> {
  await sql.one("select pg_advisory_xact_lock(hashtext('mandatory outcomes ' || $1))::text as locked", [bodyCode])
}

/** Enters any number of outcomes in two statements. */
export async function insertOutcomes(sql: Sql, rows: readonly NewOutcome[]): Promise<void> {
  const column = <K extends keyof NewOutcome>(name: K) => rows.map((row) => row[name])
  const bytes = (name: 'iinCipher' | 'iinIndex') => rows.map((row) => Buffer.from(row[name]))
  await sql.run(
    `insert into mandatory_outcome (id, body_code, number, number_key, version, registered_on, registered_at)
     select id, body_code, number, number_key, 1, registered_on, registered_at
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::timestamptz[]) as n (id, body_code, number, number_key, registered_on, registered_at)`,
    [column('outcomeId'), column('bodyCode'), column('number'), column('numberKey'), column('registeredOn'), column('at')])
  await sql.run(
    `insert into mandatory_outcome_version (outcome_id, version_no, kind, profession_code, profession_version_id, iin_cipher, iin_index, iin_last_four, surname, given_name, patronymic,
       issued_on, valid_until, ground, channel, by_account, by_key, at)
     select n.outcome_id, 1, 'registered', n.profession_code, n.profession_version_id, n.iin_cipher, n.iin_index, n.iin_last_four, n.surname, n.given_name, n.patronymic,
       n.issued_on, n.valid_until, n.ground, n.channel, n.by_account, n.by_key, n.at
     from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bytea[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[], $11::date[], $12::text[], $13::text[],
       $14::uuid[], $15::uuid[], $16::timestamptz[])
       as n (outcome_id, profession_code, profession_version_id, iin_cipher, iin_index, iin_last_four, surname, given_name, patronymic, issued_on, valid_until, ground, channel, by_account, by_key, at)`,
    [column('outcomeId'), column('professionCode'), column('professionVersionId'), bytes('iinCipher'), bytes('iinIndex'), column('iinLastFour'), column('surname'), column('givenName'),
      column('patronymic'), column('issuedOn'), column('validUntil'), column('ground'), column('channel'), column('byAccount'), column('byKey'), column('at')])
}

/** A later version of an outcome that stood at the version before it; answers 0 when somebody was quicker. */
export async function insertNextVersion(sql: Sql, row: VersionRow): Promise<number> {
  const moved = await sql.run('update mandatory_outcome set version = $2 where id = $1 and version = $2 - 1', [row.outcomeId, row.versionNo])
  if (moved === 0) return 0
  return sql.run(
    `insert into mandatory_outcome_version (outcome_id, version_no, kind, profession_code, profession_version_id, iin_cipher, iin_index, iin_last_four, surname, given_name, patronymic,
       issued_on, valid_until, ground, annulled_on, reason, channel, by_account, by_key, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [row.outcomeId, row.versionNo, row.kind, row.professionCode, row.professionVersionId, Buffer.from(row.iinCipher), Buffer.from(row.iinIndex), row.iinLastFour, row.surname, row.givenName,
      row.patronymic, row.issuedOn, row.validUntil, row.ground, row.annulledOn, row.reason, row.channel, row.byAccount, row.byKey, row.at])
}

export async function selectStandingByKeys(sql: Sql, bodyCode: string, keys: readonly string[]): Promise<OutcomeRow[]> {
  return sql.many<OutcomeRow>(`${STANDING} where o.body_code = $1 and o.number_key = any ($2::text[])`, [bodyCode, keys])
}
/** Outcomes of every body that bear a number, in the order of the bodies. */
export async function selectByNumberKey(sql: Sql, key: string): Promise<OutcomeRow[]> {
  return sql.many<OutcomeRow>(`${STANDING} where o.number_key = $1 order by o.body_code`, [key])
}
export async function selectOfPerson(sql: Sql, iinIndex: Uint8Array): Promise<OutcomeRow[]> {
  return sql.many<OutcomeRow>(`${STANDING} where v.iin_index = $1 order by v.issued_on desc, o.id`, [Buffer.from(iinIndex)])
}
/** What stands of these people, the newest first. */
export async function selectOfPeople(sql: Sql, iinIndexes: readonly Uint8Array[]): Promise<OutcomeRow[]> {
  return sql.many<OutcomeRow>(`${STANDING} where v.iin_index = any ($1::bytea[]) order by v.issued_on desc, o.id`, [iinIndexes.map((index) => Buffer.from(index))])
}
export async function selectOutcome(sql: Sql, id: string): Promise<OutcomeRow | undefined> {
  return sql.maybe<OutcomeRow>(`${STANDING} where o.id = $1`, [id])
}
export async function selectVersions(sql: Sql, outcomeId: string): Promise<VersionRow[]> {
  return sql.many<VersionRow>(`select ${VERSION} from mandatory_outcome_version v where v.outcome_id = $1 order by v.version_no desc`, [outcomeId])
}

export interface OutcomeSearch {
  numberKey: string
  professionCode: string
  status: '' | 'valid' | 'expired' | 'annulled'
  today: Day
}
const CHOSEN = `o.body_code = $1 and ($2 = '' or starts_with(o.number_key, $2)) and ($3 = '' or v.profession_code = $3)
  and ($4 = '' or $4 = case when v.annulled_on <= $5::date then 'annulled' when v.valid_until < $5::date then 'expired' else 'valid' end)`
const chosen = (bodyCode: string, { numberKey, professionCode, status, today }: OutcomeSearch) => [bodyCode, numberKey, professionCode, status, today]
export async function searchOutcomes(sql: Sql, bodyCode: string, search: OutcomeSearch, page: { limit: number; offset: number }): Promise<OutcomeRow[]> {
  return sql.many<OutcomeRow>(`${STANDING} where ${CHOSEN} order by o.registered_at desc, o.id desc limit $6 offset $7`, [...chosen(bodyCode, search), page.limit, page.offset])
}
export async function countOutcomes(sql: Sql, bodyCode: string, search: OutcomeSearch): Promise<number> {
  const { count } = await sql.one<{ count: number }>(
    `select count(*) as count from mandatory_outcome o join mandatory_outcome_version v on v.outcome_id = o.id and v.version_no = o.version where ${CHOSEN}`, chosen(bodyCode, search))
  return count
}
export async function countByProfession(sql: Sql, bodyCode: string): Promise<{ professionCode: string; count: number }[]> {
  return sql.many(
    `select v.profession_code, count(*) as count from mandatory_outcome o join mandatory_outcome_version v on v.outcome_id = o.id and v.version_no = o.version
     where o.body_code = $1 group by v.profession_code`, [bodyCode])
}
