import { parseDay } from '#kernel/day.ts'
import { assertNone, deny, Denial, type Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { findNormText } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import { paymentBlockers, unpaidBlockers } from './domain/payment-blockers.ts'
import { paidUnder } from './end-contract.ts'
import { payerBlockers } from './lapse/lapse.ts'
import { policy } from './policy.ts'
import { accountIdOf, currentContract } from './standing.ts'
import { insertPayment, selectPayments } from './store/contract-store.ts'

export interface NewPayment {
  number: string
  version: number
  amount: number | undefined
  paidOn: string
  receipt: string
}

/** What speaks against the next step because it must be paid first; empty where the norms of the case demand nothing. */
export async function unpaidOf(t: Tx, kase: casework.CaseFile): Promise<Blocker[]> {
  const contract = await currentContract(t, kase.id)
  // The budget pays after the act of works: the candidate's road does not wait for it, unless its voucher has lapsed.
  if (contract?.payer === 'budget') return payerBlockers(t, kase)
  if (!contract) return []
  return unpaidBlockers({ price: contract.price, paid: await paidUnder(t, contract), requiredBefore: findNormText(await casework.normsOf(t, kase), 'payment.requiredBefore') })
}

/** Records what was paid under the contract: it is a fact and gates nothing unless the norm says so. */
export async function recordPayment(ctx: Ctx, input: NewPayment): Promise<Uuid> {
  return tx(ctx, 'payment.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'payment.record', kase)
    casework.assertUnchanged(kase, input.version)
    const contract = await currentContract(t, kase.id)
    if (!contract) throw new Denial('payment.no-contract')
    if (contract.payer === 'budget') deny('payment.budget-pays')
    const payments = await selectPayments(t.sql, contract.id)
    const reversed = new Set(payments.map((payment) => payment.reverses))
    const paidOn = parseDay(input.paidOn)
    assertNone('payment.not-possible', paymentBlockers({
      amount: input.amount, paidOn, receipt: input.receipt, price: contract.price, paid: await paidUnder(t, contract),
      // A reversed entry frees its receipt for the right sum only: the same sum again would be the same entry.
      receiptsKnown: payments.filter((payment) => payment.reverses === null && (!reversed.has(payment.id) || payment.amount === input.amount)).map((payment) => payment.receipt),
    }, t.today))
    const id = t.newId()
    await insertPayment(t.sql, { id, contractId: contract.id, amount: input.amount!, paidOn: paidOn!, receipt: input.receipt.trim(), recordedBy: accountIdOf(t), recordedAt: t.now, reverses: null })
    await billing.bookReceipt(t, { centreId: kase.centreId, caseId: kase.id, contractId: contract.id, paymentId: id, amount: input.amount!, on: paidOn! })
    // As it stands now: what was entered may have moved its term.
    await casework.touchCase(t, await casework.getCase(t, kase.id), {})
    await casework.record(t, kase.id, 'payment-recorded', { paymentId: id, amount: input.amount })
    return id
  })
}

/** Takes a wrongly recorded payment back by a second entry; the first one stays. */
export async function reversePayment(ctx: Ctx, input: { number: string; version: number; paymentId: string }): Promise<void> {
  await tx(ctx, 'payment.reverse', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'payment.reverse', kase)
    casework.assertUnchanged(kase, input.version)
    const contract = await currentContract(t, kase.id)
    const payments = contract ? await selectPayments(t.sql, contract.id) : []
    const payment = payments.find((each) => each.id === input.paymentId)
    if (!payment || payment.reverses !== null) throw new Denial('not-found')
    if (payments.some((each) => each.reverses === payment.id)) deny('payment.already-reversed')
    const id = t.newId()
    await insertPayment(t.sql, {
      id, contractId: payment.contractId, amount: -payment.amount, paidOn: t.today, receipt: `${payment.receipt} ↺ ${id.slice(-6)}`, recordedBy: accountIdOf(t), recordedAt: t.now, reverses: payment.id,
    })
    await billing.bookReversal(t, { centreId: kase.centreId, caseId: kase.id, contractId: payment.contractId, paymentId: id, amount: payment.amount, on: t.today })
    // As it stands now: what was entered may have moved its term.
    await casework.touchCase(t, await casework.getCase(t, kase.id), {})
    await casework.record(t, kase.id, 'payment-reversed', { paymentId: payment.id, amount: payment.amount })
  })
}
