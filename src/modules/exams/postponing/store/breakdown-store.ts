import type { Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

/** The stop ends because the sitting is given up for the day; 0 when somebody let it go on meanwhile. */
export async function endHaltByBreakdown(sql: Sql, id: string, row: { by: string; at: Moment; note: string }): Promise<number> {
  return sql.run('update sitting_halt set resumed_by = $2, resumed_at = $3, broken_down = true, breakdown_note = $4 where id = $1 and resumed_at is null', [id, row.by, row.at, row.note])
}
/** The clock stands until the candidate is let in again. */
export async function interruptTheory(sql: Sql, runId: string, at: Moment): Promise<void> {
  await sql.run('update theory_run set interrupted_at = $2 where id = $1 and end_kind is null', [runId, at])
}
export async function breakOffTheory(sql: Sql, runId: string, at: Moment, logDigest: Uint8Array): Promise<void> {
  await sql.run("update theory_run set handed_in_at = $2, end_kind = 'broken-down', passed = false, halted_at = null, interrupted_at = null, seat_code_hash = null, log_digest = $3 where id = $1 and end_kind is null", [runId, at, logDigest])
}
export async function breakOffPractice(sql: Sql, attemptId: string, at: Moment, note: string): Promise<number> {
  return sql.run(
    `update practice_run set ended_at = $2, end_kind = 'broken-down', end_note = $3, passed = false, work_ended_at = case when work_minutes is not null then coalesce(work_ended_at, $2) end,
       work_end_kind = case when work_minutes is not null then coalesce(work_end_kind, 'stopped') end where attempt_id = $1 and end_kind is null`, [attemptId, at, note])
}
/** He is let in again on another day: the run belongs to that sitting from now on. */
export async function readmitTheory(sql: Sql, runId: string, row: { sittingId: string; by: string; at: Moment; seatCodeHash: Uint8Array | null }): Promise<void> {
  await sql.run('update theory_run set device = null, sitting_id = $2, admitted_by = $3, identity_checked_at = $4, seat_code_hash = $5 where id = $1 and interrupted_at is not null', [runId, row.sittingId, row.by, row.at, row.seatCodeHash])
}
/** The clock runs again with what was left. */
export async function goOnTheory(sql: Sql, runId: string, endsAt: Moment): Promise<void> {
  await sql.run('update theory_run set interrupted_at = null, halted_at = null, ends_at = $2 where id = $1', [runId, endsAt])
}
