import type { Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Purpose } from '../domain/kinds.ts'
import type { Verdict } from '../domain/review.ts'

export interface Review {
  sessionId: Uuid
  caseId: Uuid
  flagId: Uuid
  openedAt: Moment
  verdict: Verdict | null
  reasons: string | null
  reviewedBy: Uuid | null
  reviewedAt: Moment | null
}
const REVIEW = 'session_id, case_id, flag_id, opened_at, verdict, reasons, reviewed_by, reviewed_at'
export async function insertReview(sql: Sql, row: { sessionId: string; caseId: string; flagId: string; at: Moment }): Promise<void> {
  await sql.run('insert into proctoring_review (session_id, case_id, flag_id, opened_at) values ($1, $2, $3, $4) on conflict (session_id) do nothing', [row.sessionId, row.caseId, row.flagId, row.at])
}
export async function selectReview(sql: Sql, sessionId: string, { lock = false } = {}): Promise<Review | undefined> {
  return sql.maybe<Review>(`select ${REVIEW} from proctoring_review where session_id = $1${lock ? ' for update' : ''}`, [sessionId])
}
export async function selectOpenReviewOfCase(sql: Sql, caseId: string): Promise<Review | undefined> {
  return sql.maybe<Review>(`select ${REVIEW} from proctoring_review where case_id = $1 and verdict is null`, [caseId])
}
/** The newest first, those still open before all; row-level security leaves the cases the reader may see. */
export async function selectReviews(sql: Sql, page: { limit: number; offset: number }): Promise<(Review & { stage: Stage })[]> {
  return sql.many(`select ${REVIEW}, (select s.stage from proctoring_session s where s.id = session_id) as stage from proctoring_review order by verdict is not null, opened_at desc, session_id limit $1 offset $2`, [page.limit, page.offset])
}
export async function countReviews(sql: Sql): Promise<number> {
  return (await sql.one<{ total: number }>('select count(*)::int as total from proctoring_review')).total
}
export async function updateReviewed(sql: Sql, sessionId: string, verdict: { verdict: Verdict; reasons: string; by: string; at: Moment }): Promise<number> {
  return sql.run('update proctoring_review set verdict = $2, reasons = $3, reviewed_by = $4, reviewed_at = $5 where session_id = $1 and verdict is null', [sessionId, verdict.verdict, verdict.reasons, verdict.by, verdict.at])
}

/** Everybody of the staff who did something in the watch of either stage of this attempt: both lead to one ending. Who let nobody in is kept at the door. */
export async function selectTookPart(sql: Sql, attemptId: string): Promise<Uuid[]> {
  const rows = await sql.many<{ accountId: Uuid }>(
    `with watch as (select id, admitted_by, closed_look_by from proctoring_session where attempt_id = $1)
     select admitted_by as account_id from watch where admitted_by is not null
     union select closed_look_by from watch where closed_look_by is not null
     union select f.raised_by from proctoring_flag f join watch on watch.id = f.session_id where f.raised_by is not null
     union select m.written_by from proctoring_message m join watch on watch.id = m.session_id where not m.from_candidate`, [attemptId])
  return rows.map((row) => row.accountId)
}

export interface RecordingView {
  id: Uuid
  sessionId: Uuid
  viewer: Uuid
  purpose: Purpose
  note: string
  openedAt: Moment
}
export async function insertView(sql: Sql, row: RecordingView & { caseId: string }): Promise<void> {
  await sql.run('insert into recording_view (id, session_id, case_id, viewer, purpose, note, opened_at) values ($1, $2, $3, $4, $5, $6, $7)', [row.id, row.sessionId, row.caseId, row.viewer, row.purpose, row.note, row.openedAt])
}
/** One that is not closed yet. */
export async function selectView(sql: Sql, id: string): Promise<(RecordingView & { stage: Stage }) | undefined> {
  return sql.maybe('select v.id, v.session_id, s.stage, v.viewer, v.purpose, v.note, v.opened_at from recording_view v join proctoring_session s on s.id = v.session_id where v.id = $1 and v.closed_at is null', [id])
}
export async function closeViews(sql: Sql, row: { caseId: string; viewers: readonly string[]; purpose: Purpose; at: Moment }): Promise<void> {
  await sql.run('update recording_view set closed_at = $4 where case_id = $1 and viewer = any($2::uuid[]) and purpose = $3 and closed_at is null', [row.caseId, row.viewers, row.purpose, row.at])
}
export async function selectViews(sql: Sql, sessionId: string): Promise<RecordingView[]> {
  return sql.many<RecordingView>('select id, session_id, viewer, purpose, note, opened_at from recording_view where session_id = $1 order by opened_at desc, id limit 200', [sessionId])
}
