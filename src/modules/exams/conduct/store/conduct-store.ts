import type { NotLetInGround } from '#kernel/admission.ts'
import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { WorkEnd } from '../../practice/online/domain/work.ts'
import { counted } from '../../store/counted-run.ts'

export async function insertViolation(sql: Sql, row: { id: Uuid; attemptId: Uuid; caseId: Uuid; stage: string; ordinal: number; countedIn: string; ground: string; note: string; by: string | null; byNorm?: string | null; at: Moment }): Promise<void> {
  await sql.run('insert into violation (id, attempt_id, case_id, stage, ordinal, ground, note, recorded_by, recorded_at, by_norm, counted_in) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [row.id, row.attemptId, row.caseId, row.stage, row.ordinal, row.ground, row.note, row.by, row.at, row.byNorm ?? null, row.countedIn])
}
export async function acknowledgeViolations(sql: Sql, attemptId: string, at: Moment): Promise<number> {
  return sql.run('update violation set acknowledged_at = $2 where attempt_id = $1 and acknowledged_at is null', [attemptId, at])
}
export async function insertIncident(sql: Sql, row: { id: Uuid; attemptId: Uuid; caseId: Uuid; kind: string; note: string; minutes: number | null; by: string | null; at: Moment }): Promise<void> {
  await sql.run('insert into incident (id, attempt_id, case_id, kind, note, minutes_given, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [row.id, row.attemptId, row.caseId, row.kind, row.note, row.minutes, row.by, row.at])
}
export async function countIncidents(sql: Sql, attemptId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from incident where attempt_id = $1 and recorded_by is not null', [attemptId])).count
}
export async function insertNoShow(sql: Sql, row: { attemptId: Uuid; stage: string; onDay: Day; by: string; at: Moment; notLetInId: Uuid | null }): Promise<void> {
  await sql.run('insert into no_show (attempt_id, stage, on_day, recorded_by, recorded_at, not_let_in_id) values ($1, $2, $3, $4, $5, $6)', [row.attemptId, row.stage, row.onDay, row.by, row.at, row.notLetInId])
}

/** One candidate of a sitting as the invigilator sees him. */
export interface SeatRow {
  caseNumber: string
  caseVersion: number
  normEdition: string
  step: string
  surname: string
  givenName: string
  patronymic: string | null
  hasAccount: boolean
  attemptId: Uuid
  attemptEndedAt: Moment | null
  acknowledged: number
  held: number
  startedAt: Moment | null
  endsAt: Moment | null
  endKind: string | null
  /** With what a faulty question gave back; null before the end, and where it was broken off. */
  theoryPassed: boolean | null
  total: number | null
  answered: number
  admittedAt: Moment | null
  lastAnswerAt: Moment | null
  practiceStartedAt: Moment | null
  practiceEndKind: string | null
  /** Of a practice on line: when the work of the candidate ended; it is marked after it. */
  practiceWorkEndedAt: Moment | null
  practiceWorkEndKind: WorkEnd | null
  /** Its minutes with those given back as seconds; null in the centre. */
  practiceWorkMinutes: number | null
  practiceWorkSecondsAdded: number | null
  practiceMarked: number
  /** Those that count in this stage. */
  violations: number
  warningUnread: boolean
  incidents: number
  haltedAt: Moment | null
  signAt: Moment | null
  /** A failure broke him off in this sitting on line, and he has neither gone on nor got another day. */
  brokenAt: Moment | null
  brokenGround: string | null
  letOnAt: Moment | null
  noShow: boolean
  /** He came to this sitting and was not let in as he was; what was said last. */
  notLetInAt: Moment | null
  notLetInGround: NotLetInGround | null
  notLetInNote: string | null
  extraPercent: number | null
  accommodations: string[]
  examLanguage: string | null
}
export async function selectSeats(sql: Sql, sittingId: string): Promise<SeatRow[]> {
  return sql.many<SeatRow>(
    `select c.number as case_number, c.version as case_version, c.norm_edition, c.step, p.surname, p.given_name, p.patronymic, c.account_id is not null as has_account,
       a.id as attempt_id, a.ended_at as attempt_ended_at,
       (select count(*) from acknowledgement k where k.attempt_id = a.id and k.confirmed_at is not null and k.held_at is not null) as acknowledged,
       (select count(*) from acknowledgement k where k.attempt_id = a.id and k.held_at is not null) as held,
       case when r.interrupted_at is null then r.started_at end as started_at, case when r.interrupted_at is null or b.id is not null then r.ends_at end as ends_at, r.end_kind, r.total,
       case when r.end_kind <> 'stopped' then coalesce(r.passed, false) or exists (select 1 from theory_credit g where g.run_id = r.id and g.passed_after) end as theory_passed, case when r.interrupted_at is null or r.identity_checked_at > r.interrupted_at then r.identity_checked_at end as admitted_at,
       (select count(*) from answer w where w.run_id = r.id and cardinality(w.chosen) > 0) as answered,
       (select e.received_at from answer_event e where e.run_id = r.id order by e.seq desc limit 1) as last_answer_at,
       x.started_at as practice_started_at, x.end_kind as practice_end_kind, x.work_ended_at as practice_work_ended_at, x.work_end_kind as practice_work_end_kind, x.work_minutes as practice_work_minutes, x.work_seconds_added as practice_work_seconds_added,
       (select count(distinct m.step_no) from mark m where m.run_id = x.id and not exists (select 1 from sheet_set_aside g where g.run_id = m.run_id and g.assessor_id = m.assessor_id)) as practice_marked,
       (select count(*) from violation v where v.attempt_id = a.id and v.counted_in in ('attempt', s.stage)) as violations,
       exists (select 1 from violation v where v.attempt_id = a.id and v.acknowledged_at is null) as warning_unread,
       (select count(*) from incident i where i.attempt_id = a.id and i.recorded_by is not null) as incidents, case when r.end_kind is null and (r.interrupted_at is null or b.id is not null) then r.halted_at end as halted_at,
       b.recorded_at as broken_at, b.ground as broken_ground, b.let_on_at,
       (select g.at from seat_sign g where g.run_id = r.id) as sign_at,
       exists (select 1 from no_show o where o.attempt_id = a.id) as no_show,
       d.said_at as not_let_in_at, d.ground as not_let_in_ground, d.note as not_let_in_note,
       (select max(d.extra_percent) from accommodation d where d.case_id = c.id and d.answer = 'granted' and d.kind = 'extra-time') as extra_percent,
       coalesce((select array_agg(d.kind order by d.kind) from accommodation d where d.case_id = c.id and d.answer = 'granted'), '{}') as accommodations,
       (select l.exam_language from application l where l.case_id = c.id) as exam_language
     from notification_sitting s join notification n on n.id = s.notification_id and n.superseded_at is null join attempt a on a.id = n.attempt_id
     join case_file c on c.id = a.case_id join person p on p.id = c.person_id
     left join theory_run r on r.attempt_id = a.id and ${counted('r')} left join practice_run x on x.attempt_id = a.id and ${counted('x')}
     left join online_breakdown b on b.attempt_id = a.id and b.sitting_id = s.sitting_id and b.ended_at is null
     left join lateral (select w.said_at, w.ground, w.note from not_let_in w where w.attempt_id = a.id and w.sitting_id = s.sitting_id and w.let_in_at is null order by w.said_at desc, w.id desc limit 1) d on true
     where s.sitting_id = $1 and c.step <> 'withdrawn' order by p.surname, p.given_name, c.number limit 500`, [sittingId])
}

/** One line of the record of a sitting: who, what, when, written by whom. */
export interface HappeningRow {
  caseNumber: string
  surname: string
  givenName: string
  patronymic: string | null
  entry: string
  detail: string | null
  note: string | null
  minutes: number | null
  by: Uuid | null
  at: Moment
}
export async function selectHappenings(sql: Sql, sittingId: string, stage: string): Promise<HappeningRow[]> {
  return sql.many<HappeningRow>(
    `with seat as (
       select a.id as attempt_id, a.case_id, r.id as run_id from notification_sitting s join notification n on n.id = s.notification_id and n.superseded_at is null
         join attempt a on a.id = n.attempt_id left join theory_run r on r.attempt_id = a.id and ${counted('r')} where s.sitting_id = $1),
     happened as (
       select s.case_id, 'theory-admitted' as entry, null as detail, null as note, null::int as minutes, r.admitted_by as by, r.identity_checked_at as at
         from seat s join theory_run r on r.id = s.run_id where $2 = 'theory'
       union all select s.case_id, 'theory-started', null, null, null, null, r.started_at from seat s join theory_run r on r.id = s.run_id where $2 = 'theory' and r.started_at is not null
       union all select s.case_id, 'theory-ended', r.end_kind, null, null, null, r.handed_in_at from seat s join theory_run r on r.id = s.run_id where $2 = 'theory' and r.handed_in_at is not null
       union all select s.case_id, 'practice-started', null, null, null, null, x.started_at from seat s join practice_run x on x.attempt_id = s.attempt_id and ${counted('x')} where $2 = 'practice'
       union all select s.case_id, 'practice-ended', x.end_kind, x.end_note, null, null, x.ended_at from seat s join practice_run x on x.attempt_id = s.attempt_id and ${counted('x')} where $2 = 'practice' and x.ended_at is not null
       union all select s.case_id, case when v.ordinal = 1 then 'warning-given' else 'removed-from-exam' end, v.ground, v.note, null, v.recorded_by, v.recorded_at
         from seat s join violation v on v.attempt_id = s.attempt_id where v.stage = $2
       union all select s.case_id, case when coalesce(i.minutes_given, 0) > 0 then 'minutes-given' else 'incident-recorded' end, i.kind, i.note, i.minutes_given, i.recorded_by, i.recorded_at
         from seat s join incident i on i.attempt_id = s.attempt_id
         where ($2 = 'practice') = exists (select 1 from practice_run x where x.attempt_id = s.attempt_id and ${counted('x')} and x.started_at <= i.recorded_at)
       union all select s.case_id, 'work-' || case x.work_end_kind when 'time' then 'time-over' else 'handed-in' end, null, null, null, null, x.work_ended_at
         from seat s join practice_run x on x.attempt_id = s.attempt_id where $2 = 'practice' and x.work_end_kind in ('handed-in', 'time') and ${counted('x')}
       union all select s.case_id, 'exam-broke-down-on-line', null, null, null, b.recorded_by, b.recorded_at from seat s join online_breakdown b on b.attempt_id = s.attempt_id where b.stage = $2 and b.sitting_id = $1
       union all select s.case_id, 'exam-let-go-on', null, null, null, b.let_on_by, b.let_on_at from seat s join online_breakdown b on b.attempt_id = s.attempt_id where b.stage = $2 and b.sitting_id = $1 and b.let_on_at is not null
       union all select s.case_id, case $2 when 'theory' then 'theory-went-on' else 'work-went-on' end, null, null, null, null, b.ended_at from seat s join online_breakdown b on b.attempt_id = s.attempt_id
         where b.stage = $2 and b.sitting_id = $1 and b.ended_how = 'went-on'
       union all select s.case_id, 'not-let-in', w.ground, w.note, null, w.said_by, w.said_at from seat s join not_let_in w on w.attempt_id = s.attempt_id where w.sitting_id = $1
       union all select s.case_id, case when o.not_let_in_id is null then 'no-show-recorded' else 'not-let-in-recorded' end, null, null, null, o.recorded_by, o.recorded_at from seat s join no_show o on o.attempt_id = s.attempt_id where o.stage = $2)
     select c.number as case_number, p.surname, p.given_name, p.patronymic, h.entry, h.detail, h.note, h.minutes, h.by, h.at
     from happened h join case_file c on c.id = h.case_id join person p on p.id = c.person_id order by h.at, c.number, h.entry desc limit 2000`, [sittingId, stage])
}
