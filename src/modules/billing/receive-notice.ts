import { legalDay, type Day } from '#kernel/day.ts'
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
import { hearJointNotice, isJointPaid } from './joint/hear-joint-notice.ts'
import { writeOfPayment } from './letters.ts'
import { policy } from './policy.ts'
import { providerOf } from './provider/simulator.ts'
import { selectInvoice } from './store/invoice-store.ts'
import { insertNotice, selectJointOrder, selectNotice, selectNoticesOfOrder, selectOrder, type ProviderOrder } from './store/provider-store.ts'

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
    const on = dayOf(t, notice)
    const joint = await selectJointOrder(t.sql, notice.order)
    if (joint) return hearJointNotice(t, joint, notice, on)
    // Whatever moves the money of a case holds the case: a hundred notices at once come one after the other.
    const order = await lockedWithCase(t, notice)
    const known = await selectNotice(t.sql, notice.event)
    if (known) return { outcome: known.outcome, repeated: true }
    const isPaid = order ? await isOrderPaid(t, order) : false
    const outcome = outcomeOf(notice, { order: order && { amount: order.amount, isPaid }, refundSent: order && notice.kind === 'refunded' ? (await sentRefundOf(t, order))?.amount : undefined })
    if ((await insertNotice(t.sql, notice, { orderId: order?.id ?? null, jointId: null, centreId: order?.centreId ?? null, receivedAt: t.now, outcome })) === 0) {
      return { outcome: (await selectNotice(t.sql, notice.event))!.outcome, repeated: true }
    }
    if (order) await apply(t, order, { notice, outcome, on })
    return { outcome, repeated: false }
  })
}

/** The legal day of what happened; a clock of the provider that runs ahead does not post into tomorrow. */
const dayOf = (t: Tx, notice: Notice): Day => (legalDay(notice.at) <= t.today ? legalDay(notice.at) : t.today)

/** The order that a notice names. A part of a joint order is given back by itself, but paid only with the whole: there is no such order to be paid. */
async function lockedWithCase(t: Tx, notice: Notice): Promise<ProviderOrder | undefined> {
  const order = await selectOrder(t.sql, notice.order)
  if (!order || (order.jointId && notice.kind !== 'refunded')) return undefined
  await casework.lockCase(t, order.caseId)
  return order
}

async function isOrderPaid(t: Tx, order: ProviderOrder): Promise<boolean> {
  if (order.jointId) return isJointPaid(t, order.jointId)
  return (await selectNoticesOfOrder(t.sql, order.id)).some((each) => each.kind === 'paid' && each.outcome === 'applied')
}

async function apply(t: Tx, order: ProviderOrder, { notice, outcome, on }: { notice: Notice; outcome: NoticeOutcome; on: Day }): Promise<void> {
  const invoice = (await selectInvoice(t.sql, order.invoiceId))!
  const place = { centreId: order.centreId, subjectId: invoice.contractId, caseId: order.caseId, on }
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
