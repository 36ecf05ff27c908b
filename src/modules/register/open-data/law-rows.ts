import type { Ctx } from '#platform/acts/ctx.ts'
import * as mandatory from '#modules/mandatory-outcomes/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as standards from '#modules/standards/index.ts'
import { readTerms } from '../term-calendar/read-terms.ts'
import { todayOf } from '../reads.ts'
import type { Row } from './rows.ts'

const EDITIONS = 20

/** Every change of the register that an edition published, the newest edition first. */
export async function* changeRows(ctx: Ctx): AsyncGenerator<Row[]> {
  for (let page = 1; ; page++) {
    const { editions } = await professions.listEditions(ctx.db, { page, pageSize: EDITIONS })
    for (const { no } of editions) {
      const { changes, publishedOn } = await professions.getEdition(ctx.db, no)
      yield changes.map(({ code, kind, from, before, after }) => {
        const name = (after ?? before!).name
        return {
          edition: no, published_on: publishedOn, profession: code, kind, in_force_from: from, name_kk: name.kk ?? null, name_ru: name.ru ?? null, name_en: name.en ?? null, version_before: before?.versionNo ?? null,
          version_after: after?.versionNo ?? null, changed: before && after ? professions.changedAspects(before, after).join(' ') || null : null,
        }
      })
    }
    if (editions.length < EDITIONS) return
  }
}

/** The terms of the norms in force, each counted from the day of the file. */
export async function* termRows(ctx: Ctx): AsyncGenerator<Row[]> {
  const today = todayOf(ctx)
  const { norms, terms } = await readTerms(ctx, today)
  yield terms.map(({ id, group, of, rule, norm, example }) => ({
    term: id, group, who: of, length: rule.length ?? null, unit: rule.unit, dates: rule.dates.join(' ') || null, counted_from: rule.startEvent, mark: rule.mark, source_kk: norm.source.kk, source_ru: norm.source.ru, source_en: norm.source.en,
    event_on: today, ends_on: example ?? null, edition: norms.edition,
  }))
}

export async function* classificationRows(ctx: Ctx): AsyncGenerator<Row[]> {
  yield (await standards.listMappings(ctx.db, undefined)).map((each) => ({
    profession: each.professionCode, scheme: each.scheme, code: each.schemeCode, title_kk: each.title.kk || null, title_ru: each.title.ru || null, title_en: each.title.en || null, source: each.source,
  }))
}
export async function* frameworkRows(ctx: Ctx): AsyncGenerator<Row[]> {
  yield (await standards.listFrameworks(ctx.db)).map((each) => ({
    code: each.code, body: each.bodyCode, title_kk: each.title.kk || null, title_ru: each.title.ru || null, act_kk: each.act.kk || null, act_ru: each.act.ru || null, source: each.source,
  }))
}

/** How each mandatory profession is recognised, every edition that its body published. */
export async function* procedureRows(ctx: Ctx): AsyncGenerator<Row[]> {
  yield (await mandatory.listProcedures(ctx.db)).map((each) => ({
    profession: each.professionCode, body: each.bodyCode, edition: each.editionNo, valid_from: each.validFrom, form: each.form, act_kk: each.actKk, act_ru: each.actRu, place_kk: each.placeKk, place_ru: each.placeRu,
    link: each.link || null, terms_kk: each.termsKk, terms_ru: each.termsRu, contact: each.contact || null,
  }))
}
