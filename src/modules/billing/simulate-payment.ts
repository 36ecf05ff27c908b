import { Denial } from '#kernel/denial.ts'
import type { Localized } from '#kernel/localized.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import { legalDay, type Moment } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import type { Notice } from './domain/notice.ts'
import { sentRefundOf } from './give-back.ts'
import { policy } from './policy.ts'
import { signatureOf } from './provider/simulator.ts'
import { receiveNotice } from './receive-notice.ts'
import { selectInvoice } from './store/invoice-store.ts'
import { insertCharge, selectNoticesOfOrder, selectOrder } from './store/provider-store.ts'

export interface SimulatedOrder {
  reference: string
  invoice: string
  caseNumber: string
  centre: Partial<Localized>
  amount: number
  way: 'card' | 'qr'
  isPaid: boolean
  /** Whole tenge that the centre has sent back through the provider and that wait to be confirmed. */
  refundWaits: number | undefined
}

/** An order as the simulated provider shows it: whoever has its address sees number, centre and sum, and no name. */
export async function readSimulatedOrder(ctx: Ctx, reference: string): Promise<SimulatedOrder> {
  return read({ ...ctx, actor: SYSTEM }, 'payment.simulate', async (t) => {
    assertMay(t, policy, 'payment.simulate', { demo: ctx.demo })
    const order = await selectOrder(t.sql, reference)
    if (!order) throw new Denial('not-found')
    const invoice = (await selectInvoice(t.sql, order.invoiceId))!
    return {
      reference, invoice: invoice.number, caseNumber: (await casework.getCase(t, order.caseId)).number, centre: (await centres.getCentre(t.sql, order.centreId)).name, amount: order.amount, way: order.way,
      isPaid: (await selectNoticesOfOrder(t.sql, order.id)).some((notice) => notice.kind === 'paid' && notice.outcome === 'applied'), refundWaits: (await sentRefundOf(t, order))?.amount,
    }
  })
}

/**
 * Pays, declines or gives back at the simulated provider: it writes its own book and sends its signed notice through the same door as any
 * provider. The same press twice is the same event.
 */
export async function simulatePayment(ctx: Ctx, input: { reference: string; what: 'pay' | 'decline' | 'give-back'; at?: Moment }): Promise<void> {
  const at = input.at ?? ctx.clock.now()
  const { requestKey: _, ...rest } = ctx
  const notice = await tx({ ...rest, actor: SYSTEM }, 'payment.simulate', async (t): Promise<Notice | undefined> => {
    assertMay(t, policy, 'payment.simulate', { demo: ctx.demo })
    const order = await selectOrder(t.sql, input.reference)
    if (!order) throw new Denial('not-found')
    if (input.what === 'decline') return { event: `SIM-${t.newId()}`, kind: 'failed', order: order.reference, amount: order.amount, at }
    const refund = input.what === 'give-back' ? await sentRefundOf(t, order) : undefined
    if (input.what === 'give-back' && !refund) return undefined
    const event = refund ? `SIM-${refund.id}` : `SIM-${order.id}`
    const amount = refund?.amount ?? order.amount
    await insertCharge(t.sql, { eventId: event, reference: order.reference, centreId: order.centreId, amount: refund ? -amount : amount, on: legalDay(at), at })
    return { event, kind: refund ? 'refunded' : 'paid', order: order.reference, amount, at }
  })
  if (notice) await receiveNotice(ctx, notice, signatureOf(ctx.cipher, notice))
}
