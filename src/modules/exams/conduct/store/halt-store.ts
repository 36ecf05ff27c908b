import type { Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** One stop of a sitting, by whom and why; gone on when `resumedAt` is there. */
export interface Halt {
  id: Uuid
  ground: string
  note: string
  runs: number
  haltedBy: Uuid
  haltedAt: Moment
  resumedBy: Uuid | null
  resumedAt: Moment | null
  /** It ended because the sitting was given up for the day. */
  brokenDown: boolean
  breakdownNote: string | null
}
const COLUMNS = 'id, ground, note, runs, halted_by, halted_at, resumed_by, resumed_at, broken_down, breakdown_note'

/** Newest last. */
export async function selectHalts(sql: Sql, sittingId: string): Promise<Halt[]> {
  return sql.many<Halt>(`select ${COLUMNS} from sitting_halt where sitting_id = $1 order by halted_at, id`, [sittingId])
}
export async function selectOpenHalt(sql: Sql, sittingId: string): Promise<Halt | undefined> {
  return sql.maybe<Halt>(`select ${COLUMNS} from sitting_halt where sitting_id = $1 and resumed_at is null`, [sittingId])
}
/** 0 when the sitting stands already: the second of two people waits for the first and writes nothing. */
export async function insertHalt(sql: Sql, row: { id: Uuid; sittingId: Uuid; ground: string; note: string; runs: number; by: string; at: Moment }): Promise<number> {
  return sql.run(
    `insert into sitting_halt (id, sitting_id, ground, note, runs, halted_by, halted_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (sitting_id) where resumed_at is null do nothing`,
    [row.id, row.sittingId, row.ground, row.note, row.runs, row.by, row.at])
}
export async function updateHaltRuns(sql: Sql, id: string, runs: number): Promise<void> {
  await sql.run('update sitting_halt set runs = $2 where id = $1', [id, runs])
}
export async function updateHaltResumed(sql: Sql, id: string, by: string, at: Moment): Promise<number> {
  return sql.run('update sitting_halt set resumed_by = $2, resumed_at = $3 where id = $1 and resumed_at is null', [id, by, at])
}

export interface SittingRun {
  id: Uuid
  caseId: Uuid
  startedAt: Moment | null
  endsAt: Moment | null
  endKind: string | null
  haltedAt: Moment | null
}
/** Cases that have a run of this sitting not yet ended, in the order in which they are locked. */
export async function selectCasesRunning(sql: Sql, sittingId: string, stage: Stage): Promise<{ caseId: Uuid }[]> {
  return stage === 'theory'
    ? sql.many('select case_id from theory_run where sitting_id = $1 and end_kind is null and interrupted_at is null order by case_id', [sittingId])
    : sql.many('select case_id from practice_run where sitting_id = $1 and end_kind is null and work_ended_at is null order by case_id', [sittingId])
}
/** Every open run of the sitting under its lock: who is just beginning is waited for. In the order of ids, as the batches of answers lock them. */
export async function lockOpenRuns(sql: Sql, sittingId: string): Promise<SittingRun[]> {
  return sql.many('select id, case_id, started_at, ends_at, end_kind, halted_at from theory_run where sitting_id = $1 and end_kind is null and interrupted_at is null order by id for update', [sittingId])
}
export async function updateRunsHalted(sql: Sql, ids: readonly string[], at: Moment): Promise<void> {
  await sql.run('update theory_run set halted_at = $2 where id = any($1)', [ids, at])
}
export async function updateRunResumed(sql: Sql, id: string, endsAt: Moment): Promise<void> {
  await sql.run('update theory_run set halted_at = null, ends_at = $2 where id = $1', [id, endsAt])
}
