import type { Uuid } from '#kernel/id.ts'
import type { Moment } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { Sql } from '#platform/db/database.ts'
import type { PaperData, PaperKind } from './papers.ts'

/** Freezes the data of a paper in the act's transaction; the worker renders its bytes once, and they are never rendered again. */
export async function createPaper<K extends PaperKind>(t: Tx, kind: K, data: PaperData[K], place: { caseId: Uuid; centreId: Uuid }): Promise<Uuid> {
  const id = t.newId()
  await t.sql.run('insert into paper (id, kind, case_id, centre_id, data, created_at, next_try_at) values ($1, $2, $3, $4, $5, $6, $6)',
    [id, kind, place.caseId, place.centreId, JSON.stringify(data), t.now])
  return id
}

export interface PaperRow {
  id: Uuid
  kind: PaperKind
  caseId: Uuid | null
  centreId: Uuid | null
  createdAt: Moment
  fileKey: string | null
}

/** The papers of a case in the order in which they were made. */
export async function papersOfCase(sql: Sql, caseId: string): Promise<PaperRow[]> {
  return sql.many<PaperRow>('select id, kind, case_id, centre_id, created_at, file_key from paper where case_id = $1 order by created_at, id', [caseId])
}
export async function findPaper(sql: Sql, id: string): Promise<PaperRow | undefined> {
  return sql.maybe<PaperRow>('select id, kind, case_id, centre_id, created_at, file_key from paper where id = $1', [id])
}
