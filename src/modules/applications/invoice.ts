import { Bin } from '#kernel/bin.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { contractNumber, paperFrame } from './paper-data.ts'
import { getApplication } from './standing.ts'
import type { Contract } from './store/contract-store.ts'

/** Has the invoice of an accepted contract issued on whoever pays, in the transaction of the acceptance. */
export async function invoiceContract(t: Tx, kase: CaseFile, contract: Pick<Contract, 'id' | 'price' | 'carried' | 'payer' | 'payerName' | 'payerOrganisationId'>): Promise<void> {
  const amount = contract.price - contract.carried
  if (amount <= 0) return
  const frame = await paperFrame(t, kase, await getApplication(t, kase.id))
  await billing.invoiceFor(t, kase, {
    contractId: contract.id, amount, payer: await payerOf(t, contract),
    paper: { centre: frame.centre, candidate: frame.candidate, qualification: frame.qualification, signatory: frame.signatory, contractNumber: await contractNumber(t, kase) },
  })
}

/** The last day of the notification is not known before the payment, where the norms of the case let its term run from there. */
export async function dueAfterPayment(t: Tx, kase: CaseFile): Promise<'after-payment' | null> {
  return billing.notificationWaitsForPayment(await casework.normsOf(t, kase)) ? 'after-payment' : null
}

async function payerOf(t: Tx, contract: Pick<Contract, 'payer' | 'payerName' | 'payerOrganisationId'>): Promise<billing.Payer> {
  if (contract.payer !== 'employer') return { kind: contract.payer }
  const organisation = contract.payerOrganisationId ? await people.findOrganisation(t.sql, contract.payerOrganisationId) : undefined
  const bin = Bin.parse(organisation?.bin ?? '')
  if (!bin.ok) throw new Error('a paying employer without a BIN')
  return { kind: 'employer', bin: bin.value, name: contract.payerName ?? organisation!.nameKk }
}
