import type { Moment } from '#kernel/day.ts'

export const NOTICE_KINDS = ['paid', 'failed', 'refunded'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
export const NOTICE_OUTCOMES = ['applied', 'unknown-order', 'wrong-amount', 'second-payment', 'late', 'early', 'failed', 'unknown-refund'] as const
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number]

/** What a provider tells about an order. The event's id is the provider's own; amounts are whole tenge. */
export interface Notice {
  event: string
  kind: NoticeKind
  order: string
  amount: number
  at: Moment
}

/** The text under the signature: the fields in this order, each on a line of its own. */
export function signedText(notice: Notice): string {
  return ['payment-notice', notice.event, notice.kind, notice.order, String(notice.amount), notice.at].join('\n')
}

export interface NoticeFacts {
  order: { amount: number; isPaid: boolean } | undefined
  /** The sum of the sent refund of this order's contract by card or QR that waits to be confirmed. */
  refundSent: number | undefined
}

/** What becomes of a notice; money that came is never lost: what is not applied lies as unmatched. */
export function outcomeOf(notice: Pick<Notice, 'kind' | 'amount'>, { order, refundSent }: NoticeFacts): NoticeOutcome {
  if (!order) return 'unknown-order'
  if (notice.kind === 'failed') return order.isPaid ? 'late' : 'failed'
  if (notice.kind === 'refunded') return !order.isPaid ? 'early' : refundSent === notice.amount ? 'applied' : 'unknown-refund'
  if (order.isPaid) return 'second-payment'
  return notice.amount === order.amount ? 'applied' : 'wrong-amount'
}

/** Whether the notice brought money that lies at the provider. */
export function cameUnmatched(outcome: NoticeOutcome): boolean {
  return outcome === 'wrong-amount' || outcome === 'second-payment'
}
