import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** The last case of the organisation that ended with a certificate and a contract. */
export async function selectLatestCase(sql: Sql, organisationId: string, exceptId: string): Promise<{ id: Uuid; number: string } | undefined> {
  return sql.maybe<{ id: Uuid; number: string }>("select id, number from accreditation_case where organisation_id = $1 and id <> $2 and step = 'completed' order by closed_at desc, id desc limit 1", [organisationId, exceptId])
}
