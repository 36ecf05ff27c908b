import { get } from 'node:http'
import { readFileSync } from 'node:fs'
import type { Bench } from '../instance.ts'
import { median, round } from '../load.ts'
import type { Line } from '../report.ts'

const CASES = 1_000_000
const ENTRIES = 5_000_000
const PAGES = ['', '/register', '/recognised', '/vouchers', '/road', '/outcomes', '/demand', '/nation']

/** Rows that no act could make in an hour, straight by SQL; what they would point at is not made, so their references are dropped first. */
const SEED = [
  `do $$ declare c record; begin
     for c in select conrelid::regclass as t, conname from pg_constraint where contype = 'f' and conrelid::regclass::text in ('case_file', 'deadline', 'decision', 'recognition_document') loop
       execute format('alter table %s drop constraint %I', c.t, c.conname);
     end loop; end $$`,
  `create temporary table made as select n, gen_random_uuid() as id, (array(select id from centre order by serial))[1 + n % 16] as centre_id, 'K-' || lpad((1 + n % 85)::text, 4, '0') as code, date '2021-01-04' + (n % 2000) as on_day
     from generate_series(1, ${CASES}) n`,
  `insert into case_file (id, number, kind, centre_id, person_id, profession_code, level, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at, closed_at)
     select id, 'S-' || n, 'recognition', centre_id, id, code, 4, 'closed', 'nobody', e.edition, v.version, on_day, on_day, on_day + 40, on_day + 40
     from made, (select edition from norm_edition limit 1) e, (select version from calendar_version limit 1) v`,
  `insert into deadline (id, case_id, rule, started_on, due_on, norm_edition, calendar_version, met_at)
     select gen_random_uuid(), id, (array['T1', 'T2', 'T4', 'T5'])[k], on_day + k * 4, on_day + k * 4 + 5, e.edition, 'x', (on_day + k * 4 + case when n % 50 = k then 8 else 3 end)::timestamptz
     from made, generate_series(1, 4) k, (select edition from norm_edition limit 1) e`,
  `insert into decision (id, case_id, attempt_id, number, outcome, ground, panel_id, decided_at, decided_on, protocol_paper_id)
     select gen_random_uuid(), id, id, 'S-' || n, case when n % 40 = 0 then 'fail' else 'pass' end, case when n % 40 = 0 then 'THEORY_NOT_PASSED' end, id, on_day + 24, on_day + 24, id from made`,
  `insert into recognition_document (id, number, case_id, decision_id, centre_id, certificate_id, person_id, profession_code, level, holder_surname, holder_given_name, public_name, issued_at, issued_on, valid_until, issued_by, paper_id, holder_key, funding)
     select gen_random_uuid(), 'S-' || n, id, id, centre_id, id, id, code, 4, 'A', 'B', 'B A.', on_day + 26, on_day + 26, null, id, id, decode(md5(n::text) || md5((n + 7)::text), 'hex'), (array['own', 'employer', 'voucher'])[1 + n % 3]
     from made where n % 40 <> 0`,
  `insert into journal_entry (id, chain, seq, kind, payload, actor_kind, at, on_day, previous_hash, hash)
     select gen_random_uuid(), 'case:' || id, k, 'step', '{"from": "a", "to": "b"}', 'system', on_day + k, on_day + k, '\\x00', '\\x00' from made, generate_series(1, ${ENTRIES / CASES}) k`,
  'drop table made', 'analyze',
  // What tells that something has happened.
  `insert into journal_entry (id, chain, seq, kind, payload, actor_kind, at, on_day, previous_hash, hash) values (gen_random_uuid(), 'bench', 1, 'x', '{}', 'system', now(), current_date, '\\x00', '\\x00')`,
]

/** Dashboards over a million cases and five million entries of the timeline; how soon a change is seen; a million rows as a file. */
export async function statistics(bench: Bench, seconds: number): Promise<{ lines: Line[]; notes: string[] }> {
  await bench.owner.query("select set_config('tanu.scope', 'system', false)")
  const seeded = performance.now()
  for (const statement of SEED) await bench.owner.query(statement)
  const notes = [`${CASES.toLocaleString('en')} cases, ${(CASES * 4).toLocaleString('en')} terms, ${ENTRIES.toLocaleString('en')} entries, ${Math.round(CASES * 0.975).toLocaleString('en')} documents made in ${seconds1(performance.now() - seeded)}`]
  const { cookie } = await bench.signIn('ministry-1')
  const total = async (): Promise<number> => ((await (await fetch(`${bench.own.url}/api/v1/statistics/overview`)).json()) as { figures: { documents_total: number } }).figures.documents_total
  notes.push(`first count after the rows were there: seen after ${seconds1(await until(async () => (await total()) > CASES * 0.9))}`)
  const { rows } = await bench.owner.query<{ tookMs: number }>('select max(took_ms) as "tookMs" from statistics_summary')
  notes.push(`one count of everything: ${seconds1(Number(rows[0]!.tookMs))}`)
  const lines: Line[] = []
  for (const [who, headers] of [['anybody', {}], ['the ministry, drawn at every look', { cookie }]] as [string, Record<string, string>][]) {
    const rounds = []
    for (let each = 0; each < 3; each++) rounds.push(await round(bench.own.url, bench.own.pid, 8, seconds, (client, turn) => ({ path: `/kk/statistics${PAGES[(client + turn) % PAGES.length]}`, headers })))
    lines.push({ measure: `statistics, eight pages, c8, ${who}`, own: median(rounds), note: 'aim: p95 < 150 ms' })
  }
  const before = await total()
  await bench.owner.query(`insert into recognition_document (id, number, case_id, decision_id, centre_id, certificate_id, person_id, profession_code, level, holder_surname, holder_given_name, public_name, issued_at, issued_on, issued_by, paper_id, holder_key, funding)
    select gen_random_uuid(), 'S-new', id, gen_random_uuid(), centre_id, id, id, profession_code, 4, 'A', 'B', 'B A.', now(), current_date, id, id, '\\x01', 'own' from case_file where number = 'S-1'`)
  await bench.owner.query("insert into journal_entry (id, chain, seq, kind, payload, actor_kind, at, on_day, previous_hash, hash) values (gen_random_uuid(), 'bench', 2, 'x', '{}', 'system', now() + interval '1 second', current_date, '\\x00', '\\x00')")
  notes.push(`a document issued is in the figures after ${seconds1(await until(async () => (await total()) === before + 1))} (aim: 60 s)`)
  notes.push(await exporting(bench, cookie))
  return { lines, notes }
}

const seconds1 = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

async function until(holds: () => Promise<boolean>): Promise<number> {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > 300_000) throw new Error('it never came')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return performance.now() - begun
}

/** The file with every row behind a number; memory of the server is looked at while it is written. */
async function exporting(bench: Bench, cookie: string): Promise<string> {
  const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bench.own.pid}/status`, 'utf8'))![1]) / 1024
  const atFirst = memory()
  let most = atFirst
  const looking = setInterval(() => { most = Math.max(most, memory()) }, 100)
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
  return `export of ${found.rows.toLocaleString('en')} rows, ${Math.round(found.bytes / 2 ** 20)} MiB, in ${seconds1(performance.now() - begun)}; memory of the server ${Math.round(atFirst)} MiB before, ${Math.round(most)} MiB at most while it was written`
}
