import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { WorkEnd } from '../online/domain/work.ts'

/** 0 when somebody, or the time, ended it before. */
export async function updateWorkEnded(sql: Sql, runId: string, end: { at: Moment; kind: WorkEnd }): Promise<number> {
  return sql.run('update practice_run set work_ended_at = $2, work_end_kind = $3 where id = $1 and work_minutes is not null and work_ended_at is null and end_kind is null', [runId, end.at, end.kind])
}

/** Works on line whose time is over; those of a sitting that stands still, or that a failure broke off, wait. The grace time is looked at under the lock. */
export async function selectWorkToEnd(sql: Sql, now: Moment, limit: number): Promise<{ caseId: Uuid }[]> {
  return sql.many(
    `select r.case_id from practice_run r where r.work_minutes is not null and r.work_ended_at is null and r.end_kind is null
       and r.started_at + r.work_minutes * interval '1 minute' + r.work_seconds_added * interval '1 second' < $1
       and not exists (select 1 from sitting_halt h where h.sitting_id = r.sitting_id and h.resumed_at is null)
       and not exists (select 1 from online_breakdown b where b.run_id = r.id and b.ended_at is null)
     order by r.started_at, r.id limit $2`, [now, limit])
}

export async function selectUnmarkedWorks(sql: Sql, caseIds: readonly string[]): Promise<{ caseId: Uuid }[]> {
  return sql.many('select case_id from practice_run where case_id = any($1) and work_ended_at is not null and end_kind is null', [caseIds])
}

export interface WorkFileRow {
  id: Uuid
  ordinal: number
  /** SHA-256 in hexadecimal of the copy that people get. */
  sha256: string
  receivedAt: Moment
  replaces: Uuid | null
  /** Another file of the same name took its place. */
  replaced: boolean
}
const COLUMNS = 'f.id, f.ordinal, f.sha256, f.received_at, f.replaces, exists (select 1 from practice_work_file n where n.replaces = f.id) as replaced'

/** Everything that was ever sent into this work, in the order in which it came. */
export async function selectWorkFiles(sql: Sql, runId: string): Promise<WorkFileRow[]> {
  return sql.many<WorkFileRow>(`select ${COLUMNS} from practice_work_file f where f.run_id = $1 order by f.ordinal`, [runId])
}
export async function selectWorkFileOfCase(sql: Sql, caseId: string, id: string): Promise<(WorkFileRow & { runId: Uuid; ended: boolean; sittingId: Uuid }) | undefined> {
  return sql.maybe(`select ${COLUMNS}, f.run_id, r.sitting_id, r.end_kind is not null as ended from practice_work_file f join practice_run r on r.id = f.run_id where f.case_id = $1 and f.id = $2`, [caseId, id])
}
export async function insertWorkFile(sql: Sql, row: Omit<WorkFileRow, 'replaced'> & { runId: Uuid; caseId: Uuid }): Promise<void> {
  await sql.run('insert into practice_work_file (id, run_id, case_id, ordinal, sha256, received_at, replaces) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.runId, row.caseId, row.ordinal, row.sha256, row.receivedAt, row.replaces])
}
