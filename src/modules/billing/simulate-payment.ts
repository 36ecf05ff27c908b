import { Denial } from '#kernel/denial.ts'
import type { Localized } from '#kernel/localized.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import { legalDay, type Moment } from '#kernel/day.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import type { Notice } from './domain/notice.ts'
import { sentRefundOf } from './give-back.ts'
import { isJointPaid } from './joint/hear-joint-notice.ts'
import { policy } from './policy.ts'
import { signatureOf } from './provider/simulator.ts'
import { receiveNotice } from './receive-notice.ts'
import { selectInvoice } from './store/invoice-store.ts'
import { insertCharge, selectJointOrder, selectNoticesOfOrder, selectOrder, selectParts, type JointOrder, type ProviderOrder } from './store/provider-store.ts'

export interface SimulatedOrder {
  reference: string
  /** The invoices it pays, with their sums; several when an employer pays at once. */
  invoices: { number: string; amount: number }[]
  /** Where the payer came from. */
  from: { kind: 'case'; number: string } | { kind: 'employer' }
  centres: Partial<Localized>[]
  amount: number
  way: 'card' | 'qr'
  isPaid: boolean
  /** Whole tenge that the centres have sent back through the provider and that wait to be confirmed. */
  refundWaits: number | undefined
}

interface Found {
  joint: JointOrder | undefined
  parts: ProviderOrder[]
  isPaid: boolean
}

/** An order by its address: a joint one with its parts, or a single one. A part alone has no page. */
async function find(t: Tx, reference: string): Promise<Found> {
  const joint = await selectJointOrder(t.sql, reference)
  if (joint) return { joint, parts: await selectParts(t.sql, joint.id), isPaid: await isJointPaid(t, joint.id) }
  const order = await selectOrder(t.sql, reference)
  if (!order || order.jointId) throw new Denial('not-found')
  return { joint: undefined, parts: [order], isPaid: (await selectNoticesOfOrder(t.sql, order.id)).some((notice) => notice.kind === 'paid' && notice.outcome === 'applied') }
}
const sumOf = (parts: readonly ProviderOrder[]) => parts.reduce((sum, part) => sum + part.amount, 0)

/** An order as the simulated provider shows it: whoever has its address sees numbers, centres and sums, and no name. */
export async function readSimulatedOrder(ctx: Ctx, reference: string): Promise<SimulatedOrder> {
  return read({ ...ctx, actor: SYSTEM }, 'payment.simulate', async (t) => {
    assertMay(t, policy, 'payment.simulate', { demo: ctx.demo })
    const { joint, parts, isPaid } = await find(t, reference)
    const invoices: SimulatedOrder['invoices'] = []
    let refundWaits = 0
    for (const part of parts) {
      invoices.push({ number: (await selectInvoice(t.sql, part.invoiceId))!.number, amount: part.amount })
      refundWaits += (await sentRefundOf(t, part))?.amount ?? 0
    }
    const centresOf: Partial<Localized>[] = []
    for (const id of new Set(parts.map((part) => part.centreId))) centresOf.push((await centres.getCentre(t.sql, id)).name)
    return {
      reference, invoices, from: joint ? { kind: 'employer' } : { kind: 'case', number: (await casework.getCase(t, parts[0]!.caseId)).number }, centres: centresOf, amount: sumOf(parts), way: parts[0]!.way, isPaid,
      refundWaits: refundWaits > 0 ? refundWaits : undefined,
    }
  })
}

/**
 * Pays, declines or gives back at the simulated provider: it writes its own book and sends its signed notices through the same door as any
 * provider. The same press twice is the same event. A joint payment is one notice; what goes back is one notice for each part.
 */
export async function simulatePayment(ctx: Ctx, input: { reference: string; what: 'pay' | 'decline' | 'give-back'; at?: Moment }): Promise<void> {
  const at = input.at ?? ctx.clock.now()
  const { requestKey: _, ...rest } = ctx
  const notices = await tx({ ...rest, actor: SYSTEM }, 'payment.simulate', async (t): Promise<Notice[]> => {
    assertMay(t, policy, 'payment.simulate', { demo: ctx.demo })
    const { joint, parts } = await find(t, input.reference)
    const amount = sumOf(parts)
    if (input.what === 'decline') return [{ event: `SIM-${t.newId()}`, kind: 'failed', order: input.reference, amount, at }]
    if (input.what === 'give-back') return giveBack(t, parts, at)
    for (const part of parts) await insertCharge(t.sql, { eventId: `SIM-${part.id}`, reference: input.reference, centreId: part.centreId, amount: part.amount, on: legalDay(at), at })
    return [{ event: `SIM-${joint?.id ?? parts[0]!.id}`, kind: 'paid', order: input.reference, amount, at }]
  })
  for (const notice of notices) await receiveNotice(ctx, notice, signatureOf(ctx.cipher, notice))
}

async function giveBack(t: Tx, parts: readonly ProviderOrder[], at: Moment): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const part of parts) {
    const refund = await sentRefundOf(t, part)
    if (!refund) continue
    const event = `SIM-${refund.id}`
    await insertCharge(t.sql, { eventId: event, reference: part.reference, centreId: part.centreId, amount: -refund.amount, on: legalDay(at), at })
    notices.push({ event, kind: 'refunded', order: part.reference, amount: refund.amount, at })
  }
  return notices
}
