import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { tx } from '#platform/acts/tx.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { record } from '#platform/journal/journal.ts'
import { readTable } from '#platform/tables/read-table.ts'
import type { World } from './world.ts'

export interface FirstStartOptions {
  say(text: string): void
  /** Only the reference data that every instance has: tests build their own people. */
  bare?: boolean
}

/** Loads the reference data of every instance when the database is empty, and the demonstration when it is one. Safe to run at every start. */
export async function firstStart(world: World, { say, bare = false }: FirstStartOptions): Promise<void> {
  const loaded = await world.db.one<{ count: number }>('select count(*) as count from norm_edition')
  if (loaded.count === 0) {
    say('Loading reference data …')
    await loadReference(world)
  }
  if (world.demo && !bare) {
    const { loadDemonstration } = await import('../../demo/load.ts')
    await loadDemonstration(world, { say })
  }
}

async function rows(path: string): Promise<Record<string, string>[]> {
  const table = await readTable(readFileSync(join(projectRoot(), path)), { filename: path })
  return table.rows.map((row) => row.cells)
}

/** Regions, directions, sector bodies, the working calendar and the first edition of the norms, in one transaction. */
export async function loadReference(world: World): Promise<void> {
  const regions = await rows('data/regions.csv')
  const fields = await rows('demo/data/fields.csv')
  const bodies = await rows('data/sector-state-bodies-known.csv')
  const days = await rows('data/holidays-2024-2027.csv')
  const normsText = readFileSync(join(projectRoot(), 'norms/2026-01.json'), 'utf8')
  const edition = parseNormEdition(JSON.parse(normsText))
  const version = `2024-2027-${createHash('sha256').update(JSON.stringify(days)).digest('hex').slice(0, 8)}`
  const now = world.clock.now()
  await world.db.begin(async (sql) => {
    for (const row of regions) {
      await sql.run('insert into region (kato, order_no, iso, kind, name_kk, name_ru, name_en) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
        [row['kato'], Number(row['slides_no']), row['iso_3166_2'], row['type'], row['name_kk'], row['name_ru'], row['name_en']])
    }
    for (const row of fields) {
      await sql.run('insert into field (code, order_no, name_kk, name_ru, name_en, provenance) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
        [row['code'], Number(row['no']), row['name_kk'], row['name_ru'], row['name_en'], row['provenance']])
    }
    for (const row of bodies) {
      await sql.run('insert into sector_body (code, name_kk, name_ru, name_en, provenance) values ($1, $2, $3, $4, $5) on conflict do nothing',
        [`B${String(row['no']).padStart(2, '0')}`, row['name_kk'] || null, row['name_ru'], row['name_en'] || null, row['evidence_professional_standard_orders'] ?? ''])
    }
    await sql.run('insert into calendar_version (version, source, years, loaded_at) values ($1, $2, $3, $4)', [version, 'data/holidays-2024-2027.csv', [2024, 2025, 2026, 2027], now])
    for (const row of days) {
      await sql.run('insert into calendar_day (version, date, day, kind, name_kk, name_ru, name_en, status) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [version, row['date'], row['day'], row['kind'], row['name_kk'], row['name_ru'], row['name_en'], row['status']])
    }
    await sql.run('insert into norm_edition (edition, valid_from, norms, ground, created_at) values ($1, $2, $3, $4, $5)',
      [edition.edition, edition.validFrom, normsText, 'first edition, with the platform', now])
  })
  await tx(world.system(), 'reference.load', async (t) => {
    t.authorised = 'reference.load'
    await record(t, 'register:reference', 'reference-loaded', { calendar: version, edition: edition.edition, regions: regions.length, fields: fields.length, bodies: bodies.length })
  })
}
