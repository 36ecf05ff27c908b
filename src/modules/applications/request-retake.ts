import { legalDay, parseDay, type Day } from '#kernel/day.ts'
import { assertNone, Denial, type Blocker } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { deadlineRule, handedInOn, handInUntil } from '#kernel/norms.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { signedPaper } from './accept-contract.ts'
import { dueAfterPayment, invoiceContract } from './invoice.ts'
import { banOf } from './ban.ts'
import { laterOf, paperDayBlockers } from './domain/paper-day.ts'
import { elsewhereBlockers, isClosedUnasked, lastRetakeDay, retakeBlockers, retakeStages } from './domain/retake.ts'
import { writeToCandidate } from './letters.ts'
import { otherOpenCase } from './other-open-case.ts'
import { examinedScan, witnessesOf, witnessOf, type PaperSignature } from './paper-signature.ts'
import { policy } from './policy.ts'
import { priceOfRetake, voucherPaysRetake } from './retake-price.ts'
import { accountIdOf, termsOf } from './standing.ts'
import { insertContract, selectContracts, selectPast, type Contract } from './store/contract-store.ts'

/** What a retake would be that is asked for on the day, or, where none is said, electronically at this moment: which stages, at what price, until when it may be asked for, and what stands against it. */
export async function retakeOffer(t: Tx, kase: casework.CaseFile, of?: Day) {
  const norms = await casework.normsOf(t, kase)
  const on = of ?? handedInOn(norms, t.now)
  const past = await selectPast(t.sql, kase.id)
  if (past.noticeAt === null) throw new Denial('case.not-at-this-step', { data: { step: kase.step } })
  const terms = await termsOf(t, kase, on)
  const stages = retakeStages({ theory: past.theory ?? undefined, practice: past.practice ?? undefined }, on, norms)
  const noticeSentOn = legalDay(past.noticeAt)
  const appealOpen = (await casework.relationsOf(t, kase)).related.some((each) => each.kind === 'appeal' && !each.closed)
  const daysWaited = await casework.retakeDaysWaited(t, kase.id, past.noticeAt)
  const facts = { daysWaited, noticeSentOn, attempts: past.attempts, hasPrice: terms.price !== undefined, hasProgramme: terms.programme !== undefined, inScope: terms.scope !== undefined, barredUntil: await banOf(t, kase.personId, on) }
  const amount = terms.price && await priceOfRetake(t, kase, stages, terms.price)
  // Of a retake that is free by the norm nobody pays anything, and no voucher is asked for it.
  const isFree = terms.price !== undefined && amount === 0
  const byVoucher = !isFree && await voucherPaysRetake(t, kase, on)
  const blockers = [...await reopeningBlockers(t, kase), ...appealOpen ? [{ code: 'retake.appeal-open' }] : [], ...retakeBlockers(facts, on, norms, t.calendar)]
  return { ...terms, on, until: handInUntil(norms), byVoucher, stages, noticeDays: deadlineRule(norms, 'T3').length ?? 0, lastDay: lastRetakeDay(noticeSentOn, norms, daysWaited, t.calendar), amount, norms, blockers, elsewhere: elsewhereBlockers(blockers).length === 0, noticeSentOn }
}

/** The stages that would be held again if a retake were asked for on that day. */
export async function retakeStagesOn(t: Tx, kase: casework.CaseFile, on: Day): Promise<Stage[]> {
  const past = await selectPast(t.sql, kase.id)
  return retakeStages({ theory: past.theory ?? undefined, practice: past.practice ?? undefined }, on, await casework.normsOf(t, kase))
}

/** Refuses a retake elsewhere with what speaks against it: it is for those whose centre lost its scope, and only within the terms of any retake. The case must be locked. */
export async function assertRetakeElsewhere(t: Tx, kase: casework.CaseFile): Promise<void> {
  casework.assertStep(kase, 'retake.elsewhere')
  assertNone('retake.not-possible', elsewhereBlockers((await retakeOffer(t, kase)).blockers))
}

/** The offer of a retake for its candidate. */
export async function readRetakeOffer(ctx: Ctx, number: string) {
  return read(ctx, 'retake.request', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'retake.request', kase)
    return openOffer(t, kase)
  })
}

/** The offer of a retake of somebody without an account, for his clerk, with the people who may witness the signature. */
export async function readPaperRetake(ctx: Ctx, number: string) {
  return read(ctx, 'retake.request-on-paper', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'retake.request-on-paper', kase)
    return { ...(await openOffer(t, kase, { onPaper: true })), witnesses: await witnessesOf(t, kase), groundOn: await groundOf(t, kase), today: t.today }
  })
}

async function openOffer(t: Tx, kase: casework.CaseFile, { onPaper = false } = {}) {
  await assertMayBeAsked(t, kase, onPaper)
  return { kase, ...(await retakeOffer(t, kase, onPaper ? t.today : undefined)) }
}

/** A retake is asked for after the notice of failing; on paper also when the case was closed since, because nothing had been entered. */
async function assertMayBeAsked(t: Tx, kase: casework.CaseFile, onPaper: boolean): Promise<void> {
  if (kase.step === 'fail-notice-sent' || (onPaper && kase.step === 'closed' && isClosedUnasked(await casework.timelineOf(t, kase.id)))) return
  throw new Denial('case.not-at-this-step', { data: { step: kase.step } })
}

/** A closed case is opened again by it; meanwhile somebody may have applied anew, and two cases for one profession are open only where the norms let them be. */
async function reopeningBlockers(t: Tx, kase: casework.CaseFile): Promise<Blocker[]> {
  const other = kase.closedAt === null ? undefined : await otherOpenCase(t, kase)
  return other ? [{ code: 'retake.other-case-open', data: { number: other.number } }] : []
}

/** The candidate asks for a retake: failed stages only, at the price of the norm; asking is accepting, and T2 begins anew. */
export async function requestRetake(ctx: Ctx, input: { number: string; version: number }): Promise<Uuid> {
  return tx(ctx, 'retake.request', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'retake.request', kase)
    casework.assertUnchanged(kase, input.version)
    return openRetake(t, kase, { by: accountIdOf(t), how: 'account', witnessedBy: null, receivedOn: null })
  })
}

/**
 * Somebody without an account asks for a retake on paper: the scan of what he signed, the clerk, and a second person who saw it. The request is of the day on which
 * it came: by it the stages, the price and the term of asking are judged, and from it the centre's own term runs.
 */
export async function requestRetakeOnPaper(ctx: Ctx, input: PaperSignature & { receivedOn: string }): Promise<Uuid> {
  const file = await examinedScan(ctx, input, 'retake.request-on-paper', 'retake.scan-missing')
  return tx(ctx, 'retake.request-on-paper', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'retake.request-on-paper', kase)
    casework.assertUnchanged(kase, input.version)
    const witnessedBy = await witnessOf(t, kase, input.witnessId)
    await assertMayBeAsked(t, kase, true)
    const receivedOn = parseDay(input.receivedOn)
    assertNone('retake.not-possible', paperDayBlockers(receivedOn, { groundOn: await groundOf(t, kase), today: t.today }))
    const id = await openRetake(t, kase, { by: null, how: 'paper', witnessedBy, receivedOn: receivedOn! })
    await uploads.keepAttachment(t, { caseId: kase.id }, 'delivery-scan', file)
    return id
  })
}

/** The first day on which a retake of this centre could be asked for: its notice of failing had gone out. */
async function groundOf(t: Tx, kase: casework.CaseFile): Promise<Day> {
  const { noticeAt } = await selectPast(t.sql, kase.id)
  const since = await casework.atCentreSince(t, kase)
  return noticeAt === null ? since : laterOf(legalDay(noticeAt), since)
}

async function openRetake(t: Tx, kase: casework.CaseFile, signed: Pick<AddendumTerms, 'by' | 'how' | 'witnessedBy' | 'receivedOn'>): Promise<Uuid> {
  await assertMayBeAsked(t, kase, signed.receivedOn !== null)
  const offer = await retakeOffer(t, kase, signed.receivedOn ?? undefined)
  assertNone('retake.not-possible', offer.blockers)
  const contract = await addendum(t, kase, { payer: offer.byVoucher ? 'budget' : 'candidate', price: offer.amount!, priceListId: offer.price!.priceListId, programmeVersionId: offer.programme!.id, centreTermsId: offer.ownTerms?.id ?? null, stages: offer.stages, ...signed })
  await casework.advance(t, kase, 'retake.request', 'retake-requested', {
    clockFrom: offer.on,
    payload: { contractId: contract.id, stages: offer.stages, price: contract.price, how: signed.how, witnessedBy: signed.witnessedBy, ...(signed.receivedOn ? { kind: 'paper', receivedOn: signed.receivedOn } : {}) },
  })
  // Its invoice was posted before the case stood at this step.
  await billing.keepNotificationTerm(t, { caseId: kase.id, contractId: contract.id, sums: (await billing.accountOfSubject(t, contract.id)).sums, on: t.today })
  const asked = await casework.getCase(t, kase.id)
  await writeToCandidate(t, asked, 'retake-requested', { due: asked.nextDueOn ?? (await dueAfterPayment(t, asked)), price: contract.price })
  return contract.id
}

const FREE_ENTRIES = { 'stage.again': 'stage-again', 'theory.credit': 'practice-after-credit', 'ending.annul': 'stage-after-annulled-ending' } as const

/** Why a stage is held free of charge: an appeal was upheld, a faulty question was credited and only the practice is missing, or the end of an exam on line was annulled. */
export interface FreeRetake {
  act: keyof typeof FREE_ENTRIES
  /** Who ordered it, where the act runs by itself. */
  sentBy?: Uuid
}

/** A stage held again free of charge; the case must be locked and the caller has asked its own policy. */
export async function openFreeRetake(t: Tx, kase: casework.CaseFile, stages: readonly Stage[], why: FreeRetake = { act: 'stage.again' }): Promise<Uuid> {
  casework.assertStep(kase, why.act)
  const first = (await selectContracts(t.sql, kase.id)).find((contract) => contract.acceptedAt !== null)
  if (!first || stages.length === 0) throw new Denial('contract.not-open')
  const contract = await addendum(t, kase, { payer: 'candidate', price: 0, priceListId: first.priceListId, programmeVersionId: first.programmeVersionId, centreTermsId: first.centreTermsId, stages: [...stages], by: kase.accountId, how: null, witnessedBy: null, receivedOn: null, sentBy: why.sentBy })
  const signed = await casework.advance(t, kase, why.act, FREE_ENTRIES[why.act], { payload: { contractId: contract.id, stages } })
  await writeToCandidate(t, signed, FREE_ENTRIES[why.act], { due: signed.nextDueOn })
  return contract.id
}

interface AddendumTerms {
  /** The budget where the voucher of the case covers the retake, by the norm; else the candidate [D]. */
  payer: 'candidate' | 'budget'
  price: number
  priceListId: Uuid
  programmeVersionId: Uuid
  centreTermsId: Uuid | null
  stages: Stage[]
  by: Uuid | null
  how: 'account' | 'paper' | null
  witnessedBy: Uuid | null
  receivedOn: Day | null
  sentBy?: Uuid | undefined
}

async function addendum(t: Tx, kase: casework.CaseFile, terms: AddendumTerms): Promise<Contract> {
  const { by, how, sentBy, ...rest } = terms
  const draft = {
    id: t.newId(), caseId: kase.id, kind: 'retake' as const, payerName: null, payerOrganisationId: null, ...rest, sentBy: sentBy ?? accountIdOf(t), sentAt: t.now,
    acceptedBy: by, acceptedAt: t.now, acceptedHow: how, closedAt: null, closedGround: null, movedStages: null, carried: 0,
  }
  const contract: Contract = { ...draft, paperId: await signedPaper(t, kase, draft, terms.receivedOn ?? t.today) }
  await insertContract(t.sql, contract)
  await invoiceContract(t, kase, contract)
  return contract
}
