import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** A case of recognition that is not closed. */
export interface RunningCase {
  id: Uuid
  number: string
  accountId: Uuid | null
}

/** Running cases of a profession, whatever version they were registered under, as far as the reader may see them. */
export async function selectRunningOfProfession(sql: Sql, professionCode: string): Promise<RunningCase[]> {
  return sql.many<RunningCase>("select id, number, account_id from case_file where profession_code = $1 and kind = 'recognition' and closed_at is null order by opened_at, id", [professionCode])
}
/** How many running cases were registered under these versions of entries. */
export async function countRunningOfVersions(sql: Sql, versionIds: readonly string[]): Promise<number> {
  return (await sql.one<{ count: number }>("select count(*)::integer as count from case_file where profession_version_id = any ($1::uuid[]) and kind = 'recognition' and closed_at is null", [versionIds])).count
}
/** Which of these cases stand at one of the steps. */
export async function selectStandingAt(sql: Sql, caseIds: readonly string[], steps: readonly string[]): Promise<Uuid[]> {
  return (await sql.many<{ id: Uuid }>('select id from case_file where id = any ($1::uuid[]) and step = any ($2::text[]) order by id', [caseIds, steps])).map((row) => row.id)
}
