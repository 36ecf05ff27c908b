import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { RegionPlaces } from '../domain/places.ts'

export interface OrderRow {
  id: Uuid
  year: number
  kind: 'plan' | 'revision' | 'transfer'
  ground: string
  document: string
  reverses: Uuid | null
  origin: 'order' | 'imported'
  proposedBy: Uuid | null
  proposedAt: Moment
  decidedBy: Uuid | null
  decidedAt: Moment | null
  approved: boolean | null
  decisionNote: string
}
const ORDER = 'id, year, kind, ground, document, reverses, origin, proposed_by, proposed_at, decided_by, decided_at, approved, decision_note'

export async function insertOrder(sql: Sql, row: Omit<OrderRow, 'decidedBy' | 'decidedAt' | 'approved' | 'decisionNote'>, lines: readonly RegionPlaces[]): Promise<void> {
  await sql.run('insert into voucher_order (id, year, kind, ground, document, reverses, origin, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [row.id, row.year, row.kind, row.ground, row.document, row.reverses, row.origin, row.proposedBy, row.proposedAt])
  await sql.run('insert into voucher_order_line (order_id, region_kato, places) select $1, * from unnest($2::text[], $3::integer[])', [row.id, lines.map((line) => line.region), lines.map((line) => line.places)])
}
export async function lockOrder(sql: Sql, id: string): Promise<OrderRow | undefined> {
  return sql.maybe<OrderRow>(`select ${ORDER} from voucher_order where id = $1 for update`, [id])
}
export async function selectOrders(sql: Sql, year: number): Promise<OrderRow[]> {
  return sql.many<OrderRow>(`select ${ORDER} from voucher_order where year = $1 order by proposed_at desc, id desc`, [year])
}
export async function selectLines(sql: Sql, orderIds: readonly string[]): Promise<(RegionPlaces & { orderId: Uuid })[]> {
  return sql.many('select order_id, region_kato as region, places from voucher_order_line where order_id = any ($1::uuid[]) order by order_id, region_kato', [orderIds])
}
export async function decideOrderRow(sql: Sql, id: string, by: { accountId: string | null; approved: boolean; note: string; at: Moment }): Promise<void> {
  await sql.run('update voucher_order set decided_by = $2, approved = $3, decision_note = $4, decided_at = $5 where id = $1', [id, by.accountId, by.approved, by.note, by.at])
}
export async function isPlanned(sql: Sql, year: number): Promise<boolean> {
  return (await sql.maybe("select 1 from voucher_order where year = $1 and kind = 'plan' and approved", [year])) !== undefined
}
/** Years of which there is a plan, the newest first. */
export async function selectYears(sql: Sql): Promise<number[]> {
  return (await sql.many<{ year: number }>("select distinct year from voucher_order where kind = 'plan' and approved order by year desc")).map((row) => row.year)
}

export async function openPlaces(sql: Sql, orderId: string, year: number, lines: readonly RegionPlaces[]): Promise<void> {
  await sql.run(
    'insert into voucher_place (year, region_kato, opened_by) select $2, l.region, $1 from unnest($3::text[], $4::integer[]) l (region, places), generate_series(1, l.places)',
    [orderId, year, lines.map((line) => line.region), lines.map((line) => line.places)])
}
/** Closes free places of a region; answers how many it could take. */
export async function closePlaces(sql: Sql, orderId: string, year: number, region: string, places: number): Promise<number> {
  return sql.run(
    `update voucher_place set closed_by = $1 where id in (
       select id from voucher_place where year = $2 and region_kato = $3 and closed_by is null and voucher_id is null and request_id is null order by id desc limit $4 for update)`, [orderId, year, region, places])
}
export async function countFree(sql: Sql, year: number, region: string): Promise<number> {
  return (await sql.one<{ n: number }>('select count(*)::int as n from voucher_place where year = $1 and region_kato = $2 and closed_by is null and voucher_id is null and request_id is null', [year, region])).n
}
/** Reserves the lowest free place for a request; false where none is free. Places that others are taking are passed over; only when all free ones are held by others is one waited for, since those may yet be given back. */
export async function reservePlace(sql: Sql, year: number, region: string, requestId: string): Promise<boolean> {
  const lowest = (lock: 'for update skip locked' | 'for update') => sql.run(
    `update voucher_place set request_id = $3 where closed_by is null and voucher_id is null and request_id is null and id = (
       select id from voucher_place where year = $1 and region_kato = $2 and closed_by is null and voucher_id is null and request_id is null order by id limit 1 ${lock})`, [year, region, requestId])
  for (;;) {
    if ((await lowest('for update skip locked')) === 1) return true
    if ((await countFree(sql, year, region)) === 0) return false
    if ((await lowest('for update')) === 1) return true
  }
}
export async function hasReservedPlace(sql: Sql, requestId: string): Promise<boolean> {
  return (await sql.maybe('select 1 from voucher_place where request_id = $1', [requestId])) !== undefined
}
export async function releasePlace(sql: Sql, requestId: string): Promise<void> {
  await sql.run('update voucher_place set request_id = null where request_id = $1', [requestId])
}

export interface FigureRow {
  region: string
  plan: number
  moved: number
  revised: number
  issued: number
  goneThrough: number
  passed: number
  annulled: number
  /** Of those issued: in number the source's, each of them made up for the demonstration. */
  invented: number
}
/** Every region of a year on a day, each number counted by itself from orders and vouchers. */
export async function selectFigures(sql: Sql, year: number, asOf: Day, regions: readonly string[]): Promise<FigureRow[]> {
  return sql.many<FigureRow>(
    `select r.kato as region,
       coalesce((select sum(l.places) from voucher_order_line l join voucher_order o on o.id = l.order_id where l.region_kato = r.kato and o.year = $1 and o.kind = 'plan' and o.approved and (o.decided_at at time zone 'Asia/Almaty')::date <= $2), 0)::int as plan,
       coalesce((select sum(l.places) from voucher_order_line l join voucher_order o on o.id = l.order_id where l.region_kato = r.kato and o.year = $1 and o.kind = 'transfer' and o.approved and (o.decided_at at time zone 'Asia/Almaty')::date <= $2), 0)::int as moved,
       coalesce((select sum(l.places) from voucher_order_line l join voucher_order o on o.id = l.order_id where l.region_kato = r.kato and o.year = $1 and o.kind = 'revision' and o.approved and (o.decided_at at time zone 'Asia/Almaty')::date <= $2), 0)::int as revised,
       count(v.id)::int as issued, count(v.id) filter (where v.state = 'used' and v.used_on <= $2)::int as gone_through,
       count(v.id) filter (where v.state = 'used' and v.used_on <= $2 and v.passed)::int as passed, count(v.id) filter (where v.annulled_on <= $2)::int as annulled, count(v.id) filter (where v.invented)::int as invented
     from unnest($3::text[]) r (kato) left join voucher v on v.region_kato = r.kato and v.year = $1 and v.issued_on <= $2 group by r.kato order by r.kato`, [year, asOf, regions])
}
export async function selectLedgerDifferences(sql: Sql): Promise<{ year: number; regionKato: string; account: string; ledger: number; counted: number }[]> {
  return sql.many('select year, region_kato, account, ledger, counted from voucher_ledger_differences order by 1, 2, 3')
}
/** What each region has promised by now: places kept for requests under review, and requests that wait for a place. */
export async function selectPromised(sql: Sql, year: number, regions: readonly string[]): Promise<{ region: string; reserved: number; waiting: number }[]> {
  return sql.many(
    `select r.kato as region, count(p.id)::int as reserved, (count(q.id) - count(p.id))::int as waiting
     from unnest($2::text[]) r (kato) left join voucher_request q on q.year = $1 and q.region_kato = r.kato and q.step = 'review' left join voucher_place p on p.request_id = q.id group by r.kato order by r.kato`, [year, regions])
}
/** Free and reserved places of each region, and how many were asked for since a day. */
export async function selectPace(sql: Sql, year: number, since: Day, regions: readonly string[]): Promise<{ region: string; left: number; lately: number }[]> {
  return sql.many(
    `select r.kato as region, (select count(*)::int from voucher_place p where p.year = $1 and p.region_kato = r.kato and p.closed_by is null and p.voucher_id is null) as left,
       (select count(*)::int from voucher_request q where q.year = $1 and q.region_kato = r.kato and q.filed_on >= $2 and q.step in ('review', 'granted')) as lately
     from unnest($3::text[]) r (kato) order by r.kato`, [year, since, regions])
}
