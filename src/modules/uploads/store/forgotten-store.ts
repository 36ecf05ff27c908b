import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** A file that may be deleted, and what proves later which it was. */
export interface FoundFile {
  id: Uuid
  proof: string
}
const FOUND = "id, id::text || ':' || encode(sha256, 'hex') as proof"

export async function selectCaseFiles(sql: Sql, caseIds: readonly string[]): Promise<FoundFile[]> {
  return sql.many<FoundFile>(`select ${FOUND} from attachment where case_id = any($1::uuid[]) and deleted_on is null order by id`, [caseIds])
}
export async function selectDraftFiles(sql: Sql, draftIds: readonly string[]): Promise<FoundFile[]> {
  return sql.many<FoundFile>(`select ${FOUND} from attachment where draft_id = any($1::uuid[]) and case_id is null order by id`, [draftIds])
}
export async function clearCaseFiles(sql: Sql, ids: readonly string[], at: Moment, on: Day): Promise<void> {
  await unlink(sql, 'select unnest(array[file_key, original_key]) from attachment where id = any($1::uuid[])', ids)
  await sql.run("update attachment set name = '', file_key = '', original_key = '', removed_at = coalesce(removed_at, $2), deleted_on = $3 where id = any($1::uuid[]) and deleted_on is null", [ids, at, on])
}

export interface OldOriginal extends FoundFile {
  caseId: Uuid
  uploadedAt: Moment
}
/** Files of cases whose original is kept beside the cleaned copy, sent before the moment; by id, so that the next page begins after the last. */
export async function selectOldOriginals(sql: Sql, before: Moment, page: { after: string | null; limit: number }): Promise<OldOriginal[]> {
  return sql.many<OldOriginal>(
    `select ${FOUND}, case_id, uploaded_at from attachment where uploaded_at < $1 and original_key <> file_key and case_id is not null and deleted_on is null and ($2::uuid is null or id > $2) order by id limit $3`,
    [before, page.after, page.limit])
}
export async function forgetOriginalKeys(sql: Sql, ids: readonly string[]): Promise<void> {
  await unlink(sql, 'select original_key from attachment where id = any($1::uuid[]) and original_key <> file_key', ids)
  await sql.run('update attachment set original_key = file_key where id = any($1::uuid[])', [ids])
}
async function unlink(sql: Sql, keys: string, ids: readonly string[]): Promise<void> {
  await sql.run(`update stored_file set linked_at = null where key in (${keys})`, [ids])
}
