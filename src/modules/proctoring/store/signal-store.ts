import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { SignalKind } from '../domain/kinds.ts'

export interface Signal {
  device: Uuid
  seq: number
  kind: SignalKind
  clientFrom: number
  clientTo: number
  fromAt: Moment
  toAt: Moment
  peak: number
  detail: unknown
  switchedOff: boolean
  receivedAt: Moment
  flagId: Uuid | null
}
const SIGNAL = 'device, seq, kind, client_from::float8 as client_from, client_to::float8 as client_to, from_at, to_at, peak, detail, switched_off, received_at, flag_id'

/** 1 when it is new; 0 when this number of this device is there already. */
export async function insertSignal(sql: Sql, row: Signal & { sessionId: string; caseId: string }): Promise<number> {
  return sql.run(
    `insert into proctoring_signal (session_id, device, seq, case_id, kind, client_from, client_to, from_at, to_at, peak, detail, switched_off, received_at, flag_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
    [row.sessionId, row.device, row.seq, row.caseId, row.kind, row.clientFrom, row.clientTo, row.fromAt, row.toAt, row.peak, JSON.stringify(row.detail), row.switchedOff, row.receivedAt, row.flagId])
}
export async function selectSignal(sql: Sql, sessionId: string, device: string, seq: number): Promise<Signal | undefined> {
  return sql.maybe<Signal>(`select ${SIGNAL} from proctoring_signal where session_id = $1 and device = $2 and seq = $3`, [sessionId, device, seq])
}
/** The word before about the same thing: what began at the same moment of the same browser. */
export async function selectSameBeginning(sql: Sql, sessionId: string, { device, kind, clientFrom }: Pick<Signal, 'device' | 'kind' | 'clientFrom'>): Promise<Signal | undefined> {
  return sql.maybe<Signal>(`select ${SIGNAL} from proctoring_signal where session_id = $1 and device = $2 and kind = $3 and client_from = $4 order by client_to desc, seq limit 1`, [sessionId, device, kind, clientFrom])
}
/** Signals that led to nothing yet, for the repetition that the norm asks for. */
export async function selectUnflagged(sql: Sql, sessionId: string, since: Moment): Promise<Signal[]> {
  return sql.many<Signal>(`select ${SIGNAL} from proctoring_signal where session_id = $1 and flag_id is null and not switched_off and to_at >= $2 order by to_at`, [sessionId, since])
}
export async function selectSignals(sql: Sql, sessionId: string): Promise<Signal[]> {
  return sql.many<Signal>(`select ${SIGNAL} from proctoring_signal where session_id = $1 order by from_at, seq limit 2000`, [sessionId])
}

export const FLAG_OUTCOMES = ['incident', 'warning', 'ending'] as const
export interface Flag {
  id: Uuid
  sessionId: Uuid
  kind: string
  outcome: (typeof FLAG_OUTCOMES)[number]
  fromAt: Moment
  toAt: Moment
  raisedAt: Moment
  raisedBy: Uuid | null
  byNorm: string | null
  note: string
  incidentId: Uuid | null
  violationId: Uuid | null
}
const FLAG = 'id, session_id, kind, outcome, from_at, to_at, raised_at, raised_by, by_norm, note, incident_id, violation_id'
export async function insertFlag(sql: Sql, row: Flag & { caseId: string }): Promise<void> {
  await sql.run(
    `insert into proctoring_flag (id, session_id, case_id, kind, outcome, from_at, to_at, raised_at, raised_by, by_norm, note, incident_id, violation_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [row.id, row.sessionId, row.caseId, row.kind, row.outcome, row.fromAt, row.toAt, row.raisedAt, row.raisedBy, row.byNorm, row.note, row.incidentId, row.violationId])
}
export async function selectFlags(sql: Sql, sessionId: string): Promise<Flag[]> {
  return sql.many<Flag>(`select ${FLAG} from proctoring_flag where session_id = $1 order by raised_at, from_at, id`, [sessionId])
}
export async function selectFlag(sql: Sql, id: string): Promise<Flag | undefined> {
  return sql.maybe<Flag>(`select ${FLAG} from proctoring_flag where id = $1`, [id])
}

export interface FlagAnswer {
  id: Uuid
  flagId: Uuid
  text: string
  writtenAt: Moment
}
export async function insertAnswer(sql: Sql, row: FlagAnswer & { caseId: string }): Promise<void> {
  await sql.run('insert into proctoring_answer (id, flag_id, case_id, text, written_at) values ($1, $2, $3, $4, $5)', [row.id, row.flagId, row.caseId, row.text, row.writtenAt])
}
export async function selectAnswers(sql: Sql, sessionId: string): Promise<FlagAnswer[]> {
  return sql.many<FlagAnswer>('select a.id, a.flag_id, a.text, a.written_at from proctoring_answer a join proctoring_flag f on f.id = a.flag_id where f.session_id = $1 order by a.written_at, a.id', [sessionId])
}

/** What the table of the proctor shows of each watch beside the seat. */
export interface WatchCounts {
  sessionId: Uuid
  incidents: number
  lastKind: string | null
  lastAt: Moment | null
  lastFlagId: Uuid | null
  pictures: string[]
  unreadMessages: number
  chunksAt: Moment | null
}
/** `refusals`: since when the check of these attempts begins anew, for they were not let in. */
export async function selectWatchCounts(sql: Sql, sittingId: string, refusals: readonly { attemptId: string; at: Moment }[]): Promise<WatchCounts[]> {
  return sql.many<WatchCounts>(
    `select s.id as session_id, (select count(*)::int from proctoring_flag f where f.session_id = s.id and f.outcome = 'incident') as incidents,
       l.kind as last_kind, l.raised_at as last_at, l.id as last_flag_id,
       coalesce((select array_agg(distinct p.kind order by p.kind) from proctoring_picture p where p.session_id = s.id and p.taken_at >= s.consented_at and (r.refused_at is null or p.taken_at > r.refused_at)), '{}') as pictures,
       (select count(*)::int from proctoring_message m where m.session_id = s.id and m.from_candidate
          and m.written_at > coalesce((select max(o.written_at) from proctoring_message o where o.session_id = s.id and not o.from_candidate), '-infinity')) as unread_messages,
       (select max(c.received_at) from proctoring_chunk c where c.session_id = s.id) as chunks_at
     from proctoring_session s left join unnest($2::uuid[], $3::timestamptz[]) as r (attempt_id, refused_at) on r.attempt_id = s.attempt_id
       left join lateral (select f.id, f.kind, f.raised_at from proctoring_flag f where f.session_id = s.id order by f.raised_at desc limit 1) l on true
     where s.sitting_id = $1`, [sittingId, refusals.map((each) => each.attemptId), refusals.map((each) => each.at)])
}
