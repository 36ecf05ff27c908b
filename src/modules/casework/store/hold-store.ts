import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { HOLDABLE, type Mover, type Step } from '../domain/road.ts'
import type { CaseFile } from './case-store.ts'

/** Whose loss of scope a case waits for: the certificate, and the event by which it was lost; none: it expired. */
export interface LossKey {
  certificateId: Uuid | null
  eventId: Uuid | null
}
export interface Hold extends LossKey {
  id: Uuid
  caseId: Uuid
  stepBefore: Step
  moverBefore: Mover
  dueBefore: Day | null
  heldAt: Moment
  heldOn: Day
}
export type HowEnded = 'finish' | 'move' | 'close' | 'resumed' | 'withdrawn'

const HOLD = 'h.id, h.case_id, h.certificate_id, h.event_id, h.step_before, h.mover_before, h.due_before, h.held_at, h.held_on'
const CASE = `c.id, c.number, c.kind, c.parent_case_id, c.centre_id, c.person_id, c.account_id, c.profession_code, c.profession_version_id, c.level, c.step, c.whose_move,
  c.next_due_on, c.assigned_to, c.version, c.norm_edition, c.calendar_version, c.opened_at, c.opened_on, c.moved_at, c.closed_at`

export async function insertHold(sql: Sql, hold: Hold): Promise<void> {
  await sql.run('insert into case_hold (id, case_id, certificate_id, event_id, step_before, mover_before, due_before, held_at, held_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [hold.id, hold.caseId, hold.certificateId, hold.eventId, hold.stepBefore, hold.moverBefore, hold.dueBefore, hold.heldAt, hold.heldOn])
}
/** Ends the open hold of a case, if it has one. */
export async function endHold(sql: Sql, caseId: string, how: HowEnded, at: Moment, continuationId: string | null = null): Promise<void> {
  await sql.run('update case_hold set ended_at = $2, ended_how = $3, continuation_id = $4 where case_id = $1 and ended_at is null', [caseId, at, how, continuationId])
}
export async function selectHold(sql: Sql, caseId: string): Promise<Hold | undefined> {
  return sql.maybe<Hold>(`select ${HOLD} from case_hold h where h.case_id = $1 and h.ended_at is null`, [caseId])
}
/** Days from the beginning to the end of the holds at a step that ended by the scope coming back. */
export async function selectDaysWaited(sql: Sql, caseId: string, step: Step, since: Moment): Promise<number> {
  return (await sql.one<{ days: number }>(
    `select coalesce(sum((ended_at at time zone 'Asia/Almaty')::date - held_on), 0)::int as days from case_hold
     where case_id = $1 and step_before = $2 and held_at >= $3 and ended_how = 'resumed'`, [caseId, step, since])).days
}
/** The loss in spite of which the centre may finish this case, as the ministry decided last. */
export async function selectPermit(sql: Sql, caseId: string): Promise<LossKey | undefined> {
  return sql.maybe<LossKey>(
    `select certificate_id, event_id from (select certificate_id, event_id, ended_how from case_hold where case_id = $1 and ended_at is not null order by ended_at desc, id desc limit 1) h where h.ended_how = 'finish'`, [caseId])
}
/** Whether the centre has an open case of this qualification that it may finish by such a decision. */
export async function hasPermits(sql: Sql, scope: RunningScope): Promise<boolean> {
  return (await sql.one<{ found: boolean }>(
    `select exists (select 1 from case_hold h join case_file c on c.id = h.case_id
       where h.ended_how = 'finish' and c.closed_at is null and c.step <> 'waiting' and c.centre_id = $1 and c.profession_code = $2 and c.level = $3) as found`, [scope.centreId, scope.professionCode, scope.level])).found
}

/** The clock of a step stands still; a right of the candidate never does. */
export async function pauseClock(sql: Sql, caseId: string, rule: string, on: Day): Promise<void> {
  await sql.run('update deadline set paused_on = $3 where case_id = $1 and rule = $2 and met_at is null and cancelled_at is null and paused_on is null', [caseId, rule, on])
}
export interface PausedClock {
  id: Uuid
  rule: string
  dueOn: Day | null
  pausedOn: Day
}
export async function selectPausedClocks(sql: Sql, caseId: string): Promise<PausedClock[]> {
  return sql.many<PausedClock>('select id, rule, due_on, paused_on from deadline where case_id = $1 and paused_on is not null and met_at is null and cancelled_at is null', [caseId])
}
export async function runClockOn(sql: Sql, id: string, dueOn: Day | null): Promise<void> {
  await sql.run('update deadline set paused_on = null, due_on = $2 where id = $1', [id, dueOn])
}

export interface RunningScope {
  centreId: Uuid
  professionCode: string
  level: number
}
/** At which centres and for what there are cases that would have to wait: few, however many cases there are. */
export async function listRunningScopes(sql: Sql, centreId: string | null = null): Promise<RunningScope[]> {
  return sql.many<RunningScope>(
    `select distinct centre_id, profession_code, level from case_file where kind = 'recognition' and closed_at is null and step = any ($1) and ($2::uuid is null or centre_id = $2)
       and profession_code is not null and level is not null`, [HOLDABLE, centreId])
}
/** Such cases there, but for those that the ministry lets the centre finish in spite of this very loss. Locked in one order, so that two who hold them do not wait for each other. */
export async function listRunning(sql: Sql, scope: RunningScope, loss: LossKey, limit: number): Promise<CaseFile[]> {
  return sql.many<CaseFile>(
    `select ${CASE} from case_file c where c.kind = 'recognition' and c.closed_at is null and c.step = any ($1) and c.centre_id = $2 and c.profession_code = $3 and c.level = $4
       and not exists (select 1 from case_hold h where h.case_id = c.id and h.ended_how = 'finish' and h.certificate_id is not distinct from $5 and h.event_id is not distinct from $6)
     order by c.id limit $7 for update of c`, [HOLDABLE, scope.centreId, scope.professionCode, scope.level, loss.certificateId, loss.eventId, limit])
}

export interface OpenHold extends Hold {
  kase: CaseFile
}
export interface HoldFilter {
  centreId?: string | undefined
  /** Of one loss; both of its parts are asked for. */
  loss?: LossKey | undefined
}
/** Cases that wait, with where they stood; locked when asked so. */
export async function listOpenHolds(sql: Sql, filter: HoldFilter, options: { lock?: boolean; limit?: number } = {}): Promise<OpenHold[]> {
  const rows = await sql.many<CaseFile & Omit<Hold, 'id' | 'caseId'> & { holdId: Uuid }>(
    `select ${CASE}, h.id as hold_id, h.certificate_id, h.event_id, h.step_before, h.mover_before, h.due_before, h.held_at, h.held_on
     from case_hold h join case_file c on c.id = h.case_id where h.ended_at is null and c.step = 'waiting' and ($1::uuid is null or c.centre_id = $1)
       and ($2 or (h.certificate_id is not distinct from $3::uuid and h.event_id is not distinct from $4::uuid))
     order by c.id limit $5 ${options.lock ? 'for update of c' : ''}`,
    [filter.centreId ?? null, filter.loss === undefined, filter.loss?.certificateId ?? null, filter.loss?.eventId ?? null, options.limit ?? 5000])
  return rows.map(({ holdId, certificateId, eventId, stepBefore, moverBefore, dueBefore, heldAt, heldOn, ...kase }) => ({ id: holdId, caseId: kase.id, certificateId, eventId, stepBefore, moverBefore, dueBefore, heldAt, heldOn, kase }))
}
export interface HoldGroup extends LossKey {
  centreId: Uuid
  professionCode: string
  level: number
  cases: number
  oldestOn: Day
}
/** How many cases wait, by loss, centre and qualification. */
export async function listHoldGroups(sql: Sql): Promise<HoldGroup[]> {
  return sql.many<HoldGroup>(
    `select h.certificate_id, h.event_id, c.centre_id, c.profession_code, c.level, count(*) as cases, min(h.held_on) as oldest_on
     from case_hold h join case_file c on c.id = h.case_id where h.ended_at is null and c.step = 'waiting' group by 1, 2, 3, 4, 5 order by 7, 3, 4`)
}

/** How each case was decided by these decisions of the ministry. */
export interface DecidedFate {
  continuationId: Uuid
  number: string
  fate: 'finish' | 'move' | 'close'
  toCentreId: Uuid | null
}
export async function listFates(sql: Sql, continuationIds: readonly string[]): Promise<DecidedFate[]> {
  return sql.many<DecidedFate>(
    `select h.continuation_id, c.number, h.ended_how as fate, m.to_centre_id from case_hold h join case_file c on c.id = h.case_id
       left join case_move m on m.case_id = h.case_id and m.continuation_id = h.continuation_id
     where h.continuation_id = any ($1::uuid[]) order by c.number`, [continuationIds])
}

export interface CaseMove {
  id: Uuid
  caseId: Uuid
  caseNumber: string
  professionCode: string
  level: number
  fromCentreId: Uuid
  toCentreId: Uuid
  step: Step
  movedAt: Moment
  movedOn: Day
  continuationId: Uuid
}
const MOVE = 'id, case_id, case_number, profession_code, level, from_centre_id, to_centre_id, step, moved_at, moved_on, continuation_id'

/** The case gets another owner and another place on the road; nobody is its clerk any more. */
export async function moveCaseRow(sql: Sql, move: CaseMove, state: { step: Step; whoseMove: Mover; nextDueOn: Day | null }): Promise<void> {
  await sql.run(`insert into case_move (${MOVE}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [move.id, move.caseId, move.caseNumber, move.professionCode, move.level, move.fromCentreId, move.toCentreId, move.step, move.movedAt, move.movedOn, move.continuationId])
  await sql.run('update case_file set centre_id = $2, step = $3, whose_move = $4, next_due_on = $5, moved_at = $6, assigned_to = null, version = version + 1 where id = $1',
    [move.caseId, move.toCentreId, state.step, state.whoseMove, state.nextDueOn, move.movedAt])
}
/** Where a case has been, the newest move first. */
export async function selectMoves(sql: Sql, caseId: string): Promise<CaseMove[]> {
  return sql.many<CaseMove>(`select ${MOVE} from case_move where case_id = $1 order by moved_at desc, id desc`, [caseId])
}
/** Cases that a centre has given away. */
export async function selectMovesFrom(sql: Sql, centreId: string, limit: number, offset: number): Promise<CaseMove[]> {
  return sql.many<CaseMove>(`select ${MOVE} from case_move where from_centre_id = $1 order by moved_at desc, id desc limit $2 offset $3`, [centreId, limit, offset])
}
