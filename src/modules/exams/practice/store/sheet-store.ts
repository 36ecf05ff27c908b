import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export const ENTRY_KINDS = ['mark', 'stop', 'photo', 'video'] as const
export interface MarkEntry {
  device: string
  seq: number
  kind: (typeof ENTRY_KINDS)[number]
  stepNo: number
  done: boolean
  /** Of a stop its ground. */
  note: string
  measuredSeconds: number | null
  /** Why it is kept and does not count; null where it counted. */
  refused: string | null
  /** Of a photo or a video that is kept; the digest in hexadecimal is of the copy that people see. */
  photoId: Uuid | null
  photoSha256: string | null
  writtenAt: Moment
  receivedAt: Moment
}
/** The last number that a device of an assessor delivered; 0 where it delivered nothing. */
export async function selectLastSeq(sql: Sql, runId: string, assessorId: string, device: string): Promise<number> {
  return (await sql.one<{ seq: number }>('select coalesce(max(seq), 0)::int as seq from mark_entry where run_id = $1 and assessor_id = $2 and device = $3', [runId, assessorId, device])).seq
}
export async function insertMarkEntry(sql: Sql, runId: string, assessorId: string, entry: MarkEntry): Promise<void> {
  await sql.run(
    `insert into mark_entry (run_id, assessor_id, device, seq, kind, step_no, done, note, measured_seconds, refused, written_at, received_at, photo_id, photo_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [runId, assessorId, entry.device, entry.seq, entry.kind, entry.stepNo, entry.done, entry.note, entry.measuredSeconds, entry.refused, entry.writtenAt, entry.receivedAt, entry.photoId, entry.photoSha256])
}
/** Everything one assessor wrote on one practice, as it arrived. */
export async function selectMarkEntries(sql: Sql, runId: string, assessorId: string): Promise<MarkEntry[]> {
  return sql.many<MarkEntry>(
    `select device, seq, kind, step_no, done, note, measured_seconds, refused, written_at, received_at, photo_id, photo_sha256 from mark_entry
     where run_id = $1 and assessor_id = $2 order by received_at, device, seq`, [runId, assessorId])
}
/** A photo or a video of an operation. */
export interface OperationPhoto {
  runId: Uuid
  kind: 'photo' | 'video'
  id: Uuid
  assessorId: Uuid
  stepNo: number
  note: string
  sha256: string
  writtenAt: Moment
}
/** The photos and videos kept of a practice, by operation and time. */
export async function selectPhotos(sql: Sql, runId: string): Promise<OperationPhoto[]> {
  return sql.many<OperationPhoto>(
    `select run_id, kind, photo_id as id, assessor_id, step_no, note, photo_sha256 as sha256, written_at from mark_entry where run_id = $1 and photo_id is not null order by step_no, written_at, device, seq`, [runId])
}
export async function selectPhotoOfCase(sql: Sql, caseId: string, photoId: string): Promise<(OperationPhoto & { ended: boolean }) | undefined> {
  return sql.maybe(
    `select e.run_id, e.kind, e.photo_id as id, e.assessor_id, e.step_no, e.note, e.photo_sha256 as sha256, e.written_at, r.end_kind is not null as ended
     from mark_entry e join practice_run r on r.id = e.run_id where r.case_id = $1 and e.photo_id = $2`, [caseId, photoId])
}

/** The photos and videos of every practice of a case that has ended. */
export async function selectPhotosOfCase(sql: Sql, caseId: string): Promise<OperationPhoto[]> {
  return sql.many<OperationPhoto>(
    `select e.run_id, e.kind, e.photo_id as id, e.assessor_id, e.step_no, e.note, e.photo_sha256 as sha256, e.written_at
     from mark_entry e join practice_run r on r.id = e.run_id where r.case_id = $1 and r.end_kind is not null and e.photo_id is not null order by r.started_at, e.step_no, e.written_at, e.device, e.seq`, [caseId])
}

export interface AcceptedSheet {
  assessorId: Uuid
  acceptedAt: Moment
}
export async function selectSheets(sql: Sql, runId: string): Promise<AcceptedSheet[]> {
  return sql.many<AcceptedSheet>('select assessor_id, accepted_at from mark_sheet where run_id = $1 order by accepted_at, assessor_id', [runId])
}
/** Answers whether the sheet was accepted now, not before. */
export async function insertSheet(sql: Sql, runId: string, sheet: AcceptedSheet): Promise<boolean> {
  return (await sql.maybe('insert into mark_sheet (run_id, assessor_id, accepted_at) values ($1, $2, $3) on conflict do nothing returning run_id', [runId, sheet.assessorId, sheet.acceptedAt])) !== undefined
}

export interface ThirdAssessor {
  assessorId: Uuid
  calledBy: Uuid
  calledAt: Moment
}
export async function selectThird(sql: Sql, runId: string): Promise<ThirdAssessor | undefined> {
  return sql.maybe<ThirdAssessor>('select assessor_id, called_by, called_at from third_assessor where run_id = $1', [runId])
}
/** Another may be called while the first has not said a word. */
export async function upsertThird(sql: Sql, runId: string, third: ThirdAssessor): Promise<void> {
  await sql.run(
    `insert into third_assessor (run_id, assessor_id, called_by, called_at) values ($1, $2, $3, $4)
     on conflict (run_id) do update set assessor_id = excluded.assessor_id, called_by = excluded.called_by, called_at = excluded.called_at`,
    [runId, third.assessorId, third.calledBy, third.calledAt])
}

export interface VerdictRow {
  stepNo: number
  assessorId: Uuid
  done: boolean
  reason: string
  writtenAt: Moment
}
/** The latest word of each person on each operation. */
export async function selectVerdicts(sql: Sql, runId: string): Promise<VerdictRow[]> {
  return sql.many<VerdictRow>(
    `select distinct on (step_no, assessor_id) step_no, assessor_id, done, reason, written_at from step_verdict where run_id = $1
     order by step_no, assessor_id, place desc`, [runId])
}
export async function insertVerdict(sql: Sql, runId: string, verdict: VerdictRow & { id: Uuid }): Promise<void> {
  await sql.run('insert into step_verdict (id, run_id, step_no, assessor_id, done, reason, written_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [verdict.id, runId, verdict.stepNo, verdict.assessorId, verdict.done, verdict.reason, verdict.writtenAt])
}
/** Cases whose practice still goes on and to which this person was called as the third. */
export async function selectCallsOfThird(sql: Sql, accountId: string): Promise<Uuid[]> {
  return (await sql.many<{ caseId: Uuid }>('select r.case_id from third_assessor x join practice_run r on r.id = x.run_id where x.assessor_id = $1 and r.end_kind is null order by r.started_at', [accountId])).map((row) => row.caseId)
}
