import { readFileSync } from 'node:fs'
import pg from 'pg'
import { startThrowaway } from '#platform/db/embedded/throwaway.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openWorld } from './src/entry/world.ts'
import { loadReference } from './src/entry/first-start.ts'
import { loadRegisters } from './demo/registers.ts'
import { countSummary } from './src/modules/statistics/count.ts'
const cluster = await startThrowaway()
const admin = new pg.Client({ connectionString: cluster.adminUrl }); await admin.connect()
await admin.query('create database b owner tanu_owner'); await admin.end()
const ownerUrl = cluster.urlFor('b', 'tanu_owner')
await migrate(ownerUrl, { appRole: 'tanu_app' })
console.log(JSON.stringify({ owner: ownerUrl, app: cluster.urlFor('b', 'tanu_app') }))
const world = openWorld({ databaseUrl: cluster.urlFor('b', 'tanu_app'), filesFolder: '/tmp/st-files', secret: 'x'.repeat(40), demo: true, publicUrl: 'http://x' })
await loadReference(world); await loadRegisters(world)
const owner = new pg.Client({ connectionString: ownerUrl }); await owner.connect()
await owner.query("select set_config('tanu.scope', 'system', false)")
const text = readFileSync('bench/measures/statistics.ts', 'utf8')
const scale = process.argv[2] ?? '1000000'
const seed = text.slice(text.indexOf('const SEED = [') + 'const SEED = '.length, text.indexOf('\n]', text.indexOf('const SEED = [')) + 2)
const SEED = (0, eval)(`((CASES, ENTRIES) => (${seed}))`)(Number(scale), Number(scale) * 5) as string[]
for (const statement of SEED) { const t = Date.now(); await owner.query(statement); console.log(Date.now() - t, 'ms', statement.slice(0, 60).replace(/\s+/g, ' ')) }
for (let i = 0; i < 3; i++) {
  const t = Date.now()
  try { const s = await countSummary(world.system(), '2026-11-28' as never); console.log('count', Date.now() - t, 'ms', JSON.stringify(s.tables.figures.slice(8, 11))) } catch (e) { console.log('count failed', Date.now() - t, e) }
}
console.log('ready'); await new Promise((resolve) => setTimeout(resolve, 1_500_000))
