import { z } from 'zod'
import { ApiProblem, apiRoute, type ApiRoute } from '#platform/http/api.ts'
import { verifyDocument, type MandatoryDocument, type Verification } from './verify-document.ts'

const text = z.object({ kk: z.string().nullable(), ru: z.string(), en: z.string().nullable() })
const partly = z.object({ kk: z.string().nullable(), ru: z.string().nullable(), en: z.string().nullable() })
const days = { issuedOn: z.string(), validUntil: z.string().nullable(), annulledOn: z.string().nullable() }
const statuses = z.enum(['valid', 'expired', 'annulled'])

const mandatory = z.object({
  number: z.string(), track: z.literal('mandatory'), status: statuses, holder: z.string(), profession: z.object({ code: z.string(), name: partly }),
  body: z.object({ code: z.string(), name: partly }), act: z.object({ kk: z.string().nullable(), ru: z.string().nullable() }).nullable(), form: z.string().nullable(),
  ...days, registeredOn: z.string(),
})
const voluntary = z.object({
  number: z.string(), track: z.literal('voluntary'), status: statuses, holder: z.string(), profession: z.object({ code: z.string(), name: text }), level: z.number().int(),
  centre: z.object({ number: z.string(), name: text }), ...days,
  historic: z.object({ enteredOn: z.string() }).optional(),
})
const others = { others: z.array(mandatory) }

function mandatoryOf({ profession, body, act, demonstration: _demonstration, ...rest }: MandatoryDocument): z.output<typeof mandatory> {
  const names = (name: { kk?: string; ru?: string; en?: string }) => ({ kk: name.kk ?? null, ru: name.ru ?? null, en: name.en ?? null })
  return {
    ...rest, track: 'mandatory', profession: { code: profession.code, name: names(profession.name) }, body: { code: body.code, name: names(body.name) },
    act: act.kk || act.ru ? { kk: act.kk ?? null, ru: act.ru ?? null } : null,
  }
}

function voluntaryOf({ number, document }: Verification & { document: NonNullable<Verification['document']> }, status: z.output<typeof statuses>): z.output<typeof voluntary> {
  const { kk, ru, en, code } = document.profession
  return {
    number, track: 'voluntary', status, holder: document.holder, profession: { code, name: { kk, ru, en } }, level: document.level,
    centre: { number: document.centre.number, name: { kk: document.centre.kk, ru: document.centre.ru, en: document.centre.en } }, issuedOn: document.issuedOn, validUntil: document.validUntil, annulledOn: document.annulledOn,
    ...(document.historic ? { historic: { enteredOn: document.historic.enteredOn } } : {}),
  }
}

/** The public check of a document by its number, for machines. */
export const routes: readonly ApiRoute[] = [apiRoute({
  method: 'GET', path: '/documents/{number}', action: 'document.verify', access: 'public', keepSeconds: 2, statuses: [404],
  summary: 'Says whether a document is valid, expired or annulled, and shows no more of its holder than a given name and initials. `track` tells a document of a recognition centre (voluntary) from one that a sector body gave and registered here (mandatory). Numbers of sector bodies are their own: where several documents bear the number, one of a centre stands first, then they follow by body, and `others` holds the rest. `historic` stands on a document that was issued before Tanu and entered from papers.',
  params: z.object({ number: z.string().min(1).max(60) }), query: z.object({}).strict(),
  response: z.union([voluntary.extend(others), mandatory.extend(others)]),
  async handle(ctx, { params }) {
    const found = await verifyDocument(ctx, params.number)
    const { number, status, document } = found
    const registered = found.mandatory.map(mandatoryOf)
    if (document && status !== 'unknown') return { ...voluntaryOf({ ...found, document }, status), others: registered }
    const [first, ...rest] = registered
    if (!first) throw new ApiProblem(404, 'document.unknown', { number, status: 'unknown' })
    return { ...first, others: rest }
  },
})]
