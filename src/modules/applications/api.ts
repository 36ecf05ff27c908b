import { z } from 'zod'
import { isDenial } from '#kernel/denial.ts'
import { day, optional } from '#platform/http/api-fields.ts'
import { ApiProblem, apiRoute } from '#platform/http/api.ts'
import { ATTACHMENT_MAX_BYTES, ATTACHMENTS_MAX } from '#modules/uploads/index.ts'
import { ACCOMMODATION_KINDS, EXAM_LANGUAGES, WAYS_LEARNT } from './domain/draft.ts'
import { checkEligibility } from './check-eligibility.ts'
import { handInForPartner, partnerStatus } from './hand-in-for-partner.ts'
import { withdrawForPartner } from './withdraw-for-partner.ts'

const line = (most: number) => z.string().trim().max(most).refine((text) => !/[\p{Cc}]/u.test(text), 'control characters')
const filled = (most: number) => line(most).min(1)
// Four characters of base64 carry three bytes.
const base64 = z.string().min(4).max(Math.ceil(ATTACHMENT_MAX_BYTES / 3) * 4 + 4).regex(/^[A-Za-z0-9+/]+={0,2}$/)

const body = z.strictObject({
  reference: filled(100),
  centre: filled(10),
  profession: filled(40),
  level: z.int().min(1).max(8),
  person: z.strictObject({
    iin: z.string().max(20), surname: filled(100), givenName: filled(100), patronymic: line(100).optional(), birthOn: z.string().max(10), citizenship: line(3).optional(),
    phone: filled(40), address: filled(300), email: line(200).optional(),
  }),
  language: z.enum(['kk', 'ru']),
  examLanguage: z.enum(EXAM_LANGUAGES),
  wayLearnt: z.enum(WAYS_LEARNT),
  consentVersion: filled(40),
  needs: z.array(z.strictObject({ kind: z.enum(ACCOMMODATION_KINDS), asked: line(500) })).max(ACCOMMODATION_KINDS.length).optional(),
  files: z.array(z.strictObject({ kind: z.enum(['education', 'work', 'earlier-recognition', 'accommodation', 'other']), name: filled(120), content: base64 })).max(ATTACHMENTS_MAX).optional(),
})

const handIn = apiRoute({
  method: 'POST', path: '/applications', action: 'application.hand-in', access: { scope: 'applications.write' }, bodyLimit: 140 * 1024 * 1024,
  summary: 'Hands in an application with its files, as base64. The same reference arrives once. One that meets a wall is returned without registration, with its grounds.',
  body,
  response: z.union([
    z.object({ outcome: z.literal('registered'), reference: z.string(), number: z.string(), repeated: z.boolean() }),
    z.object({ outcome: z.literal('returned-without-registration'), reference: z.string(), grounds: z.array(z.string()) }),
  ]),
  async handle(ctx, { body: sent }) {
    const { email, ...person } = sent.person
    const outcome = await handInForPartner(ctx, {
      reference: sent.reference, centreSerial: sent.centre, professionCode: sent.profession, level: sent.level, person: { ...person, patronymic: person.patronymic ?? '', citizenship: person.citizenship ?? 'KZ' },
      email: email ?? '', language: sent.language, examLanguage: sent.examLanguage, wayLearnt: sent.wayLearnt, consentVersion: sent.consentVersion, needs: sent.needs ?? [],
      files: (sent.files ?? []).map((file) => ({ kind: file.kind, name: file.name, bytes: decoded(file.content) })),
    })
    return { reference: sent.reference, ...outcome }
  },
})

function decoded(content: string): Uint8Array {
  const bytes = Buffer.from(content, 'base64')
  if (bytes.toString('base64').replace(/=+$/, '') !== content.replace(/=+$/, '')) throw new ApiProblem(400, 'input.wrong', { errors: [{ path: 'body.files', message: 'not base64' }] })
  return new Uint8Array(bytes)
}

const status = apiRoute({
  method: 'GET', path: '/applications/{reference}', action: 'application.hand-in', access: { scope: 'applications.write' }, summary: 'Where an application stands that this partner handed in.',
  params: z.object({ reference: filled(100) }), statuses: [404],
  response: z.object({ reference: z.string(), number: z.string(), step: z.string(), receivedOn: z.string(), dueOn: z.string().nullable() }),
  handle: (ctx, { params }) => partnerStatus(ctx, params.reference),
})

const withdrawal = apiRoute({
  method: 'POST', path: '/applications/{reference}/withdrawal', action: 'application.withdraw-for-partner', access: { scope: 'applications.write' }, statuses: [404],
  summary: 'Withdraws, for its candidate, an application that this partner handed in; before the exam has begun. The candidate is told by letter. Withdrawn again, it answers the same with `repeated`.',
  params: z.object({ reference: filled(100) }), body: z.strictObject({ note: line(1000).optional() }),
  response: z.object({ reference: z.string(), number: z.string(), step: z.string(), repeated: z.boolean() }),
  handle: (ctx, { params, body: sent }) => withdrawForPartner(ctx, { reference: params.reference, note: sent.note ?? '' }),
})

const eligibility = apiRoute({
  method: 'GET', path: '/professions/{code}/eligibility', action: 'application.see-terms', access: 'public', statuses: [404],
  summary: 'What is asked of whoever applies today for a profession, and of a level, at a centre, born on a day, what stands in the way (`blockers`). Nothing is told of any person: an open case or a removal from an exam shows only when an application is handed in.',
  params: z.strictObject({ code: z.string().regex(/^[A-Za-z0-9.-]{1,40}$/, 'a code of the register') }),
  query: z.strictObject({
    level: optional(z.string().regex(/^[1-8]$/, 'a level from 1 to 8').transform(Number)), centre: optional(filled(10)),
    birthOn: optional(day),
  }),
  response: z.strictObject({
    profession: z.string(), track: z.enum(['voluntary', 'mandatory']), levels: z.array(z.number().int()), age: z.number().int(),
    papers: z.array(z.enum(['education', 'work'])).describe('Kinds of files that an application must bring.'), papersKnown: z.boolean().describe('False: the register does not know what the standard or the requirements ask.'),
    checkDays: z.number().int().describe('Working days in which the centre checks an application.'), consentVersion: z.string(),
    centres: z.array(z.strictObject({ centre: z.string(), level: z.number().int(), price: z.number().int().nullable() })),
    eligible: z.boolean(), blockers: z.array(z.strictObject({ code: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])) })),
  }),
  async handle(ctx, { params, query }) {
    try {
      const { profession, blockers, ...terms } = await checkEligibility(ctx, { professionCode: params.code.toUpperCase(), level: query.level, centreSerial: query.centre, birthOn: query.birthOn })
      return { profession: profession.code, track: profession.track, levels: profession.levels, ...terms, blockers: blockers.map(({ code, data }) => ({ code, data: data ?? {} })) }
    } catch (error) {
      if (isDenial(error, 'application.centre-unknown')) throw new ApiProblem(400, 'input.wrong', { errors: [{ path: 'query.centre', message: 'no such centre' }] })
      throw error
    }
  },
})

export const routes = [handIn, status, withdrawal, eligibility]
