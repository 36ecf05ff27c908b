import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface VoucherRow {
  id: Uuid
  number: string
  year: number
  regionKato: string
  origin: 'issued' | 'imported'
  requestId: Uuid | null
  personId: Uuid | null
  accountId: Uuid | null
  professionCode: string
  level: number
  centreId: Uuid | null
  issuedOn: Day
  issuedAt: Moment
  validUntil: Day
  state: 'issued' | 'bound' | 'used' | 'annulled'
  caseId: Uuid | null
  boundAt: Moment | null
  usedOn: Day | null
  passed: boolean | null
  /** The attempt that was held on it, and the price of its contract in whole tenge. */
  attemptId: Uuid | null
  price: number | null
  annulledOn: Day | null
  annulmentGround: string | null
}
const COLUMNS = 'id, number, year, region_kato, origin, request_id, person_id, account_id, profession_code, level, centre_id, issued_on, issued_at, valid_until, state, case_id, bound_at, used_on, passed, attempt_id, price, annulled_on, annulment_ground'

/** A voucher to be issued on the place kept for its request; whose it is and for what stands in the request. */
export interface VoucherToIssue {
  id: Uuid
  number: string
  requestId: Uuid
  issuedOn: Day
  issuedAt: Moment
  issuedBy: Uuid
  validUntil: Day
  note: string
}
/**
 * Issues vouchers on the places kept for their requests and ends the reviews, all in one statement: this is the hot one, and acts that come together share it. A request that is under
 * review no more, or for which no place is kept, is left out. Answers the requests that have theirs. Its place is taken by the same statement, so none can be taken twice.
 */
export async function issueVoucherRows(sql: Sql, rows: readonly VoucherToIssue[]): Promise<Set<string>> {
  // In one order, so that two processes never wait for each other.
  const sorted = [...rows].sort((a, b) => (a.requestId < b.requestId ? -1 : 1))
  const issued = await sql.many<{ requestId: string }>(
    `with asked as (select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::date[], $5::timestamptz[], $6::uuid[], $7::date[], $8::text[]) r (id, number, request_id, issued_on, issued_at, issued_by, valid_until, note)),
       granted as (update voucher_request q set step = 'granted', decided_by = r.issued_by, decided_at = r.issued_at, note = r.note from asked r
         where q.id = r.request_id and q.step = 'review' and (select true from voucher_place p where p.request_id = r.request_id)
         returning r.id, r.number, q.year, q.region_kato, q.id as request_id, q.person_id, q.account_id, q.person_key, q.profession_code, q.level, q.centre_id, r.issued_on, r.issued_at, r.valid_until),
       issued as (insert into voucher (id, number, year, region_kato, origin, request_id, person_id, account_id, person_key, profession_code, level, centre_id, issued_on, issued_at, valid_until, state)
         select id, number, year, region_kato, 'issued', request_id, person_id, account_id, person_key, profession_code, level, centre_id, issued_on, issued_at, valid_until, 'issued' from granted returning id, request_id)
     update voucher_place set request_id = null, voucher_id = issued.id from issued where voucher_place.request_id = issued.request_id returning issued.request_id`,
    [sorted.map((r) => r.id), sorted.map((r) => r.number), sorted.map((r) => r.requestId), sorted.map((r) => r.issuedOn), sorted.map((r) => r.issuedAt), sorted.map((r) => r.issuedBy), sorted.map((r) => r.validUntil), sorted.map((r) => r.note)])
  return new Set(issued.map((row) => row.requestId))
}
export async function lockVoucher(sql: Sql, id: string): Promise<VoucherRow | undefined> {
  return sql.maybe<VoucherRow>(`select ${COLUMNS} from voucher where id = $1 for update`, [id])
}
export async function selectVoucher(sql: Sql, id: string): Promise<VoucherRow | undefined> {
  return sql.maybe<VoucherRow>(`select ${COLUMNS} from voucher where id = $1`, [id])
}
export async function selectOwnVouchers(sql: Sql, accountId: string): Promise<VoucherRow[]> {
  return sql.many<VoucherRow>(`select ${COLUMNS} from voucher where request_id in (select id from voucher_request where account_id = $1) order by issued_at desc, id desc`, [accountId])
}
export async function selectVouchersOfRequests(sql: Sql, requestIds: readonly string[]): Promise<VoucherRow[]> {
  return sql.many<VoucherRow>(`select ${COLUMNS} from voucher where request_id = any ($1::uuid[])`, [requestIds])
}
export async function isIssuedThisYear(sql: Sql, year: number, personKey: Uint8Array): Promise<boolean> {
  return (await sql.maybe('select 1 from voucher where year = $1 and person_key = $2', [year, Buffer.from(personKey)])) !== undefined
}
export async function selectOfCase(sql: Sql, caseId: string): Promise<VoucherRow | undefined> {
  return sql.maybe<VoucherRow>(`select ${COLUMNS} from voucher where case_id = $1`, [caseId])
}
export async function lockOfCase(sql: Sql, caseId: string): Promise<VoucherRow | undefined> {
  return sql.maybe<VoucherRow>(`select ${COLUMNS} from voucher where case_id = $1 for update`, [caseId])
}
export async function markBound(sql: Sql, id: string, caseId: string, centreId: string, at: Moment): Promise<void> {
  await sql.run("update voucher set state = 'bound', case_id = $2, centre_id = $3, bound_at = $4 where id = $1", [id, caseId, centreId, at])
}
export async function markReturned(sql: Sql, id: string): Promise<void> {
  await sql.run("update voucher set state = 'issued', case_id = null, bound_at = null where id = $1", [id])
}
export async function markUsed(sql: Sql, id: string, use: { usedOn: Day; at: Moment; passed: boolean | null; attemptId: string; price: number }): Promise<void> {
  await sql.run("update voucher set state = 'used', used_on = $2, used_at = $3, passed = $4, attempt_id = $5, price = $6 where id = $1", [id, use.usedOn, use.at, use.passed, use.attemptId, use.price])
}
export async function setPassed(sql: Sql, id: string, passed: boolean): Promise<void> {
  await sql.run('update voucher set passed = $2 where id = $1', [id, passed])
}
export async function markAnnulled(sql: Sql, id: string, on: Day, ground: string): Promise<void> {
  await sql.run("update voucher set state = 'annulled', annulled_on = $2, annulment_ground = $3 where id = $1", [id, on, ground])
}
export async function setChoice(sql: Sql, id: string, choice: { professionCode: string; level: number; centreId: string | null }): Promise<void> {
  await sql.run('update voucher set profession_code = $2, level = $3, centre_id = $4 where id = $1', [id, choice.professionCode, choice.level, choice.centreId])
}
export async function setValidUntil(sql: Sql, id: string, validUntil: Day): Promise<void> {
  await sql.run('update voucher set valid_until = $2 where id = $1', [id, validUntil])
}
export async function insertExtension(sql: Sql, row: { id: Uuid; voucherId: string; ground: 'incapacity' | 'centre-fault'; days: number; paper: string; extendedBy: string | null; at: Moment }): Promise<void> {
  await sql.run('insert into voucher_extension (id, voucher_id, ground, days, paper, extended_by, at) values ($1, $2, $3, $4, $5, $6, $7)', [row.id, row.voucherId, row.ground, row.days, row.paper, row.extendedBy, row.at])
}
export async function selectExtensions(sql: Sql, voucherId: string): Promise<{ ground: string; days: number; paper: string; at: Moment }[]> {
  return sql.many('select ground, days, paper, at from voucher_extension where voucher_id = $1 order by at, id', [voucherId])
}
/**
 * Vouchers that were not used by their last day, page by page after the last of the page before. A bound one waits while its exam is still to be judged: the
 * last stage may have been held in time; it stays at the head of the list, so a first page alone would hide who comes after it.
 */
export async function selectLapsed(sql: Sql, today: Day, page: { after: Pick<VoucherRow, 'id' | 'validUntil'> | undefined; limit: number }): Promise<VoucherRow[]> {
  return sql.many<VoucherRow>(
    `select ${COLUMNS} from voucher where valid_until < $1 and state in ('issued', 'bound') and ($2::date is null or (valid_until, id) > ($2, $3::uuid)) order by valid_until, id limit $4`,
    [today, page.after?.validUntil ?? null, page.after?.id ?? null, page.limit])
}

/** Cases whose vouchers lapsed while they were bound, since a day, the longest ago first. All of them: most stand elsewhere by now, and a part would hide the others for ever. */
export async function selectLapsedCases(sql: Sql, from: Day): Promise<Uuid[]> {
  return (await sql.many<{ caseId: Uuid }>("select case_id from voucher where state = 'annulled' and annulment_ground = 'unused' and case_id is not null and annulled_on >= $1 order by annulled_on, id", [from])).map((row) => row.caseId)
}

/** A used voucher as the settlement with the centre needs it. */
export interface UsedVoucher {
  voucherId: Uuid
  number: string
  caseId: Uuid
  professionCode: string
  level: number
  usedOn: Day
  passed: boolean | null
  personId: Uuid
  attemptId: Uuid
  /** Price of the contract, whole tenge. */
  price: number
}
/** Vouchers used at a centre between two days, in order of use. */
export async function selectUsedAt(sql: Sql, q: { centreId: string; from: Day; until: Day }): Promise<UsedVoucher[]> {
  return sql.many<UsedVoucher>(
    "select id as voucher_id, number, case_id, profession_code, level, used_on, passed, person_id, attempt_id, price from voucher where centre_id = $1 and state = 'used' and origin = 'issued' and used_on between $2 and $3 order by used_on, id", [q.centreId, q.from, q.until])
}

export interface ImportedVoucher {
  id: Uuid
  number: string
  year: number
  region: string
  personKey: Uint8Array
  professionCode: string
  level: number
  issuedOn: Day
  validUntil: Day
  state: 'used' | 'annulled'
  usedOn: Day | null
  passed: boolean | null
  annulledOn: Day | null
  annulmentGround: string | null
}
/** Enters vouchers of an imported year with their places, set by set. The places bear the imported order; the cap does not hold them. */
export async function insertImported(sql: Sql, rows: readonly ImportedVoucher[], invented: boolean): Promise<void> {
  await sql.run(
    `insert into voucher (id, number, year, region_kato, origin, person_key, profession_code, level, issued_on, issued_at, valid_until, state, used_on, passed, annulled_on, annulment_ground, invented)
     select id, number, year, region, 'imported', person_key, profession_code, level, issued_on, issued_on::timestamptz, valid_until, state, used_on, passed, annulled_on, annulment_ground, $15
       from unnest($1::uuid[], $2::text[], $3::integer[], $4::text[], $5::bytea[], $6::text[], $7::integer[], $8::date[], $9::date[], $10::text[], $11::date[], $12::boolean[], $13::date[], $14::text[])
         r (id, number, year, region, person_key, profession_code, level, issued_on, valid_until, state, used_on, passed, annulled_on, annulment_ground)`,
    [rows.map((r) => r.id), rows.map((r) => r.number), rows.map((r) => r.year), rows.map((r) => r.region), rows.map((r) => Buffer.from(r.personKey)), rows.map((r) => r.professionCode), rows.map((r) => r.level),
      rows.map((r) => r.issuedOn), rows.map((r) => r.validUntil), rows.map((r) => r.state), rows.map((r) => r.usedOn), rows.map((r) => r.passed), rows.map((r) => r.annulledOn), rows.map((r) => r.annulmentGround), invented])
}
/** Gives imported vouchers their places: those of the plan first, then places beyond it. */
export async function seatImported(sql: Sql, orderId: string, year: number): Promise<void> {
  await sql.run(
    `with waiting as (select v.id, v.region_kato, row_number() over (partition by v.region_kato order by v.issued_on, v.id) as n from voucher v where v.year = $2 and v.origin = 'imported' and not exists (select 1 from voucher_place p where p.voucher_id = v.id)),
       free as (select p.id, p.region_kato, row_number() over (partition by p.region_kato order by p.id) as n from voucher_place p where p.year = $2 and p.opened_by = $1 and p.closed_by is null and p.voucher_id is null and p.request_id is null)
     update voucher_place set voucher_id = w.id from free f join waiting w on w.region_kato = f.region_kato and w.n = f.n where voucher_place.id = f.id`, [orderId, year])
  await sql.run(
    `insert into voucher_place (year, region_kato, opened_by, voucher_id) select v.year, v.region_kato, $1, v.id from voucher v where v.year = $2 and v.origin = 'imported' and not exists (select 1 from voucher_place p where p.voucher_id = v.id)`,
    [orderId, year])
}
