import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { FormQuestion } from '../domain/grading.ts'
import { counted } from '../../store/counted-run.ts'

export const THEORY_ENDS = ['handed-in', 'time', 'removal', 'stopped', 'broken-down'] as const
export type TheoryEnd = (typeof THEORY_ENDS)[number]

export interface TheoryRun {
  id: Uuid
  attemptId: Uuid
  caseId: Uuid
  sittingId: Uuid
  accountId: Uuid | null
  seatCodeHash: Uint8Array | null
  language: 'kk' | 'ru'
  form: FormQuestion[]
  total: number
  admittedBy: Uuid
  identityCheckedAt: Moment
  startedAt: Moment | null
  endsAt: Moment | null
  handedInAt: Moment | null
  endKind: TheoryEnd | null
  correct: number | null
  passed: boolean | null
  logDigest: Uint8Array | null
  haltedAt: Moment | null
  /** A failure broke it off: it goes on another day, with what was left when the clock stood. */
  interruptedAt: Moment | null
}
const COLUMNS = `id, attempt_id, case_id, sitting_id, account_id, seat_code_hash, language, form, total, admitted_by, identity_checked_at, started_at, ends_at,
  handed_in_at, end_kind, correct, passed, log_digest, halted_at, interrupted_at`

export async function selectTheoryRun(sql: Sql, attemptId: string, { lock = false } = {}): Promise<TheoryRun | undefined> {
  return sql.maybe<TheoryRun>(`select ${COLUMNS} from theory_run where attempt_id = $1 and ${counted()}${lock ? ' for update' : ''}`, [attemptId])
}
export async function insertTheoryRun(sql: Sql, run: Pick<TheoryRun, 'id' | 'attemptId' | 'caseId' | 'sittingId' | 'accountId' | 'language' | 'form' | 'admittedBy' | 'identityCheckedAt'> & { seed: Uint8Array }): Promise<void> {
  await sql.run(
    `insert into theory_run (id, attempt_id, case_id, sitting_id, account_id, seed, language, form, total, admitted_by, identity_checked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [run.id, run.attemptId, run.caseId, run.sittingId, run.accountId, run.seed, run.language, JSON.stringify(run.form), run.form.length, run.admittedBy, run.identityCheckedAt])
}
export async function updateSeatCode(sql: Sql, id: string, hash: Uint8Array): Promise<void> {
  await sql.run('update theory_run set seat_code_hash = $2 where id = $1', [id, hash])
}
/** The theory run behind a seat code, not yet ended. */
export async function lockRunOfSeat(sql: Sql, hash: Uint8Array): Promise<{ id: Uuid; caseId: Uuid } | undefined> {
  return sql.maybe('select id, case_id from theory_run where seat_code_hash = $1 and end_kind is null for update', [hash])
}
export async function updateTheoryStarted(sql: Sql, id: string, startedAt: Moment, endsAt: Moment): Promise<void> {
  await sql.run('update theory_run set started_at = $2, ends_at = $3 where id = $1 and started_at is null', [id, startedAt, endsAt])
}
/** Written only when it is another, so that a sign of life of the same computer locks nothing. */
export async function updateDevice(sql: Sql, id: string, device: string): Promise<void> {
  await sql.run('update theory_run set device = $2 where id = $1 and end_kind is null and device is distinct from $2', [id, device])
}
export async function updateNoDevice(sql: Sql, id: string): Promise<void> {
  await sql.run('update theory_run set device = null where id = $1 and end_kind is null', [id])
}
export async function updateTheoryEndsAt(sql: Sql, id: string, endsAt: Moment): Promise<void> {
  await sql.run('update theory_run set ends_at = $2 where id = $1', [id, endsAt])
}
export async function updateTheoryEnded(sql: Sql, id: string, end: { at: Moment; kind: TheoryEnd; correct: number; passed: boolean; logDigest: Uint8Array }): Promise<void> {
  await sql.run('update theory_run set handed_in_at = $2, end_kind = $3, correct = $4, passed = $5, log_digest = $6, interrupted_at = null where id = $1 and end_kind is null',
    [id, end.at, end.kind, end.correct, end.passed, end.logDigest])
}
/** The grade of an ended run after a faulty question was credited; what it was before stands in theory_credit. */
export async function updateTheoryCredited(sql: Sql, id: string, grade: { correct: number; passed: boolean }): Promise<void> {
  await sql.run('update theory_run set correct = $2, passed = $3 where id = $1 and end_kind is not null', [id, grade.correct, grade.passed])
}
export async function selectAnswers(sql: Sql, runId: string): Promise<Map<number, string[]>> {
  const rows = await sql.many<{ itemNo: number; chosen: string[] }>('select item_no, chosen from answer where run_id = $1 order by item_no', [runId])
  return new Map(rows.map((row) => [row.itemNo, row.chosen]))
}
export async function selectLogEnd(sql: Sql, runId: string): Promise<{ seq: number; hash: Uint8Array } | undefined> {
  return sql.maybe('select seq, hash from answer_event where run_id = $1 order by seq desc limit 1', [runId])
}

export async function selectRunsToEnd(sql: Sql, now: Moment, limit: number): Promise<{ id: Uuid; caseId: Uuid }[]> {
  return sql.many('select id, case_id from theory_run where end_kind is null and halted_at is null and ends_at < $1 order by ends_at limit $2', [now, limit])
}
