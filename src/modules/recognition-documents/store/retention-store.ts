import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** What a document says about how long the file behind it is kept. */
export interface DocumentStanding {
  caseId: Uuid
  validUntil: Day | null
  annulledOn: Day | null
  isAnnulmentOpen: boolean
}
export async function selectDocumentStandings(sql: Sql, caseIds: readonly string[]): Promise<DocumentStanding[]> {
  return sql.many<DocumentStanding>(
    `select d.case_id, d.valid_until, d.annulled_on, exists (select 1 from annulment a where a.document_id = d.id and a.decided_at is null) as is_annulment_open
     from recognition_document d where d.case_id = any($1::uuid[])`, [caseIds])
}
