import type { Day, Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface ExcuseRow {
  id: Uuid
  caseId: Uuid
  attemptId: Uuid
  ground: string
  paper: string
  note: string
  excusedBy: Uuid
  excusedAt: Moment
}
/** The absence of an attempt leaves its place and is kept with its excuse; 0 when somebody else was quicker. */
export async function moveToExcused(sql: Sql, row: ExcuseRow): Promise<number> {
  return sql.run(
    `with missed as (delete from no_show where attempt_id = $3 returning stage, on_day, recorded_by, recorded_at, not_let_in_id)
     insert into no_show_excuse (id, case_id, attempt_id, stage, on_day, recorded_by, recorded_at, ground, paper, note, excused_by, excused_at, not_let_in_id)
     select $1, $2, $3, stage, on_day, recorded_by, recorded_at, $4, $5, $6, $7, $8, not_let_in_id from missed`,
    [row.id, row.caseId, row.attemptId, row.ground, row.paper, row.note, row.excusedBy, row.excusedAt])
}
export interface ExcuseShown extends Pick<ExcuseRow, 'ground' | 'paper' | 'note' | 'excusedAt'> {
  stage: Stage
  onDay: Day
  /** He had come and was not let in. */
  notLetIn: boolean
}
/** Absences of a case that were excused, the newest first. */
export async function selectExcuses(sql: Sql, caseId: string): Promise<ExcuseShown[]> {
  return sql.many<ExcuseShown>('select stage, on_day, ground, paper, note, excused_at, not_let_in_id is not null as not_let_in from no_show_excuse where case_id = $1 order by excused_at desc', [caseId])
}
