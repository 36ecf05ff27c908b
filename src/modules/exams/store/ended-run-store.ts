import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

// Set-based, for figures over many exams: a run is a row, never a case opened for itself.

export interface EndedTheory {
  runId: Uuid
  caseId: Uuid
  sittingId: Uuid
  programmeVersionId: Uuid
  startedAt: Moment
  endedAt: Moment
  total: number
  passed: boolean
}
export interface EndedPractice {
  runId: Uuid
  caseId: Uuid
  sittingId: Uuid
  startedAt: Moment
  endedAt: Moment
  passed: boolean
}
export interface GivenMark {
  runId: Uuid
  stepNo: number
  assessorId: Uuid
  done: boolean
  markedAt: Moment
}

/** Theory that was written to its end, by hand or by time; who was removed is left out. */
export async function selectEndedTheory(sql: Sql, from: Moment, until: Moment): Promise<EndedTheory[]> {
  return sql.many<EndedTheory>(
    `select r.id as run_id, r.case_id, r.sitting_id, a.programme_version_id, r.started_at, r.handed_in_at as ended_at, r.total, coalesce(r.passed, false) as passed
     from theory_run r join attempt a on a.id = r.attempt_id
     where r.handed_in_at >= $1 and r.handed_in_at < $2 and r.started_at is not null and r.end_kind in ('handed-in', 'time') order by r.id`, [from, until])
}
/** Practice that was marked to its end or stopped for safety. */
export async function selectEndedPractice(sql: Sql, from: Moment, until: Moment): Promise<EndedPractice[]> {
  return sql.many<EndedPractice>(
    `select id as run_id, case_id, sitting_id, started_at, ended_at, coalesce(passed, false) as passed from practice_run
     where ended_at >= $1 and ended_at < $2 and end_kind in ('finished', 'safety') order by id`, [from, until])
}
export async function selectMarksOfRuns(sql: Sql, runIds: readonly string[]): Promise<GivenMark[]> {
  return sql.many<GivenMark>('select m.run_id, m.step_no, m.assessor_id, m.done, m.marked_at from unnest($1::uuid[]) w (id) join mark m on m.run_id = w.id where not exists (select 1 from sheet_set_aside g where g.run_id = m.run_id and g.assessor_id = m.assessor_id) order by m.run_id, m.step_no, m.assessor_id', [runIds])
}
/** The questions of these runs in the order of their places, and how many options each has. A form and its answers are asked apart: joined, the whole table of answers would be read for each batch. */
export async function selectItemsOfForms(sql: Sql, runIds: readonly string[]): Promise<{ runId: Uuid; items: { no: number; itemId: Uuid; options: readonly string[] }[] }[]> {
  return sql.many('select r.id as run_id, r.form as items from unnest($1::uuid[]) w (id) join theory_run r on r.id = w.id', [runIds])
}
export async function selectAnswersOfRuns(sql: Sql, runIds: readonly string[]): Promise<{ runId: Uuid; itemNo: number; chosen: string[] }[]> {
  return sql.many('select run_id, item_no, chosen from answer where run_id = any($1::uuid[]) and cardinality(chosen) > 0', [runIds])
}
