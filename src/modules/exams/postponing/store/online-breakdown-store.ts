import type { Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { OnlineBreakdownGround } from '../domain/online-breakdown.ts'

/** How it ended: he went on, or gets another day; `otherwise` where the exam itself ended meanwhile. */
export type BreakdownEnd = 'went-on' | 'another-day' | 'otherwise'

/** One candidate of a sitting on line whom a failure broke off. */
export interface OnlineBreakdown {
  id: Uuid
  caseId: Uuid
  attemptId: Uuid
  sittingId: Uuid
  stage: Stage
  runId: Uuid
  ground: OnlineBreakdownGround
  note: string
  recordedBy: Uuid
  /** Since then his clock stands. */
  recordedAt: Moment
  sittingEndsAt: Moment
  letOnBy: Uuid | null
  letOnAt: Moment | null
  endedAt: Moment | null
  endedHow: BreakdownEnd | null
}
const COLUMNS = 'id, case_id, attempt_id, sitting_id, stage, run_id, ground, note, recorded_by, recorded_at, sitting_ends_at, let_on_by, let_on_at, ended_at, ended_how'

export async function selectOpenBreakdown(sql: Sql, runId: string): Promise<OnlineBreakdown | undefined> {
  return sql.maybe<OnlineBreakdown>(`select ${COLUMNS} from online_breakdown where run_id = $1 and ended_at is null`, [runId])
}
export async function insertBreakdown(sql: Sql, row: Pick<OnlineBreakdown, 'id' | 'caseId' | 'attemptId' | 'sittingId' | 'stage' | 'runId' | 'ground' | 'note' | 'recordedBy' | 'recordedAt' | 'sittingEndsAt'>): Promise<void> {
  await sql.run('insert into online_breakdown (id, case_id, attempt_id, sitting_id, stage, run_id, ground, note, recorded_by, recorded_at, sitting_ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [row.id, row.caseId, row.attemptId, row.sittingId, row.stage, row.runId, row.ground, row.note, row.recordedBy, row.recordedAt, row.sittingEndsAt])
}
export async function updateLetOn(sql: Sql, id: string, by: string, at: Moment): Promise<void> {
  await sql.run('update online_breakdown set let_on_by = $2, let_on_at = $3 where id = $1 and let_on_at is null and ended_at is null', [id, by, at])
}
export async function endBreakdown(sql: Sql, runId: string, how: BreakdownEnd, at: Moment): Promise<void> {
  await sql.run('update online_breakdown set ended_at = $3, ended_how = $2 where run_id = $1 and ended_at is null', [runId, how, at])
}
/** Whoever was broken off and did not go on before his sitting ended. */
export async function selectBreakdownsOver(sql: Sql, now: Moment, limit: number): Promise<{ caseId: Uuid; runId: Uuid }[]> {
  return sql.many('select case_id, run_id from online_breakdown where ended_at is null and sitting_ends_at <= $1 order by sitting_ends_at, id limit $2', [now, limit])
}
/** The clock of the theory stands from here; answers are not taken, and from another computer than the last they may come afterwards. */
export async function standTheoryStill(sql: Sql, runId: string, at: Moment): Promise<void> {
  await sql.run('update theory_run set halted_at = $2, interrupted_at = $2, device = null where id = $1 and end_kind is null', [runId, at])
}
