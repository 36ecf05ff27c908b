import { deny, Denial } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { accountOfSubject } from './book.ts'
import { outstanding } from './domain/ledger.ts'
import { policy } from './policy.ts'
import { providerOf } from './provider/simulator.ts'
import { selectInvoiceByNumber } from './store/invoice-store.ts'
import { insertOrder } from './store/provider-store.ts'

export const ONLINE_WAYS = ['qr', 'card'] as const
export type OnlineWay = (typeof ONLINE_WAYS)[number]

/** Orders the payment of what is left of an invoice by card or QR; answers where the candidate pays. Paying itself is between him and the provider. */
export async function orderPayment(ctx: Ctx, input: { number: string; invoice: string; way: string }): Promise<{ path: string }> {
  return tx(ctx, 'invoice.pay', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'invoice.pay', kase)
    const provider = providerOf(ctx)
    const way = ONLINE_WAYS.find((each) => each === input.way)
    if (!provider) deny('payment.no-provider')
    if (!way) deny('payment.way-unknown', { field: 'way' })
    const invoice = await selectInvoiceByNumber(t.sql, input.invoice)
    if (!invoice || invoice.caseId !== kase.id || invoice.payer !== 'candidate') throw new Denial('not-found')
    const amount = outstanding((await accountOfSubject(t, invoice.contractId)).sums)
    if (amount <= 0) deny('payment.nothing-to-pay')
    const reference = Buffer.from(t.random(15)).toString('base64url')
    await insertOrder(t.sql, { id: t.newId(), reference, invoiceId: invoice.id, centreId: invoice.centreId, caseId: kase.id, way, amount, orderedAt: t.now, orderedBy: accountOf(t.actor) ?? null, jointId: null })
    await casework.record(t, kase.id, 'payment-ordered', { invoice: invoice.number, amount, way })
    return { path: provider.payPath(reference) }
  })
}
