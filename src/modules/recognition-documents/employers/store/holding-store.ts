import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface HoldingRow {
  id: Uuid
  number: string
  personId: Uuid
  professionCode: string
  level: number
  centreId: Uuid
  issuedOn: Day
  validUntil: Day | null
  annulledOn: Day | null
}
/** Documents of people, from any centre, the newest first. */
export async function selectDocumentsOfPersons(sql: Sql, personIds: readonly string[]): Promise<HoldingRow[]> {
  return sql.many<HoldingRow>(
    'select id, number, person_id, profession_code, level, centre_id, issued_on, valid_until, annulled_on from recognition_document where person_id = any ($1::uuid[]) order by issued_on desc, id desc', [personIds])
}
/** Keeps that an employer was reminded of a document; answers 0 when it was before. */
export async function insertEmployerReminder(sql: Sql, row: { organisationId: string; documentId: string; daysBefore: number; at: Moment }): Promise<number> {
  return sql.run('insert into employer_reminder (organisation_id, document_id, days_before, reminded_at) values ($1, $2, $3, $4) on conflict do nothing', [row.organisationId, row.documentId, row.daysBefore, row.at])
}
