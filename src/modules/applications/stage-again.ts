import { Denial } from '#kernel/denial.ts'
import type { Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { stageAgainIsFree } from './domain/retake.ts'
import { writeToCandidate } from './letters.ts'
import { contractPaper } from './paper-data.ts'
import { openFreeRetake } from './request-retake.ts'
import { priceOfRetake, voucherPaysRetake } from './retake-price.ts'
import { accountIdOf, getApplication, termsOf } from './standing.ts'
import { insertContract, selectContracts, type Contract } from './store/contract-store.ts'

/** What a stage that an appeal panel has held again costs: nothing, or by the norm of the case what a retake of it costs. Nothing is asked where the centre has no price for it any more. */
export async function priceOfStageAgain(t: Tx, kase: casework.CaseFile, stages: readonly Stage[]): Promise<number> {
  if (stageAgainIsFree(await casework.normsOf(t, kase))) return 0
  const { price } = await termsOf(t, kase, t.today)
  return price ? priceOfRetake(t, kase, stages, price) : 0
}

/** Has a stage held again after an upheld appeal: at once where it is free of charge, else when the candidate has accepted its price. The case must be locked and the caller has asked its own policy. */
export async function openStageAgain(t: Tx, kase: casework.CaseFile, stages: readonly Stage[]): Promise<void> {
  const price = await priceOfStageAgain(t, kase, stages)
  if (price === 0) await openFreeRetake(t, kase, stages)
  else await offerStageAgain(t, kase, stages, price)
}

/** Nobody owes what he has not agreed to: the contract is sent, and no day is given before it is accepted. */
async function offerStageAgain(t: Tx, kase: casework.CaseFile, stages: readonly Stage[], amount: number): Promise<void> {
  casework.assertStep(kase, 'stage.offer-again')
  const first = (await selectContracts(t.sql, kase.id)).find((contract) => contract.acceptedAt !== null)
  const { price, ownTerms, listFrom } = await termsOf(t, kase, t.today)
  if (!first || !price || stages.length === 0) throw new Denial('contract.not-open')
  const draft: Omit<Contract, 'paperId'> = {
    id: t.newId(), caseId: kase.id, kind: 'retake', price: amount, priceListId: price.priceListId, payer: (await voucherPaysRetake(t, kase, t.today)) ? 'budget' : 'candidate', payerName: null, payerOrganisationId: null,
    programmeVersionId: first.programmeVersionId, centreTermsId: ownTerms?.id ?? null, stages: [...stages], sentBy: accountIdOf(t), sentAt: t.now, acceptedBy: null, acceptedAt: null, acceptedHow: null,
    witnessedBy: null, closedAt: null, closedGround: null, movedStages: null, carried: 0, receivedOn: null,
  }
  const data = await contractPaper(t, {
    kase, application: await getApplication(t, kase.id), norms: await casework.normsOf(t, kase), programme: await programmes.getProgrammeVersion(t.sql, first.programmeVersionId), contract: draft, retakePrice: price.retakeBoth, listFrom,
  })
  await insertContract(t.sql, { ...draft, paperId: await createPaper(t, 'contract', data, { caseId: kase.id, centreId: kase.centreId }) })
  const sent = await casework.advance(t, kase, 'stage.offer-again', 'stage-again-offered', { payload: { contractId: draft.id, stages, price: amount } })
  await writeToCandidate(t, sent, 'stage-again-offered', { due: sent.nextDueOn, price: amount })
}

/** Whether what an appeal panel has held again was free, when it decided at that moment; undefined where it has ordered nothing then. */
export async function wasStageAgainFree(t: Tx, caseId: string, decidedAt: Moment): Promise<boolean | undefined> {
  const found = (await selectContracts(t.sql, caseId)).find((contract) => contract.kind === 'retake' && contract.sentAt === decidedAt)
  return found && found.price === 0
}
