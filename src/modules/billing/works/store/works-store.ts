import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** A voucher that was used: the candidate has sat, passed or not. */
export interface UsedVoucher {
  voucherId: Uuid
  voucherNumber: string
  centreId: Uuid
  caseId: Uuid
  /** The attempt whose stage was really held: without one there is nothing to pay. */
  attemptId: Uuid
  professionCode: string
  level: number
  /** Day of the last stage held. */
  heldOn: Day
  /** Price of the contract, whole tenge above zero. */
  price: number
  /** The one retake that the voucher covers, where the norm says so; false for the first sitting. */
  isRetake: boolean
}
export interface VoucherService extends UsedVoucher {
  recordedAt: Moment
}
const SERVICE = 's.voucher_id, s.voucher_number, s.centre_id, s.case_id, s.attempt_id, s.profession_code, s.level, s.held_on, s.price, s.recorded_at, s.is_retake'

/** 0 when the attempt, or the sitting or retake of the voucher, stands already. */
export async function insertService(sql: Sql, s: VoucherService): Promise<number> {
  return sql.run(
    `insert into voucher_service (voucher_id, voucher_number, centre_id, case_id, attempt_id, profession_code, level, held_on, price, recorded_at, is_retake) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [s.voucherId, s.voucherNumber, s.centreId, s.caseId, s.attemptId, s.professionCode, s.level, s.heldOn, s.price, s.recordedAt, s.isRetake])
}
/**
 * Services held before a day that stand in no living act and are not contested without an answer, locked. The look comes after the lock, in a statement of its own: one that had to wait for
 * somebody who makes the same act would still see the acts as they were before.
 */
export async function lockFreeServices(sql: Sql, centreId: string, before: Day): Promise<VoucherService[]> {
  const free = `from voucher_service s where s.centre_id = $1 and s.held_on < $2 and (s.contested_at is null or s.answered_at is not null)
       and not exists (select 1 from act_line l where l.attempt_id = s.attempt_id and l.released_at is null)`
  await sql.run(`select 1 ${free} order by s.attempt_id for update of s`, [centreId, before])
  return sql.many<VoucherService>(`select ${SERVICE} ${free} order by s.held_on, s.voucher_number, s.attempt_id`, [centreId, before])
}
/** Centres with services held before a day that no living act has. */
export async function selectCentresToSettle(sql: Sql, before: Day): Promise<Uuid[]> {
  return (await sql.many<{ centreId: Uuid }>(
    `select distinct s.centre_id from voucher_service s where s.held_on < $1 and (s.contested_at is null or s.answered_at is not null)
       and not exists (select 1 from act_line l where l.attempt_id = s.attempt_id and l.released_at is null) order by s.centre_id`, [before])).map((row) => row.centreId)
}
export async function contestServices(sql: Sql, actId: string, attemptIds: readonly string[], at: Moment, why: string): Promise<number> {
  return sql.run('update voucher_service set contested_at = $3, contested_why = $4, answered_at = null, answer = null where attempt_id::text = any($2::text[]) and attempt_id in (select attempt_id from act_line where act_id = $1)', [actId, attemptIds, at, why])
}
/** Answers contested services of an act; how many of them waited for an answer. */
export async function answerContested(sql: Sql, actId: string, attemptIds: readonly string[], at: Moment, answer: string): Promise<number> {
  return sql.run('update voucher_service set answered_at = $3, answer = $4 where contested_at is not null and answered_at is null and attempt_id::text = any($2::text[]) and attempt_id in (select attempt_id from act_line where act_id = $1)', [actId, attemptIds, at, answer])
}

export interface ActOfWorks {
  id: Uuid
  number: string
  centreId: Uuid
  month: Day
  total: number
  madeAt: Moment
  payerId: Uuid | null
  signedBy: Uuid | null
  signedAt: Moment | null
  acceptedBy: Uuid | null
  acceptedAt: Moment | null
  dueOn: Day | null
  refusedBy: Uuid | null
  refusedAt: Moment | null
  refusal: string | null
  paidOn: Day | null
  paidReference: string | null
  paidAt: Moment | null
  paperId: Uuid | null
}
const ACT = 'id, number, centre_id, month, total, made_at, payer_id, signed_by, signed_at, accepted_by, accepted_at, due_on, refused_by, refused_at, refusal, paid_on, paid_reference, paid_at, paper_id'

export async function insertAct(sql: Sql, act: Pick<ActOfWorks, 'id' | 'number' | 'centreId' | 'month' | 'total' | 'madeAt'>, attemptIds: readonly string[]): Promise<void> {
  await sql.run('insert into act_of_works (id, number, centre_id, month, total, made_at) values ($1, $2, $3, $4, $5, $6)', [act.id, act.number, act.centreId, act.month, act.total, act.madeAt])
  await sql.run('insert into act_line (act_id, no, attempt_id) select $1, v.no, v.attempt_id from unnest($2::uuid[]) with ordinality as v (attempt_id, no)', [act.id, attemptIds])
}
export async function countActs(sql: Sql, centreId: string, month: Day): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*)::int as count from act_of_works where centre_id = $1 and month = $2', [centreId, month])).count
}
export async function selectAct(sql: Sql, number: string): Promise<ActOfWorks | undefined> {
  return sql.maybe<ActOfWorks>(`select ${ACT} from act_of_works where number = $1`, [number])
}
export async function lockAct(sql: Sql, number: string): Promise<ActOfWorks | undefined> {
  return sql.maybe<ActOfWorks>(`select ${ACT} from act_of_works where number = $1 for update`, [number])
}
export async function selectActsOfCentre(sql: Sql, centreId: string, limit: number): Promise<ActOfWorks[]> {
  return sql.many<ActOfWorks>(`select ${ACT} from act_of_works where centre_id = $1 order by month desc, made_at desc limit $2`, [centreId, limit])
}
/** Acts of a centre that its head has not signed, and refused ones in which a contested service has no answer yet. */
export async function countActsForHead(sql: Sql, centreId: string): Promise<number> {
  return (await sql.one<{ count: number }>(
    `select count(*)::int as count from act_of_works a where a.centre_id = $1 and (a.signed_at is null or a.refused_at is not null and exists (
       select 1 from act_line l join voucher_service s on s.attempt_id = l.attempt_id where l.act_id = a.id and s.contested_at is not null and s.answered_at is null
         -- contested anew in a later act, it is asked for there
         and not exists (select 1 from act_line n join act_of_works later on later.id = n.act_id where n.attempt_id = l.attempt_id and later.made_at > a.made_at)))`, [centreId])).count
}
/** Acts that were signed for a payer, the open ones first. */
export async function selectActsOfPayer(sql: Sql, payerIds: readonly string[], limit: number): Promise<ActOfWorks[]> {
  return sql.many<ActOfWorks>(`select ${ACT} from act_of_works where payer_id = any($1::uuid[]) and signed_at is not null order by paid_at is not null, refused_at is not null, signed_at desc limit $2`, [payerIds, limit])
}
/** A service in an act, with why the payer contested it and what the centre answered. */
export interface ServiceInAct extends VoucherService {
  contestedWhy: string | null
  answer: string | null
}
export async function selectServicesOfAct(sql: Sql, actId: string): Promise<ServiceInAct[]> {
  return sql.many<ServiceInAct>(`select ${SERVICE}, s.contested_why, s.answer from act_line l join voucher_service s on s.attempt_id = l.attempt_id where l.act_id = $1 order by l.no`, [actId])
}
export async function markSigned(sql: Sql, id: string, by: { accountId: string; at: Moment; payerId: string; paperId: string }): Promise<void> {
  await sql.run('update act_of_works set signed_by = $2, signed_at = $3, payer_id = $4, paper_id = $5 where id = $1 and signed_at is null', [id, by.accountId, by.at, by.payerId, by.paperId])
}
export async function markAccepted(sql: Sql, id: string, by: { accountId: string; at: Moment; dueOn: Day | null; paperId: string }): Promise<void> {
  await sql.run('update act_of_works set accepted_by = $2, accepted_at = $3, due_on = $4, paper_id = $5 where id = $1 and accepted_at is null and refused_at is null', [id, by.accountId, by.at, by.dueOn, by.paperId])
}
export async function markRefused(sql: Sql, id: string, by: { accountId: string; at: Moment; reason: string }): Promise<void> {
  await sql.run('update act_of_works set refused_by = $2, refused_at = $3, refusal = $4 where id = $1 and accepted_at is null and refused_at is null', [id, by.accountId, by.at, by.reason])
  await sql.run('update act_line set released_at = $2 where act_id = $1', [id, by.at])
}
export async function markActPaid(sql: Sql, id: string, paid: { on: Day; reference: string; at: Moment }): Promise<number> {
  return sql.run('update act_of_works set paid_on = $2, paid_reference = $3, paid_at = $4 where id = $1 and accepted_at is not null and paid_at is null', [id, paid.on, paid.reference, paid.at])
}
