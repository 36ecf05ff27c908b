import pg from 'pg'
import { createHash } from 'node:crypto'
import { makeDocumentNumber } from '#kernel/document-number.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import { openDatabase } from '#platform/db/database.ts'
import type { Day, Moment } from '#kernel/day.ts'
import * as places from '#modules/vouchers/store/place-store.ts'
import { insertVoucher } from '#modules/vouchers/store/voucher-store.ts'
import type { Bench } from '../instance.ts'
import type { Line } from '../report.ts'

const CLIENTS = 32
const YEAR = 2099

/**
 * Vouchers through the statements of the act: a place reserved by SKIP LOCKED, the voucher, the place taken, and what the database does beside it (two
 * postings, the check that every voucher has its place), one transaction each. Not in it: the page, the signature, the fit of the road, journal and letter.
 * The floor is one bare update of a free row by SKIP LOCKED in a transaction of its own.
 */
export async function voucher(bench: Bench, seconds: number): Promise<{ lines: Line[]; notes: string[] }> {
  const count = Math.max(20_000, seconds * 12_000)
  await seed(bench.owner, count)
  const floor = await floorOf(bench, seconds, count)
  const own = await ownOf(bench, seconds)
  const { rows } = await bench.owner.query<{ issued: number; open: number; differences: number }>(
    `select (select count(*)::int from voucher where year = $1) as issued, (select count(*)::int from voucher_place where year = $1 and voucher_id is not null) as open, (select count(*)::int from voucher_ledger_differences where year = $1) as differences`, [YEAR])
  const { issued, open, differences } = rows[0]!
  return {
    lines: [{ measure: `voucher: place, voucher and ledger, c${CLIENTS}`, own, floor }],
    notes: [`vouchers issued ${issued}, places taken ${open}, places in all ${count}, oversold ${Math.max(0, issued - count)}, ledger differences ${differences}`],
  }
}

async function seed(owner: pg.Client, count: number): Promise<void> {
  await owner.query("select set_config('tanu.scope', 'system', false)")
  await owner.query(`insert into voucher_order (id, year, kind, ground, document, origin, proposed_at, decided_at, approved) values (gen_random_uuid(), $1, 'plan', 'bench', 'bench', 'imported', now(), now(), true)`, [YEAR])
  await owner.query(`insert into voucher_place (year, region_kato, opened_by) select $1, (array(select kato from region order by kato))[1 + n % 20], o.id from voucher_order o, generate_series(1, $2::int) n where o.year = $1`, [YEAR, count])
  await owner.query('analyze voucher_place')
  await owner.query('create table if not exists floor_place (id bigint generated always as identity primary key, region int not null, person text)')
  await owner.query('create index if not exists floor_place_free on floor_place (region, id) where person is null')
  await owner.query('insert into floor_place (region) select n % 20 from generate_series(1, $1::int) n', [count])
  await owner.query('analyze floor_place')
}

async function ownOf(bench: Bench, seconds: number): Promise<Line['own']> {
  const { rows } = await bench.owner.query<{ kato: string }>('select kato from region order by kato')
  const { rows: [some] } = await bench.owner.query<{ person: string; account: string; profession: string }>('select p.id as person, a.id as account, (select code from profession limit 1) as profession from account a join person p on p.id = a.person_id limit 1')
  const db = openDatabase(bench.appUrl, { connections: CLIENTS })
  const now = new Date().toISOString() as Moment
  const today = now.slice(0, 10) as Day
  try {
    return await measured(seconds, async (client, turn) => {
      const region = rows[(client * 7 + turn) % rows.length]!.kato
      const personKey = createHash('sha256').update(`${client}/${turn}`).digest()
      const requestId = newUuid(now)
      const id = newUuid(now)
      return db.begin(async (sql) => {
        await sql.run(
          `insert into voucher_request (id, year, region_kato, person_id, account_id, person_key, profession_code, level, statement, signature, checks, filed_at, filed_on, due_on, step, decided_at)
           values ($1, $2, $3, $4, $5, $6, $7, 4, '', '{}', '{}', $8, $9, $9, 'granted', $8)`, [requestId, YEAR, region, some!.person, some!.account, personKey, some!.profession, now, today])
        if (!(await places.reservePlace(sql, YEAR, region, requestId))) return false
        await insertVoucher(sql, {
          id, number: makeDocumentNumber(personKey.subarray(0, 8)), year: YEAR, regionKato: region, origin: 'issued', requestId, personId: some!.person as never, accountId: some!.account as never, personKey,
          professionCode: some!.profession, level: 4, centreId: null, issuedOn: today, issuedAt: now, issuedBy: some!.account as never, validUntil: today,
        })
        await places.takePlace(sql, requestId, id)
        return true
      }, { 'tanu.scope': 'system' })
    })
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

async function measured(seconds: number, once: (client: number, turn: number) => Promise<boolean>): Promise<Line['own']> {
  const times: number[] = []
  let failed = 0
  const begun = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, async (_, client) => {
    for (let turn = 0; performance.now() - begun < seconds * 1_000; turn++) {
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
