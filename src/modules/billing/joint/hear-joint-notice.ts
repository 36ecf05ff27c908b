import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { post } from '../book.ts'
import { splitSum } from '../domain/joint-order.ts'
import { movement } from '../domain/ledger.ts'
import { cameUnmatched, outcomeOf, type Notice, type NoticeOutcome } from '../domain/notice.ts'
import { writeOfPayment } from '../letters.ts'
import { selectInvoice } from '../store/invoice-store.ts'
import { insertNotice, selectNotice, selectNoticesOfJoint, selectParts, type JointOrder, type ProviderOrder } from '../store/provider-store.ts'

/**
 * Hears a notice about a joint order as one about a single: the sum that was ordered pays every part whole; a wrong sum or a second payment is
 * split in proportion and lies at each centre as unmatched; a repeated event changes nothing. A refund names the part, never the joint order.
 */
export async function hearJointNotice(t: Tx, joint: JointOrder, notice: Notice, on: Day): Promise<{ outcome: NoticeOutcome; repeated: boolean }> {
  const parts = await selectParts(t.sql, joint.id)
  for (const part of parts) await casework.lockCase(t, part.caseId)
  const known = await selectNotice(t.sql, notice.event)
  if (known) return { outcome: known.outcome, repeated: true }
  const amount = parts.reduce((sum, part) => sum + part.amount, 0)
  const outcome = outcomeOf(notice, { order: { amount, isPaid: await isJointPaid(t, joint.id) }, refundSent: undefined })
  if ((await insertNotice(t.sql, notice, { orderId: null, jointId: joint.id, centreId: null, receivedAt: t.now, outcome })) === 0) return { outcome: (await selectNotice(t.sql, notice.event))!.outcome, repeated: true }
  if (cameUnmatched(outcome)) await leaveUnmatched(t, parts, notice, on)
  if (outcome === 'applied') for (const part of parts) await payPart(t, part, on)
  return { outcome, repeated: false }
}

export async function isJointPaid(t: Tx, jointId: string): Promise<boolean> {
  return (await selectNoticesOfJoint(t.sql, jointId)).some((each) => each.kind === 'paid' && each.outcome === 'applied')
}

async function leaveUnmatched(t: Tx, parts: readonly ProviderOrder[], notice: Notice, on: Day): Promise<void> {
  const shares = splitSum(notice.amount, parts.map((part) => part.amount))
  for (const [place, part] of parts.entries()) {
    const amount = shares[place]!
    if (amount === 0) continue
    const invoice = (await selectInvoice(t.sql, part.invoiceId))!
    await post(t, { centreId: part.centreId, subjectId: invoice.contractId, caseId: part.caseId, on, source: `notice:${notice.event}:${part.id}` }, movement.unmatched('provider', amount))
    await casework.record(t, part.caseId, 'payment-unmatched', { invoice: invoice.number, amount })
  }
}

async function payPart(t: Tx, part: ProviderOrder, on: Day): Promise<void> {
  const invoice = (await selectInvoice(t.sql, part.invoiceId))!
  await post(t, { centreId: part.centreId, subjectId: invoice.contractId, caseId: part.caseId, on, source: `order:${part.id}` }, movement.paid('provider', part.amount))
  await casework.record(t, part.caseId, 'payment-received', { invoice: invoice.number, amount: part.amount })
  await writeOfPayment(t, { caseId: part.caseId, contractId: invoice.contractId, amount: part.amount })
}
