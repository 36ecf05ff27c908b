import { deny } from '#kernel/denial.ts'
import { parseDay, type Day } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import { policy } from './policy.ts'
import { accountIdOf, currentContract } from './standing.ts'
import { endContractRow, insertSettlement, lockSettlement, markSettled, redirectSettlement, selectContracts, selectPast, selectSettlements, selectSettlementsOfCase, type Contract, type Settlement } from './store/contract-store.ts'

/** What was paid under a contract by every way, with what was carried into it from the one before. */
export async function paidUnder(t: Tx, contract: Pick<Contract, 'id' | 'carried'>): Promise<number> {
  return contract.carried + (await billing.receivedUnder(t, contract.id))
}

export interface ContractEnd {
  continuationId: Uuid
  ground: string
  /** Stages that another centre has yet to hold; null: nobody holds any. */
  stagesLeft: Stage[] | null
  /** To whom the centre owes what was paid; null: the candidate. */
  owedTo: Uuid | null
}

/** Ends the contract in force because its case goes elsewhere or ends, and records what the centre owes. The case must be locked and still that of the centre which owes. */
export async function endContract(t: Tx, kase: casework.CaseFile, end: ContractEnd): Promise<{ owed: number }> {
  const contract = await currentContract(t, kase.id)
  if (!contract) return { owed: 0 }
  const owed = await paidUnder(t, contract)
  await endContractRow(t.sql, contract.id, { by: accountIdOf(t), at: t.now, ground: end.ground, stagesLeft: end.stagesLeft === null ? null : contract.acceptedAt ? end.stagesLeft : contract.kind === 'retake' ? contract.stages : null })
  const id = t.newId()
  if (owed > 0) await insertSettlement(t.sql, { id, caseId: kase.id, caseNumber: kase.number, owedBy: kase.centreId, owedTo: end.owedTo, amount: owed, owedFrom: t.today, continuationId: end.continuationId })
  await billing.bookOwed(t, { id, centreId: kase.centreId, caseId: kase.id, contractId: contract.id, amount: Math.max(0, owed) })
  if (owed > 0 && end.owedTo === null) await billing.owedToCandidate(t, kase, { id, centreId: kase.centreId, contractId: contract.id, amount: owed, isBooked: true })
  return { owed: Math.max(0, owed) }
}

/** The exam was held under the contract in force and its result made known: nothing is owed, and another centre holds these stages again. The case must be locked and still that of the old centre. */
export async function endContractBeforeRetake(t: Tx, kase: casework.CaseFile, end: { ground: string; stages: Stage[] }): Promise<void> {
  const contract = await currentContract(t, kase.id)
  if (contract) await endContractRow(t.sql, contract.id, { by: accountIdOf(t), at: t.now, ground: end.ground, stagesLeft: end.stages })
}

export interface BeforeMove {
  contract: Contract
  paid: number
  stagesLeft: Stage[]
  /** The contract was fulfilled, and what is left is a retake: neither its price nor its payments go on. */
  retake: boolean
}
/** The signed contract that ended when the case moved here, while no new one has followed: its price holds, and what was paid under it counts [D], unless the exam was held under it already. */
export async function contractBeforeMove(t: Tx, caseId: string): Promise<BeforeMove | undefined> {
  const newest = (await selectContracts(t.sql, caseId))[0]
  if (!newest?.movedStages) return undefined
  const { noticeAt } = await selectPast(t.sql, caseId)
  // Of a retake that nobody has accepted yet no price was agreed, and nothing was paid.
  const retake = newest.acceptedAt === null ? newest.kind === 'retake' : noticeAt !== null && noticeAt > newest.acceptedAt
  return { contract: newest, paid: retake ? 0 : Math.max(0, await paidUnder(t, newest)), stagesLeft: newest.movedStages, retake }
}

/**
 * A candidate who does not go on at the centre to which his case was moved gets back what he had paid before: what the old centre still owes
 * the new one it owes him, and what was passed on already the new one owes him.
 */
export async function refundAfterMove(t: Tx, kase: casework.CaseFile, on = t.today): Promise<void> {
  const newest = (await selectContracts(t.sql, kase.id))[0]
  const paid = !newest ? 0 : newest.movedStages ? (await contractBeforeMove(t, kase.id))!.paid : newest.acceptedAt ? 0 : newest.carried
  if (paid <= 0) return
  const owed = await selectSettlementsOfCase(t.sql, kase.id)
  const open = owed.filter((each) => each.owedTo === kase.centreId && each.settledOn === null)
  for (const each of open) {
    await redirectSettlement(t.sql, each.id)
    await billing.owedToCandidate(t, kase, { id: each.id, centreId: each.owedBy, contractId: newest!.id, amount: each.amount, isBooked: true, on })
  }
  const passedOn = paid - open.reduce((sum, each) => sum + each.amount, 0)
  const before = owed.at(-1)
  const id = t.newId()
  if (passedOn > 0 && before) {
    await insertSettlement(t.sql, { id, caseId: kase.id, caseNumber: kase.number, owedBy: kase.centreId, owedTo: null, amount: passedOn, owedFrom: on, continuationId: before.continuationId })
    await billing.owedToCandidate(t, kase, { id, centreId: kase.centreId, contractId: newest!.id, amount: passedOn, isBooked: false, on })
  }
  await casework.record(t, kase.id, 'refund-due', { amount: paid })
}

export interface HandedOver {
  moves: casework.CaseMove[]
  settlements: Settlement[]
  maySettle: boolean
}
/** What a centre keeps of cases that are its no more: one line each, and what it owes for them. */
export async function readHandedOver(ctx: Ctx, centreId: string): Promise<HandedOver> {
  return read(ctx, 'settlement.list', async (t) => {
    assertMay(t, policy, 'settlement.list', { centreId })
    return { moves: await casework.listMovesFrom(t.sql, centreId, 200, 0), settlements: await selectSettlements(t.sql, centreId, 200), maySettle: true }
  })
}

/** The contract whose money is at the centre of a case, for a refund that its clerk enters. */
export const contractToRefund: billing.ContractFinder = async (t, kase) => {
  const contract = await currentContract(t, kase.id)
  return contract && { id: contract.id, centreId: kase.centreId, carried: contract.acceptedAt ? contract.carried : 0 }
}

/** What a candidate gets back who withdraws a signed contract of this centre, by its rules; the unpaid part of the invoice is asked for no more. */
export async function refundAfterWithdrawal(t: Tx, kase: casework.CaseFile, on: Day): Promise<void> {
  const contract = await currentContract(t, kase.id)
  if (contract) await billing.oweRefund(t, kase, { id: contract.id, centreId: kase.centreId, carried: contract.acceptedAt ? contract.carried : 0 }, 'withdrawal', { wasNotified: AFTER_NOTICE.includes(kase.step), on })
}
const AFTER_NOTICE: readonly string[] = ['notified', 'briefed']

/** The centre writes down that it has paid another what it owed: once, with the day and the number of the payment. */
export async function settle(ctx: Ctx, input: { id: string; centreId: string; settledOn: string; receipt: string }): Promise<void> {
  await tx(ctx, 'settlement.settle', async (t) => {
    assertMay(t, policy, 'settlement.settle', { centreId: input.centreId })
    const row = await lockSettlement(t.sql, input.id, input.centreId)
    if (!row) deny('not-found')
    if (row.settledOn) deny('settlement.settled-already')
    // Money goes back to a person by two people of the centre, through a refund.
    if (row.owedTo === null) deny('settlement.by-refund')
    const settledOn = parseDay(input.settledOn)
    const receipt = input.receipt.trim()
    if (!settledOn || settledOn > t.today || settledOn < row.owedFrom) deny('settlement.day-wrong', { field: 'settledOn' })
    if (receipt === '') deny('settlement.receipt-missing', { field: 'receipt' })
    await markSettled(t.sql, row.id, { on: settledOn, receipt: receipt.slice(0, 200), by: accountIdOf(t), at: t.now })
    await billing.bookOwedPaid(t, { id: row.id, centreId: row.owedBy, caseId: row.caseId, amount: row.amount, on: settledOn })
    await record(t, `centre:${row.owedBy}`, 'settlement-settled', { settlementId: row.id, caseId: row.caseId, amount: row.amount })
  })
}
