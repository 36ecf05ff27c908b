import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { download, type Download } from '#platform/http/page.ts'
import { writeCsv, type OutCell } from '#platform/tables/write-table.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { readWish, wishOf } from './centre-wish.ts'
import { readProfessionFilter } from './profession-filter.ts'
import { wrongFilter } from '../asked.ts'

type Row = Readonly<Record<string, string | number | boolean | undefined>>

/** More rows than any list has. */
const MOST = 100_000

/** A list as it was filtered, whole, as a table and as JSON; the columns are those of its rows. */
function listTables(path: string, name: string, columns: readonly string[], rowsOf: (ctx: Ctx, query: URLSearchParams, lang: Language) => Promise<Row[]>): Download[] {
  const filename = (ctx: Ctx, type: string) => `${name}-${register.todayOf(ctx)}.${type}`
  const cell = (value: Row[string]): OutCell => (typeof value === 'boolean' ? String(value) : value)
  return [
    download({
      path: `${path}/table.csv`, action: 'register.read', access: 'public',
      async handle(ctx, { query, lang }) {
        const rows = await rowsOf(ctx, query, lang)
        return { body: writeCsv(columns, rows.map((row) => columns.map((column) => cell(row[column])))), mediaType: 'text/csv; charset=utf-8', filename: filename(ctx, 'csv') }
      },
    }),
    download({
      path: `${path}/table.json`, action: 'register.read', access: 'public',
      async handle(ctx, { query, lang }) {
        const items = (await rowsOf(ctx, query, lang)).map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))
        return { body: new TextEncoder().encode(JSON.stringify({ asOf: register.todayOf(ctx), total: items.length, items })), mediaType: 'application/json; charset=utf-8', filename: filename(ctx, 'json'), inline: true }
      },
    }),
  ]
}

/** The list of centres; prices in tenge, days as YYYY-MM-DD, professions of a centre counted once each. */
const centresTables = listTables('/centres', 'centres', [
  'number', 'name_kk', 'name_ru', 'name_en', 'region', 'address_kk', 'address_ru', 'phone', 'email', 'certificate', 'certificate_valid_until', 'certificate_state', 'professions', 'price_from', 'nearest_free_date',
  'accessibility', 'demonstration',
], async (ctx, query, lang) => {
  const read = readWish(query, await professions.listRegions(ctx.db))
  const [misread] = read.misread
  if (misread) wrongFilter(misread, query.get(misread) ?? '')
  const wish = wishOf({ ...read, page: 1 }, lang, MOST)
  return (await register.searchCentres(ctx, wish)).items.map(({ centre, certificate, lines, features, offer }) => ({
    number: centre.serial, name_kk: centre.name.kk, name_ru: centre.name.ru, name_en: centre.name.en, region: centre.regionKato, address_kk: centre.address.kk, address_ru: centre.address.ru,
    phone: centre.phone, email: centre.email, certificate: certificate?.number, certificate_valid_until: certificate?.validUntil, certificate_state: certificate?.state,
    professions: new Set(lines.map((line) => line.professionCode)).size, price_from: offer.priceFrom, nearest_free_date: offer.nearestOn, accessibility: features.join(' '), demonstration: centre.demonstration,
  }))
})

/** The register of professions as it was searched. */
const professionsTables = listTables('/professions', 'professions', [
  'code', 'name_kk', 'name_ru', 'name_en', 'track', 'field', 'levels', 'centres', 'provenance',
], async (ctx, query, lang) => {
  const filter = await readProfessionFilter(ctx, query)
  const { items } = await register.listProfessions(ctx, { ...filter, page: 1, pageSize: MOST, lang })
  return items.map(({ profession, centres }) => ({
    code: profession.code, name_kk: profession.name.kk, name_ru: profession.name.ru, name_en: profession.name.en, track: profession.track, field: profession.fieldCode ?? undefined,
    levels: profession.levels.join(' '), centres, provenance: profession.provenance,
  }))
})

/** Running accreditation cases by their stage and its days, without the name of the applicant. */
const clocksTables = listTables('/accreditation', 'accreditation-clocks', ['number', 'region', 'stage', 'step', 'received_on', 'stage_since', 'due_on'], async (ctx) =>
  (await accreditation.readPublicClocks(ctx, 1, MOST)).rows.map((row) => ({
    number: row.number, region: row.regionKato, stage: row.stage, step: row.step, received_on: row.receivedOn ?? undefined, stage_since: row.startedOn ?? undefined, due_on: row.dueOn ?? undefined,
  })))

export const listDownloads: readonly Download[] = [...centresTables, ...professionsTables, ...clocksTables]
