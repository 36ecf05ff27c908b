import type { NotLetInGround } from '#kernel/admission.ts'
import type { Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** That somebody came to a sitting and was not let in as he was. */
export interface NotLetIn {
  ground: NotLetInGround
  note: string
  at: Moment
}
export async function insertNotLetIn(sql: Sql, row: NotLetIn & { id: Uuid; caseId: Uuid; attemptId: string; sittingId: string; stage: Stage; by: string }): Promise<void> {
  await sql.run('insert into not_let_in (id, case_id, attempt_id, sitting_id, stage, ground, note, said_by, said_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [row.id, row.caseId, row.attemptId, row.sittingId, row.stage, row.ground, row.note, row.by, row.at])
}
/** What was said last to whoever came to this sitting and was not let in after it. */
export async function selectNotLetIn(sql: Sql, attemptId: string, sittingId: string): Promise<(NotLetIn & { id: Uuid }) | undefined> {
  return sql.maybe('select id, ground, note, said_at as at from not_let_in where attempt_id = $1 and sitting_id = $2 and let_in_at is null order by said_at desc, id desc limit 1', [attemptId, sittingId])
}
/** He is let in after all: what was said before stands against him no more, and stays. */
export async function updateLetIn(sql: Sql, attemptId: string, sittingId: string, at: Moment): Promise<void> {
  await sql.run('update not_let_in set let_in_at = $3 where attempt_id = $1 and sitting_id = $2 and let_in_at is null', [attemptId, sittingId, at])
}
/** When each of these was told so last who was not let in to this sitting after it. */
export async function selectNotLetInOf(sql: Sql, sittingId: string, attemptIds: readonly string[]): Promise<{ attemptId: Uuid; at: Moment }[]> {
  return sql.many('select attempt_id, max(said_at) as at from not_let_in where attempt_id = any($2::uuid[]) and sitting_id = $1 and let_in_at is null group by attempt_id', [sittingId, attemptIds])
}
/** Everybody who told the candidate of this attempt so, on whichever day. */
export async function selectWhoLetNotIn(sql: Sql, attemptId: string): Promise<Uuid[]> {
  return (await sql.many<{ saidBy: Uuid }>('select distinct said_by from not_let_in where attempt_id = $1', [attemptId])).map((row) => row.saidBy)
}
