import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { moment } from '#kernel/day.ts'
import { settableClock } from '#platform/acts/clock.ts'
import { startThrowaway } from '#platform/db/embedded/throwaway.ts'
import { migrate } from '#platform/db/migrate.ts'
import { firstStart } from '../../src/entry/first-start.ts'
import { openWorld } from '../../src/entry/world.ts'
import { honestYear } from './honest-year.ts'
import { measureYear, tableOfMeasured } from './measure.ts'
import { plantFrauds, WHOLE } from './plant.ts'
import type { YearMade } from './plan.ts'

// Two made years in databases of their own: one with frauds put in, one without. Nothing is asked of any instance.
const SIZE = { regions: 20, centresPerRegion: 4, cases: 60 }
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const cluster = await startThrowaway()
const filesFolder = mkdtempSync(join(tmpdir(), 'tanu-fraud-'))
try {
  for (const [name, title, year] of [['with', 'A year with frauds put in', plantFrauds(honestYear(SIZE, 1), WHOLE, 2)], ['without', 'An honest year', honestYear(SIZE, 3)]] as const) {
    say(`${title}: ${year.cases.length} cases at ${SIZE.regions * SIZE.centresPerRegion} centres in ${SIZE.regions} regions.`)
    say(`${tableOfMeasured(await measured(name, year))}\n`)
  }
  say('"Strong" frauds are strong enough for the norms to see; the others were put in below a threshold, or, a paper scanned anew, where nothing can be seen.')
} finally {
  await cluster.stop()
  rmSync(filesFolder, { recursive: true, force: true })
}

async function measured(name: string, year: YearMade): Promise<Awaited<ReturnType<typeof measureYear>>> {
  const admin = new pg.Client({ connectionString: cluster.adminUrl })
  await admin.connect()
  await admin.query(`create database fraud_${name} owner tanu_owner`)
  await admin.end()
  await migrate(cluster.urlFor(`fraud_${name}`, 'tanu_owner'), { appRole: 'tanu_app' })
  const world = openWorld({ databaseUrl: cluster.urlFor(`fraud_${name}`, 'tanu_app'), filesFolder, secret: 'a secret that is only good for a report, and long', demo: true, publicUrl: 'http://127.0.0.1:3000', clock: settableClock(moment('2026-03-02T04:00:00.000Z')), connections: 4 })
  try {
    await firstStart(world, { say: () => undefined, bare: true })
    return await measureYear(world, year)
  } finally {
    await world.close()
  }
}
