import { z } from 'zod'
import { addWorkingDays, workingDaysBetween } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { day, optional, wholeNumber } from '#platform/http/api-fields.ts'
import { apiRoute, ApiProblem, assertKnown, assertPageIs, type ApiRoute } from '#platform/http/api.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import { listEditionsOfRegister, readEditionOfRegister, type EditionListed } from './editions.ts'
import { readCentreFigures, type CentreFigures } from './centre-figures/read-figures.ts'
import type { Share } from './centre-figures/domain/figures.ts'
import { ranksByName } from './centre-search/search-centres.ts'
import { openDataRoutes } from './open-data/api-open-data.ts'
import { listCentres, listProfessions, readCentre, readProfession, todayOf, type CentreListed, type CentreSeen } from './reads.ts'

const MAX_ADD = 3660
const kato = z.string().regex(/^\d{9}$/, 'a KATO code of nine digits')
const code = z.string().regex(/^[A-Za-z0-9.-]{1,40}$/, 'a code of the register')

const names = z.strictObject({ kk: z.string().nullable(), ru: z.string().nullable(), en: z.string().nullable() })
const bilingual = z.strictObject({ kk: z.string().nullable(), ru: z.string().nullable() })
const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), total: z.number().int() })

const region = z.strictObject({ id: z.string(), iso: z.string(), kind: z.enum(['oblast', 'city']), name: names })
const professionListed = z.strictObject({ code: z.string(), name: names, track: z.enum(professions.TRACKS), centres: z.number().int() })
const offer = z.strictObject({ level: z.number().int(), price: z.number().int().nullable(), priceInForceFrom: z.string().nullable() })
const centreListed = z.strictObject({
  id: z.string(), number: z.string(), name: names, region: z.string(), address: bilingual, phone: z.string(), email: z.string(), demonstration: z.boolean(),
  certificate: z.strictObject({ number: z.string(), validFrom: z.string(), validUntil: z.string(), state: z.string() }).nullable(),
})
const professionSeen = z.strictObject({
  code: z.string(), version: z.number().int(), validFrom: z.string(), name: names, track: z.enum(professions.TRACKS), field: z.string().nullable(), levels: z.array(z.number().int()),
  basis: z.strictObject({ kind: z.enum(professions.BASES), title: bilingual }).nullable(),
  education: z.strictObject({ required: z.boolean(), text: bilingual }), experience: z.strictObject({ required: z.boolean(), text: bilingual }),
  validityMonths: z.number().int().nullable(), ageMin: z.number().int().nullable(),
  body: z.strictObject({ code: z.string(), name: names }).nullable(), act: bilingual.nullable(), form: z.enum(professions.FORMS).nullable(),
  provenance: z.strictObject({ entry: z.enum(['slides', 'demonstration', 'import', 'proposal']), attributes: z.enum(['demonstration', 'import', 'unknown', 'proposal']) }),
  interest: z.number().int(),
  centres: z.array(z.strictObject({ id: z.string(), number: z.string(), name: names, region: z.string(), offers: z.array(offer) })),
})
/** Null where there is nothing to count, or too few cases to publish (`suppressed`). */
const share = z.strictObject({ suppressed: z.boolean(), of: z.number().int().nullable(), good: z.number().int().nullable(), percent: z.number().int().nullable() })
const figures = z.strictObject({
  from: z.string(), until: z.string(), suppressUnder: z.number().int(), termsKept: share, passed: share,
  complaints: z.strictObject({ answered: z.number().int(), upheld: z.number().int(), upheldInPart: z.number().int() }),
})
const centreSeen = centreListed.extend({
  bin: z.string().nullable(), hours: names,
  scope: z.array(z.strictObject({
    profession: z.string(), name: names, level: z.number().int(), state: z.string(), price: z.number().int().nullable(), retakeTheory: z.number().int().nullable(),
    retakePractice: z.number().int().nullable(), retakeBoth: z.number().int().nullable(),
  })),
  priceLists: z.array(z.strictObject({ inForceFrom: z.string(), publishedAt: z.string() })),
  accessibility: z.array(z.strictObject({ feature: z.string(), available: z.boolean(), note: bilingual })),
  figures,
})

const editionListed = z.strictObject({ no: z.number().int(), publishedOn: z.string(), counts: z.array(z.strictObject({ kind: z.enum(professions.EDITION_CHANGE_KINDS), count: z.number().int() })) })
const editionSeen = editionListed.extend({
  runningCases: z.number().int(),
  changes: z.array(z.strictObject({
    code: z.string(), kind: z.enum(professions.EDITION_CHANGE_KINDS), inForceFrom: z.string(), name: names, versionBefore: z.number().int().nullable(), versionAfter: z.number().int().nullable(),
    changed: z.array(z.enum(professions.ASPECTS)),
  })),
})
const editionOf = ({ no, publishedOn, counts }: EditionListed): z.output<typeof editionListed> => ({ no, publishedOn, counts })

type Names = z.output<typeof names>
const namesOf = (name: { kk?: string; ru?: string; en?: string }): Names => ({ kk: name.kk ?? null, ru: name.ru ?? null, en: name.en ?? null })
const bothOf = (text: { kk?: string; ru?: string }) => ({ kk: text.kk ?? null, ru: text.ru ?? null })
const anyOf = (text: { kk?: string; ru?: string }) => (text.kk || text.ru ? bothOf(text) : null)

function listedOf({ centre, certificate }: Pick<CentreListed, 'centre' | 'certificate'>): z.output<typeof centreListed> {
  return {
    id: centre.id, number: centre.serial, name: namesOf(centre.name), region: centre.regionKato, address: centre.address, phone: centre.phone, email: centre.email,
    demonstration: centre.demonstration,
    certificate: certificate ? { number: certificate.number, validFrom: certificate.validFrom, validUntil: certificate.validUntil, state: certificate.state } : null,
  }
}

const shareOf = (each: Share) => ({ suppressed: each.state === 'few', of: each.state === 'shown' ? each.of : null, good: each.state === 'shown' ? each.good : null, percent: each.state === 'shown' ? each.percent : null })
const figuresOf = ({ from, until, suppressUnder, terms, passed, complaints }: CentreFigures): z.output<typeof figures> => ({
  from, until, suppressUnder, termsKept: shareOf(terms), passed: shareOf(passed),
  complaints: { answered: complaints.answered, upheld: complaints.justified + complaints.partly, upheldInPart: complaints.partly },
})

function seenOf(seen: CentreSeen, counted: CentreFigures): z.output<typeof centreSeen> {
  return {
    ...listedOf(seen), bin: seen.centre.bin, hours: namesOf(seen.centre.hours),
    scope: seen.scope.map((line) => ({
      profession: line.professionCode, name: namesOf(line.profession.name), level: line.level, state: line.state, price: line.price?.amount ?? null,
      retakeTheory: line.price?.retakeTheory ?? null, retakePractice: line.price?.retakePractice ?? null, retakeBoth: line.price?.retakeBoth ?? null,
    })),
    priceLists: seen.priceLists.map(({ inForceFrom, publishedAt }) => ({ inForceFrom, publishedAt })),
    accessibility: seen.accessibility.map((each) => ({ feature: each.feature, available: each.available, note: { kk: each.noteKk || null, ru: each.noteRu || null } })),
    figures: figuresOf(counted),
  }
}

const offerOf = (each: centres.Offer) => ({ level: each.level, price: each.price ?? null, priceInForceFrom: each.priceFrom ?? null })

export const routes: readonly ApiRoute[] = [
  ...openDataRoutes,
  apiRoute({
    method: 'GET', path: '/calendar/working-days', action: 'calendar.read', access: 'public', keepSeconds: 300, statuses: [422],
    summary: 'The n-th working day after a day, or how many working days lie between two. The day of `from` is day 0; `from` may be a day off. Exactly one of `add` and `to`.',
    query: z.strictObject({ from: day, add: wholeNumber(1, MAX_ADD).optional(), to: day.optional() }),
    response: z.union([
      z.strictObject({ from: z.string(), add: z.number().int(), result: z.string(), calendar: z.strictObject({ version: z.string(), source: z.string() }) }),
      z.strictObject({ from: z.string(), to: z.string(), workingDays: z.number().int() }),
    ]),
    async handle(ctx, { query }) {
      const { from, add, to } = query as { from: Day; add?: number; to?: Day }
      if ((add === undefined) === (to === undefined)) throw new ApiProblem(400, 'input.wrong', { errors: [{ path: 'query', message: 'exactly one of add and to' }] })
      const calendar = await ctx.law.calendar(ctx.db)
      if (add !== undefined) return { from, add, result: addWorkingDays(calendar, from, add), calendar: { version: calendar.version, source: calendar.source } }
      if (to! < from) throw new ApiProblem(400, 'input.wrong', { errors: [{ path: 'query.to', message: 'to is before from' }] })
      return { from, to, workingDays: workingDaysBetween(calendar, from, to!) }
    },
  }),
  apiRoute({
    method: 'GET', path: '/regions', action: 'register.read', access: 'public', keepSeconds: 3600, summary: 'Regions by their KATO code.', query: z.strictObject({}), response: listOf(region),
    async handle(ctx) {
      const items = (await professions.listRegions(ctx.db)).map((each) => ({ id: each.kato, iso: each.iso, kind: each.kind, name: { kk: each.nameKk, ru: each.nameRu, en: each.nameEn } }))
      return { items, total: items.length }
    },
  }),
  apiRoute({
    method: 'GET', path: '/professions', action: 'register.read', access: 'public', keepSeconds: 60, statuses: [404],
    summary: 'The register of professions; the search forgives spelling, letters of either script and any of the three languages.',
    query: z.strictObject({
      q: optional(z.string().max(200)), track: optional(z.enum(professions.TRACKS)), page: optional(wholeNumber(1, 100_000)), pageSize: optional(wholeNumber(1, 100)),
    }),
    response: listOf(professionListed),
    async handle(ctx, { query }) {
      const [page, pageSize] = [query.page ?? 1, query.pageSize ?? 20]
      const found = await listProfessions(ctx, { q: query.q, track: query.track, page, pageSize, lang: 'kk' })
      assertPageIs({ page, pageSize, total: found.total })
      return { items: found.items.map(({ profession, centres: count }) => ({ code: profession.code, name: namesOf(profession.name), track: profession.track, centres: count })), total: found.total }
    },
  }),
  apiRoute({
    method: 'GET', path: '/professions/{code}', action: 'register.read', access: 'public', keepSeconds: 60, statuses: [404],
    summary: 'One entry of the register: what is asked, how long the document is valid, which centres and at what price. Null means not known.',
    params: z.strictObject({ code }), response: professionSeen,
    async handle(ctx, { params }) {
      const { profession, struckOn, offers, interest } = await readProfession(ctx, params.code.toUpperCase())
      if (struckOn) throw new Denial('not-found')
      return {
        code: profession.code, version: profession.versionNo, validFrom: profession.validFrom, name: namesOf(profession.name), track: profession.track, field: profession.fieldCode,
        levels: profession.levels, basis: profession.basis ? { kind: profession.basis, title: bothOf(profession.basisTitle) } : null,
        education: { required: profession.educationRequired, text: bothOf(profession.educationText) },
        experience: { required: profession.experienceRequired, text: bothOf(profession.experienceText) },
        validityMonths: profession.validityMonths, ageMin: profession.ageMin,
        body: profession.bodyCode ? { code: profession.bodyCode, name: namesOf(profession.bodyName) } : null, act: anyOf(profession.act), form: profession.form,
        provenance: { entry: profession.provenance, attributes: profession.attributesProvenance }, interest,
        centres: offers.map((each) => ({ id: each.centre.id, number: each.centre.serial, name: namesOf(each.centre.name), region: each.centre.regionKato, offers: each.offers.map(offerOf) })),
      }
    },
  }),
  apiRoute({
    method: 'GET', path: '/centres', action: 'register.read', access: 'public', keepSeconds: 60,
    summary: 'Recognition centres, of a region or those that may recognise a profession today; by words of a name in any of the three languages, spelling forgiven, the nearest first.',
    query: z.strictObject({ q: optional(z.string().max(200)), region: optional(kato), profession: optional(code) }), response: listOf(centreListed),
    async handle(ctx, { query }) {
      const profession = query.profession?.toUpperCase()
      if (query.region) assertKnown('region', query.region, (await professions.listRegions(ctx.db)).map((each) => each.kato))
      if (profession) assertKnown('profession', profession, (await professions.findProfession(ctx.db, profession, todayOf(ctx))) ? [profession] : [])
      const found = await listCentres(ctx, { regionKato: query.region, professionCode: profession })
      const ranks = query.q ? ranksByName(found.map((each) => each.centre), query.q) : undefined
      const rankOf = (each: CentreListed) => ranks?.get(each.centre.serial) ?? -1
      const items = (ranks ? found.filter((each) => rankOf(each) >= 0).sort((a, b) => rankOf(a) - rankOf(b)) : found).map(listedOf)
      return { items, total: items.length }
    },
  }),
  apiRoute({
    method: 'GET', path: '/centres/{id}', action: 'register.read', access: 'public', keepSeconds: 60, statuses: [404],
    summary: 'One centre by its id: certificate, scope, prices, accessibility passport, and figures of the last months: a share of too few cases is not told.',
    params: z.strictObject({ id: z.string().max(60) }), response: centreSeen,
    async handle(ctx, { params }) {
      const id = parseUuid(params.id)
      if (!id) throw new ApiProblem(404, 'not-found')
      const seen = await readCentre(ctx, { id })
      return seenOf(seen, await readCentreFigures(ctx, seen.centre.id))
    },
  }),
  apiRoute({
    method: 'GET', path: '/register/editions', action: 'register.read', access: 'public', keepSeconds: 60, statuses: [404],
    summary: 'Editions of the register of professions, the newest first, each with how many entries it added, moved, changed and struck.',
    query: z.strictObject({ page: optional(wholeNumber(1, 100_000)), pageSize: optional(wholeNumber(1, 100)) }), response: listOf(editionListed),
    async handle(ctx, { query }) {
      const [page, pageSize] = [query.page ?? 1, query.pageSize ?? 20]
      const { editions, total } = await listEditionsOfRegister(ctx, { page, pageSize })
      assertPageIs({ page, pageSize, total })
      return { items: editions.map(editionOf), total }
    },
  }),
  apiRoute({
    method: 'GET', path: '/register/editions/{no}', action: 'register.read', access: 'public', keepSeconds: 60, statuses: [404],
    summary: 'One edition as the difference to what stood before. `runningCases`: how many cases are running under versions that it replaced or struck; they are finished under them.',
    params: z.strictObject({ no: wholeNumber(1, 999_999) }), response: editionSeen,
    async handle(ctx, { params }) {
      const edition = await readEditionOfRegister(ctx, params.no)
      return {
        ...editionOf(edition), runningCases: edition.runningCases,
        changes: edition.changes.map(({ code: profession, kind, from, before, after }) => ({
          code: profession, kind, inForceFrom: from, name: namesOf((after ?? before!).name), versionBefore: before?.versionNo ?? null, versionAfter: after?.versionNo ?? null,
          changed: before && after ? professions.changedAspects(before, after) : [],
        })),
      }
    },
  }),
]
