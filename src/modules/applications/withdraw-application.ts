import { parseDay, type Day } from '#kernel/day.ts'
import { assertNone } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { refundAfterMove, refundAfterWithdrawal } from './end-contract.ts'
import { writeToCandidate } from './letters.ts'
import { laterOf, paperDayBlockers } from './domain/paper-day.ts'
import { examinedScan } from './paper-signature.ts'
import { policy } from './policy.ts'
import { markWithdrawn } from './store/application-store.ts'

/** The candidate takes his application back, at any time before the exam has begun, with or without saying why. */
export async function withdrawApplication(ctx: Ctx, input: { number: string; version: number; note: string }): Promise<void> {
  await tx(ctx, 'application.withdraw', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'application.withdraw', kase)
    casework.assertUnchanged(kase, input.version)
    await withdraw(t, kase, { note: input.note, how: 'account', on: t.today })
  })
}

/** Somebody without an account takes his application back on paper: it is withdrawn from the day on which the paper came, and the scan of what he signed stays with the case. */
export async function withdrawOnPaper(ctx: Ctx, input: { number: string; version: number; note: string; receivedOn: string; scan: uploads.SentFile | undefined }): Promise<void> {
  const file = await examinedScan(ctx, input, 'application.withdraw-on-paper', 'withdrawal.scan-missing')
  await tx(ctx, 'application.withdraw-on-paper', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'application.withdraw-on-paper', kase)
    casework.assertUnchanged(kase, input.version)
    const receivedOn = parseDay(input.receivedOn)
    casework.assertStep(kase, 'application.withdraw')
    assertNone('withdrawal.not-possible', paperDayBlockers(receivedOn, { groundOn: laterOf(kase.openedOn, await casework.atCentreSince(t, kase)), today: t.today }))
    await withdraw(t, kase, { note: input.note, how: 'paper', on: receivedOn! })
    await uploads.keepAttachment(t, { caseId: kase.id }, 'delivery-scan', file)
  })
}

/** What every way of withdrawing does, once its rights are known: money, voucher, clocks, timeline and the letter. */
export async function withdraw(t: Tx, kase: casework.CaseFile, by: { note: string; how: 'account' | 'paper' | 'partner'; on: Day }): Promise<casework.CaseFile> {
  casework.assertStep(kase, 'application.withdraw')
  await casework.assertMayLeave(t, kase)
  await refundAfterMove(t, kase, by.on)
  await refundAfterWithdrawal(t, kase, by.on)
  await markWithdrawn(t.sql, kase.id, { at: t.now, on: by.on, note: by.note.trim() || null })
  const withdrawn = await casework.advance(t, kase, 'application.withdraw', 'application-withdrawn', {
    payload: by.how === 'account' ? { how: by.how } : { how: by.how, kind: by.how, ...(by.how === 'paper' ? { receivedOn: by.on } : {}) },
  })
  await vouchers.giveVoucherBack(t, kase.id)
  await writeToCandidate(t, withdrawn, by.how === 'partner' ? 'application-withdrawn-by-partner' : 'application-withdrawn')
  return withdrawn
}
