import { z } from 'zod'
import { ApiProblem, apiRoute, type ApiRoute } from '#platform/http/api.ts'
import { verifyDocument } from './verify-document.ts'

const text = z.object({ kk: z.string().nullable(), ru: z.string(), en: z.string().nullable() })

/** The public check of a document by its number, for machines. */
export const routes: readonly ApiRoute[] = [apiRoute({
  method: 'GET', path: '/documents/{number}', action: 'document.verify', access: 'public', keepSeconds: 2, statuses: [404],
  summary: 'Says whether a document of recognition is valid, expired or annulled, and shows no more of its holder than a given name and initials.',
  params: z.object({ number: z.string().min(1).max(60) }), query: z.object({}).strict(),
  response: z.object({
    number: z.string(), status: z.enum(['valid', 'expired', 'annulled']), holder: z.string(), profession: z.object({ code: z.string(), name: text }), level: z.number().int(),
    centre: z.object({ number: z.string(), name: text }), issuedOn: z.string(), validUntil: z.string().nullable(), annulledOn: z.string().nullable(),
  }),
  async handle(ctx, { params }) {
    const { number, status, document } = await verifyDocument(ctx, params.number)
    if (!document || status === 'unknown') throw new ApiProblem(404, 'document.unknown', { number, status: 'unknown' })
    const { kk, ru, en, code } = document.profession
    return {
      number, status, holder: document.holder, profession: { code, name: { kk, ru, en } }, level: document.level,
      centre: { number: document.centre.number, name: { kk: document.centre.kk, ru: document.centre.ru, en: document.centre.en } }, issuedOn: document.issuedOn, validUntil: document.validUntil, annulledOn: document.annulledOn,
    }
  },
})]
