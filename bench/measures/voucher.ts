import pg from 'pg'
import { createHash } from 'node:crypto'
import { makeDocumentNumber } from '#kernel/document-number.ts'
import { newUuid, type Ctx } from '#platform/acts/ctx.ts'
import { TOGETHER_SETTINGS } from '#platform/acts/tx-together.ts'
import { openDatabase } from '#platform/db/database.ts'
import { gather } from '#platform/db/gather.ts'
import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { issueTogether, TOGETHER } from '#modules/vouchers/road/issue-together.ts'
import * as places from '#modules/vouchers/store/place-store.ts'
import { issueVoucherRows, type VoucherToIssue } from '#modules/vouchers/store/voucher-store.ts'
import type { Bench } from '../instance.ts'
import { cpuMsOf, cpuMsOfFamily } from '../load.ts'
import type { Line } from '../report.ts'

const CLIENTS = 32
const YEAR = 2099

/**
 * Vouchers through the statements of the acts: a place kept for a request (SKIP LOCKED), one transaction each; then the voucher issued on it, as the act does it, together with all others
 * that are granted at the same moment, with what the database does beside: postings, and the check at the commit that every voucher has its place. The third line is the whole writing
 * half of the act: journal and letter too. Not in any: the page, the signature, what is read before (the fit of the road, the person). Floors: one bare update of a free row by SKIP
 * LOCKED, one by one and gathered as the act gathers.
 */
export async function voucher(bench: Bench, seconds: number): Promise<{ lines: Line[]; notes: string[] }> {
  const count = Math.max(40_000, seconds * 24_000)
  const requests = await seed(bench.owner, count)
  const floor = await floorOf(bench, seconds, count)
  const gathered = await gatheredFloorOf(bench, seconds)
  const { kept, issued, granted } = await ownOf(bench, seconds, requests)
  const { rows } = await bench.owner.query<{ vouchers: number; taken: number; differences: number }>(
    `select (select count(*)::int from voucher where year = $1) as vouchers, (select count(*)::int from voucher_place where year = $1 and voucher_id is not null) as taken, (select count(*)::int from voucher_ledger_differences where year = $1) as differences`, [YEAR])
  const { vouchers, taken, differences } = rows[0]!
  return {
    lines: [
      { measure: `voucher: a place is kept, c${CLIENTS}`, own: kept, floor }, { measure: `voucher: issued on its place, gathered, c${CLIENTS}`, own: issued, floor }, { measure: `the same beside the gathered floor, c${CLIENTS}`, own: issued, floor: gathered },
      { measure: `voucher: issued, recorded and told, gathered, c${CLIENTS}`, own: granted, floor },
    ],
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
/** Places, and as many requests of invented people under review, with keys that grow with time as those of the house; answers the requests. */
async function seed(owner: pg.Client, count: number): Promise<Asked[]> {
  await owner.query("select set_config('tanu.scope', 'system', false)")
  await owner.query(`insert into voucher_order (id, year, kind, ground, document, origin, proposed_at, decided_at, approved) values (gen_random_uuid(), $1, 'plan', 'bench', 'bench', 'imported', now(), now(), true)`, [YEAR])
  await owner.query(`insert into voucher_place (year, region_kato, opened_by) select $1, (array(select kato from region order by kato))[1 + n % 20], o.id from voucher_order o, generate_series(1, $2::int) n where o.year = $1`, [YEAR, count])
  await owner.query('analyze voucher_place')
  await owner.query('create table if not exists floor_place (id bigint generated always as identity primary key, region int not null, person text)')
  await owner.query('create index if not exists floor_place_free on floor_place (region, id) where person is null')
  await owner.query('create index if not exists floor_place_in_turn on floor_place (id) where person is null')
  await owner.query('insert into floor_place (region) select n % 20 from generate_series(1, $1::int) n', [count])
  await owner.query('analyze floor_place')
  const { rows } = await owner.query<Asked>(
    `insert into voucher_request (id, year, region_kato, person_id, account_id, person_key, profession_code, level, statement, signature, checks, filed_at, filed_on, due_on, step)
     select (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid, $1, (array(select kato from region order by kato))[1 + n % 20], a.person_id, a.id, sha256(n::text::bytea), (array(select code from profession order by code))[1 + n % 600], 4, '', '{}', '{}', now(), current_date, current_date, 'review'
       from generate_series(1, $2::int) n
       join (select id, person_id, row_number() over (order by id) - 1 as at, count(*) over () as of from account where id <> all (array(select id from account order by id desc limit ${CLIENTS}))) a on a.at = n % a.of returning id, region_kato as region, person_id as "personId", account_id as "accountId", profession_code as profession`, [YEAR, count])
  await owner.query('analyze voucher_request')
  return rows
}

async function ownOf(bench: Bench, seconds: number, requests: readonly Asked[]): Promise<{ kept: Line['own']; issued: Line['own']; granted: Line['own'] }> {
  const db = openDatabase(bench.appUrl, { connections: CLIENTS })
  const now = new Date().toISOString() as Moment
  const today = now.slice(0, 10) as Day
  const specialistOf = (client: number): Uuid => specialists[client % specialists.length]!.id
  const asSystem = { 'tanu.scope': 'system' }
  const { rows: specialists } = await bench.owner.query<{ id: Uuid }>('select id from account order by id desc limit $1', [CLIENTS])
  try {
    let next = 0
    const kept = await measured(seconds, bench.postgres, async () => {
      const request = requests[next++]
      return request !== undefined && db.begin((sql) => places.reservePlace(sql, YEAR, request.region, request.id), asSystem)
    })
    await keepTheOthers(bench.owner)
    const issue = gather((rows: readonly VoucherToIssue[]) => db.begin(async (sql) => {
      const done = await issueVoucherRows(sql, rows)
      return rows.map((row) => done.has(row.requestId))
    }, TOGETHER_SETTINGS), TOGETHER)
    next = 0
    const issued = await measured(seconds, bench.postgres, async (client) => {
      const request = requests[next++]
      return request !== undefined && issue({ id: newUuid(now), number: numberOf(request.id), requestId: request.id as Uuid, issuedOn: today, issuedAt: now, issuedBy: specialistOf(client), validUntil: today, note: '' })
    }, () => next >= requests.length)
    const ctxs = specialists.map(({ id }) => ({
      db, clock: { now: () => now, realNow: () => now }, law: { calendar: async () => undefined }, lang: 'kk', publicUrl: '', requestId: 'bench', demo: true,
      actor: { kind: 'person', accountId: id, roles: [{ role: 'career-centre-specialist', organisationId: 'bench' }] },
    }) as unknown as Ctx)
    const granted = await measured(seconds, bench.postgres, async (client) => {
      const request = requests[next++]
      if (!request) return false
      await issueTogether(ctxs[client % ctxs.length]!, { requestId: request.id as Uuid, accountId: request.accountId as Uuid, faces: { careerCentres: ['bench'] }, profession: { kk: request.profession }, validUntil: today, note: '', identitySeen: false })
      return true
    }, () => next >= requests.length)
    return { kept, issued, granted }
  } finally {
    await db.end()
  }
}

const numberOf = (id: string): string => makeDocumentNumber(createHash('sha256').update(id).digest().subarray(0, 8))

/** Places for all that have none yet, at once, so that the next measure never waits for the one before. */
async function keepTheOthers(owner: pg.Client): Promise<void> {
  await owner.query(
    `with free as (select id, region_kato, row_number() over (partition by region_kato order by id) as n from voucher_place where year = $1 and request_id is null and voucher_id is null),
       waiting as (select q.id, q.region_kato, row_number() over (partition by q.region_kato order by q.id) as n from voucher_request q where q.year = $1 and not exists (select 1 from voucher_place p where p.request_id = q.id))
     update voucher_place p set request_id = w.id from free f join waiting w on w.region_kato = f.region_kato and w.n = f.n where p.id = f.id`, [YEAR])
  await owner.query('analyze voucher_place')
}

/** The same technique around the bare update: whatever waits takes as many free rows in one statement. */
async function gatheredFloorOf(bench: Bench, seconds: number): Promise<Line['own']> {
  const pool = new pg.Pool({ connectionString: bench.ownerUrl, max: TOGETHER.atOnce })
  const TAKE = {
    name: 'take-many', text: `with free as (select id, row_number() over () as n from (select id from floor_place where person is null order by id limit $1 for update skip locked) s)
      update floor_place set person = r.person from free join unnest($2::text[]) with ordinality r (person, n) on r.n = free.n where floor_place.id = free.id`,
  }
  const take = gather(async (people: readonly string[]) => {
    const done = (await pool.query({ ...TAKE, values: [people.length, people] })).rowCount ?? 0
    return people.map((_, at) => at < done)
  }, TOGETHER)
  try {
    return await measured(seconds, bench.postgres, (client, turn) => take(`gathered ${client}/${turn}`))
  } finally {
    await pool.end()
  }
}

async function floorOf(bench: Bench, seconds: number, count: number): Promise<Line['own']> {
  const pool = new pg.Pool({ connectionString: bench.ownerUrl, max: CLIENTS })
  const TAKE = { name: 'take', text: 'update floor_place set person = $2 where id = (select id from floor_place where region = $1 and person is null order by id limit 1 for update skip locked)' }
  try {
    return await measured(seconds, bench.postgres, async (client, turn) => ((await pool.query({ ...TAKE, values: [(client * 7 + turn) % 20, `${client}/${turn}/${count}`] })).rowCount ?? 0) === 1)
  } finally {
    await pool.end()
  }
}

async function measured(seconds: number, postgres: number, once: (client: number, turn: number) => Promise<boolean>, isOver: () => boolean = () => false): Promise<Line['own']> {
  const times: number[] = []
  let failed = 0
  const cpu = () => cpuMsOf(process.pid) + cpuMsOfFamily(postgres)
  const before = cpu()
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
  return { perSecond: (times.length - failed) / took, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuMs: (cpu() - before) / Math.max(1, times.length), failed, bytes: 0 }
}
