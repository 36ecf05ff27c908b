import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { counted } from '../../store/counted-run.ts'

export interface TheoryCredit {
  runId: Uuid
  faultId: Uuid
  caseId: Uuid
  creditedAt: Moment
  correctBefore: number
  correctAfter: number
  passedBefore: boolean
  passedAfter: boolean
}

/** Ended runs whose form holds the question and that this fault has not credited yet. */
export async function selectRunsToCredit(sql: Sql, fault: { id: string; itemId: string; programmeVersionId: string }, limit: number): Promise<{ attemptId: Uuid; caseId: Uuid }[]> {
  return sql.many(
    `select r.attempt_id, r.case_id from attempt a join theory_run r on r.attempt_id = a.id
     where a.programme_version_id = $1 and r.end_kind is not null and ${counted('r')} and r.form @> jsonb_build_array(jsonb_build_object('itemId', $2::text))
       and not exists (select 1 from theory_credit c where c.run_id = r.id and c.fault_id = $3)
     order by r.handed_in_at, r.id limit $4`, [fault.programmeVersionId, fault.itemId, fault.id, limit])
}
export async function hasCredit(sql: Sql, runId: string, faultId: string): Promise<boolean> {
  return (await sql.maybe('select 1 as one from theory_credit where run_id = $1 and fault_id = $2', [runId, faultId])) !== undefined
}
export async function insertCredit(sql: Sql, credit: TheoryCredit): Promise<void> {
  await sql.run(
    `insert into theory_credit (run_id, fault_id, case_id, credited_at, correct_before, correct_after, passed_before, passed_after) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [credit.runId, credit.faultId, credit.caseId, credit.creditedAt, credit.correctBefore, credit.correctAfter, credit.passedBefore, credit.passedAfter])
}
/** Theory exams that were ended by their candidate or by time since a day, counted by their result. */
export async function selectResultsSince(sql: Sql, since: Day): Promise<{ correct: number; total: number; exams: number }[]> {
  return sql.many(
    `select correct, total, count(*) as exams from theory_run where end_kind in ('handed-in', 'time') and handed_in_at >= $1::date and correct is not null group by correct, total`, [since])
}
