import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { FILE_COLUMNS, fileValues, type FileRow } from '#platform/db/file-row.ts'

export interface TaskFileRow extends FileRow {
  id: Uuid
}

export async function insertTaskFile(sql: Sql, row: TaskFileRow): Promise<void> {
  await sql.run(`insert into task_file (id, ${FILE_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [row.id, ...fileValues(row)])
}
export async function selectTaskFileKey(sql: Sql, id: string): Promise<string | undefined> {
  return (await sql.maybe<{ fileKey: string }>('select file_key from task_file where id = $1', [id]))?.fileKey
}
/** Forgets a file that no edition names any more; the sweep of orphans takes its bytes. */
export async function dropUnnamedTaskFile(sql: Sql, id: string): Promise<number> {
  return sql.run("delete from task_file where id = $1 and not exists (select 1 from programme_version where content -> 'map' -> 'files' @> jsonb_build_array(jsonb_build_object('id', task_file.id)))", [id])
}
