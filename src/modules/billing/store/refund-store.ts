import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Way } from '../domain/ledger.ts'
import type { RefundGround } from '../domain/refund.ts'

export interface Refund {
  id: Uuid
  number: string
  centreId: Uuid
  caseId: Uuid
  contractId: Uuid
  subjectId: Uuid
  ground: RefundGround
  amount: number
  note: string
  dueFrom: Day
  madeBy: Uuid | null
  madeAt: Moment
  way: Way | null
  preparedBy: Uuid | null
  preparedAt: Moment | null
  sentBy: Uuid | null
  sentAt: Moment | null
  paidOn: Day | null
  paidReference: string | null
  paidAt: Moment | null
}
const REFUND = 'id, number, centre_id, case_id, contract_id, subject_id, ground, amount, note, due_from, made_by, made_at, way, prepared_by, prepared_at, sent_by, sent_at, paid_on, paid_reference, paid_at'

export async function insertRefund(sql: Sql, r: Omit<Refund, 'way' | 'preparedBy' | 'preparedAt' | 'sentBy' | 'sentAt' | 'paidOn' | 'paidReference' | 'paidAt'>): Promise<void> {
  await sql.run('insert into refund (id, number, centre_id, case_id, contract_id, subject_id, ground, amount, note, due_from, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
    [r.id, r.number, r.centreId, r.caseId, r.contractId, r.subjectId, r.ground, r.amount, r.note, r.dueFrom, r.madeBy, r.madeAt])
}
export async function countRefunds(sql: Sql, caseId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*)::int as count from refund where case_id = $1', [caseId])).count
}
export async function selectRefundsOfCase(sql: Sql, caseId: string): Promise<Refund[]> {
  return sql.many<Refund>(`select ${REFUND} from refund where case_id = $1 order by made_at, number`, [caseId])
}
export async function selectRefund(sql: Sql, id: string): Promise<Refund | undefined> {
  return sql.maybe<Refund>(`select ${REFUND} from refund where id::text = $1`, [id])
}
export async function lockRefund(sql: Sql, id: string): Promise<Refund | undefined> {
  return sql.maybe<Refund>(`select ${REFUND} from refund where id::text = $1 for update`, [id])
}
export async function selectRefundByNumber(sql: Sql, centreId: string, number: string): Promise<Refund | undefined> {
  return sql.maybe<Refund>(`select ${REFUND} from refund where centre_id = $1 and number = $2`, [centreId, number])
}
/** Refunds of a centre: what is not paid first. */
export async function selectRefundsOfCentre(sql: Sql, centreId: string, limit: number, offset: number): Promise<Refund[]> {
  return sql.many<Refund>(`select ${REFUND} from refund where centre_id = $1 order by paid_at is not null, made_at desc, number limit $2 offset $3`, [centreId, limit, offset])
}
export async function countRefundsOfCentre(sql: Sql, centreId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*)::int as count from refund where centre_id = $1', [centreId])).count
}
export async function selectSentByProvider(sql: Sql, contractId: string): Promise<Refund | undefined> {
  return sql.maybe<Refund>(`select ${REFUND} from refund where contract_id = $1 and way = 'provider' and sent_at is not null and paid_at is null order by sent_at limit 1`, [contractId])
}
export async function markPrepared(sql: Sql, id: string, by: { way: Way; accountId: string; at: Moment }): Promise<number> {
  return sql.run('update refund set way = $2, prepared_by = $3, prepared_at = $4 where id = $1 and sent_at is null', [id, by.way, by.accountId, by.at])
}
export async function markSent(sql: Sql, id: string, by: { accountId: string; at: Moment }): Promise<number> {
  return sql.run('update refund set sent_by = $2, sent_at = $3 where id = $1 and prepared_at is not null and sent_at is null', [id, by.accountId, by.at])
}
export async function markPaid(sql: Sql, id: string, paid: { on: Day; reference: string; by: string | null; at: Moment }): Promise<number> {
  return sql.run('update refund set paid_on = $2, paid_reference = $3, paid_by = $4, paid_at = $5 where id = $1 and sent_at is not null and paid_at is null', [id, paid.on, paid.reference, paid.by, paid.at])
}
