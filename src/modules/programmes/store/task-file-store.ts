import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface TaskFileRow {
  id: Uuid
  name: string
  mediaType: string
  size: number
  sha256: Uint8Array
  fileKey: string
  originalKey: string
  uploadedBy: Uuid
  uploadedAt: Moment
}

export async function insertTaskFile(sql: Sql, row: TaskFileRow): Promise<void> {
  await sql.run('insert into task_file (id, name, media_type, size, sha256, file_key, original_key, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [row.id, row.name, row.mediaType, row.size, row.sha256, row.fileKey, row.originalKey, row.uploadedBy, row.uploadedAt])
}
export async function selectTaskFileKey(sql: Sql, id: string): Promise<string | undefined> {
  return (await sql.maybe<{ fileKey: string }>('select file_key from task_file where id = $1', [id]))?.fileKey
}
/** Forgets a file that no edition names any more; the sweep of orphans takes its bytes. */
export async function dropUnnamedTaskFile(sql: Sql, id: string): Promise<number> {
  return sql.run("delete from task_file where id = $1 and not exists (select 1 from programme_version where content -> 'map' -> 'files' @> jsonb_build_array(jsonb_build_object('id', $2::text)))", [id, id])
}
