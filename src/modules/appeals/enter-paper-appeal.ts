import { momentAt, parseDay } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { paperBlockers } from './domain/appeal.ts'
import { isLodgedTwice, lateReasonOf, offerOf, openAppeal, type LodgingOffer } from './lodge-appeal.ts'
import { policy } from './policy.ts'

/** What a clerk needs to know before he enters an appeal of somebody without an account. */
export async function readPaperOffer(ctx: Ctx, number: string): Promise<LodgingOffer & { parent: casework.CaseFile }> {
  return read(ctx, 'appeal.enter-paper', async (t) => {
    const parent = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'appeal.enter-paper', parent)
    return { ...(await offerOf(t, parent, true, t.today)), parent }
  })
}

export interface PaperAppeal {
  number: string
  version: number
  receivedOn: string
  ground: string
  /** What the paper says of why it came late, where it did. */
  lateReason?: string
  scan: uploads.SentFile | undefined
}

/** A clerk enters the appeal of somebody without an account: its day of receipt decides whether it was in time, its scan stays with it. Answers its number. */
export async function enterPaperAppeal(ctx: Ctx, input: PaperAppeal): Promise<string> {
  // A scan is decoded and stored: that is done for nobody who may not enter the appeal.
  await read(ctx, 'appeal.enter-paper', async (t) => assertMay(t, policy, 'appeal.enter-paper', await casework.getCaseByNumber(t, input.number)))
  const file = input.scan ? await uploads.examineFile(ctx, input.scan) : undefined
  try {
    return await tx(ctx, 'appeal.enter-paper', async (t) => {
      const parent = await casework.lockCaseByNumber(t, input.number)
      assertMay(t, policy, 'appeal.enter-paper', parent)
      casework.assertUnchanged(parent, input.version)
      const receivedOn = parseDay(input.receivedOn)
      assertNone('appeal.not-possible', paperBlockers({ receivedOn, hasScan: file !== undefined }, t.today))
      const on = receivedOn!
      const offer = await offerOf(t, parent, true, on)
      assertNone('appeal.not-possible', offer.blockers)
      const kase = await openAppeal(t, parent, { decisionId: offer.decision!.id, secondOf: offer.first?.caseId ?? null, ground: input.ground, lateReason: lateReasonOf(offer, input.lateReason), on, at: on === t.today ? t.now : momentAt(on, '12:00') })
      await uploads.keepAttachment(t, { caseId: kase.id }, 'appeal', file!)
      return kase.number
    })
  } catch (error) {
    if (isLodgedTwice(error)) deny('appeal.already')
    throw error
  }
}
