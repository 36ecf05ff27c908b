import { deny, Denial } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { accountOfSubject } from '../book.ts'
import { MOST_INVOICES_AT_ONCE, MOST_INVOICES_READ, paidAtOnce } from '../domain/joint-order.ts'
import { outstanding } from '../domain/ledger.ts'
import { ONLINE_WAYS } from '../order-payment.ts'
import { policy } from '../policy.ts'
import { providerOf } from '../provider/simulator.ts'
import { selectInvoicesOfPayer, selectPayersInvoicesByNumber, type Invoice } from '../store/invoice-store.ts'
import { insertJointOrder, insertOrder } from '../store/provider-store.ts'
import { payerOf } from './payer-invoices.ts'

const newReference = (t: Tx) => Buffer.from(t.random(15)).toString('base64url')

/**
 * Orders the payment of what is left of one, several or all open invoices of the actor's employer in one go. Each part is the whole rest of one
 * invoice on the day of the order, so the sum splits without a rest. An invoice of anybody else does not exist, and with it the whole order.
 */
export async function orderJointPayment(ctx: Ctx, input: { invoices: readonly string[] | 'all'; way: string }): Promise<{ path: string }> {
  return tx(ctx, 'payer.pay-invoices', async (t) => {
    const payer = await payerOf(t)
    assertMay(t, policy, 'payer.pay-invoices', payer)
    const provider = providerOf(ctx)
    const way = ONLINE_WAYS.find((each) => each === input.way)
    if (!provider) deny('payment.no-provider')
    if (!way) deny('payment.way-unknown', { field: 'way' })
    const numbers = input.invoices === 'all' ? undefined : [...new Set(input.invoices)]
    if (numbers?.length === 0) deny('payment.none-chosen', { field: 'invoice' })
    if (numbers && numbers.length > MOST_INVOICES_AT_ONCE) deny('payment.too-many-chosen', { field: 'invoice', most: MOST_INVOICES_AT_ONCE })
    return withSystemSight(t, async () => {
      const chosen = payer.bin === null ? [] : numbers ? await selectPayersInvoicesByNumber(t.sql, payer.bin, numbers) : await selectInvoicesOfPayer(t.sql, payer.bin, MOST_INVOICES_READ)
      if (numbers && chosen.length !== numbers.length) throw new Denial('not-found')
      const parts = await partsOf(t, chosen, numbers === undefined)
      if (parts.length === 0) deny('payment.nothing-to-pay')
      const joint = { id: t.newId(), reference: newReference(t), organisationId: payer.organisationId, way, orderedAt: t.now, orderedBy: accountOf(t.actor) ?? null }
      await insertJointOrder(t.sql, joint)
      for (const { invoice, rest } of parts) {
        await insertOrder(t.sql, { id: t.newId(), reference: newReference(t), invoiceId: invoice.id, centreId: invoice.centreId, caseId: invoice.caseId, way, amount: rest, orderedAt: t.now, orderedBy: joint.orderedBy, jointId: joint.id })
        await casework.record(t, invoice.caseId, 'payment-ordered-by-employer', { invoice: invoice.number, amount: rest, way })
      }
      return { path: provider.payPath(joint.reference) }
    })
  })
}

/** What is left of each invoice; "all" passes over what is paid and takes the oldest first, a choice by hand is told of it. Cases are held in one order. */
async function partsOf(t: Tx, invoices: readonly Invoice[], isAll: boolean): Promise<{ invoice: Invoice; rest: number }[]> {
  const open: { invoice: Invoice; rest: number }[] = []
  for (const invoice of invoices) {
    const rest = outstanding((await accountOfSubject(t, invoice.contractId)).sums)
    if (rest > 0) open.push({ invoice, rest })
    else if (!isAll) deny('payment.nothing-to-pay', { field: 'invoice' })
  }
  const taken = isAll ? paidAtOnce(open) : open
  taken.sort((a, b) => (a.invoice.caseId < b.invoice.caseId ? -1 : a.invoice.caseId > b.invoice.caseId ? 1 : 0))
  for (const { invoice } of taken) await casework.lockCase(t, invoice.caseId)
  // What was paid while the cases were waited for is not ordered again.
  const held: { invoice: Invoice; rest: number }[] = []
  for (const { invoice } of taken) {
    const rest = outstanding((await accountOfSubject(t, invoice.contractId)).sums)
    if (rest > 0) held.push({ invoice, rest })
  }
  return held
}
