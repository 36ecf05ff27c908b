import { parseDay, type Day } from '#kernel/day.ts'
import { deny, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { post } from './book.ts'
import { movement, WAYS } from './domain/ledger.ts'
import { refundState } from './domain/refund.ts'
import { writeOfRefund } from './letters.ts'
import { policy } from './policy.ts'
import { providerOf } from './provider/simulator.ts'
import { selectInvoice } from './store/invoice-store.ts'
import type { ProviderOrder } from './store/provider-store.ts'
import { lockRefund, markPaid, markPrepared, markSent, selectRefund, selectSentByProvider, type Refund } from './store/refund-store.ts'

/** The refund and its case, both locked; the case may be at another centre by now, so it is found with the sight of the system and asked of the policy. */
async function held(t: Tx, id: string, action: 'refund.prepare' | 'refund.send' | 'refund.mark-paid'): Promise<{ refund: Refund; kase: casework.CaseFile }> {
  return withSystemSight(t, async () => {
    const found = await selectRefund(t.sql, id)
    if (!found) throw new Denial('not-found')
    // Whatever moves the money of a case holds the case first.
    const kase = await casework.lockCase(t, found.caseId)
    const refund = (await lockRefund(t.sql, id))!
    assertMay(t, policy, action, { centreId: refund.centreId, accountId: kase.accountId })
    return { refund, kase }
  })
}
const record = (t: Tx, caseId: string, kind: string, payload: Record<string, unknown>) => withSystemSight(t, () => casework.record(t, caseId, kind, payload))

/** One person of the centre prepares a refund: by which way it goes. Until it is sent he or another may prepare it anew. */
export async function prepareRefund(ctx: Ctx, input: { id: string; way: string }): Promise<void> {
  await tx(ctx, 'refund.prepare', async (t) => {
    const { refund } = await held(t, input.id, 'refund.prepare')
    if (refund.sentAt) deny('refund.sent-already')
    const way = WAYS.find((each) => each === input.way)
    if (!way || (way === 'provider' && !providerOf(ctx))) deny('refund.way-missing', { field: 'way' })
    await markPrepared(t.sql, refund.id, { way, accountId: accountOf(t.actor)!, at: t.now })
    await record(t, refund.caseId, 'refund-prepared', { refund: refund.number, amount: refund.amount, way })
  })
}

/** Another person sends it. Of two who press at once the second is told. */
export async function sendRefund(ctx: Ctx, input: { id: string }): Promise<void> {
  await tx(ctx, 'refund.send', async (t) => {
    const { refund } = await held(t, input.id, 'refund.send')
    const state = refundState(refund)
    if (state === 'sent' || state === 'paid') deny('refund.sent-already')
    if (state === 'due') deny('refund.not-prepared')
    if (refund.preparedBy === accountOf(t.actor)) deny('refund.second-person-needed')
    if ((await markSent(t.sql, refund.id, { accountId: accountOf(t.actor)!, at: t.now })) !== 1) deny('refund.sent-already')
    await record(t, refund.caseId, 'refund-sent', { refund: refund.number, amount: refund.amount })
  })
}

/** Written down by hand that a refund was paid: day and number of the payment. */
export async function markRefundPaid(ctx: Ctx, input: { id: string; on: string; reference: string }): Promise<void> {
  await tx(ctx, 'refund.mark-paid', async (t) => {
    const { refund } = await held(t, input.id, 'refund.mark-paid')
    const state = refundState(refund)
    if (state === 'paid') deny('refund.paid-already')
    if (state !== 'sent') deny('refund.not-sent')
    const on = parseDay(input.on)
    if (!on || on > t.today || on < refund.dueFrom) deny('refund.day-wrong', { field: 'on' })
    const reference = input.reference.trim()
    if (reference === '') deny('refund.reference-missing', { field: 'reference' })
    await payRefund(t, refund, { on, reference })
  })
}

/** Marks a locked, sent refund as paid and writes it into the book: once. */
export async function payRefund(t: Tx, refund: Refund, paid: { on: Day; reference: string }): Promise<boolean> {
  if ((await markPaid(t.sql, refund.id, { ...paid, reference: paid.reference.slice(0, 100), by: accountOf(t.actor) ?? null, at: t.now })) !== 1) return false
  await post(t, { centreId: refund.centreId, subjectId: refund.subjectId, caseId: refund.caseId, source: `refund-paid:${refund.id}`, on: paid.on }, movement.refundPaid(refund.way!, refund.amount))
  await record(t, refund.caseId, 'refund-paid', { refund: refund.number, amount: refund.amount, on: paid.on })
  await writeOfRefund(t, refund, 'refund-paid', paid.on)
  return true
}

/** The sent refund that a notice of the provider about this order may confirm. */
export async function sentRefundOf(t: Tx, order: Pick<ProviderOrder, 'invoiceId'>): Promise<Refund | undefined> {
  const invoice = await selectInvoice(t.sql, order.invoiceId)
  return invoice && selectSentByProvider(t.sql, invoice.contractId)
}
export async function confirmRefundOf(t: Tx, order: ProviderOrder, paid: { on: Day; reference: string }): Promise<void> {
  const found = await sentRefundOf(t, order)
  const refund = found && (await lockRefund(t.sql, found.id))
  if (refund) await payRefund(t, refund, paid)
}

/** What a centre owed another after a case was moved and has now paid: written into its book. */
export async function bookOwedPaid(t: Tx, owed: { id: Uuid; centreId: Uuid; caseId: Uuid; amount: number; on: Day }): Promise<void> {
  await post(t, { centreId: owed.centreId, subjectId: owed.id, caseId: owed.caseId, source: `owed-paid:${owed.id}`, on: owed.on }, movement.refundPaid('bank', owed.amount))
}
