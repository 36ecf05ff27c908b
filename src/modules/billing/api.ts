import { z } from 'zod'
import { parseMoment, type Moment } from '#kernel/day.ts'
import { apiRoute } from '#platform/http/api.ts'
import { NOTICE_KINDS, NOTICE_OUTCOMES } from './domain/notice.ts'
import { receiveNotice } from './receive-notice.ts'
import { reportActPayment } from './works/answer-act.ts'

const word = z.string().regex(/^[\w.:-]{1,100}$/)

const notices = apiRoute({
  method: 'POST', path: '/payments/notices', action: 'payment.receive-notice', access: 'public',
  summary: 'The notice of the payment provider about an order. Signed with HMAC-SHA-256 over its fields, each on a line of its own; the same event twice changes nothing.',
  statuses: [401],
  body: z.strictObject({
    event: word, kind: z.enum(NOTICE_KINDS), order: word, amount: z.int().min(1).max(1_000_000_000), at: z.string().refine((text) => parseMoment(text) !== undefined, 'not a moment'), signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  response: z.object({ outcome: z.enum(NOTICE_OUTCOMES), repeated: z.boolean() }),
  handle: (ctx, { body: { signature, at, ...notice } }) => receiveNotice(ctx, { ...notice, at: at as Moment }, signature),
})

const paid = apiRoute({
  method: 'POST', path: '/settlements/{number}/payment', action: 'works.report-payment', access: { scope: 'settlements.write' }, statuses: [404],
  summary: 'Reports that the payer has paid an act of works performed for vouchers. Reported again it changes nothing.',
  params: z.object({ number: word }), body: z.strictObject({ on: z.string().max(10), reference: z.string().trim().min(1).max(100) }),
  response: z.object({ number: z.string(), paidOn: z.string(), repeated: z.boolean() }),
  handle: (ctx, { params, body }) => reportActPayment(ctx, { number: params.number, ...body }),
})

export const routes = [notices, paid]
