import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface PackRow {
  id: Uuid
  sittingId: Uuid
  number: number
  paperId: Uuid
  people: number
  madeBy: Uuid
  madeAt: Moment
}
/** What was printed for a sitting, the newest first. */
export async function selectPacks(sql: Sql, sittingId: string): Promise<PackRow[]> {
  return sql.many<PackRow>('select id, sitting_id, number, paper_id, people, made_by, made_at from sitting_pack where sitting_id = $1 order by number desc', [sittingId])
}
export async function insertPack(sql: Sql, row: PackRow): Promise<void> {
  await sql.run('insert into sitting_pack (id, sitting_id, number, paper_id, people, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)', [row.id, row.sittingId, row.number, row.paperId, row.people, row.madeBy, row.madeAt])
}
