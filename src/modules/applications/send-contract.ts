import { assertNone } from '#kernel/denial.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as employers from '#modules/employers/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import type { RetakePrices } from './domain/retake.ts'
import { contractBeforeMove, type BeforeMove } from './end-contract.ts'
import { writeToCandidate } from './letters.ts'
import { contractPaper } from './paper-data.ts'
import { policy } from './policy.ts'
import { priceOfRetake } from './retake-price.ts'
import { accountIdOf, standingOf, termsOf } from './standing.ts'
import { insertContract, type Contract } from './store/contract-store.ts'

/**
 * Sends the contract when every item is right; its price is that of the list in force on the day of the application. In a case that came
 * from another centre with a signed contract the price agreed there stays, and only the stages left are to be held [D]; one that came for a
 * retake pays what this centre's list, by the norm of retakes, asks for these stages on the day on which it came [D].
 */
export async function sendContract(ctx: Ctx, input: { number: string; version: number }): Promise<Uuid> {
  return tx(ctx, 'contract.send', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'contract.send', kase)
    casework.assertUnchanged(kase, input.version)
    casework.assertStep(kase, 'contract.send')
    const standing = await standingOf(t, kase)
    const { price, programme, listFrom, ownTerms } = standing
    assertNone('contract.not-possible', standing.blockers)
    const before = await contractBeforeMove(t, kase.id)
    const draft: Omit<Contract, 'paperId'> = {
      id: t.newId(), caseId: kase.id, ...await termsAfter(t, kase, before, price!), priceListId: price!.priceListId, ...payerOf(before?.retake ? undefined : await employers.findReferrer(t, kase.id), before?.retake ? undefined : await vouchers.findVoucherOfCase(t, kase.id)),
      programmeVersionId: programme!.id, stages: before?.stagesLeft ?? [...STAGES], sentBy: accountIdOf(t), sentAt: t.now, acceptedBy: null, acceptedAt: null, acceptedHow: null,
      witnessedBy: null, closedAt: null, closedGround: null, movedStages: null, carried: before?.paid ?? 0, receivedOn: null, centreTermsId: ownTerms?.id ?? null,
    }
    const norms = await casework.normsOf(t, kase)
    const data = await contractPaper(t, { kase, application: standing.application, norms, programme: programme!, contract: draft, retakePrice: price!.retakeBoth, listFrom: before && !before.retake ? undefined : listFrom })
    const paperId = await createPaper(t, 'contract', data, { caseId: kase.id, centreId: kase.centreId })
    await insertContract(t.sql, { ...draft, paperId })
    const sent = await casework.advance(t, kase, 'contract.send', 'contract-sent', { payload: { contractId: draft.id, price: draft.price } })
    await writeToCandidate(t, sent, 'contract-sent', { due: sent.nextDueOn, price: draft.price })
    return draft.id
  })
}

export interface ContractTerms {
  /** Undefined: the centre has published none. */
  price: number | undefined
  stages: readonly Stage[]
  /** The price is that of the centre's list, and not one agreed before the case came here. */
  fromList: boolean
}
/** What the contract of a case would say today of stages and price, for its clerk. */
export async function readContractTerms(ctx: Ctx, number: string): Promise<ContractTerms> {
  return read(ctx, 'application.check', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'application.check', kase)
    const { price } = await termsOf(t, kase, await casework.atCentreSince(t, kase))
    const before = await contractBeforeMove(t, kase.id)
    return { price: price && (await termsAfter(t, kase, before, price)).price, stages: before?.stagesLeft ?? STAGES, fromList: !before || before.retake }
  })
}

async function termsAfter(t: Tx, kase: casework.CaseFile, before: BeforeMove | undefined, price: RetakePrices & { amount: number }): Promise<Pick<Contract, 'kind' | 'price'>> {
  if (before?.retake) return { kind: 'retake', price: await priceOfRetake(t, kase, before.stagesLeft, price) }
  return before ? { kind: before.contract.kind, price: before.contract.price } : { kind: 'first', price: price.amount }
}

/** The employer pays where its referral says so, the budget where the case goes on a voucher; else the candidate. A voucher covers the first attempt only [D]. */
function payerOf(referrer: employers.Referrer | undefined, voucher: vouchers.VoucherRow | undefined): Pick<Contract, 'payer' | 'payerName' | 'payerOrganisationId'> {
  if (!referrer?.pays && voucher?.state === 'bound') return { payer: 'budget', payerName: null, payerOrganisationId: null }
  if (!referrer?.pays) return { payer: 'candidate', payerName: null, payerOrganisationId: null }
  return { payer: 'employer', payerName: referrer.name.ru || referrer.name.kk, payerOrganisationId: referrer.organisationId }
}
