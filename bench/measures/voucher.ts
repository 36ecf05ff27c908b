import pg from 'pg'
import { createHash } from 'node:crypto'
import { makeDocumentNumber } from '#kernel/document-number.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import { openDatabase } from '#platform/db/database.ts'
import type { Day, Moment } from '#kernel/day.ts'
import * as places from '#modules/vouchers/store/place-store.ts'
import { issueVoucherRow } from '#modules/vouchers/store/voucher-store.ts'
import type { Bench } from '../instance.ts'
import type { Line } from '../report.ts'

const CLIENTS = 32
const YEAR = 2099

/**
 * Vouchers through the statements of the acts, one transaction each: a place kept for a request (SKIP LOCKED), then the voucher issued on it, with what the
 * database does beside: postings, and the check at the commit that every voucher has its place. Not in it: the page, the signature, the fit of the
 * road, journal and letter. The floor is one bare update of a free row by SKIP LOCKED.
 */
export async function voucher(bench: Bench, seconds: number): Promise<{ lines: Line[]; notes: string[] }> {
  const count = Math.max(20_000, seconds * 12_000)
  const requests = await seed(bench.owner, count)
  const floor = await floorOf(bench, seconds, count)
  const { kept, issued } = await ownOf(bench, seconds, requests)
  const { rows } = await bench.owner.query<{ vouchers: number; taken: number; differences: number }>(
    `select (select count(*)::int from voucher where year = $1) as vouchers, (select count(*)::int from voucher_place where year = $1 and voucher_id is not null) as taken, (select count(*)::int from voucher_ledger_differences where year = $1) as differences`, [YEAR])
  const { vouchers, taken, differences } = rows[0]!
  return {
    lines: [{ measure: `voucher: a place is kept, c${CLIENTS}`, own: kept, floor }, { measure: `voucher: issued on its place, c${CLIENTS}`, own: issued, floor }],
    notes: [`vouchers issued ${vouchers}, places taken ${taken}, places in all ${count}, oversold ${Math.max(0, vouchers - count)}, ledger differences ${differences}`],
  }
}

interface Asked {
  id: string
  region: string
  personId: string
  accountId: string
  profession: string
}
/** Places, and as many requests of invented people under review; answers the requests. */
async function seed(owner: pg.Client, count: number): Promise<Asked[]> {
  await owner.query("select set_config('tanu.scope', 'system', false)")
  await owner.query(`insert into voucher_order (id, year, kind, ground, document, origin, proposed_at, decided_at, approved) values (gen_random_uuid(), $1, 'plan', 'bench', 'bench', 'imported', now(), now(), true)`, [YEAR])
  await owner.query(`insert into voucher_place (year, region_kato, opened_by) select $1, (array(select kato from region order by kato))[1 + n % 20], o.id from voucher_order o, generate_series(1, $2::int) n where o.year = $1`, [YEAR, count])
  await owner.query('analyze voucher_place')
  await owner.query('create table if not exists floor_place (id bigint generated always as identity primary key, region int not null, person text)')
  await owner.query('create index if not exists floor_place_free on floor_place (region, id) where person is null')
  await owner.query('insert into floor_place (region) select n % 20 from generate_series(1, $1::int) n', [count])
  await owner.query('analyze floor_place')
  const { rows } = await owner.query<Asked>(
    `insert into voucher_request (id, year, region_kato, person_id, account_id, person_key, profession_code, level, statement, signature, checks, filed_at, filed_on, due_on, step)
     select gen_random_uuid(), $1, (array(select kato from region order by kato))[1 + n % 20], a.person_id, a.id, sha256(n::text::bytea), (select code from profession limit 1), 4, '', '{}', '{}', now(), current_date, current_date, 'review'
       from generate_series(1, $2::int) n, (select id, person_id from account limit 1) a returning id, region_kato as region, person_id as "personId", account_id as "accountId", profession_code as profession`, [YEAR, count])
  await owner.query('analyze voucher_request')
  return rows
}

async function ownOf(bench: Bench, seconds: number, requests: readonly Asked[]): Promise<{ kept: Line['own']; issued: Line['own'] }> {
  const db = openDatabase(bench.appUrl, { connections: CLIENTS })
  const now = new Date().toISOString() as Moment
  const today = now.slice(0, 10) as Day
  const asSystem = { 'tanu.scope': 'system' }
  const { rows: [specialist] } = await bench.owner.query<{ id: string }>('select id from account where id <> $1 limit 1', [requests[0]!.accountId])
  try {
    let next = 0
    const kept = await measured(seconds, async () => {
      const request = requests[next++]
      return request !== undefined && db.begin((sql) => places.reservePlace(sql, YEAR, request.region, request.id), asSystem)
    })
    const reserved = Math.min(next, requests.length)
    next = 0
    const issued = await measured(seconds, async () => {
      const request = requests[next++]
      if (next > reserved || !request) return false
      const personKey = createHash('sha256').update(request.id).digest()
      return db.begin(async (sql) => (await issueVoucherRow(sql, {
        id: newUuid(now), number: makeDocumentNumber(personKey.subarray(0, 8)), year: YEAR, regionKato: request.region, requestId: request.id as never, personId: request.personId as never, accountId: request.accountId as never, personKey,
        professionCode: request.profession, level: 4, centreId: null, issuedOn: today, issuedAt: now, issuedBy: specialist!.id as never, validUntil: today, note: '',
      })) === 1, asSystem)
    }, () => next >= reserved)
    return { kept, issued }
  } finally {
    await db.end()
  }
}

async function floorOf(bench: Bench, seconds: number, count: number): Promise<Line['own']> {
  const pool = new pg.Pool({ connectionString: bench.ownerUrl, max: CLIENTS })
  const TAKE = { name: 'take', text: 'update floor_place set person = $2 where id = (select id from floor_place where region = $1 and person is null order by id limit 1 for update skip locked)' }
  try {
    return await measured(seconds, async (client, turn) => ((await pool.query({ ...TAKE, values: [(client * 7 + turn) % 20, `${client}/${turn}/${count}`] })).rowCount ?? 0) === 1)
  } finally {
    await pool.end()
  }
}

async function measured(seconds: number, once: (client: number, turn: number) => Promise<boolean>, isOver: () => boolean = () => false): Promise<Line['own']> {
  const times: number[] = []
  let failed = 0
  const begun = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, async (_, client) => {
    for (let turn = 0; performance.now() - begun < seconds * 1_000 && !isOver(); turn++) {
      const at = performance.now()
      if (!(await once(client, turn))) failed++
      times.push(performance.now() - at)
    }
  }))
  const took = (performance.now() - begun) / 1_000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { perSecond: (times.length - failed) / took, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuMs: 0, failed, bytes: 0 }
}
