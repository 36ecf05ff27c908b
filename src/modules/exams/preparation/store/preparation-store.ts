import type { Day, Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { AcknowledgementFacts, AcknowledgementKind } from '../domain/acknowledgement.ts'

export interface NotificationRow {
  id: Uuid
  attemptId: Uuid
  caseId: Uuid
  number: number
  sentAt: Moment
  sentOn: Day
  channel: 'account' | 'paper'
  ground: string | null
  supersededAt: Moment | null
  paperId: Uuid
}
const COLUMNS = 'id, attempt_id, case_id, number, sent_at, sent_on, channel, ground, superseded_at, paper_id'

export async function selectNotification(sql: Sql, attemptId: string): Promise<NotificationRow | undefined> {
  return sql.maybe<NotificationRow>(`select ${COLUMNS} from notification where attempt_id = $1 and superseded_at is null`, [attemptId])
}
/** The newest one, also when it was called off. */
export async function selectLastNotification(sql: Sql, attemptId: string): Promise<NotificationRow | undefined> {
  return sql.maybe<NotificationRow>(`select ${COLUMNS} from notification where attempt_id = $1 order by number desc limit 1`, [attemptId])
}
/** The notification in force is called off: its seats are free again. */
export async function supersedeNotification(sql: Sql, attemptId: string, at: Moment): Promise<number> {
  return sql.run('update notification set superseded_at = $2 where attempt_id = $1 and superseded_at is null', [attemptId, at])
}
export async function countNotifications(sql: Sql, caseId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from notification where case_id = $1', [caseId])).count
}
export async function selectNotifiedSittings(sql: Sql, notificationId: string): Promise<{ stage: Stage; sittingId: Uuid }[]> {
  return sql.many('select stage, sitting_id from notification_sitting where notification_id = $1 order by stage desc', [notificationId])
}

export interface NewNotification {
  id: Uuid
  attemptId: Uuid
  caseId: Uuid
  number: number
  sentAt: Moment
  sentOn: Day
  sentBy: Uuid
  channel: 'account' | 'paper'
  ground: string | null
  deliveredAt: Moment | null
  paperId: Uuid
  sittings: readonly { stage: Stage; sittingId: string }[]
}
export async function insertNotification(sql: Sql, row: NewNotification): Promise<void> {
  await sql.run('update notification set superseded_at = $2 where attempt_id = $1 and superseded_at is null', [row.attemptId, row.sentAt])
  await sql.run(
    `insert into notification (id, attempt_id, case_id, number, sent_at, sent_on, sent_by, channel, ground, delivered_at, paper_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [row.id, row.attemptId, row.caseId, row.number, row.sentAt, row.sentOn, row.sentBy, row.channel, row.ground, row.deliveredAt, row.paperId])
  for (const each of row.sittings) {
    await sql.run('insert into notification_sitting (notification_id, stage, sitting_id) values ($1, $2, $3)', [row.id, each.stage, each.sittingId])
  }
}

/** Cases of other candidates whose notification in force names these sittings. */
export async function selectNotifiedCases(sql: Sql, sittingIds: readonly string[], exceptCaseId: string): Promise<{ sittingId: Uuid; caseId: Uuid }[]> {
  return sql.many(
    `select s.sitting_id, n.case_id from notification_sitting s join notification n on n.id = s.notification_id
     where s.sitting_id = any($1::uuid[]) and n.superseded_at is null and n.case_id <> $2`, [sittingIds, exceptCaseId])
}
/** Cases that are called to a sitting and still go their road. */
export async function selectCasesOfSitting(sql: Sql, sittingId: string): Promise<Uuid[]> {
  const rows = await sql.many<{ caseId: Uuid }>(
    `select distinct n.case_id from notification_sitting s join notification n on n.id = s.notification_id join attempt a on a.id = n.attempt_id
     where s.sitting_id = $1 and n.superseded_at is null and a.ended_at is null order by n.case_id`, [sittingId])
  return rows.map((row) => row.caseId)
}
/** Two clerks may not give the last seat to two people: the second waits here. */
export async function lockSittings(sql: Sql, sittingIds: readonly string[]): Promise<void> {
  for (const id of [...sittingIds].sort()) await sql.one('select pg_advisory_xact_lock(hashtextextended($1, 0)) as locked', [`sitting:${id}`])
}

export interface AcknowledgementRow extends AcknowledgementFacts {
  id: Uuid
  attemptId: Uuid
  shownText: unknown
  textHash: Uint8Array
  confirmedHow: 'account' | 'paper' | null
}
export async function selectAcknowledgements(sql: Sql, attemptId: string): Promise<AcknowledgementRow[]> {
  return sql.many<AcknowledgementRow>(
    'select id, attempt_id, kind, shown_text, text_hash, held_by, held_at, confirmed_by, confirmed_at, confirmed_how from acknowledgement where attempt_id = $1 order by kind desc', [attemptId])
}
export async function insertAcknowledgement(sql: Sql, row: { id: Uuid; attemptId: Uuid; kind: AcknowledgementKind; shownText: unknown; textHash: Uint8Array }): Promise<void> {
  await sql.run('insert into acknowledgement (id, attempt_id, kind, shown_text, text_hash) values ($1, $2, $3, $4, $5) on conflict (attempt_id, kind) do nothing',
    [row.id, row.attemptId, row.kind, JSON.stringify(row.shownText), row.textHash])
}
export async function updateHeld(sql: Sql, attemptId: string, kind: AcknowledgementKind, by: string, at: Moment): Promise<void> {
  await sql.run('update acknowledgement set held_by = $3, held_at = $4 where attempt_id = $1 and kind = $2', [attemptId, kind, by, at])
}
export async function updateConfirmed(sql: Sql, attemptId: string, kind: AcknowledgementKind, by: string, at: Moment, how: 'account' | 'paper'): Promise<void> {
  await sql.run('update acknowledgement set confirmed_by = $3, confirmed_at = $4, confirmed_how = $5 where attempt_id = $1 and kind = $2', [attemptId, kind, by, at, how])
}
/** Another place needs another briefing; what was acknowledged before stays in the journal and on its paper. */
export async function clearAcknowledgement(sql: Sql, attemptId: string, kind: AcknowledgementKind): Promise<number> {
  return sql.run(
    'update acknowledgement set held_by = null, held_at = null, confirmed_by = null, confirmed_at = null, confirmed_how = null where attempt_id = $1 and kind = $2 and (held_at is not null or confirmed_at is not null)',
    [attemptId, kind])
}
