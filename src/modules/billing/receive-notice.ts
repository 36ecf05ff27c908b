import { legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { post } from './book.ts'
import { movement } from './domain/ledger.ts'
import { cameUnmatched, outcomeOf, type Notice, type NoticeOutcome } from './domain/notice.ts'
import { confirmRefundOf, sentRefundOf } from './give-back.ts'
import { writeOfPayment } from './letters.ts'
import { policy } from './policy.ts'
import { providerOf } from './provider/simulator.ts'
import { selectInvoice } from './store/invoice-store.ts'
import { insertNotice, selectNotice, selectNoticesOfOrder, selectOrder, type ProviderOrder } from './store/provider-store.ts'

/**
 * Hears what the provider says about an order. A notice without the right signature is not listened to; one that was heard before, be it a
 * hundred times at once, changes nothing and is answered as the first time. Money that belongs to no open order lies as unmatched.
 */
export async function receiveNotice(ctx: Ctx, notice: Notice, signature: string): Promise<{ outcome: NoticeOutcome; repeated: boolean }> {
  const provider = providerOf(ctx)
  const { requestKey: _, ...rest } = ctx
  return tx({ ...rest, actor: SYSTEM }, 'payment.receive-notice', async (t) => {
    const isSigned = provider?.isSigned(notice, signature) ?? false
    if (!isSigned) throw new Denial('payment.notice-not-signed')
    assertMay(t, policy, 'payment.receive-notice', { isSigned })
    // Whatever moves the money of a case holds the case: a hundred notices at once come one after the other.
    const order = await lockedWithCase(t, notice.order)
    const known = await selectNotice(t.sql, notice.event)
    if (known) return { outcome: known.outcome, repeated: true }
    const before = order ? await selectNoticesOfOrder(t.sql, order.id) : []
    const isPaid = before.some((each) => each.kind === 'paid' && each.outcome === 'applied')
    const outcome = outcomeOf(notice, { order: order && { amount: order.amount, isPaid }, refundSent: order && notice.kind === 'refunded' ? (await sentRefundOf(t, order))?.amount : undefined })
    if ((await insertNotice(t.sql, notice, { orderId: order?.id ?? null, centreId: order?.centreId ?? null, receivedAt: t.now, outcome })) === 0) {
      return { outcome: (await selectNotice(t.sql, notice.event))!.outcome, repeated: true }
    }
    if (order) await apply(t, order, notice, outcome)
    return { outcome, repeated: false }
  })
}

async function lockedWithCase(t: Tx, reference: string): Promise<ProviderOrder | undefined> {
  const order = await selectOrder(t.sql, reference)
  if (order) await casework.lockCase(t, order.caseId)
  return order
}

async function apply(t: Tx, order: ProviderOrder, notice: Notice, outcome: NoticeOutcome): Promise<void> {
  const invoice = (await selectInvoice(t.sql, order.invoiceId))!
  const place = { centreId: order.centreId, subjectId: invoice.contractId, caseId: order.caseId, on: legalDay(notice.at) <= t.today ? legalDay(notice.at) : t.today }
  if (cameUnmatched(outcome)) {
    await post(t, { ...place, source: `notice:${notice.event}` }, movement.unmatched('provider', notice.amount))
    await casework.record(t, order.caseId, 'payment-unmatched', { invoice: invoice.number, amount: notice.amount })
  }
  if (outcome !== 'applied') return
  if (notice.kind === 'refunded') return confirmRefundOf(t, order, { on: place.on, reference: notice.event })
  await post(t, { ...place, source: `order:${order.id}` }, movement.paid('provider', notice.amount))
  await casework.record(t, order.caseId, 'payment-received', { invoice: invoice.number, amount: notice.amount })
  await writeOfPayment(t, { caseId: order.caseId, contractId: invoice.contractId, amount: notice.amount })
}
