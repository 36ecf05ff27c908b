import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormEdition } from '#kernel/norms.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import { tx } from '#platform/acts/tx.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { record } from '#platform/journal/journal.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as norms from '#modules/norms/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import type { World } from './world.ts'

export interface FirstStartOptions {
  say(text: string): void
  /** Only the reference data that every instance has: tests build their own people. */
  bare?: boolean
  /** Loads the demonstration's documents from before Tanu too. */
  history?: boolean
  /** Empties a demonstration whose loading was broken off. */
  empty?(): Promise<void>
}

/** Loads the reference data of every instance when the database is empty, and the demonstration when it is one. Safe to run at every start. */
export async function firstStart(world: World, { say, bare = false, history = false, empty }: FirstStartOptions): Promise<void> {
  if (!(await norms.hasEdition(world.db))) {
    say('Loading reference data …')
    await loadReference(world)
  } else {
    await norms.supplementEdition(world.system(), ownEdition().edition)
  }
  await keepPotentialCentres(world)
  if (world.demo && !bare) {
    const { loadDemonstration } = await import('../../demo/load.ts')
    const startOver = empty && (async () => {
      await empty()
      await loadReference(world)
      await keepPotentialCentres(world)
    })
    await loadDemonstration(world, { say, history, ...(startOver ? { startOver } : {}) })
  }
}

/** The organisations named on the slides as potential centres; a later start adds only what is not there. */
async function keepPotentialCentres(world: World): Promise<void> {
  const named = await rows('data/slides-potential-centres.csv')
  const now = world.clock.now()
  await accreditation.keepNamedOnSlides(world.db, named.map((row) => ({ no: Number(row['no']), name: row['name']!, id: newUuid(now) })), now)
}

/** The norms that come with the platform. */
function ownEdition(): { edition: NormEdition; text: string } {
  const text = readFileSync(join(projectRoot(), 'norms/2026-01.json'), 'utf8')
  return { edition: parseNormEdition(JSON.parse(text)), text }
}

async function rows(path: string): Promise<Record<string, string>[]> {
  const table = await readTable(readFileSync(join(projectRoot(), path)), { filename: path })
  return table.rows.map((row) => row.cells)
}

const threeNames = (row: Record<string, string>) => ({ nameKk: row['name_kk']!, nameRu: row['name_ru']!, nameEn: row['name_en']! })

/** Regions, directions, sector bodies, the working calendar and the first edition of the norms, in one transaction. */
export async function loadReference(world: World): Promise<void> {
  const regions = await rows('data/regions.csv')
  const fields = await rows('demo/data/fields.csv')
  const bodies = await rows('data/sector-state-bodies-known.csv')
  const days = await rows('data/holidays-2024-2027.csv')
  const { edition, text: normsText } = ownEdition()
  const version = `2024-2027-${createHash('sha256').update(JSON.stringify(days)).digest('hex').slice(0, 8)}`
  const now = world.clock.now()
  const isLoaded = await world.db.begin(async (sql) => {
    await norms.lockEditions(sql)
    // Another first start on the same database was quicker.
    if (await norms.hasEdition(sql)) return false
    for (const row of regions) {
      await professions.keepRegion(sql, { ...threeNames(row), kato: row['kato']!, orderNo: Number(row['slides_no']), iso: row['iso_3166_2']!, kind: row['type'] as professions.Region['kind'] })
    }
    for (const row of fields) await professions.keepField(sql, { ...threeNames(row), code: row['code']!, orderNo: Number(row['no']), provenance: row['provenance']! })
    for (const row of bodies) {
      const name = { kk: row['name_kk'] || null, ru: row['name_ru']!, en: row['name_en'] || null }
      await professions.keepSectorBody(sql, `B${String(row['no']).padStart(2, '0')}`, name, row['evidence_professional_standard_orders'] ?? '')
    }
    await register.keepCalendar(sql, { version, source: 'data/holidays-2024-2027.csv', years: [2024, 2025, 2026, 2027], loadedAt: now },
      days.map((row) => ({ ...threeNames(row), date: row['date'] as Day, day: row['day'] as register.CalendarDay['day'], kind: row['kind']!, status: row['status']! })))
    await norms.keepFirstEdition(sql, edition, { text: normsText, ground: 'first edition, with the platform', at: now })
    return true
  })
  if (!isLoaded) return
  await tx(world.system(), 'reference.load', async (t) => {
    t.authorised = 'reference.load'
    await record(t, 'register:reference', 'reference-loaded', { calendar: version, edition: edition.edition, regions: regions.length, fields: fields.length, bodies: bodies.length })
  })
}
