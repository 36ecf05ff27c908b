import { z } from 'zod'
import { isDenial } from '#kernel/denial.ts'
import { ApiProblem, apiRoute, type ApiRoute } from '#platform/http/api.ts'
import { readPublicCertificate } from './certificate/public-certificate.ts'

const STATUS = z.enum(['valid', 'not-yet', 'expired', 'withdrawn', 'terminated', 'replaced'])
const text = z.object({ kk: z.string(), ru: z.string(), en: z.string() })

/** The public page of an accreditation certificate, for machines. */
export const routes: readonly ApiRoute[] = [apiRoute({
  method: 'GET', path: '/certificates/{number}', action: 'centre.read', access: 'public', keepSeconds: 2, statuses: [404],
  summary: 'Says what an accreditation certificate is today and for which professions and levels it was issued. `struck`: no longer in the register as a profession that centres recognise.',
  params: z.object({ number: z.string().min(1).max(60) }), query: z.object({}).strict(),
  response: z.object({
    number: z.string(), status: STATUS, validFrom: z.string(), validUntil: z.string(), withdrawnOn: z.string().nullable(), resumedOn: z.string().nullable(), terminatedOn: z.string().nullable(),
    centre: z.object({ number: z.string(), bin: z.string().nullable(), name: text }), scope: z.array(z.object({ code: z.string(), level: z.number().int(), name: text, status: STATUS, struck: z.boolean() })), replaces: z.string().nullable(), replacedBy: z.string().nullable(),
    history: z.array(z.object({ kind: z.enum(['issued', 'withdrawal', 'resumption', 'termination', 'replaced', 'expired']), on: z.string(), professions: z.array(z.string()).nullable(), ground: z.string().nullable() })),
  }),
  async handle(ctx, { params }) {
    try {
      const { certificate, centre, scope, history, previous, next } = await readPublicCertificate(ctx, params.number)
      // Of the whole certificate; what befell single professions stands in the history.
      const lastOn = (kind: string) => history.findLast((entry) => entry.kind === kind && entry.professions === null)?.on ?? null
      return {
        number: certificate.number, status: certificate.state, validFrom: certificate.validFrom, validUntil: certificate.validUntil, withdrawnOn: lastOn('withdrawal'), resumedOn: lastOn('resumption'), terminatedOn: lastOn('termination'),
        history: history.map(({ kind, on, professions, ground }) => ({ kind, on, professions, ground: ground ?? null })),
        centre: { number: centre.serial, bin: centre.bin, name: centre.name }, scope: scope.map((line) => ({ code: line.professionCode, level: line.level, name: line.name, status: line.state, struck: line.struck })), replaces: previous ?? null, replacedBy: next ?? null,
      }
    } catch (error) {
      if (isDenial(error, 'not-found')) throw new ApiProblem(404, 'certificate.unknown', { number: params.number })
      throw error
    }
  },
})]
