import { legalDay } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import type { DeliveryPage } from './deliver-decision.ts'
import { findDelivery, handOver, type SignedDelivery } from './neighbours.ts'
import { policy } from './policy.ts'
import { selectComplaint } from './store/complaint-store.ts'

/** What a clerk needs to hand over the answer to a complaint of somebody without an account. */
export async function readAnswerDelivery(ctx: Ctx, number: string): Promise<DeliveryPage> {
  return read(ctx, 'complaint.deliver', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'complaint.deliver', kase)
    const complaint = kase.kind === 'complaint' ? await selectComplaint(t.sql, kase.id) : undefined
    if (!complaint?.answeredAt) deny('complaint.no-answer-yet')
    const delivery = await findDelivery(t.sql, 'complaint-answer', kase.id)
    const staff = (await centres.listStaff(t.sql, kase.centreId, t.today)).filter((each) => each.accountId !== accountOf(t.actor))
    const { parentNumber } = await casework.relationsOf(t, kase)
    return { kase, parentNumber, candidate: await people.getPerson(t, kase.personId), decidedOn: legalDay(complaint.answeredAt), deliveredOn: delivery && legalDay(delivery.deliveredAt), staff }
  })
}

/** The answer to a complaint handed over on paper under signature: its day, its scan and a second person. No term begins with it. */
export async function deliverComplaintAnswer(ctx: Ctx, input: SignedDelivery): Promise<void> {
  // A scan is decoded and stored: that is done for nobody who may not hand the answer over.
  await read(ctx, 'complaint.deliver', async (t) => assertMay(t, policy, 'complaint.deliver', await casework.getCaseByNumber(t, input.number)))
  const file = input.scan ? await uploads.examineFile(ctx, input.scan) : undefined
  await tx(ctx, 'complaint.deliver', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'complaint.deliver', kase)
    casework.assertUnchanged(kase, input.version)
    const complaint = kase.kind === 'complaint' ? await selectComplaint(t.sql, kase.id) : undefined
    if (!complaint?.answeredAt) deny('complaint.no-answer-yet')
    const delivered = await handOver(t, kase, input, file, { kind: 'complaint-answer', id: kase.id, issuedOn: legalDay(complaint.answeredAt) })
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, 'complaint-answer-delivered', { deliveredOn: delivered.on, witness: input.witnessId, attachmentId: delivered.attachmentId })
  })
}
