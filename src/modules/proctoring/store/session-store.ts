import type { Day, Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { PictureKind } from '../domain/kinds.ts'

/** The watch over one stage of an attempt. Watches made before stages were told apart have the id of their attempt. */
export interface Session {
  id: Uuid
  attemptId: Uuid
  stage: Stage
  caseId: Uuid
  sittingId: Uuid
  consentVersion: string
  consentHash: Uint8Array
  consentedAt: Moment
  wrappedKey: Uint8Array | null
  off: string[]
  admittedBy: Uuid | null
  admittedAt: Moment | null
  /** What the proctor compared the face with, where no photograph was given before. */
  comparedWith: string | null
  /** His face is compared in a closed moment: no picture of it or of his document is kept. */
  closedComparison: boolean
  closedLookBy: Uuid | null
  closedLookAt: Moment | null
  device: Uuid | null
  deviceSeenAt: Moment | null
  deviceSignIn: Uuid | null
  formerDevices: Uuid[]
  skewMs: number | null
  lastSeq: number
  signalsAt: Moment | null
  silentSince: Moment | null
  pendingNorm: string | null
  pendingSince: Moment | null
  pendingUntil: Moment | null
  erasedOn: Day | null
}
const SESSION = `id, attempt_id, stage, case_id, sitting_id, consent_version, consent_hash, consented_at, wrapped_key, off, admitted_by, admitted_at, compared_with, closed_comparison, closed_look_by, closed_look_at, device, device_seen_at, device_sign_in, former_devices,
  skew_ms::float8 as skew_ms, last_seq, signals_at, silent_since, pending_norm, pending_since, pending_until, erased_on`

export async function selectSession(sql: Sql, attemptId: string, stage: Stage, { lock = false } = {}): Promise<Session | undefined> {
  return sql.maybe<Session>(`select ${SESSION} from proctoring_session where attempt_id = $1 and stage = $2${lock ? ' for update' : ''}`, [attemptId, stage])
}
/** The stages of an attempt of which the watch was begun. */
export async function selectWatchedStages(sql: Sql, attemptId: string): Promise<Stage[]> {
  return (await sql.many<{ stage: Stage }>('select stage from proctoring_session where attempt_id = $1', [attemptId])).map((row) => row.stage)
}
export async function selectSessionsOfSitting(sql: Sql, sittingId: string): Promise<Session[]> {
  return sql.many<Session>(`select ${SESSION} from proctoring_session where sitting_id = $1`, [sittingId])
}
export async function insertSession(sql: Sql, row: Pick<Session, 'id' | 'attemptId' | 'stage' | 'caseId' | 'sittingId' | 'consentVersion' | 'consentHash' | 'consentedAt' | 'off' | 'closedComparison'> & { consentText: unknown; wrappedKey: Uint8Array }): Promise<number> {
  return sql.run(
    `insert into proctoring_session (id, attempt_id, stage, case_id, sitting_id, consent_version, consent_text, consent_hash, consented_at, wrapped_key, off, closed_comparison)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (attempt_id, stage) do nothing`,
    [row.id, row.attemptId, row.stage, row.caseId, row.sittingId, row.consentVersion, JSON.stringify(row.consentText), row.consentHash, row.consentedAt, row.wrappedKey, row.off, row.closedComparison])
}
/** The same watch on another day: agreed to anew, and nobody is let in by what a proctor saw before. */
export async function updateConsent(sql: Sql, id: string, row: Pick<Session, 'sittingId' | 'consentVersion' | 'consentHash' | 'consentedAt' | 'off' | 'closedComparison'> & { consentText: unknown }): Promise<void> {
  await sql.run(
    `update proctoring_session set sitting_id = $2, consent_version = $3, consent_text = $4, consent_hash = $5, consented_at = $6, off = $7, closed_comparison = $8, closed_look_by = null, closed_look_at = null, admitted_by = null, admitted_at = null, compared_with = null, device = null, device_seen_at = null, device_sign_in = null, former_devices = '{}',
       signals_at = null, silent_since = null where id = $1`,
    [id, row.sittingId, row.consentVersion, JSON.stringify(row.consentText), row.consentHash, row.consentedAt, row.off, row.closedComparison])
}
/** He is not let in as he is: what was seen in a closed moment counts no more. */
export async function forgetClosedLook(sql: Sql, sessionId: string): Promise<void> {
  await sql.run('update proctoring_session set closed_look_by = null, closed_look_at = null where id = $1 and admitted_at is null', [sessionId])
}
/** Who has looked in the closed moment: the last one, for he admits. */
export async function updateClosedLook(sql: Sql, sessionId: string, { by, at }: { by: string; at: Moment }): Promise<void> {
  await sql.run('update proctoring_session set closed_look_by = $2, closed_look_at = $3 where id = $1 and admitted_at is null', [sessionId, by, at])
}
/** A failure broke him off: from whichever computer he goes on, it is his first, and what was not heard meanwhile is not held against him. */
export async function updateUnheard(sql: Sql, sessionId: string): Promise<void> {
  await sql.run('update proctoring_session set device = null, device_seen_at = null, device_sign_in = null, former_devices = \'{}\', signals_at = null, silent_since = null where id = $1', [sessionId])
}
export async function updateAdmitted(sql: Sql, sessionId: string, { by, at, comparedWith }: { by: string; at: Moment; comparedWith: string | null }): Promise<void> {
  await sql.run('update proctoring_session set admitted_by = $2, admitted_at = $3, compared_with = $4 where id = $1 and admitted_at is null', [sessionId, by, at, comparedWith])
}
export async function updateHeard(sql: Sql, sessionId: string, heard: { device: string; signIn: string | null; skewMs: number; lastSeq: number; at: Moment }): Promise<void> {
  // The name before this one is kept while the sign-in is the same.
  await sql.run('update proctoring_session set former_devices = case when device is null or device = $2 then former_devices when device_sign_in = $6 then former_devices || device else \'{}\' end, device_sign_in = $6, device = $2, device_seen_at = $3, skew_ms = $4, last_seq = greatest(last_seq, $5), signals_at = $3, silent_since = null where id = $1',
    [sessionId, heard.device, heard.at, heard.skewMs, heard.lastSeq, heard.signIn])
}
export async function updateSilent(sql: Sql, sessionId: string, since: Moment): Promise<void> {
  await sql.run('update proctoring_session set silent_since = $2 where id = $1 and silent_since is null', [sessionId, since])
}
export async function updatePending(sql: Sql, sessionId: string, pending: { norm: string; since: Moment; until: Moment } | null): Promise<void> {
  await sql.run('update proctoring_session set pending_norm = $2, pending_since = $3, pending_until = $4 where id = $1',
    [sessionId, pending?.norm ?? null, pending?.since ?? null, pending?.until ?? null])
}
export interface DueWatch {
  id: Uuid
  stage: Stage
  caseId: Uuid
}
/** Watches whose term for the look of a person is over. */
export async function selectPendingDue(sql: Sql, now: Moment, limit: number): Promise<DueWatch[]> {
  return sql.many('select id, stage, case_id from proctoring_session where pending_until <= $1 order by pending_until limit $2', [now, limit])
}
/** Watches that were heard before the moment, not since, and not told of yet. */
export async function selectFallenSilent(sql: Sql, before: Moment, limit: number): Promise<DueWatch[]> {
  return sql.many(
    'select id, stage, case_id from proctoring_session where signals_at < $1 and silent_since is null and erased_on is null and signals_at > $1::timestamptz - interval \'12 hours\' order by signals_at limit $2', [before, limit])
}

export interface Picture {
  id: Uuid
  sessionId: Uuid
  kind: PictureKind
  size: number
  fileKey: string
  takenAt: Moment
}
export async function insertPicture(sql: Sql, row: Picture & { caseId: string; sha256: Uint8Array }): Promise<void> {
  await sql.run('insert into proctoring_picture (id, session_id, case_id, kind, sha256, size, file_key, taken_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [row.id, row.sessionId, row.caseId, row.kind, row.sha256, row.size, row.fileKey, row.takenAt])
}
export async function selectPictures(sql: Sql, sessionId: string): Promise<Picture[]> {
  return sql.many<Picture>('select id, session_id, kind, size, file_key, taken_at from proctoring_picture where session_id = $1 order by taken_at, id', [sessionId])
}
/** Those of the check of this day, which began with the consent, and begins anew where he was not let in. */
export function picturesSince(pictures: readonly Picture[], { session, refusal }: { session: Pick<Session, 'consentedAt'> | undefined; refusal: { at: Moment } | undefined }): PictureKind[] {
  return pictures.filter((each) => session !== undefined && each.takenAt >= session.consentedAt && !(refusal && each.takenAt <= refusal.at)).map((each) => each.kind)
}
export interface ReferencePhoto {
  accountId: Uuid
  sha256: Uint8Array
  wrappedKey: Uint8Array
  fileKey: string
  shownAt: Moment
}
export async function selectReference(sql: Sql, accountId: string): Promise<ReferencePhoto | undefined> {
  return sql.maybe<ReferencePhoto>('select account_id, sha256, wrapped_key, file_key, shown_at from reference_photo where account_id = $1', [accountId])
}
export async function upsertReference(sql: Sql, row: ReferencePhoto): Promise<void> {
  await sql.run(
    `insert into reference_photo (account_id, sha256, wrapped_key, file_key, shown_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id) do update set sha256 = excluded.sha256, wrapped_key = excluded.wrapped_key, file_key = excluded.file_key, shown_at = excluded.shown_at`,
    [row.accountId, row.sha256, row.wrappedKey, row.fileKey, row.shownAt])
}

export interface Message {
  id: Uuid
  fromCandidate: boolean
  writtenBy: Uuid
  text: string
  writtenAt: Moment
}
export async function insertMessage(sql: Sql, row: Message & { sessionId: string; caseId: string }): Promise<void> {
  await sql.run('insert into proctoring_message (id, session_id, case_id, written_by, from_candidate, text, written_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.sessionId, row.caseId, row.writtenBy, row.fromCandidate, row.text, row.writtenAt])
}
export async function selectMessages(sql: Sql, sessionId: string): Promise<Message[]> {
  return sql.many<Message>('select id, from_candidate, written_by, text, written_at from proctoring_message where session_id = $1 order by written_at, id limit 500', [sessionId])
}
/** Of everybody who sits there; as many of one as `selectMessages` shows. */
export async function selectMessagesOfSitting(sql: Sql, sittingId: string): Promise<(Message & { sessionId: Uuid })[]> {
  return sql.many(
    `select m.id, m.from_candidate, m.written_by, m.text, m.written_at, m.session_id from proctoring_session s
       cross join lateral (select * from proctoring_message o where o.session_id = s.id order by o.written_at, o.id limit 500) m
     where s.sitting_id = $1 order by m.session_id, m.written_at, m.id`, [sittingId])
}
