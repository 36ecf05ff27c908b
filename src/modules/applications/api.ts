import { z } from 'zod'
import { ApiProblem, apiRoute } from '#platform/http/api.ts'
import { ATTACHMENT_MAX_BYTES, ATTACHMENTS_MAX } from '#modules/uploads/index.ts'
import { ACCOMMODATION_KINDS, EXAM_LANGUAGES, WAYS_LEARNT } from './domain/draft.ts'
import { handInForPartner, partnerStatus } from './hand-in-for-partner.ts'

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

export const routes = [handIn, status]
