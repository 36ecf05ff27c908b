import { dayOf } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as standards from '#modules/standards/index.ts'
import { REGION_TILES } from '../centre-search/domain/region-tiles.ts'
import { recognisedByCentres, todayOf } from '../reads.ts'
import { selectDays } from '../store/calendar-store.ts'
import { certificateEventRows, certificateRows, clockRows, figureRows } from './centre-rows.ts'
import type { DatasetId } from './domain/datasets.ts'
import { changeRows, classificationRows, frameworkRows, procedureRows, termRows } from './law-rows.ts'

export type Cell = string | number | boolean | null
/** One row, its columns in the order of the table. */
export type Row = Readonly<Record<string, Cell>>

/** The rows of each dataset in batches, read as they are written. */
export const ROWS: Readonly<Record<DatasetId, (ctx: Ctx) => AsyncGenerator<Row[]>>> = {
  professions: currentProfessions, 'profession-versions': professionVersions, centres: centreRows, 'centre-scope': scopeRows, prices: priceRows, calendar: calendarRows, regions: regionRows, norms: normRows,
  standards: standardRows, certificates: certificateRows, 'certificate-events': certificateEventRows, 'centre-figures': figureRows, 'register-changes': changeRows, 'accreditation-clocks': clockRows, terms: termRows,
  classifications: classificationRows, frameworks: frameworkRows, 'mandatory-procedures': procedureRows,
}

const BATCH = 500

function* inBatches<Item>(items: readonly Item[], size = BATCH): Generator<Item[]> {
  for (let place = 0; place < items.length; place += size) yield items.slice(place, place + size)
}

function professionRow(each: professions.Profession): Row {
  return {
    code: each.code, version: each.versionNo, valid_from: each.validFrom, valid_until: each.validUntil, name_kk: each.name.kk ?? null, name_ru: each.name.ru ?? null, name_en: each.name.en ?? null,
    track: each.track, basis: each.basis, basis_title_kk: each.basisTitle.kk ?? null, basis_title_ru: each.basisTitle.ru ?? null, field: each.fieldCode, levels: each.levels.join(' '),
    education_required: each.educationRequired, experience_required: each.experienceRequired, validity_months: each.validityMonths, age_min: each.ageMin,
    body: each.bodyCode, body_name_kk: each.bodyName.kk ?? null, body_name_ru: each.bodyName.ru ?? null, act_kk: each.act.kk ?? null, act_ru: each.act.ru ?? null, form: each.form,
    provenance: each.provenance, attributes_provenance: each.attributesProvenance,
  }
}
async function* currentProfessions(ctx: Ctx): AsyncGenerator<Row[]> {
  for (const batch of inBatches(await professions.listCurrentProfessions(ctx.db, todayOf(ctx)))) yield batch.map(professionRow)
}
async function* professionVersions(ctx: Ctx): AsyncGenerator<Row[]> {
  let after = { code: '', versionNo: 0 }
  for (;;) {
    const batch = await professions.listVersionsAfter(ctx.db, after, BATCH)
    if (batch.length > 0) yield batch.map(professionRow)
    if (batch.length < BATCH) return
    after = batch.at(-1)!
  }
}

async function* centreRows(ctx: Ctx): AsyncGenerator<Row[]> {
  const today = todayOf(ctx)
  const states = await centres.certificateStates(ctx.db, today)
  const available = Map.groupBy(await centres.listAvailable(ctx.db), (each) => each.centreId)
  for (const batch of inBatches(await centres.listPublicCentres(ctx.db, today))) {
    yield batch.map((each) => {
      const certificate = states.get(each.id)
      return {
        id: each.id, number: each.serial, bin: each.bin, name_kk: each.name.kk, name_ru: each.name.ru, name_en: each.name.en, region: each.regionKato, address_kk: each.address.kk, address_ru: each.address.ru,
        phone: each.phone, email: each.email, hours_kk: each.hours.kk, hours_ru: each.hours.ru, public_from: each.publicFrom, certificate: certificate?.number ?? null,
        certificate_valid_from: certificate?.validFrom ?? null, certificate_valid_until: certificate?.validUntil ?? null, certificate_state: certificate?.state ?? null,
        accessibility: (available.get(each.id) ?? []).map(({ feature }) => feature).join(' '), demonstration: each.demonstration,
      }
    })
  }
}

async function shownCentres(ctx: Ctx): Promise<Map<string, centres.Centre>> {
  return new Map((await centres.listPublicCentres(ctx.db, todayOf(ctx))).map((each) => [each.id, each]))
}
async function* scopeRows(ctx: Ctx): AsyncGenerator<Row[]> {
  const shown = await shownCentres(ctx)
  const ours = await recognisedByCentres(ctx)
  const offers = (await centres.listAllOffers(ctx.db, todayOf(ctx))).filter((offer) => shown.has(offer.centreId) && ours.has(offer.professionCode))
  for (const batch of inBatches(offers)) {
    yield batch.map((offer) => {
      const centre = shown.get(offer.centreId)!
      return { centre: centre.serial, profession: offer.professionCode, level: offer.level, certificate: offer.certificateNumber, certificate_valid_until: offer.validUntil, demonstration: centre.demonstration }
    })
  }
}
async function* priceRows(ctx: Ctx): AsyncGenerator<Row[]> {
  const shown = await shownCentres(ctx)
  for (const ids of inBatches([...shown.keys()], 50)) {
    yield (await centres.listPricesOfCentres(ctx.db, ids)).map((price) => {
      const centre = shown.get(price.centreId)!
      return {
        centre: centre.serial, profession: price.professionCode, level: price.level, in_force_from: price.inForceFrom, in_force_until: price.inForceUntil, price: price.amount,
        retake_theory: price.retakeTheory, retake_practice: price.retakePractice, retake_both: price.retakeBoth, published_at: price.publishedAt, demonstration: centre.demonstration,
      }
    })
  }
}

async function* calendarRows(ctx: Ctx): AsyncGenerator<Row[]> {
  const { version, years } = await ctx.law.calendar(ctx.db)
  const days = await selectDays(ctx.db, version, dayOf(Math.min(...years), 1, 1), dayOf(Math.max(...years), 12, 31))
  yield days.map((each) => ({
    date: each.date, day: each.day, kind: each.kind, name_kk: each.nameKk || null, name_ru: each.nameRu || null, name_en: each.nameEn || null, status: each.status, calendar_version: version,
  }))
}
async function* regionRows(ctx: Ctx): AsyncGenerator<Row[]> {
  yield (await professions.listRegions(ctx.db)).map((each) => ({
    kato: each.kato, iso: each.iso, kind: each.kind, name_kk: each.nameKk, name_ru: each.nameRu, name_en: each.nameEn, tile_row: REGION_TILES[each.kato]?.row ?? null, tile_column: REGION_TILES[each.kato]?.column ?? null,
  }))
}
async function* normRows(ctx: Ctx): AsyncGenerator<Row[]> {
  const edition = await ctx.law.normsInForce(ctx.db, todayOf(ctx))
  yield edition.norms.map((norm) => ({
    key: norm.key, value: norm.value, unit: norm.unit ?? null, mark: norm.mark, source_kk: norm.source.kk, source_ru: norm.source.ru, source_en: norm.source.en, act: norm.act ?? null, article: norm.article ?? null,
    edition: edition.edition, valid_from: edition.validFrom,
  }))
}
async function* standardRows(ctx: Ctx): AsyncGenerator<Row[]> {
  for (let page = 1; ; page++) {
    const { items } = await standards.searchBases(ctx, { q: '', kind: undefined, bodyCode: undefined, page, pageSize: BATCH })
    yield items.map((each) => ({
      code: each.code, kind: each.kind, version: each.versionNo, state: each.state, title_kk: each.title.kk || null, title_ru: each.title.ru || null, title_en: each.title.en || null, body: each.bodyCode,
      act_kk: each.act.kk || null, act_ru: each.act.ru || null, edition: each.edition || null, page: each.page || null, valid_from: each.validFrom, valid_until: each.validUntil, text_held: each.textHeld, provenance: each.provenance,
    }))
    if (items.length < BATCH) return
  }
}
