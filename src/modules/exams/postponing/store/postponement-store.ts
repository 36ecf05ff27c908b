import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { PostponementKind } from '../domain/postponement.ts'

export interface PostponementRow {
  id: Uuid
  caseId: Uuid
  attemptId: Uuid
  notificationId: Uuid
  kind: PostponementKind
  ground: string | null
  note: string
  paper: string | null
  /** What he was told at the door, where he came and was not let in. */
  notLetInId: Uuid | null
  recordedBy: string
  recordedAt: Moment
}
export async function insertPostponement(sql: Sql, row: PostponementRow): Promise<void> {
  await sql.run('insert into postponement (id, case_id, attempt_id, notification_id, kind, ground, note, paper, recorded_by, recorded_at, not_let_in_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [row.id, row.caseId, row.attemptId, row.notificationId, row.kind, row.ground, row.note, row.paper, row.recordedBy, row.recordedAt, row.notLetInId])
}
/** How often the candidate himself asked in an attempt. */
export async function countAsked(sql: Sql, attemptId: string): Promise<number> {
  return (await sql.one<{ count: number }>("select count(*) as count from postponement where attempt_id = $1 and kind = 'candidate'", [attemptId])).count
}
/** How often he got another day in an attempt because he came and was not let in. */
export async function countNotLetIn(sql: Sql, attemptId: string): Promise<number> {
  return (await sql.one<{ count: number }>("select count(*) as count from postponement where attempt_id = $1 and kind = 'not-let-in'", [attemptId])).count
}
/** Runs of a sitting that have begun and not ended. */
export async function countRunning(sql: Sql, sittingId: string): Promise<number> {
  return (await sql.one<{ count: number }>(
    `select (select count(*) from theory_run where sitting_id = $1 and end_kind is null and interrupted_at is null) + (select count(*) from practice_run where sitting_id = $1 and end_kind is null) as count`, [sittingId])).count
}
