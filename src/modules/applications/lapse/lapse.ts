import type { Blocker } from '#kernel/denial.ts'
import type { Day } from '#kernel/day.ts'
import { findNormNumber, findNormText, handedInOn, handInUntil, lastCalendarDay } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { lapseOf, mayAnswer, type Lapse } from '../domain/lapsed-voucher.ts'
import { policy } from '../policy.ts'
import { currentContract } from '../standing.ts'
import type { Contract } from '../store/contract-store.ts'

export interface LapseFound {
  /** The day on which an answer given now counts. */
  on: Day
  until: string | undefined
  lapse: Lapse
  contract: Contract
  voucher: vouchers.VoucherRow
}

/** The question who pays, where the voucher of a case lapsed; the norms are those of the day on which it did. */
export async function findLapse(t: Tx, kase: Pick<casework.CaseFile, 'id' | 'step'>): Promise<LapseFound | undefined> {
  const voucher = await vouchers.findVoucherOfCase(t, kase.id)
  if (!voucher?.annulledOn) return undefined
  const contract = await currentContract(t, kase.id)
  const norms = await t.law.normsInForce(t.sql, voucher.annulledOn)
  const lapse = lapseOf({ voucher, contract, step: kase.step, payer: findNormText(norms, 'voucher.lapsedPayer'), answerDays: findNormNumber(norms, 'voucher.lapseAnswerDays') })
  if (!lapse) return undefined
  return { lapse: lapse.who === 'candidate' ? { ...lapse, answerBy: lastCalendarDay(norms, lapse.answerBy, t.calendar) } : lapse, contract: contract!, voucher, on: handedInOn(norms, t.now), until: handInUntil(norms) }
}

/** What stands against going on while the candidate has not said whether he pays: he was promised that he does not. */
export async function payerBlockers(t: Tx, kase: Pick<casework.CaseFile, 'id' | 'step'>): Promise<Blocker[]> {
  const found = await findLapse(t, kase)
  return found?.lapse.who === 'candidate' ? [{ code: 'voucher-lapse.unanswered', data: { answerBy: found.lapse.answerBy } }] : []
}

export interface LapseShown {
  number: string
  version: number
  lapse: Lapse
  validUntil: Day
  voucherNumber: string
  /** Whole tenge. */
  price: number
  isSigned: boolean
  mayAnswer: boolean
  /** Until which time an answer counts as given today; undefined: to the end of the day. */
  until: string | undefined
}
/** The same for those who may see the case; undefined where nothing is to be asked or said. */
export async function readLapse(ctx: Ctx, number: string): Promise<LapseShown | undefined> {
  return read(ctx, 'application.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'application.read', kase)
    const found = await findLapse(t, kase)
    if (!found) return undefined
    const { lapse, contract, voucher, on, until } = found
    return { number: kase.number, version: kase.version, lapse, validUntil: voucher.validUntil, voucherNumber: voucher.number, price: contract.price, isSigned: contract.acceptedAt !== null, mayAnswer: mayAnswer(lapse, on), until }
  })
}

/** The last day of the voucher by which a case goes, for whoever plans its exam; undefined where none pays. */
export async function readVoucherUntil(ctx: Ctx, number: string): Promise<Day | undefined> {
  return read(ctx, 'application.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'application.read', kase)
    const voucher = await vouchers.findVoucherOfCase(t, kase.id)
    return voucher?.state === 'bound' ? voucher.validUntil : undefined
  })
}
