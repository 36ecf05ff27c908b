import { z } from 'zod'
import { parseMoment, type Moment } from '#kernel/day.ts'
import { isDenial } from '#kernel/denial.ts'
import { ApiProblem, apiRoute } from '#platform/http/api.ts'
import { NOTICE_KINDS, NOTICE_OUTCOMES } from './domain/notice.ts'
import { receiveNotice } from './receive-notice.ts'

const word = z.string().regex(/^[\w.:-]{1,100}$/)

const notices = apiRoute({
  method: 'POST', path: '/payments/notices', action: 'payment.receive-notice', access: 'public',
  summary: 'The notice of the payment provider about an order. Signed with HMAC-SHA-256 over its fields, each on a line of its own; the same event twice changes nothing.',
  statuses: [401],
  body: z.strictObject({
    event: word, kind: z.enum(NOTICE_KINDS), order: word, amount: z.int().min(1).max(1_000_000_000), at: z.string().refine((text) => parseMoment(text) !== undefined, 'not a moment'), signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  response: z.object({ outcome: z.enum(NOTICE_OUTCOMES), repeated: z.boolean() }),
  async handle(ctx, { body: { signature, at, ...notice } }) {
    try {
      return await receiveNotice(ctx, { ...notice, at: at as Moment }, signature)
    } catch (error) {
      if (isDenial(error, 'payment.notice-not-signed')) throw new ApiProblem(401, 'payment.notice-not-signed')
      throw error
    }
  },
})

export const routes = [notices]
