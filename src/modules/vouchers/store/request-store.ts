import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { SignatureKept } from '../domain/signature.ts'
import type { CheckOutcome, VoucherCheck, VoucherRefusalGround } from '../domain/request.ts'

export interface RequestRow {
  id: Uuid
  year: number
  regionKato: string
  personId: Uuid
  accountId: Uuid
  personKey: Uint8Array
  professionCode: string
  level: number
  centreId: Uuid | null
  statement: string
  signature: SignatureKept
  checks: Record<VoucherCheck, CheckOutcome>
  filedAt: Moment
  filedOn: Day
  dueOn: Day
  step: 'review' | 'granted' | 'refused' | 'withdrawn'
  decidedBy: Uuid | null
  decidedAt: Moment | null
  refusalGround: VoucherRefusalGround | null
  refusalReason: string
  remedy: string
  note: string
}
const COLUMNS = `id, year, region_kato, person_id, account_id, person_key, profession_code, level, centre_id, statement, signature, checks, filed_at, filed_on, due_on, step, decided_by, decided_at,
  refusal_ground, refusal_reason, remedy, note`

export async function insertRequest(sql: Sql, row: Omit<RequestRow, 'decidedBy' | 'decidedAt' | 'refusalGround' | 'refusalReason' | 'remedy' | 'note'>): Promise<void> {
  await sql.run(
    `insert into voucher_request (id, year, region_kato, person_id, account_id, person_key, profession_code, level, centre_id, statement, signature, checks, filed_at, filed_on, due_on, step)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [row.id, row.year, row.regionKato, row.personId, row.accountId, Buffer.from(row.personKey), row.professionCode, row.level, row.centreId, row.statement, JSON.stringify(row.signature), JSON.stringify(row.checks),
      row.filedAt, row.filedOn, row.dueOn, row.step])
}
export async function selectRequest(sql: Sql, id: string): Promise<RequestRow | undefined> {
  return sql.maybe<RequestRow>(`select ${COLUMNS} from voucher_request where id = $1`, [id])
}
/** At which step these requests stand; none asked for, none read. */
export async function selectRequestSteps(sql: Sql, ids: readonly string[]): Promise<{ id: Uuid; step: RequestRow['step'] }[]> {
  return ids.length === 0 ? [] : sql.many('select id, step from voucher_request where id = any ($1::uuid[])', [ids])
}
export async function lockRequest(sql: Sql, id: string): Promise<RequestRow | undefined> {
  return sql.maybe<RequestRow>(`select ${COLUMNS} from voucher_request where id = $1 for update`, [id])
}
export async function selectOwnRequests(sql: Sql, accountId: string): Promise<RequestRow[]> {
  return sql.many<RequestRow>(`select ${COLUMNS} from voucher_request where account_id = $1 order by filed_at desc, id desc`, [accountId])
}
export async function hasOpenRequest(sql: Sql, year: number, personKey: Uint8Array): Promise<boolean> {
  return (await sql.maybe("select 1 from voucher_request where year = $1 and person_key = $2 and step = 'review'", [year, Buffer.from(personKey)])) !== undefined
}
export async function updateChecks(sql: Sql, id: string, checks: RequestRow['checks']): Promise<void> {
  await sql.run('update voucher_request set checks = $2 where id = $1', [id, JSON.stringify(checks)])
}
export async function decideRequestRow(sql: Sql, id: string, by: { step: 'granted' | 'refused' | 'withdrawn'; accountId: string | null; at: Moment; ground?: string; reason?: string; remedy?: string; note?: string }): Promise<void> {
  await sql.run('update voucher_request set step = $2, decided_by = $3, decided_at = $4, refusal_ground = $5, refusal_reason = $6, remedy = $7, note = $8 where id = $1',
    [id, by.step, by.accountId, by.at, by.ground ?? null, by.reason ?? '', by.remedy ?? '', by.note ?? ''])
}
/** Requests of regions, those that wait first, each with whether a place is kept for it. */
export async function selectRequests(sql: Sql, q: { regions: readonly string[]; step: string; limit: number; offset: number }): Promise<(RequestRow & { reserved: boolean })[]> {
  return sql.many(
    `select ${COLUMNS}, exists (select 1 from voucher_place p where p.request_id = voucher_request.id) as reserved from voucher_request where region_kato = any ($1) and step = $2
      order by case when $2 = 'review' then filed_at end, case when $2 <> 'review' then filed_at end desc, id limit $3 offset $4`, [q.regions, q.step, q.limit, q.offset])
}
export async function countRequests(sql: Sql, regions: readonly string[], step: string): Promise<number> {
  return (await sql.one<{ n: number }>('select count(*)::int as n from voucher_request where region_kato = any ($1) and step = $2', [regions, step])).n
}
/** Requests without a place, in order of arrival: the waiting list of a region. */
export async function selectWaiting(sql: Sql, year: number, region: string): Promise<{ id: Uuid; filedAt: Moment }[]> {
  return sql.many(
    `select q.id, q.filed_at from voucher_request q where q.year = $1 and q.region_kato = $2 and q.step = 'review' and not exists (select 1 from voucher_place p where p.request_id = q.id) order by q.filed_at, q.id`, [year, region])
}

export async function selectSimulatedEmployment(sql: Sql, personKey: Uint8Array, on: Day): Promise<{ regionKato: string } | undefined> {
  return sql.maybe('select region_kato from employment_simulation where person_key = $1 and registered_from <= $2 and (registered_until is null or registered_until >= $2)', [Buffer.from(personKey), on])
}
export async function upsertSimulatedEmployment(sql: Sql, row: { personKey: Uint8Array; regionKato: string; registeredFrom: Day; registeredUntil: Day | null }): Promise<void> {
  await sql.run('insert into employment_simulation (person_key, region_kato, registered_from, registered_until) values ($1, $2, $3, $4) on conflict (person_key) do update set region_kato = excluded.region_kato, registered_from = excluded.registered_from, registered_until = excluded.registered_until',
    [Buffer.from(row.personKey), row.regionKato, row.registeredFrom, row.registeredUntil])
}
