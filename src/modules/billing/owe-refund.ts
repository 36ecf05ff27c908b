import type { Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { accountOfSubject, post } from './book.ts'
import { refundNumber } from './domain/invoice.ts'
import { movement, outstanding } from './domain/ledger.ts'
import { refundBlockers, refundPercent, refundSums, type RefundGround } from './domain/refund.ts'
import { writeOfRefund } from './letters.ts'
import { policy } from './policy.ts'
import { selectInvoicesOfCase } from './store/invoice-store.ts'
import { countRefunds, insertRefund, selectRefundsOfCase } from './store/refund-store.ts'

export interface ContractToRefund {
  id: Uuid
  centreId: Uuid
  /** Whole tenge that came with the case from another centre and count under this contract. */
  carried: number
}

/**
 * Ends the money of a contract by a ground of its rules, in the transaction of the act that ends it; the case must be locked. What is not
 * paid is asked for no more; what is to go back becomes due. Answers how much. `on`: the day from which it is due, where that is not today.
 */
export async function oweRefund(t: Tx, kase: casework.CaseFile, contract: ContractToRefund, ground: 'withdrawal' | 'no-show' | 'centre-fault' | 'case-closed', how: { wasNotified?: boolean; note?: string; on?: Day } = {}): Promise<number> {
  const percent = refundPercent(ground, await casework.normsOf(t, kase), how.wasNotified ?? false)
  const { sums } = await accountOfSubject(t, contract.id)
  const { refund, cancel } = refundSums(ground, sums, percent, contract.carried)
  const place = { centreId: contract.centreId, subjectId: contract.id, caseId: kase.id }
  if (cancel > 0) {
    await post(t, { ...place, source: `cancelled:${contract.id}:${ground}` }, movement.cancelled(cancel))
    await casework.record(t, kase.id, 'invoice-cancelled', { amount: cancel })
  }
  if (refund > 0) await makeRefund(t, kase, contract, { ground, amount: refund, ofExcess: false, note: how.note ?? '', on: how.on })
  const excess = -outstanding((await accountOfSubject(t, contract.id)).sums)
  if (excess > 0) await makeRefund(t, kase, contract, { ground: 'overpaid', amount: excess, ofExcess: true, note: how.note ?? '', on: how.on })
  return refund + Math.max(0, excess)
}

async function makeRefund(t: Tx, kase: casework.CaseFile, contract: ContractToRefund, made: { ground: RefundGround; amount: number; ofExcess: boolean; note: string; on?: Day | undefined }): Promise<Uuid> {
  const id = await withSystemSight(t, () => insertOne(t, kase, { ...contract, contractId: contract.id, subjectId: contract.id }, made))
  await post(t, { centreId: contract.centreId, subjectId: contract.id, caseId: kase.id, source: `refund:${id}` }, movement.refundDue(made.amount, made.ofExcess))
  return id
}

async function insertOne(t: Tx, kase: casework.CaseFile, of: { centreId: Uuid; contractId: Uuid; subjectId: Uuid }, made: { ground: RefundGround; amount: number; note: string; on?: Day | undefined }): Promise<Uuid> {
  const id = t.newId()
  const number = refundNumber(kase.number, 1 + (await countRefunds(t.sql, kase.id)))
  await insertRefund(t.sql, {
    id, number, centreId: of.centreId, caseId: kase.id, contractId: of.contractId, subjectId: of.subjectId, ground: made.ground, amount: made.amount, note: made.note.slice(0, 500),
    dueFrom: made.on ?? t.today, madeBy: accountOf(t.actor) ?? null, madeAt: t.now,
  })
  await casework.record(t, kase.id, 'refund-owed', { refund: number, amount: made.amount, ground: made.ground })
  await writeOfRefund(t, { number, caseId: kase.id, contractId: of.contractId, amount: made.amount }, 'refund-owed')
  return id
}

/** What a centre owes another after a case was moved: out of what it had contracted. The money itself is settled by the centres. */
export async function bookOwed(t: Tx, owed: { id: Uuid; centreId: Uuid; caseId: Uuid; contractId: Uuid; amount: number }): Promise<void> {
  const rest = outstanding((await accountOfSubject(t, owed.contractId)).sums)
  if (rest > 0) await post(t, { centreId: owed.centreId, subjectId: owed.contractId, caseId: owed.caseId, source: `cancelled:${owed.contractId}:moved` }, movement.cancelled(rest))
  if (owed.amount > 0) await post(t, { centreId: owed.centreId, subjectId: owed.id, caseId: owed.caseId, source: `owed:${owed.id}` }, movement.refundDue(owed.amount, false))
}
/** The same debt is now to the candidate, who does not go on at the other centre: it becomes a refund of two people. */
export async function owedToCandidate(t: Tx, kase: casework.CaseFile, owed: { id: Uuid; centreId: Uuid; contractId: Uuid; amount: number; isBooked: boolean; on?: Day }): Promise<void> {
  if (!owed.isBooked) await post(t, { centreId: owed.centreId, subjectId: owed.id, caseId: kase.id, source: `owed:${owed.id}` }, movement.refundDue(owed.amount, false))
  await withSystemSight(t, () => insertOne(t, kase, { centreId: owed.centreId, contractId: owed.contractId, subjectId: owed.id }, { ground: 'case-closed', amount: owed.amount, note: '', on: owed.on }))
}

/** The contract in force of a case with what was carried into it; a module above knows it. Undefined: none. */
export type ContractFinder = (t: Tx, kase: casework.CaseFile) => Promise<ContractToRefund | undefined>

/**
 * A clerk enters a refund that follows from no other act: the centre's fault, a failure to come where the norm gives something back, money paid too much. What came with the case from
 * another centre counts as paid here, also where nothing more was left to be invoiced.
 */
export async function enterRefund(ctx: Ctx, input: { number: string; version: number; ground: string; note: string }, contractOf: ContractFinder): Promise<void> {
  await tx(ctx, 'refund.enter', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'refund.enter', kase)
    casework.assertUnchanged(kase, input.version)
    const contract = await refundable(t, kase, await contractOf(t, kase))
    const ground = input.ground as RefundGround
    const { sums } = await accountOfSubject(t, contract.id)
    const found = refundSums(ground, sums, refundPercent(ground, await casework.normsOf(t, kase), true), contract.carried)
    const before = await selectRefundsOfCase(t.sql, kase.id)
    assertNone('refund.not-possible', refundBlockers({
      ground, note: input.note, refund: found.refund, enteredBefore: ground !== 'overpaid' && before.some((each) => each.contractId === contract.id && each.ground === ground),
    }))
    if (found.cancel > 0) await post(t, { centreId: kase.centreId, subjectId: contract.id, caseId: kase.id, source: `cancelled:${contract.id}:${ground}` }, movement.cancelled(found.cancel))
    await makeRefund(t, kase, contract, { ground, amount: found.refund, ofExcess: found.ofExcess, note: input.note.trim() })
    await casework.touchCase(t, await casework.getCase(t, kase.id), {})
  })
}

/** The contract whose money is at this centre: the one in force, where it was invoiced or something was carried into it; else that of the newest invoice of this centre. */
async function refundable(t: Tx, kase: casework.CaseFile, contract: ContractToRefund | undefined): Promise<ContractToRefund> {
  const invoices = await selectInvoicesOfCase(t.sql, kase.id)
  if (contract && (contract.carried > 0 || invoices.some((each) => each.contractId === contract.id))) return contract
  const invoice = invoices[0]
  if (!invoice || invoice.centreId !== kase.centreId) deny('refund.no-invoice')
  return { id: invoice.contractId, centreId: kase.centreId, carried: 0 }
}
