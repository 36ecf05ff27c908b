import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import type { Bench } from '../instance.ts'
import { median, round, type Round } from '../load.ts'
import type { Line } from '../report.ts'
import { ENTRIES_A_CASE, makeRows, withoutReferences } from './statistics-rows.ts'

const PAGES = ['', '/register', '/recognised', '/vouchers', '/road', '/outcomes', '/demand', '/nation']
const STEPS = [10_000, 100_000, 1_000_000]
/** Longer than this nothing is waited for. */
const PATIENCE_MS = 600_000

/** What was seen with so many cases. */
interface Grown {
  cases: number
  made: number
  first: number
  whole: number
  publicly: Round
  drawn: Round
  seen: number
  refresh: number
  file: { rows: number; bytes: number; took: number; before: number; most: number }
}

/**
 * Dashboards, how soon a change is seen, and a file of every row: with ten thousand cases, a hundred thousand, a million (`--cases=100000` ends earlier), each with
 * five entries of the timeline.
 */
export async function statistics(bench: Bench, seconds: number, most = STEPS.at(-1)!): Promise<{ lines: Line[]; notes: string[] }> {
  await withoutReferences(bench.owner)
  const { cookie } = await bench.signIn('ministry-1')
  const grown: Grown[] = []
  let cases = 0
  for (const to of STEPS.filter((step) => step <= most)) {
    const made = await timed(() => makeRows(bench.owner, cases + 1, to))
    cases = to
    grown.push(await measured(bench, cookie, cases, made, seconds))
    process.stdout.write(`${rowOf(grown.at(-1)!)}\n`)
  }
  return {
    lines: grown.flatMap(({ cases: n, publicly, drawn }) => [
      { measure: `statistics, eight pages, c8, ${n.toLocaleString('en')} cases, anybody`, own: publicly, note: 'aim: p95 < 150 ms' },
      { measure: `the same, the ministry, drawn at every look`, own: drawn, note: 'aim: p95 < 150 ms' },
    ]),
    notes: [HEAD, ...grown.map(rowOf)],
  }
}

async function measured(bench: Bench, cookie: string, cases: number, made: number, seconds: number): Promise<Grown> {
  const total = async (): Promise<number> => ((await (await fetch(`${bench.own.url}/api/v1/statistics/overview`)).json()) as { figures: { documents_total: number } }).figures.documents_total
  const tookMs = async (): Promise<number> => Number((await bench.owner.query<{ ms: number }>('select took_ms as ms from statistics_summary order by counted_at desc limit 1')).rows[0]!.ms)
  const at = await bench.owner.query<{ at: Date }>('select max(at) as at from journal_entry')
  await bench.owner.query("insert into journal_entry (id, chain, seq, kind, payload, actor_kind, at, on_day, previous_hash, hash) values (gen_random_uuid(), 'bench', $1, 'x', '{}', 'system', greatest($2, now()), current_date, '\\x00', '\\x00')", [cases, at.rows[0]!.at])
  const expected = Number((await bench.owner.query<{ n: string }>('select count(distinct holder_key) as n from (select holder_key from recognition_document where issued_on <= current_date and holder_key is not null union all select holder_key from historic_document) d')).rows[0]!.n)
  const first = await until(async () => (await total()) === expected)
  const whole = await tookMs()
  const rounds = async (headers: Record<string, string>): Promise<Round> => {
    const all = []
    for (let each = 0; each < 3; each++) all.push(await round(bench.own.url, bench.own.pid, 8, seconds, (client, turn) => ({ path: `/kk/statistics${PAGES[(client + turn) % PAGES.length]}`, headers })))
    return median(all)
  }
  const publicly = await rounds({})
  const drawn = await rounds({ cookie })
  // A document issued as the acts do it: the row, and the entry in the timeline of its case.
  const before = await total()
  const { rows } = await bench.owner.query<{ id: string }>("select id from case_file where number = $1", [`S-${cases - 1}`])
  await bench.owner.query(`insert into recognition_document (id, number, case_id, decision_id, centre_id, certificate_id, person_id, profession_code, level, holder_surname, holder_given_name, public_name, issued_at, issued_on, issued_by, paper_id, holder_key, funding)
    select gen_random_uuid(), 'S-new-' || $2, id, gen_random_uuid(), centre_id, id, id, profession_code, 4, 'A', 'B', 'B A.', now(), current_date, id, id, decode(lpad($2, 16, '0'), 'hex'), 'own' from case_file where id = $1`, [rows[0]!.id, String(cases)])
  await bench.owner.query("insert into journal_entry (id, chain, seq, kind, payload, actor_kind, at, on_day, previous_hash, hash) values (gen_random_uuid(), 'case:' || $1, 99, 'document-issued', '{}', 'system', now(), current_date, '\\x00', '\\x00')", [rows[0]!.id])
  const seen = await until(async () => (await total()) === before + 1)
  return { cases, made, first, whole, publicly, drawn, seen, refresh: await tookMs(), file: await exporting(bench, cookie) }
}

const HEAD = 'cases | rows made | first count seen | count of everything | pages p50/p95/p99, anybody | the same, drawn at every look | a change is seen | its count | file: rows, MiB, time, memory before → most'
const seconds1 = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
const ms = ({ p50, p95, p99 }: Round): string => [p50, p95, p99].map((each) => Math.round(each)).join(' / ')
function rowOf({ cases, made, first, whole, publicly, drawn, seen, refresh, file }: Grown): string {
  return [
    `${cases.toLocaleString('en')} (${(cases * ENTRIES_A_CASE).toLocaleString('en')} entries)`, seconds1(made), seconds1(first), seconds1(whole), ms(publicly), ms(drawn), seconds1(seen), seconds1(refresh),
    `${file.rows.toLocaleString('en')}, ${Math.round(file.bytes / 2 ** 20)}, ${seconds1(file.took)}, ${Math.round(file.before)} → ${Math.round(file.most)} MiB`,
  ].join(' | ')
}

async function timed(fn: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await fn()
  return performance.now() - begun
}
async function until(holds: () => Promise<boolean>): Promise<number> {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error('it never came')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return performance.now() - begun
}

/** The file with every row behind a number; memory of the server is looked at while it is written. */
async function exporting(bench: Bench, cookie: string): Promise<Grown['file']> {
  const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bench.own.pid}/status`, 'utf8'))![1]) / 1024
  const before = memory()
  let most = before
  const looking = setInterval(() => { most = Math.max(most, memory()) }, 50)
  const begun = performance.now()
  const found = await new Promise<{ rows: number; bytes: number }>((resolve, reject) => {
    get(`${bench.own.url}/kk/statistics/rows.csv`, { headers: { cookie } }, (answer) => {
      let [rows, bytes] = [0, 0]
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        for (const byte of chunk) if (byte === 10) rows++
      })
      answer.on('end', () => resolve({ rows: rows - 1, bytes }))
      answer.on('error', reject)
    }).on('error', reject)
  })
  clearInterval(looking)
  return { ...found, took: performance.now() - begun, before, most }
}
