import type { NotLetInGround } from '#kernel/admission.ts'
import type { Day, Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** One candidate's run through the procedure, with the stages that are to be held in it. */
export interface Attempt {
  id: Uuid
  caseId: Uuid
  number: number
  contractId: Uuid
  programmeVersionId: Uuid
  stages: Stage[]
  creditedAttemptId: Uuid | null
  openedAt: Moment
  endedAt: Moment | null
}

const COLUMNS = 'id, case_id, number, contract_id, programme_version_id, stages, credited_attempt_id, opened_at, ended_at'

export async function selectNewestAttempt(sql: Sql, caseId: string): Promise<Attempt | undefined> {
  return sql.maybe<Attempt>(`select ${COLUMNS} from attempt where case_id = $1 order by number desc limit 1`, [caseId])
}
export async function selectAttempt(sql: Sql, id: string): Promise<Attempt | undefined> {
  return sql.maybe<Attempt>(`select ${COLUMNS} from attempt where id = $1`, [id])
}
export async function insertAttempt(sql: Sql, attempt: Attempt): Promise<void> {
  await sql.run(
    'insert into attempt (id, case_id, number, contract_id, programme_version_id, stages, credited_attempt_id, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [attempt.id, attempt.caseId, attempt.number, attempt.contractId, attempt.programmeVersionId, attempt.stages, attempt.creditedAttemptId, attempt.openedAt])
}
export async function updateAttemptEnded(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update attempt set ended_at = $2 where id = $1 and ended_at is null', [id, at])
}

/** An absence was excused: the attempt goes on. */
export async function updateAttemptReopened(sql: Sql, id: string): Promise<void> {
  await sql.run('update attempt set ended_at = null where id = $1 and not broken_off', [id])
}

/** An attempt that is none of the candidate's: its case went elsewhere or ended. */
export async function updateAttemptBrokenOff(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update attempt set ended_at = $2, broken_off = true where id = $1 and ended_at is null', [id, at])
}

/** The newest attempt of the case in which this stage was passed. */
export async function selectAttemptPassed(sql: Sql, caseId: string, stage: Stage): Promise<Uuid | undefined> {
  const run = stage === 'theory' ? 'join theory_run r' : 'join practice_run r'
  const row = await sql.maybe<{ id: Uuid }>(
    `select a.id from attempt a ${run} on r.attempt_id = a.id where a.case_id = $1 and r.passed order by a.number desc limit 1`, [caseId])
  return row?.id
}

export interface Violation {
  id: Uuid
  stage: Stage
  /** Which one in its count. */
  ordinal: number
  countedIn: 'attempt' | Stage
  ground: string
  note: string
  /** Null where an entry of the closed list found it; `byNorm` then names the entry. */
  recordedBy: Uuid | null
  byNorm: string | null
  recordedAt: Moment
  acknowledgedAt: Moment | null
}
export async function selectViolations(sql: Sql, attemptId: string): Promise<Violation[]> {
  return sql.many<Violation>(
    'select id, stage, ordinal, counted_in, ground, note, recorded_by, by_norm, recorded_at, acknowledged_at from violation where attempt_id = $1 order by recorded_at, ordinal, stage desc', [attemptId])
}

export interface NoShow {
  stage: Stage
  onDay: Day
  recordedAt: Moment
  /** He came and was not let in; null of whoever did not come. */
  notLetIn: { ground: NotLetInGround; note: string } | null
}
export async function selectNoShow(sql: Sql, attemptId: string): Promise<NoShow | undefined> {
  const row = await sql.maybe<Omit<NoShow, 'notLetIn'> & { ground: NotLetInGround | null; note: string | null }>(
    'select o.stage, o.on_day, o.recorded_at, w.ground, w.note from no_show o left join not_let_in w on w.id = o.not_let_in_id where o.attempt_id = $1', [attemptId])
  return row && { stage: row.stage, onDay: row.onDay, recordedAt: row.recordedAt, notLetIn: row.ground && { ground: row.ground, note: row.note ?? '' } }
}
