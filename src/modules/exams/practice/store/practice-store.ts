import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { WorkEnd } from '../online/domain/work.ts'
import { counted } from '../../store/counted-run.ts'

export const PRACTICE_ENDS = ['finished', 'safety', 'removal', 'broken-down'] as const
export type PracticeEnd = (typeof PRACTICE_ENDS)[number]

export interface PracticeRun {
  id: Uuid
  attemptId: Uuid
  caseId: Uuid
  sittingId: Uuid
  admittedBy: Uuid
  identityCheckedAt: Moment
  startedAt: Moment
  endedAt: Moment | null
  endKind: PracticeEnd | null
  endStep: number | null
  endNote: string | null
  passed: boolean | null
  /** Minutes that the candidate of a practice on line has for his work; null in the centre, where the server counts no time. */
  workMinutes: number | null
  /** Of a practice on line: when the work of the candidate ended, how, and the seconds given back to him. */
  workEndedAt: Moment | null
  workEndKind: WorkEnd | null
  workSecondsAdded: number
}
const COLUMNS = 'id, attempt_id, case_id, sitting_id, admitted_by, identity_checked_at, started_at, ended_at, end_kind, end_step, end_note, passed, work_minutes, work_ended_at, work_end_kind, work_seconds_added'

export async function selectPracticeRun(sql: Sql, attemptId: string, { lock = false } = {}): Promise<PracticeRun | undefined> {
  return sql.maybe<PracticeRun>(`select ${COLUMNS} from practice_run where attempt_id = $1 and ${counted()}${lock ? ' for update' : ''}`, [attemptId])
}
/** The newest practice of a case at a sitting: one that a breakdown broke off may be held anew there. */
export async function selectPracticeOfSitting(sql: Sql, caseId: string, sittingId: string, { lock = false } = {}): Promise<PracticeRun | undefined> {
  return sql.maybe<PracticeRun>(`select ${COLUMNS} from practice_run where case_id = $1 and sitting_id = $2 order by started_at desc, id desc limit 1${lock ? ' for update' : ''}`, [caseId, sittingId])
}
/** Every practice of a case, broken off ones too, in the order in which they began. */
export async function selectPracticeRunsOfCase(sql: Sql, caseId: string): Promise<PracticeRun[]> {
  return sql.many<PracticeRun>(`select ${COLUMNS} from practice_run where case_id = $1 order by started_at, id`, [caseId])
}
/** Where a practice on line is not ended yet: its work is under way, or it waits to be marked from its recording, however long. */
export async function selectSittingsOpenOnLine(sql: Sql): Promise<Uuid[]> {
  return (await sql.many<{ sittingId: Uuid }>('select distinct sitting_id from practice_run where work_minutes is not null and end_kind is null', [])).map((row) => row.sittingId)
}
export async function insertPracticeRun(sql: Sql, run: Pick<PracticeRun, 'id' | 'attemptId' | 'caseId' | 'sittingId' | 'admittedBy' | 'identityCheckedAt' | 'startedAt'> & { workMinutes?: number }): Promise<void> {
  await sql.run('insert into practice_run (id, attempt_id, case_id, sitting_id, admitted_by, identity_checked_at, started_at, work_minutes) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [run.id, run.attemptId, run.caseId, run.sittingId, run.admittedBy, run.identityCheckedAt, run.startedAt, run.workMinutes ?? null])
}
/** Of a practice on line the work that is still under way ends with it. */
export async function updatePracticeEnded(sql: Sql, id: string, end: { at: Moment; kind: PracticeEnd; step?: number | null; note?: string | null; passed: boolean }): Promise<void> {
  await sql.run(
    `update practice_run set ended_at = $2, end_kind = $3, end_step = $4, end_note = $5, passed = $6,
       work_ended_at = case when work_minutes is not null then coalesce(work_ended_at, $2) end,
       work_end_kind = case when work_minutes is not null then coalesce(work_end_kind, case when $3 = 'removal' then 'removal' else 'stopped' end) end
     where id = $1 and end_kind is null`,
    [id, end.at, end.kind, end.step ?? null, end.note ?? null, end.passed])
}

/** Minutes given back to the work of a practice on line. */
export async function addWorkSeconds(sql: Sql, id: string, seconds: number): Promise<void> {
  await sql.run('update practice_run set work_seconds_added = work_seconds_added + $2 where id = $1 and end_kind is null and work_ended_at is null', [id, seconds])
}

export interface MarkRow {
  stepNo: number
  assessorId: Uuid
  done: boolean
  note: string
  markedAt: Moment
  /** By the timer of the tablet; null without one. */
  measuredSeconds: number | null
}
export async function selectMarks(sql: Sql, runId: string): Promise<MarkRow[]> {
  return sql.many<MarkRow>('select step_no, assessor_id, done, note, marked_at, measured_seconds from mark where run_id = $1 order by step_no, marked_at', [runId])
}
export async function upsertMark(sql: Sql, runId: string, mark: MarkRow): Promise<void> {
  await sql.run(
    `insert into mark (run_id, step_no, assessor_id, done, note, marked_at, measured_seconds) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (run_id, step_no, assessor_id) do update set done = excluded.done, note = excluded.note, marked_at = excluded.marked_at, measured_seconds = excluded.measured_seconds`,
    [runId, mark.stepNo, mark.assessorId, mark.done, mark.note, mark.markedAt, mark.measuredSeconds])
}
