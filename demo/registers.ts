import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { tx } from '#platform/acts/tx.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { record } from '#platform/journal/journal.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import type { World } from '../src/entry/world.ts'

type Row = Record<string, string>

/** What the story needs of the registers: who is who by the keys of the files. */
export interface DemonstrationRegisters {
  centres: Map<string, { id: Uuid; certificateId: Uuid }>
  organisations: Map<string, Uuid>
}

const TABLES = ['sector-bodies', 'professions', 'organisations', 'centres', 'centre-scope', 'prices', 'accessibility', 'hours'] as const

/** Loads the demonstration registers in one transaction; offsets count from the day of the first start. */
export async function loadRegisters(world: Pick<World, 'system'>): Promise<DemonstrationRegisters> {
  const files = Object.fromEntries(await Promise.all(TABLES.map(async (name) => [name, await rowsOf(name)] as const))) as Record<(typeof TABLES)[number], Row[]>
  return tx(world.system(), 'register.enter', async (t) => {
    for (const row of files['sector-bodies']) {
      await professions.enterSectorBody(t, { code: row['code']!, nameKk: row['name_kk'] || null, nameRu: row['name_ru']!, nameEn: row['name_en'] || null, provenance: row['provenance']! })
    }
    for (const row of files.professions) await professions.enterProfession(t, professionOf(row), { from: REGISTER_SINCE })
    const organisations = new Map<string, Uuid>()
    for (const row of files.organisations) {
      organisations.set(row['code']!, await people.createOrganisation(t, {
        kind: row['kind'] as never, bin: row['bin'] || null, nameKk: row['name_kk']!, nameRu: row['name_ru']!, nameEn: row['name_en']!, demonstration: true,
      }))
    }
    for (const [code, regionKato] of CHAMBERS) await accreditation.enterChamber(t, { organisationId: organisations.get(code)!, regionKato })
    for (const [code, body] of SECTOR_DESKS) await professions.linkSectorBody(t, { code: body, organisationId: organisations.get(code)! })
    const made = new Map<string, { id: Uuid; certificateId: Uuid }>()
    for (const row of files.centres) made.set(row['serial']!, await enterCentre(t, row, files))
    await record(t, 'register:professions', 'register-loaded', { professions: files.professions.length, centres: files.centres.length, provenance: 'demonstration' })
    return { centres: made, organisations }
  })
}

/** The stories begin long before the first start, and the entries of the register are older than all of them. */
const REGISTER_SINCE = '2024-01-01' as Day

/** Which region each demonstration chamber receives for. */
const CHAMBERS = [['chamber-almaty', '750000000'], ['chamber-turkestan', '610000000']] as const

/** Which bodies of the register have a desk in the demonstration: invented ones, so that nothing is said in the name of a ministry. */
const SECTOR_DESKS = [['sector-body', 'D04'], ['sector-body-2', 'D02']] as const

async function enterCentre(t: Tx, row: Row, files: Record<(typeof TABLES)[number], Row[]>): Promise<{ id: Uuid; certificateId: Uuid }> {
  const serial = row['serial']!
  const dayOf = (offset: string | undefined): Day | null => (offset ? addDays(t.today, Number(offset)) : null)
  const from = earlier(dayOf(row['from_offset'])!, SLIDES_SHOW_CENTRES)
  const ofCentre = (rows: Row[]) => rows.filter((each) => each['centre'] === serial)
  const id = await people.createOrganisation(t, {
    kind: 'centre', bin: row['bin'] || null, nameKk: row['name_kk']!, nameRu: row['name_ru']!, nameEn: row['name_en']!, demonstration: true,
  })
  const prices = ofCentre(files.prices)
  const { certificateId } = await centres.enterCentre(t, {
    id, serial, regionKato: row['region_kato']!, addressKk: row['address_kk']!, addressRu: row['address_ru']!, phone: row['phone']!, email: row['email']!,
    hoursKk: row['hours_kk']!, hoursRu: row['hours_ru']!, publicFrom: from, provenance: 'demonstration',
    certificate: {
      number: row['certificate_number']!, validFrom: from, validUntil: dayOf(row['until_offset'])!,
      withdrawnOn: dayOf(row['withdrawn_offset']), resumedOn: dayOf(row['resumed_offset']), terminatedOn: null,
    },
    scope: ofCentre(files['centre-scope']).map((line) => ({ professionCode: line['profession']!, level: Number(line['level']) })),
    priceLists: [...new Set(prices.map((price) => price['in_force_offset']!))].map((offset) => ({
      inForceFrom: dayOf(offset)!,
      prices: prices.filter((price) => price['in_force_offset'] === offset).map((price) => ({
        professionCode: price['profession']!, level: Number(price['level']), amount: Number(price['amount_tenge']), retakeTheory: Number(price['retake_theory_tenge']),
        retakePractice: Number(price['retake_practice_tenge']), retakeBoth: Number(price['retake_both_tenge']),
      })),
    })),
    accessibility: ofCentre(files.accessibility).map((each) => ({ feature: each['feature']!, available: each['available'] === '1', noteKk: each['note_kk']!, noteRu: each['note_ru']! })),
    rooms: ROOMS,
  })
  await centres.enterHours(t, {
    centreId: id, from,
    week: ofCentre(files.hours).map((each) => ({ weekday: Number(each['weekday']), opens: each['opens']!, closes: each['closes']!, breakFrom: each['break_from'] || null, breakUntil: each['break_until'] || null })),
  })
  return { id, certificateId }
}

/** The slides of March 2026 count sixteen centres: each of them was accredited by then, whenever the demonstration is started. */
const SLIDES_SHOW_CENTRES = '2026-03-02' as Day
const earlier = (one: Day, other: Day): Day => (one < other ? one : other)

const ROOMS = [
  { nameKk: '101-дәрісхана', nameRu: 'Аудитория 101', seats: 12 },
  { nameKk: '1-шеберхана', nameRu: 'Мастерская 1', seats: 4 },
  { nameKk: 'Тыныш бөлме', nameRu: 'Тихая комната', seats: 2 },
] as const

function professionOf(row: Row): professions.ProfessionFacts {
  const texts = (name: string) => ({ ...(row[`${name}_kk`] ? { kk: row[`${name}_kk`]! } : {}), ...(row[`${name}_ru`] ? { ru: row[`${name}_ru`]! } : {}) })
  const list = (name: string) => (row[name] ? row[name].split(';') : [])
  const number = (name: string) => (row[name] ? Number(row[name]) : null)
  return {
    code: row['code']!, name: { ...texts('name'), ...(row['name_en'] ? { en: row['name_en'] } : {}) }, track: row['track'] as never, basis: (row['basis'] || null) as never,
    basisTitle: texts('basis_title'), fieldCode: row['field'] || null, levels: list('levels').map(Number), educationRequired: row['education_required'] === '1',
    experienceRequired: row['experience_required'] === '1', educationText: texts('education_text'), experienceText: texts('experience_text'),
    validityMonths: number('validity_months'), ageMin: number('age_min'), bodyCode: row['body'] || null, act: texts('act'), form: (row['form'] || null) as never,
    synonyms: list('synonyms'), provenance: row['provenance'] as never, attributesProvenance: row['attributes_provenance'] as never,
  }
}

async function rowsOf(name: string): Promise<Row[]> {
  const path = `demo/data/${name}.csv`
  return (await readTable(readFileSync(join(projectRoot(), path)), { filename: path })).rows.map((row) => row.cells)
}
