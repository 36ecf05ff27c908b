import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { legalDay } from '#kernel/day.ts'
import { tx } from '#platform/acts/tx.ts'
import { startEmbedded } from '#platform/db/embedded/embedded.ts'
import { migrate, projectRoot } from '#platform/db/migrate.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as professions from '#modules/professions/index.ts'
import { firstStart } from '../../src/entry/first-start.ts'
import { openWorld } from '../../src/entry/world.ts'
import { cpuMsOf, type Round } from '../load.ts'
import type { Line } from '../report.ts'
import { ENTRIES, QUERIES, registerOf, type Named } from './search-cases.ts'

const HEADER = ['code', 'name_kk', 'name_ru', 'name_en', 'track', 'basis', 'basis_title_ru', 'field', 'levels', 'education_required', 'experience_required', 'validity_months', 'body', 'synonyms']
/** So many ask at once. */
const CALLERS = 4

/** The search of a register of ten thousand entries, in a database of its own; the floor is one bare trigram query by the database itself. */
export async function search(seconds: number): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tanu-bench-search-'))
  const embedded = await startEmbedded({ dataDir: join(folder, 'db'), log: () => undefined })
  const floor = new pg.Pool({ connectionString: embedded.ownerUrl, max: CALLERS })
  // The server goes before the last connection has said farewell.
  floor.on('error', () => undefined)
  try {
    await migrate(embedded.ownerUrl, { appRole: 'tanu_app' })
    const world = openWorld({ databaseUrl: embedded.appUrl, filesFolder: join(folder, 'files'), secret: 'a secret that is only good for a measure, and long', demo: false, publicUrl: 'http://127.0.0.1' })
    try {
      await firstStart(world, { say: () => undefined, bare: true })
      const known = await readTable(readFileSync(join(projectRoot(), 'demo/data/professions.csv')), { filename: 'professions.csv' })
      const named = registerOf(known.rows.map(({ cells }) => cells))
      const on = legalDay(world.clock.now())
      const rows = named.map((each, at) => ({ line: at + 2, cells: cellsOf(each) }))
      await tx(world.system(), 'professions.import', async (t) => {
        const changes = await professions.examineProfessions(t.sql, HEADER, rows, on)
        if (changes.faults.length > 0 || changes.added.length !== ENTRIES) throw new Error(`the register was not made: ${JSON.stringify(changes.faults[0])}`)
        await professions.enterProfessions(t, changes, () => undefined)
      })
      await fillFloor(floor, named)
      const ask = (q: string) => professions.searchProfessions(world.db, { on, q, page: 1, pageSize: 20, lang: 'kk' })
      const begun = performance.now()
      await ask('a')
      const first = performance.now() - begun
      const lines: Line[] = []
      for (const { kind, queries } of [...QUERIES, { kind: 'all of them', queries: QUERIES.flatMap((each) => each.queries) }]) {
        const bare = await asked(queries, seconds, (q) => floor.query({ name: 'search', text: BARE, values: [q] }))
        const own = await asked(queries, seconds, ask)
        lines.push({ measure: `search of ${ENTRIES} professions, ${kind}, ${CALLERS} at once`, own, floor: bare, note: `floor p95 ${bare.p95.toFixed(1)} ms${kind === 'all of them' ? `; first search, reading and folding the register: ${Math.round(first)} ms` : ''}` })
      }
      return lines
    } finally {
      await world.close()
    }
  } finally {
    await floor.end()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const BARE = 'select code, max(similarity(name, $1)) as likeness from bench_name where name % $1 group by code order by likeness desc, code limit 20'

async function fillFloor(pool: pg.Pool, named: readonly Named[]): Promise<void> {
  await pool.query('create extension if not exists pg_trgm')
  await pool.query('create table bench_name (code text not null, name text not null)')
  const all = named.flatMap(({ code, kk, ru, en, synonyms }) => [kk, ru, en, ...synonyms].map((name) => ({ code, name: name.toLowerCase() })))
  await pool.query('insert into bench_name select * from unnest($1::text[], $2::text[])', [all.map((each) => each.code), all.map((each) => each.name)])
  await pool.query('create index on bench_name using gin (name gin_trgm_ops)')
  await pool.query('analyze bench_name')
}

function cellsOf({ code, kk, ru, en, synonyms }: Named): Record<string, string> {
  return {
    code, name_kk: kk, name_ru: ru, name_en: en, synonyms: synonyms.join(';'), track: 'voluntary', basis: 'standard', basis_title_ru: ru, field: 'manufacturing', levels: '4',
    education_required: '0', experience_required: '0', validity_months: '60', body: 'B05',
  }
}

async function asked(queries: readonly string[], seconds: number, ask: (q: string) => Promise<unknown>): Promise<Round> {
  // Warm, as a server is after its first minute.
  for (let time = 0; time < 20; time++) for (const q of queries) await ask(q)
  const times: number[] = []
  let turn = 0
  const cpu = cpuMsOf(process.pid)
  const begun = performance.now()
  await Promise.all(Array.from({ length: CALLERS }, async () => {
    while (performance.now() - begun < seconds * 1000) {
      const at = performance.now()
      await ask(queries[turn++ % queries.length]!)
      times.push(performance.now() - at)
    }
  }))
  const elapsed = (performance.now() - begun) / 1000
  const used = cpuMsOf(process.pid) - cpu
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuMs: used / times.length, failed: 0, bytes: 0 }
}
