import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { writeToCandidate } from './letters.ts'
import { policy } from './policy.ts'

/**
 * Somebody who failed asks for a retake that his centre cannot hold, having lost its scope: within the terms of any retake, and accepting the
 * result by it. The case waits for the ministry, which moves it to another centre; should the scope come back first, he asks at his own.
 */
export async function askRetakeElsewhere(ctx: Ctx, input: { number: string; version: number }): Promise<void> {
  await tx(ctx, 'retake.elsewhere', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'retake.elsewhere', kase)
    casework.assertUnchanged(kase, input.version)
    await waitForCentre(t, kase)
  })
}

/** The same on paper, for somebody without an account: the scan of what he signed, the clerk, and a second person who saw it. */
export async function askRetakeElsewhereOnPaper(ctx: Ctx, input: applications.PaperSignature): Promise<void> {
  const file = await applications.examinedScan(ctx, input, 'retake.request-on-paper', 'retake.scan-missing')
  await tx(ctx, 'retake.elsewhere-on-paper', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'retake.elsewhere-on-paper', kase)
    casework.assertUnchanged(kase, input.version)
    const witnessedBy = await applications.witnessOf(t, kase, input.witnessId)
    const attachment = await uploads.keepAttachment(t, { caseId: kase.id }, 'delivery-scan', file)
    await waitForCentre(t, kase)
    await casework.record(t, kase.id, 'retake-elsewhere-signed', { witnessedBy, attachmentId: attachment.id })
  })
}

async function waitForCentre(t: Tx, kase: casework.CaseFile): Promise<void> {
  await applications.assertRetakeElsewhere(t, kase)
  const loss = (await centres.findLoss(t.sql, { centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level!, on: t.today }))!
  const waiting = await casework.holdCase(t, kase, { certificateId: loss.certificateId, eventId: loss.eventId }, 'retake.elsewhere')
  await writeToCandidate(t, waiting, 'retake-waits', { centre: await centres.getCentre(t.sql, kase.centreId) })
}
