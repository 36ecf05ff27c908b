import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Notice, NoticeKind, NoticeOutcome } from '../domain/notice.ts'

export interface ProviderOrder {
  id: Uuid
  reference: string
  invoiceId: Uuid
  centreId: Uuid
  caseId: Uuid
  way: 'card' | 'qr'
  amount: number
  orderedAt: Moment
  /** The joint order of which it is a part: it is paid with that and not by itself. */
  jointId: Uuid | null
}
const ORDER = 'id, reference, invoice_id, centre_id, case_id, way, amount, ordered_at, joint_id'

export async function insertOrder(sql: Sql, o: ProviderOrder & { orderedBy: string | null }): Promise<void> {
  await sql.run(`insert into provider_order (${ORDER}, ordered_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [o.id, o.reference, o.invoiceId, o.centreId, o.caseId, o.way, o.amount, o.orderedAt, o.jointId, o.orderedBy])
}
export async function selectOrder(sql: Sql, reference: string): Promise<ProviderOrder | undefined> {
  return sql.maybe<ProviderOrder>(`select ${ORDER} from provider_order where reference = $1`, [reference])
}

/** One payment of several invoices. It has no sum of its own: that is the sum of its parts. */
export interface JointOrder {
  id: Uuid
  reference: string
  organisationId: Uuid
  way: 'card' | 'qr'
  orderedAt: Moment
}
const JOINT = 'id, reference, organisation_id, way, ordered_at'

export async function insertJointOrder(sql: Sql, o: JointOrder & { orderedBy: string | null }): Promise<void> {
  await sql.run(`insert into joint_order (${JOINT}, ordered_by) values ($1, $2, $3, $4, $5, $6)`, [o.id, o.reference, o.organisationId, o.way, o.orderedAt, o.orderedBy])
}
export async function selectJointOrder(sql: Sql, reference: string): Promise<JointOrder | undefined> {
  return sql.maybe<JointOrder>(`select ${JOINT} from joint_order where reference = $1`, [reference])
}
/** The parts of a joint order, always in the same order of cases, so that two who hold them never wait for each other. */
export async function selectParts(sql: Sql, jointId: string): Promise<ProviderOrder[]> {
  return sql.many<ProviderOrder>(`select ${ORDER} from provider_order where joint_id = $1 order by case_id, id`, [jointId])
}
export async function selectNoticesOfJoint(sql: Sql, jointId: string): Promise<KeptNotice[]> {
  return sql.many<KeptNotice>(`select ${NOTICE} from provider_notice where joint_id = $1 order by received_at, event_id`, [jointId])
}

export interface KeptNotice {
  eventId: string
  kind: NoticeKind
  orderReference: string
  amount: number
  happenedAt: Moment
  receivedAt: Moment
  outcome: NoticeOutcome
}
const NOTICE = 'event_id, kind, order_reference, amount, happened_at, received_at, outcome'

export async function selectNotice(sql: Sql, eventId: string): Promise<KeptNotice | undefined> {
  return sql.maybe<KeptNotice>(`select ${NOTICE} from provider_notice where event_id = $1`, [eventId])
}
export async function insertNotice(sql: Sql, notice: Notice, kept: { orderId: string | null; jointId: string | null; centreId: string | null; receivedAt: Moment; outcome: NoticeOutcome }): Promise<number> {
  return sql.run(
    `insert into provider_notice (event_id, kind, order_reference, order_id, joint_id, centre_id, amount, happened_at, received_at, outcome) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [notice.event, notice.kind, notice.order, kept.orderId, kept.jointId, kept.centreId, notice.amount, notice.at, kept.receivedAt, kept.outcome])
}
export async function selectNoticesOfOrder(sql: Sql, orderId: string): Promise<KeptNotice[]> {
  return sql.many<KeptNotice>(`select ${NOTICE} from provider_notice where order_id = $1 order by received_at, event_id`, [orderId])
}
/** Notices of a day that were not simply applied; with a centre only its own, else also those that belong to nobody. Of money for a joint order a centre is told its own share. */
export async function selectOddNotices(sql: Sql, centreId: string | null, from: Moment, to: Moment): Promise<KeptNotice[]> {
  return sql.many<KeptNotice>(
    `select n.event_id, n.kind, n.order_reference, n.happened_at, n.received_at, n.outcome, case when n.joint_id is null or $1::uuid is null then n.amount else coalesce(
         (select sum(e.amount) from provider_order p join ledger_entry e on e.source = 'notice:' || n.event_id || ':' || p.id where p.joint_id = n.joint_id and p.centre_id = $1),
         (select sum(p.amount) from provider_order p where p.joint_id = n.joint_id and p.centre_id = $1))::bigint end as amount
       from provider_notice n
      where n.received_at >= $2 and n.received_at < $3 and n.outcome not in ('applied', 'failed')
        and ($1::uuid is null or n.centre_id = $1 or exists (select 1 from provider_order p where p.joint_id = n.joint_id and p.centre_id = $1))
      order by n.received_at, n.event_id limit 200`,
    [centreId, from, to])
}

/** The simulated provider's own book. */
export async function insertCharge(sql: Sql, charge: { eventId: string; reference: string; centreId: string; amount: number; on: Day; at: Moment }): Promise<void> {
  await sql.run('insert into simulated_charge (event_id, order_reference, centre_id, amount, charged_on, charged_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [charge.eventId, charge.reference, charge.centreId, charge.amount, charge.on, charge.at])
}
export async function sumCharges(sql: Sql, centreId: string, on: Day): Promise<number> {
  return (await sql.one<{ sum: number }>('select coalesce(sum(amount), 0)::bigint as sum from simulated_charge where centre_id = $1 and charged_on = $2', [centreId, on])).sum
}
