import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface OwnPeopleNote {
  id: Uuid
  caseId: Uuid
  note: string
  notedBy: Uuid
  notedAt: Moment
}
export async function insertOwnPeopleNote(sql: Sql, n: OwnPeopleNote): Promise<void> {
  await sql.run('insert into own_people_note (id, case_id, note, noted_by, noted_at) values ($1, $2, $3, $4, $5)', [n.id, n.caseId, n.note, n.notedBy, n.notedAt])
}
export async function selectOwnPeopleNotes(sql: Sql, caseId: string): Promise<OwnPeopleNote[]> {
  return sql.many<OwnPeopleNote>('select id, case_id, note, noted_by, noted_at from own_people_note where case_id = $1 order by noted_at, id', [caseId])
}
