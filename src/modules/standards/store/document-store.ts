import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { DocumentFault } from '../domain/document-table.ts'
import type { StandardContent } from '../domain/standard.ts'

/** A filled template that was brought: what it holds, or what is wrong with it. */
export interface DocumentImport {
  id: Uuid
  versionId: Uuid
  filename: string
  rows: number
  content: StandardContent | null
  faults: DocumentFault[]
  broughtBy: Uuid
  broughtAt: Moment
  takenAt: Moment | null
}

export async function insertImport(sql: Sql, row: Omit<DocumentImport, 'takenAt'>): Promise<void> {
  await sql.run('insert into basis_import (id, version_id, filename, rows, content, faults, brought_by, brought_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [row.id, row.versionId, row.filename, row.rows, row.content === null ? null : JSON.stringify(row.content), JSON.stringify(row.faults), row.broughtBy, row.broughtAt])
}
export async function selectImport(sql: Sql, id: string): Promise<DocumentImport | undefined> {
  return sql.maybe<DocumentImport>('select id, version_id, filename, rows, content, faults, brought_by, brought_at, taken_at from basis_import where id = $1', [id])
}
export async function markTaken(sql: Sql, id: string, at: Moment): Promise<number> {
  return sql.run('update basis_import set taken_at = $2 where id = $1 and taken_at is null', [id, at])
}
