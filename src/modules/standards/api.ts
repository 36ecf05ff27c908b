import { z } from 'zod'
import { isDenial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { optional, wholeNumber } from '#platform/http/api-fields.ts'
import { apiRoute, ApiProblem, assertKnown, assertPageIs, type ApiRoute } from '#platform/http/api.ts'
import * as professions from '#modules/professions/index.ts'
import { requirementsOf, standardOf } from './bases.ts'
import { BASIS_STATES } from './domain/basis-state.ts'
import { BASIS_KINDS, CARD_TEXTS, PASSPORT_TEXTS, type BasisKind, type BasisText, type StandardContent } from './domain/standard.ts'
import { readBasis, searchBases, type BasisListed, type BasisSeen } from './reads.ts'
import { PROVENANCES } from './store/basis-store.ts'

const code = z.string().regex(/^[A-Za-z0-9.-]{1,40}$/, 'a code of the platform')

const both = z.strictObject({ kk: z.string().nullable(), ru: z.string().nullable() })
const listed = z.strictObject({
  code: z.string(), kind: z.enum(BASIS_KINDS), version: z.number().int(), state: z.enum(BASIS_STATES), title: both.extend({ en: z.string().nullable() }), body: z.string(), act: both, edition: z.string().nullable(),
  page: z.string().nullable(), validFrom: z.string().nullable(), validUntil: z.string().nullable(), textHeld: z.boolean(), provenance: z.enum(PROVENANCES),
})
const qualification = z.strictObject({ profession: z.string(), level: z.number().int() })
const head = listed.extend({ professions: z.array(qualification), versions: z.array(z.strictObject({ version: z.number().int(), state: z.enum(BASIS_STATES), validFrom: z.string().nullable(), validUntil: z.string().nullable(), textHeld: z.boolean() })) })
const card = z.strictObject({
  code: z.string(), name: both, profession: z.string().nullable(), occupation: z.string().nullable(), level: z.number().int().nullable(), tariffGrade: z.string().nullable(), aim: both,
  texts: z.record(z.enum(CARD_TEXTS), both),
  functions: z.array(z.strictObject({
    code: z.string(), name: both, mandatory: z.boolean(), skills: z.array(z.strictObject({ code: z.string(), name: both, recognisedAlone: z.boolean(), abilities: z.array(both), knowledge: z.array(both) })),
  })),
})
const standardSeen = head.extend({ passport: z.record(z.enum(PASSPORT_TEXTS), both).nullable(), cards: z.array(card).nullable() })
const requirementsSeen = head.extend({ text: both.nullable(), replacedBy: z.array(qualification.extend({ standard: z.string(), from: z.string() })) })

const textOf = ({ kk, ru }: BasisText) => ({ kk: kk || null, ru: ru || null })
const listedOf = (each: BasisListed): z.output<typeof listed> => ({
  code: each.code, kind: each.kind, version: each.versionNo, state: each.state, title: { ...textOf(each.title), en: each.title.en || null }, body: each.bodyCode, act: textOf(each.act), edition: each.edition || null,
  page: each.page || null, validFrom: each.validFrom, validUntil: each.validUntil, textHeld: each.textHeld, provenance: each.provenance,
})
const headOf = ({ version, versions, named }: BasisSeen): z.output<typeof head> => ({
  ...listedOf(version), professions: named.map((each) => ({ profession: each.professionCode, level: each.level })),
  versions: versions.map((each) => ({ version: each.versionNo, state: each.state, validFrom: each.validFrom, validUntil: each.validUntil, textHeld: each.textHeld })),
})
const cardsOf = ({ cards }: StandardContent): z.output<typeof card>[] => cards.map((each) => ({
  code: each.code, name: textOf(each.name), profession: each.professionCode, occupation: each.occupationCode, level: each.level, tariffGrade: each.tariffGrade, aim: textOf(each.aim), texts: mapped(CARD_TEXTS, each.texts),
  functions: each.functions.map((labour) => ({
    code: labour.code, name: textOf(labour.name), mandatory: labour.mandatory,
    skills: labour.skills.map((skill) => ({ code: skill.code, name: textOf(skill.name), recognisedAlone: skill.alone, abilities: skill.abilities.map(textOf), knowledge: skill.knowledge.map(textOf) })),
  })),
}))
function mapped<Key extends string>(keys: readonly Key[], texts: Record<Key, BasisText>): Record<Key, z.output<typeof both>> {
  return Object.fromEntries(keys.map((key) => [key, textOf(texts[key])])) as Record<Key, z.output<typeof both>>
}

async function seenOr404(ctx: Ctx, input: { kind: BasisKind; code: string; versionNo: number | undefined }): Promise<BasisSeen> {
  try {
    return await readBasis(ctx, { ...input, code: input.code.toUpperCase() })
  } catch (error) {
    if (isDenial(error, 'not-found')) throw new ApiProblem(404, 'not-found')
    throw error
  }
}

/** Standards and qualification requirements for machines: only what was approved. */
export const routes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET', path: '/standards', action: 'professional-standard.read', access: 'public', keepSeconds: 60, statuses: [404],
    summary: 'Professional standards and qualification requirements. `textHeld` false: only the title and the order are known, a Russian title is then a back-translation.',
    query: z.strictObject({ q: optional(z.string().max(200)), kind: optional(z.enum(BASIS_KINDS)), body: optional(code), page: optional(wholeNumber(1, 100_000)), pageSize: optional(wholeNumber(1, 100)) }),
    response: z.strictObject({ items: z.array(listed), total: z.number().int() }),
    async handle(ctx, { query }) {
      const [page, pageSize, bodyCode] = [query.page ?? 1, query.pageSize ?? 20, query.body?.toUpperCase()]
      if (bodyCode) assertKnown('body', bodyCode, (await professions.listSectorBodies(ctx.db)).map((each) => each.code))
      const { items, total } = await searchBases(ctx, { q: query.q ?? '', kind: query.kind, bodyCode, page, pageSize })
      assertPageIs({ page, pageSize, total })
      return { items: items.map(listedOf), total }
    },
  }),
  apiRoute({
    method: 'GET', path: '/standards/{code}', action: 'professional-standard.read', access: 'public', keepSeconds: 60, statuses: [404],
    summary: 'A professional standard: the version in force, or the one asked for, with passport and cards; null where the platform does not hold the text. A skill stands above abilities and knowledge.',
    params: z.strictObject({ code }), query: z.strictObject({ version: optional(wholeNumber(1, 99_999)) }), response: standardSeen,
    async handle(ctx, { params, query }) {
      const seen = await seenOr404(ctx, { kind: 'standard', code: params.code, versionNo: query.version })
      const standard = standardOf(seen.version)
      return { ...headOf(seen), passport: standard ? mapped(PASSPORT_TEXTS, standard.passport) : null, cards: standard ? cardsOf(standard) : null }
    },
  }),
  apiRoute({
    method: 'GET', path: '/requirements/{code}', action: 'professional-standard.read', access: 'public', keepSeconds: 60, statuses: [404],
    summary: 'Qualification requirements, with the standards that take their place and from which day.',
    params: z.strictObject({ code }), query: z.strictObject({ version: optional(wholeNumber(1, 99_999)) }), response: requirementsSeen,
    async handle(ctx, { params, query }) {
      const seen = await seenOr404(ctx, { kind: 'requirements', code: params.code, versionNo: query.version })
      const requirements = requirementsOf(seen.version)
      return {
        ...headOf(seen), text: requirements ? textOf(requirements.text) : null,
        replacedBy: seen.replacedBy.map(({ of, standard, on }) => ({ profession: of.professionCode, level: of.level, standard: standard.code, from: on })),
      }
    },
  }),
]
