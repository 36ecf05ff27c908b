import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { CheckKind, FindingGravity, OrderMover } from '../domain/monitoring.ts'

/** Makes the row of a centre when it is not there, and locks it: the acts about one centre go one after the other. */
export async function lockCentreFile(sql: Sql, centreId: string): Promise<{ version: number }> {
  await sql.run('insert into monitored_centre (centre_id) values ($1) on conflict do nothing', [centreId])
  return sql.one('select version from monitored_centre where centre_id = $1 for update', [centreId])
}
export async function touchCentreFile(sql: Sql, centreId: string): Promise<void> {
  await sql.run('update monitored_centre set version = version + 1 where centre_id = $1', [centreId])
}
export async function selectVersion(sql: Sql, centreId: string): Promise<number> {
  return (await sql.maybe<{ version: number }>('select version from monitored_centre where centre_id = $1', [centreId]))?.version ?? 1
}

export interface CheckRow {
  id: Uuid
  centreId: Uuid
  no: number
  kind: CheckKind
  plannedOn: Day
  reason: string
  announced: boolean
  responsibleId: Uuid
  plannedBy: Uuid
  plannedAt: Moment
  heldOn: Day | null
  outcome: string
  heldBy: Uuid | null
  heldAt: Moment | null
}
const CHECK = 'id, centre_id, no, kind, planned_on, reason, announced, responsible_id, planned_by, planned_at, held_on, outcome, held_by, held_at'
export async function insertCheck(sql: Sql, row: Omit<CheckRow, 'no' | 'heldOn' | 'outcome' | 'heldBy' | 'heldAt'>): Promise<number> {
  const { no } = await sql.one<{ no: number }>(
    `insert into monitoring_check (id, centre_id, no, kind, planned_on, reason, announced, responsible_id, planned_by, planned_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from monitoring_check where centre_id = $2 returning no`,
    [row.id, row.centreId, row.kind, row.plannedOn, row.reason, row.announced, row.responsibleId, row.plannedBy, row.plannedAt])
  return no
}
export async function selectCheck(sql: Sql, id: string): Promise<CheckRow | undefined> {
  return sql.maybe<CheckRow>(`select ${CHECK} from monitoring_check where id = $1`, [id])
}
export async function selectChecksOf(sql: Sql, centreId: string): Promise<CheckRow[]> {
  return sql.many<CheckRow>(`select ${CHECK} from monitoring_check where centre_id = $1 order by coalesce(held_on, planned_on) desc, no desc`, [centreId])
}
export async function selectChecksAhead(sql: Sql): Promise<CheckRow[]> {
  return sql.many<CheckRow>(`select ${CHECK} from monitoring_check where held_on is null order by planned_on, id`)
}
export async function selectLastHeld(sql: Sql): Promise<{ centreId: Uuid; heldOn: Day }[]> {
  return sql.many("select centre_id, max(held_on) as held_on from monitoring_check where held_on is not null and kind = 'planned' group by centre_id")
}
export async function updateCheckDay(sql: Sql, id: string, on: Day): Promise<void> {
  await sql.run('update monitoring_check set planned_on = $2 where id = $1', [id, on])
}
export async function updateCheckHeld(sql: Sql, row: { id: string; heldOn: Day; outcome: string; by: string; at: Moment }): Promise<void> {
  await sql.run('update monitoring_check set held_on = $2, outcome = $3, held_by = $4, held_at = $5 where id = $1', [row.id, row.heldOn, row.outcome, row.by, row.at])
}

export interface ReportRow {
  id: Uuid
  centreId: Uuid
  subject: string
  receivedOn: Day
  enteredBy: Uuid
  enteredAt: Moment
}
export async function insertReport(sql: Sql, row: ReportRow): Promise<void> {
  await sql.run('insert into monitoring_report (id, centre_id, subject, received_on, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6)', [row.id, row.centreId, row.subject, row.receivedOn, row.enteredBy, row.enteredAt])
}
export async function selectReport(sql: Sql, id: string): Promise<ReportRow | undefined> {
  return sql.maybe<ReportRow>('select id, centre_id, subject, received_on, entered_by, entered_at from monitoring_report where id = $1', [id])
}
export async function selectReportsOf(sql: Sql, centreId: string): Promise<ReportRow[]> {
  return sql.many<ReportRow>('select id, centre_id, subject, received_on, entered_by, entered_at from monitoring_report where centre_id = $1 order by received_on desc, id desc', [centreId])
}

export interface FindingRow {
  id: Uuid
  centreId: Uuid
  no: number
  checkId: Uuid | null
  reportId: Uuid | null
  gravity: FindingGravity
  requirement: string
  description: string
  foundBy: Uuid
  foundAt: Moment
}
const FINDING = 'id, centre_id, no, check_id, report_id, gravity, requirement, description, found_by, found_at'
export async function insertFinding(sql: Sql, row: Omit<FindingRow, 'no'>): Promise<number> {
  const { no } = await sql.one<{ no: number }>(
    `insert into monitoring_finding (id, centre_id, no, check_id, report_id, gravity, requirement, description, found_by, found_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from monitoring_finding where centre_id = $2 returning no`,
    [row.id, row.centreId, row.checkId, row.reportId, row.gravity, row.requirement, row.description, row.foundBy, row.foundAt])
  return no
}
export async function selectFinding(sql: Sql, id: string): Promise<FindingRow | undefined> {
  return sql.maybe<FindingRow>(`select ${FINDING} from monitoring_finding where id = $1`, [id])
}
export async function selectFindingsOf(sql: Sql, centreId: string): Promise<FindingRow[]> {
  return sql.many<FindingRow>(`select ${FINDING} from monitoring_finding where centre_id = $1 order by no desc`, [centreId])
}
/** Findings on which nobody has ordered anything yet. */
export async function selectFindingsWithoutOrder(sql: Sql): Promise<FindingRow[]> {
  return sql.many<FindingRow>(`select ${FINDING} from monitoring_finding f where not exists (select 1 from remedy_order o where o.finding_id = f.id) order by found_at, id`)
}

export interface OrderRow {
  id: Uuid
  centreId: Uuid
  no: number
  findingId: Uuid
  demand: string
  dueOn: Day
  whoseMove: OrderMover
  issuedBy: Uuid
  issuedAt: Moment
  remediedOn: Day | null
  remediedWords: string
  confirmedBy: Uuid | null
  confirmedAt: Moment | null
}
const ORDER = 'id, centre_id, no, finding_id, demand, due_on, whose_move, issued_by, issued_at, remedied_on, remedied_words, confirmed_by, confirmed_at'
export async function insertOrder(sql: Sql, row: Pick<OrderRow, 'id' | 'centreId' | 'findingId' | 'demand' | 'dueOn' | 'issuedBy' | 'issuedAt'>): Promise<number> {
  const { no } = await sql.one<{ no: number }>(
    `insert into remedy_order (id, centre_id, no, finding_id, demand, due_on, whose_move, issued_by, issued_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, 'centre', $6, $7 from remedy_order where centre_id = $2 returning no`,
    [row.id, row.centreId, row.findingId, row.demand, row.dueOn, row.issuedBy, row.issuedAt])
  return no
}
export async function selectOrder(sql: Sql, id: string): Promise<OrderRow | undefined> {
  return sql.maybe<OrderRow>(`select ${ORDER} from remedy_order where id = $1`, [id])
}
export async function selectOrdersOf(sql: Sql, centreId: string): Promise<OrderRow[]> {
  return sql.many<OrderRow>(`select ${ORDER} from remedy_order where centre_id = $1 order by remedied_on is not null, due_on, no`, [centreId])
}
export async function selectOpenOrders(sql: Sql): Promise<OrderRow[]> {
  return sql.many<OrderRow>(`select ${ORDER} from remedy_order where remedied_on is null order by due_on, id`)
}
export async function updateOrderMove(sql: Sql, id: string, whoseMove: OrderMover): Promise<void> {
  await sql.run('update remedy_order set whose_move = $2 where id = $1', [id, whoseMove])
}
export async function updateOrderDue(sql: Sql, id: string, dueOn: Day): Promise<void> {
  await sql.run('update remedy_order set due_on = $2 where id = $1', [id, dueOn])
}
export async function updateOrderRemedied(sql: Sql, row: { id: string; on: Day; words: string; by: string; at: Moment }): Promise<void> {
  await sql.run("update remedy_order set remedied_on = $2, remedied_words = $3, confirmed_by = $4, confirmed_at = $5, whose_move = 'nobody' where id = $1", [row.id, row.on, row.words, row.by, row.at])
}

export interface ExtensionRow {
  no: number
  dueBefore: Day
  dueAfter: Day
  ground: string
  extendedBy: Uuid
  extendedAt: Moment
}
export async function insertExtension(sql: Sql, orderId: string, row: Omit<ExtensionRow, 'no'>): Promise<void> {
  await sql.run(
    `insert into remedy_extension (order_id, no, due_before, due_after, ground, extended_by, extended_at)
     select $1, coalesce(max(no), 0) + 1, $2, $3, $4, $5, $6 from remedy_extension where order_id = $1`, [orderId, row.dueBefore, row.dueAfter, row.ground, row.extendedBy, row.extendedAt])
}
export async function selectExtensions(sql: Sql, orderId: string): Promise<ExtensionRow[]> {
  return sql.many<ExtensionRow>('select no, due_before, due_after, ground, extended_by, extended_at from remedy_extension where order_id = $1 order by no', [orderId])
}

export interface AnswerRow {
  id: Uuid
  orderId: Uuid
  side: 'centre' | 'accreditor'
  body: string
  writtenBy: Uuid
  writtenAt: Moment
}
export async function insertAnswer(sql: Sql, row: AnswerRow): Promise<void> {
  await sql.run(
    `insert into remedy_answer (id, order_id, no, side, body, written_by, written_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6 from remedy_answer where order_id = $2`, [row.id, row.orderId, row.side, row.body, row.writtenBy, row.writtenAt])
}
export async function selectAnswers(sql: Sql, orderId: string): Promise<AnswerRow[]> {
  return sql.many<AnswerRow>('select id, order_id, side, body, written_by, written_at from remedy_answer where order_id = $1 order by no', [orderId])
}
