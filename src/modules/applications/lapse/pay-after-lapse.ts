import { deny, Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { signedPaper } from '../accept-contract.ts'
import { mayAnswer } from '../domain/lapsed-voucher.ts'
import { invoiceContract } from '../invoice.ts'
import { writeToCandidate } from '../letters.ts'
import { contractPaper } from '../paper-data.ts'
import { policy } from '../policy.ts'
import { accountIdOf, getApplication, termsOf } from '../standing.ts'
import { endContractRow, insertContract, type Contract } from '../store/contract-store.ts'
import { findLapse } from './lapse.ts'

/**
 * The candidate goes on at his own cost after his voucher lapsed: the contract that named the budget ends, and the same contract with him as payer takes its place, at the same price.
 * One that was signed is signed by this; one that was only sent he reads and accepts as any other.
 */
export async function payAfterLapse(ctx: Ctx, input: { number: string; version: number; agrees: boolean }): Promise<void> {
  await tx(ctx, 'voucher-lapse.answer', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'voucher-lapse.answer', kase)
    casework.assertUnchanged(kase, input.version)
    const found = await findLapse(t, kase)
    if (found?.lapse.who !== 'candidate') throw new Denial('voucher-lapse.not-asked')
    if (!mayAnswer(found.lapse, found.on)) throw new Denial('voucher-lapse.too-late', { data: { answerBy: found.lapse.answerBy } })
    if (!input.agrees) deny('voucher-lapse.agree-missing', { field: 'agrees' })
    const { contract: before } = found
    const isSigned = before.acceptedAt !== null
    const draft: Omit<Contract, 'paperId'> = {
      ...before, id: t.newId(), payer: 'candidate', payerName: null, payerOrganisationId: null, sentAt: t.now, acceptedBy: isSigned ? accountIdOf(t) : null, acceptedAt: isSigned ? t.now : null, acceptedHow: isSigned ? 'account' : null, witnessedBy: null, receivedOn: null,
    }
    await endContractRow(t.sql, before.id, { by: accountIdOf(t), at: t.now, ground: 'voucher-lapsed', stagesLeft: null })
    const contract: Contract = { ...draft, paperId: isSigned ? await signedPaper(t, kase, draft) : await sentPaper() }
    await insertContract(t.sql, contract)
    const due = kase.step === 'contract-signed' ? await casework.startClock(t, kase, 'T2', found.on) : undefined
    const onward = await casework.touchCase(t, kase, due === undefined ? {} : { whoseMove: 'centre', nextDueOn: due })
    await casework.record(t, kase.id, 'voucher-lapse-agreed', { contractId: contract.id, price: contract.price })
    if (isSigned) await invoiceContract(t, onward, contract)
    await writeToCandidate(t, onward, 'voucher-lapse-agreed', { price: contract.price })

    async function sentPaper() {
      const terms = await termsOf(t, kase, await casework.atCentreSince(t, kase))
      const data = await contractPaper(t, {
        kase, application: await getApplication(t, kase.id), norms: await casework.normsOf(t, kase), programme: await programmes.getProgrammeVersion(t.sql, before.programmeVersionId), contract: draft, retakePrice: terms.price?.retakeBoth ?? before.price, listFrom: terms.listFrom,
      })
      return createPaper(t, 'contract', data, { caseId: kase.id, centreId: kase.centreId })
    }
  })
}
