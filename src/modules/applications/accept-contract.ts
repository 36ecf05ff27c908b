import type { Day } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { handedInOn } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { dueAfterPayment, invoiceContract } from './invoice.ts'
import { payerBlockers } from './lapse/lapse.ts'
import { writeToCandidate } from './letters.ts'
import { contractPaper } from './paper-data.ts'
import { examinedScan, witnessesOf, witnessOf, type PaperSignature } from './paper-signature.ts'
import { policy } from './policy.ts'
import { accountIdOf, currentContract, getApplication, termsOf } from './standing.ts'
import { markAccepted, type Contract } from './store/contract-store.ts'

/** The candidate accepts the contract in his account: it is concluded at this moment, and T2 begins. */
export async function acceptContract(ctx: Ctx, input: { number: string; version: number }): Promise<void> {
  await tx(ctx, 'contract.accept', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'contract.accept', kase)
    casework.assertUnchanged(kase, input.version)
    await conclude(t, kase, { acceptedBy: accountIdOf(t), how: 'account', witnessedBy: null, on: handedInOn(await casework.normsOf(t, kase), t.now) })
  })
}

/** A contract signed on paper: its scan, the clerk, and a second person of the centre who saw it. */
export async function acceptContractOnPaper(ctx: Ctx, input: PaperSignature): Promise<void> {
  const file = await examinedScan(ctx, input, 'contract.accept-on-paper', 'contract.scan-missing')
  await tx(ctx, 'contract.accept-on-paper', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'contract.accept-on-paper', kase)
    casework.assertUnchanged(kase, input.version)
    const witnessedBy = await witnessOf(t, kase, input.witnessId)
    await uploads.keepAttachment(t, { caseId: kase.id }, 'delivery-scan', file)
    await conclude(t, kase, { acceptedBy: kase.accountId, how: 'paper', witnessedBy, on: t.today })
  })
}

async function conclude(t: Tx, kase: casework.CaseFile, by: { acceptedBy: Uuid | null; how: 'account' | 'paper'; witnessedBy: Uuid | null; on: Day }): Promise<void> {
  casework.assertStep(kase, 'contract.accept')
  const contract = await currentContract(t, kase.id)
  if (!contract || contract.acceptedAt) throw new Denial('contract.not-open')
  // The contract says that the budget pays, and it does not any more.
  if (contract.payer === 'budget') assertNone('contract.not-acceptable', await payerBlockers(t, kase))
  await markAccepted(t.sql, contract.id, { acceptedBy: by.acceptedBy, how: by.how, witnessedBy: by.witnessedBy, at: t.now, paperId: await signedPaper(t, kase, { ...contract, acceptedAt: t.now, acceptedHow: by.how }) })
  const signed = await casework.advance(t, kase, 'contract.accept', 'contract-accepted', { clockFrom: by.on, payload: { contractId: contract.id, how: by.how, witnessedBy: by.witnessedBy } })
  await invoiceContract(t, signed, contract)
  const invoiced = await casework.getCase(t, kase.id)
  await writeToCandidate(t, invoiced, 'contract-accepted', { due: invoiced.nextDueOn ?? (await dueAfterPayment(t, invoiced)), price: contract.price })
}

/** The contract with both signatures and its date; the one that was sent stays among the papers of the case. */
export async function signedPaper(t: Tx, kase: casework.CaseFile, contract: Pick<Contract, 'kind' | 'price' | 'stages' | 'acceptedAt' | 'acceptedHow' | 'programmeVersionId' | 'centreTermsId' | 'payer'>, receivedOn = t.today): Promise<Uuid> {
  const application = await getApplication(t, kase.id)
  const terms = await termsOf(t, kase, contract.kind === 'first' ? await casework.atCentreSince(t, kase) : receivedOn)
  const programme = await programmes.getProgrammeVersion(t.sql, contract.programmeVersionId)
  const data = await contractPaper(t, {
    kase, application, norms: await casework.normsOf(t, kase), programme, contract, retakePrice: terms.price?.retakeBoth ?? contract.price, listFrom: terms.listFrom,
  })
  return createPaper(t, 'contract', data, { caseId: kase.id, centreId: kase.centreId })
}

/** People of the centre who may witness a signature: everybody on its staff but the clerk himself. */
export async function readWitnesses(ctx: Ctx, number: string) {
  return read(ctx, 'contract.accept-on-paper', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'contract.accept-on-paper', kase)
    return witnessesOf(t, kase)
  })
}
