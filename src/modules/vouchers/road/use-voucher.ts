import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as billing from '#modules/billing/index.ts'
import { bindingBlockers, usedInTime } from '../domain/validity.ts'
import { chainOfRequest } from '../office.ts'
import { lockOfCase, lockVoucher, markAnnulled, markBound, markReturned, markUsed, selectOfCase, selectOwnVouchers, setPassed, type VoucherRow } from '../store/voucher-store.ts'
import { writeToHolder } from './letters.ts'

async function lockOwn(t: Tx, id: string): Promise<VoucherRow> {
  const voucher = parseUuid(id) ? await lockVoucher(t.sql, id) : undefined
  if (!voucher || t.actor.kind !== 'person' || voucher.accountId !== t.actor.accountId) throw new Denial('not-found')
  return voucher
}

/** The actor's voucher for a qualification that is in force today; for the form of an application. */
export async function findVoucherFor(t: Tx, q: { professionCode: string; level: number | undefined }): Promise<VoucherRow | undefined> {
  if (t.actor.kind !== 'person') return undefined
  const { accountId } = t.actor
  const mine = await withSystemSight(t, () => selectOwnVouchers(t.sql, accountId))
  return mine.find((each) => each.state === 'issued' && each.validUntil >= t.today && each.professionCode === q.professionCode && (q.level === undefined || each.level === q.level))
}

/** Binds the voucher to a case, in the transaction that registers the application. */
export async function bindVoucher(t: Tx, input: { voucherId: string; caseId: Uuid; centreId: Uuid; professionCode: string; level: number }): Promise<VoucherRow> {
  return withSystemSight(t, async () => {
    const voucher = await lockOwn(t, input.voucherId)
    assertNone('voucher.not-bindable', bindingBlockers(voucher, { ...input, on: t.today }))
    await markBound(t.sql, voucher.id, input.caseId, input.centreId, t.now)
    await record(t, chainOfRequest(voucher.requestId!), 'voucher-bound', { caseId: input.caseId })
    return voucher
  })
}

/** The voucher on which a case goes; undefined where it goes on none. */
export async function findVoucherOfCase(t: Tx, caseId: string): Promise<VoucherRow | undefined> {
  return withSystemSight(t, () => selectOfCase(t.sql, caseId))
}

/** The case ended before an exam: the voucher is the holder's again, its own term runs on; past its last day it ends. Called in the transaction of the act that ended the case. */
export async function giveVoucherBack(t: Tx, caseId: string): Promise<void> {
  await withSystemSight(t, async () => {
    const voucher = await lockOfCase(t.sql, caseId)
    if (voucher?.state !== 'bound') return
    if (voucher.validUntil < t.today) return endUnused(t, voucher)
    await markReturned(t.sql, voucher.id)
    await record(t, chainOfRequest(voucher.requestId!), 'voucher-returned', { caseId })
    await writeToHolder(t, voucher.accountId!, 'returned', () => ({ number: voucher.number }))
  })
}

export interface VoucherUse {
  caseId: string
  /** The centre that held the procedure, and the attempt that was held: what the payer settles with it. */
  centreId: Uuid
  attemptId: Uuid
  /** Price of the contract that the budget pays, whole tenge; undefined: none was concluded on the voucher. */
  price: number | undefined
  lastStageOn: Day
  passed: boolean
  cameToIt: boolean
}

/**
 * The procedure was gone through, passed or not: the voucher is used, if its last stage was held not later than its last day [I][D]. A no-show is not use [D]: the voucher
 * stays bound until its term ends it. A later decision about the attempt it paid only corrects whether it was passed; a retake is another attempt, which it
 * pays only where its contract names the budget, by the norm `voucher.coversRetake` [D].
 * Answers `lapsed` where the last stage came too late, so that the caller says who pays.
 */
export async function redeemVoucher(t: Tx, use: VoucherUse): Promise<'lapsed' | undefined> {
  return withSystemSight(t, async () => {
    const voucher = await lockOfCase(t.sql, use.caseId)
    if (!voucher || voucher.origin === 'imported' || voucher.state === 'issued' || voucher.state === 'annulled') return undefined
    if (voucher.state === 'used') {
      if (voucher.attemptId === use.attemptId) await setPassed(t.sql, voucher.id, use.passed)
      else await payRetake(t, voucher, use)
      return undefined
    }
    if (!use.cameToIt || use.price === undefined) return undefined
    if (!usedInTime(use.lastStageOn, voucher.validUntil)) {
      await endUnused(t, voucher)
      return 'lapsed'
    }
    await markUsed(t.sql, voucher.id, { usedOn: use.lastStageOn, at: t.now, passed: use.passed, attemptId: use.attemptId, price: use.price })
    await settle(t, voucher, { ...use, price: use.price }, false)
    await record(t, chainOfRequest(voucher.requestId!), 'voucher-used', { caseId: use.caseId, usedOn: use.lastStageOn, passed: use.passed })
    return undefined
  })
}

/** Takes a sitting that was really held among the services to be settled. */
async function settle(t: Tx, voucher: VoucherRow, use: VoucherUse & { price: number }, isRetake: boolean): Promise<boolean> {
  if (use.price <= 0) return false
  return billing.recordVoucherService(t, {
    voucherId: voucher.id, voucherNumber: voucher.number, centreId: use.centreId, caseId: voucher.caseId!, attemptId: use.attemptId, professionCode: voucher.professionCode, level: voucher.level, heldOn: use.lastStageOn, price: use.price, isRetake,
  })
}

/** The retake whose contract the budget pays was gone through: the voucher stays used, the sitting is settled, and a pass is a pass by voucher. */
async function payRetake(t: Tx, voucher: VoucherRow, use: VoucherUse): Promise<void> {
  if (!use.cameToIt || use.price === undefined) return
  const isFirst = await settle(t, voucher, { ...use, price: use.price }, true)
  if (use.passed) await setPassed(t.sql, voucher.id, true)
  if (isFirst) await record(t, chainOfRequest(voucher.requestId!), 'voucher-paid-retake', { caseId: use.caseId, heldOn: use.lastStageOn, passed: use.passed })
}

/** Not used within its validity: annulled [L Art. 28(3)]. */
export async function endUnused(t: Tx, voucher: VoucherRow): Promise<void> {
  await markAnnulled(t.sql, voucher.id, t.today, 'unused')
  await record(t, chainOfRequest(voucher.requestId!), 'voucher-annulled', { ground: 'unused' })
  await writeToHolder(t, voucher.accountId!, 'lapsed', () => ({ number: voucher.number }))
}
