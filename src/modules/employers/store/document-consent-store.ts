import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface DocumentConsent {
  id: Uuid
  organisationId: Uuid
  personId: Uuid
  accountId: Uuid
  given: boolean
  at: Moment
}
const CONSENT = 'id, organisation_id, person_id, account_id, given, at'

export async function insertDocumentConsent(sql: Sql, row: DocumentConsent & { textVersion: string }): Promise<void> {
  await sql.run('insert into employer_document_consent (id, organisation_id, person_id, account_id, given, text_version, at) values ($1, $2, $3, $4, $5, $6, $7)', [row.id, row.organisationId, row.personId, row.accountId, row.given, row.textVersion, row.at])
}
/** The last word of these accounts, which are one person's, towards each employer, the newest first. */
export async function selectConsentsOfAccounts(sql: Sql, accountIds: readonly string[]): Promise<DocumentConsent[]> {
  return sql.many<DocumentConsent>(`select ${CONSENT} from (select distinct on (organisation_id) * from employer_document_consent where account_id = any($1::uuid[]) order by organisation_id, seq desc) last order by at desc, id desc`, [accountIds])
}
/** The last word of each account towards an employer, given or taken back, the newest first: of two accounts of one person the newer word counts. */
export async function selectConsentsTo(sql: Sql, organisationId: string): Promise<DocumentConsent[]> {
  return sql.many<DocumentConsent>(`select ${CONSENT} from (select distinct on (account_id) * from employer_document_consent where organisation_id = $1 order by account_id, seq desc) last order by seq desc`, [organisationId])
}
/** Employers to whom anybody ever gave one. */
export async function selectConsentedEmployers(sql: Sql): Promise<{ organisationId: Uuid }[]> {
  return sql.many('select distinct organisation_id from employer_document_consent order by organisation_id')
}
/** Two presses of one person come one after the other. */
export async function lockConsentsOfPerson(sql: Sql, personId: string): Promise<void> {
  await sql.one("select pg_advisory_xact_lock(hashtext('document consents ' || $1))::text as locked", [personId])
}
