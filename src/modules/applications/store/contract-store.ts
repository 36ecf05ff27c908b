import type { Day, Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { RefusalGround } from '../domain/check-list.ts'

export interface Contract {
  id: Uuid
  caseId: Uuid
  kind: 'first' | 'retake'
  price: number
  priceListId: Uuid
  payer: 'candidate' | 'employer' | 'budget'
  /** The payer's name as it was on the day, when it is not the candidate. */
  payerName: string | null
  payerOrganisationId: Uuid | null
  programmeVersionId: Uuid
  stages: Stage[]
  sentBy: Uuid
  sentAt: Moment
  acceptedBy: Uuid | null
  acceptedAt: Moment | null
  acceptedHow: 'account' | 'paper' | null
  witnessedBy: Uuid | null
  closedAt: Moment | null
  closedGround: string | null
  /** Stages still to be held when the contract ended because its case moved to another centre; null otherwise. */
  movedStages: Stage[] | null
  /** What was paid under the contract before a move, and counts under this one. */
  carried: number
  /** The edition of the centre's own conditions; null where it had none. */
  centreTermsId: Uuid | null
  /** When what was signed on paper came to the centre; null where it was accepted in an account, or the day was not asked. */
  receivedOn: Day | null
  paperId: Uuid
}
const COLUMNS = `id, case_id, kind, price, price_list_id, payer, payer_name, programme_version_id, stages, sent_by, sent_at, accepted_by, accepted_at, accepted_how,
  witnessed_by, closed_at, closed_ground, moved_stages, carried, paper_id, centre_terms_id, payer_organisation_id, received_on`

export async function insertContract(sql: Sql, c: Contract): Promise<void> {
  await sql.run(`insert into contract (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [c.id, c.caseId, c.kind, c.price, c.priceListId, c.payer, c.payerName, c.programmeVersionId, c.stages, c.sentBy, c.sentAt, c.acceptedBy, c.acceptedAt, c.acceptedHow,
      c.witnessedBy, c.closedAt, c.closedGround, c.movedStages, c.carried, c.paperId, c.centreTermsId, c.payerOrganisationId, c.receivedOn])
}
export async function selectContracts(sql: Sql, caseId: string): Promise<Contract[]> {
  return sql.many<Contract>(`select ${COLUMNS} from contract where case_id = $1 order by sent_at desc, id desc`, [caseId])
}
export async function markAccepted(sql: Sql, id: string, by: { acceptedBy: string | null; at: Moment; how: 'account' | 'paper'; witnessedBy: string | null; paperId: string }): Promise<number> {
  return sql.run('update contract set accepted_by = $2, accepted_at = $3, accepted_how = $4, witnessed_by = $5, paper_id = $6 where id = $1 and accepted_at is null and closed_at is null',
    [id, by.acceptedBy, by.at, by.how, by.witnessedBy, by.paperId])
}
export async function markClosed(sql: Sql, id: string, by: string, at: Moment, ground: string): Promise<number> {
  return sql.run('update contract set closed_by = $2, closed_at = $3, closed_ground = $4 where id = $1 and accepted_at is null and closed_at is null', [id, by, at, ground])
}

export interface Refusal {
  id: Uuid
  caseId: Uuid
  ground: RefusalGround
  reason: string
  remedy: string
  refusedBy: Uuid
  refusedAt: Moment
  paperId: Uuid
}
export async function insertRefusal(sql: Sql, r: Refusal): Promise<void> {
  await sql.run('insert into refusal (id, case_id, ground, reason, remedy, refused_by, refused_at, paper_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [r.id, r.caseId, r.ground, r.reason, r.remedy, r.refusedBy, r.refusedAt, r.paperId])
}
export async function selectRefusal(sql: Sql, caseId: string): Promise<Refusal | undefined> {
  return sql.maybe<Refusal>('select id, case_id, ground, reason, remedy, refused_by, refused_at, paper_id from refusal where case_id = $1', [caseId])
}

export interface Payment {
  id: Uuid
  contractId: Uuid
  amount: number
  paidOn: Day
  receipt: string
  recordedBy: Uuid
  recordedAt: Moment
  reverses: Uuid | null
}
export async function insertPayment(sql: Sql, p: Payment): Promise<void> {
  await sql.run('insert into payment (id, contract_id, amount, paid_on, receipt, recorded_by, recorded_at, reverses) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [p.id, p.contractId, p.amount, p.paidOn, p.receipt, p.recordedBy, p.recordedAt, p.reverses])
}
export async function selectPayments(sql: Sql, contractId: string): Promise<Payment[]> {
  return sql.many<Payment>('select id, contract_id, amount, paid_on, receipt, recorded_by, recorded_at, reverses from payment where contract_id = $1 order by recorded_at, id', [contractId])
}

/** What the attempts of the case have shown so far: the newest passing of each stage, how many attempts, when the last notice of failure went. */
export async function selectPast(sql: Sql, caseId: string): Promise<{ theory: Moment | null; practice: Moment | null; attempts: number; noticeAt: Moment | null }> {
  return sql.one(
    `select (select max(coalesce(handed_in_at, ends_at)) from theory_run where case_id = $1 and passed) as theory,
       (select max(ended_at) from practice_run where case_id = $1 and passed) as practice,
       (select count(*) from attempt where case_id = $1 and not broken_off) as attempts,
       (select max(issued_at) from fail_notice where case_id = $1) as notice_at`, [caseId])
}

/** Ends a contract, signed or not, by an act of the ministry. */
export async function endContractRow(sql: Sql, id: string, end: { by: string; at: Moment; ground: string; stagesLeft: readonly Stage[] | null }): Promise<void> {
  await sql.run('update contract set closed_by = $2, closed_at = $3, closed_ground = $4, moved_stages = $5 where id = $1 and closed_at is null', [id, end.by, end.at, end.ground, end.stagesLeft])
}

/** What a centre owes after a case was moved from it or closed: to another centre, or (null) to the candidate. */
export interface Settlement {
  id: Uuid
  caseId: Uuid
  caseNumber: string
  owedBy: Uuid
  owedTo: Uuid | null
  amount: number
  owedFrom: Day
  continuationId: Uuid
  settledOn: Day | null
  receipt: string | null
}
const SETTLEMENT = 'id, case_id, case_number, owed_by, owed_to, amount, owed_from, continuation_id, settled_on, receipt'
export async function insertSettlement(sql: Sql, s: Omit<Settlement, 'settledOn' | 'receipt'>): Promise<void> {
  await sql.run('insert into settlement (id, case_id, case_number, owed_by, owed_to, amount, owed_from, continuation_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [s.id, s.caseId, s.caseNumber, s.owedBy, s.owedTo, s.amount, s.owedFrom, s.continuationId])
}
/** What a centre owes: what is not settled first. */
export async function selectSettlements(sql: Sql, owedBy: string, limit: number): Promise<Settlement[]> {
  return sql.many<Settlement>(`select ${SETTLEMENT} from settlement where owed_by = $1 order by settled_on is not null, owed_from desc, id limit $2`, [owedBy, limit])
}
export async function selectSettlementsOfCase(sql: Sql, caseId: string): Promise<Settlement[]> {
  return sql.many<Settlement>(`select ${SETTLEMENT} from settlement where case_id = $1 order by owed_from, id`, [caseId])
}
export async function lockSettlement(sql: Sql, id: string, owedBy: string): Promise<Settlement | undefined> {
  return sql.maybe<Settlement>(`select ${SETTLEMENT} from settlement where id::text = $1 and owed_by = $2 for update`, [id, owedBy])
}
export async function markSettled(sql: Sql, id: string, settled: { on: Day; receipt: string; by: string; at: Moment }): Promise<void> {
  await sql.run('update settlement set settled_on = $2, receipt = $3, settled_by = $4, settled_at = $5 where id = $1 and settled_on is null', [id, settled.on, settled.receipt, settled.by, settled.at])
}
/** What was owed to the new centre is owed to the candidate, who does not go on there. */
export async function redirectSettlement(sql: Sql, id: string): Promise<void> {
  await sql.run('update settlement set owed_to = null where id = $1 and settled_on is null', [id])
}
