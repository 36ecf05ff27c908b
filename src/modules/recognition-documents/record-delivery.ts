import { parseDay } from '#kernel/day.ts'
import { momentAt } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { legalDay } from '#kernel/day.ts'
import { deliveryBlockers } from './domain/document.ts'
import { actorId, startAppealTerm } from './frame.ts'
import { policy } from './policy.ts'
import { insertDelivery, markDocumentDelivered, markNoticeDelivered, selectDocumentOfCase, selectFailNotice } from './store/document-store.ts'

export interface PaperDelivery {
  number: string
  version: number
  deliveredOn: string
  witnessId: string
  scan: { name: string; bytes: Uint8Array } | undefined
}

/** A result handed over under signature: its day, its scan and a second person; the term of appeal runs from that day. */
export async function recordDelivery(ctx: Ctx, input: PaperDelivery): Promise<void> {
  // A scan is decoded and stored: that is done for nobody who may not record the delivery.
  await read(ctx, 'delivery.record', async (t) => assertMay(t, policy, 'delivery.record', await casework.getCaseByNumber(t, input.number)))
  const file = input.scan ? await uploads.examineFile(ctx, input.scan) : undefined
  await tx(ctx, 'delivery.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'delivery.record', kase)
    casework.assertUnchanged(kase, input.version)
    const document = kase.step === 'document-issued' ? await selectDocumentOfCase(t.sql, kase.id) : undefined
    const notice = kase.step === 'fail-notice-sent' ? await selectFailNotice(t.sql, kase.id) : undefined
    const result = document ?? notice
    if (!result) throw new Denial('case.not-at-this-step', { data: { step: kase.step } })
    const deliveredOn = parseDay(input.deliveredOn)
    const staff = await centres.listStaff(t.sql, kase.centreId, t.today)
    assertNone('delivery.not-recordable', deliveryBlockers({
      issuedOn: legalDay(result.issuedAt), deliveredOn, today: t.today, alreadyDelivered: result.deliveredAt !== null, hasScan: file !== undefined,
      witnessId: input.witnessId, clerkId: actorId(t), staffIds: staff.map((person) => person.accountId),
    }))
    const at = deliveredOn === t.today ? t.now : momentAt(deliveredOn!, '12:00')
    const attachment = await uploads.keepAttachment(t, { caseId: kase.id }, 'delivery-scan', file!)
    if (document) await markDocumentDelivered(t.sql, document.id, at)
    else await markNoticeDelivered(t.sql, notice!.id, at)
    await insertDelivery(t.sql, { id: t.newId(), caseId: kase.id, ofKind: document ? 'document' : 'fail-notice', ofId: result.id, channel: 'paper', at, attachmentId: attachment.id, recordedBy: actorId(t), witnessedBy: input.witnessId })
    await startAppealTerm(t, kase, deliveredOn!)
  })
}
