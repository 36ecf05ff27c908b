import type { Day, Moment } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { Notice } from '../domain/notice.ts'

/** Whoever takes money by card or QR for the centres. It stands outside: what it says is believed only under its signature. */
export interface PaymentProvider {
  name: string
  /** Path below the language where the payer pays this order, or a whole address elsewhere. */
  payPath(reference: string): string
  isSigned(notice: Notice, signature: string): boolean
  /** What the provider says it holds for a centre of this day: paid less given back, whole tenge. */
  dayTotal(t: Tx, centreId: string, on: Day): Promise<number>
  /** Gives a payment back; the confirmation comes as a notice. */
  giveBack(t: Tx, refund: { order: { reference: string; centreId: string }; number: string; amount: number; at: Moment }): Promise<void>
}
