import { legalDay, type Day } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { findDelivery, handOver, type SignedDelivery } from './neighbours.ts'
import { policy } from './policy.ts'
import { startSecondTerm } from './second-instance.ts'
import { selectAppeal } from './store/appeal-store.ts'

export interface DeliveryPage {
  kase: casework.CaseFile
  parentNumber: string | undefined
  candidate: { surname: string; givenName: string; patronymic: string | null }
  decidedOn: Day
  deliveredOn: Day | undefined
  /** Who may stand by as the second person. */
  staff: { accountId: string; surname: string; givenName: string; patronymic: string | null }[]
}

/** What a clerk needs to hand over the decision on an appeal of somebody without an account. */
export async function readAppealDelivery(ctx: Ctx, number: string): Promise<DeliveryPage> {
  return read(ctx, 'appeal.deliver', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'appeal.deliver', kase)
    const appeal = kase.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    if (!appeal?.decidedAt) deny('appeal.not-at-this-step')
    const delivery = await findDelivery(t.sql, 'appeal-decision', kase.id)
    const staff = (await centres.listStaff(t.sql, kase.centreId, t.today)).filter((each) => each.accountId !== accountOf(t.actor))
    return {
      kase, parentNumber: (await casework.getCase(t, kase.parentCaseId!)).number, candidate: await people.getPerson(t, kase.personId), decidedOn: legalDay(appeal.decidedAt),
      deliveredOn: delivery && legalDay(delivery.deliveredAt), staff,
    }
  })
}

/**
 * The decision on an appeal handed over on paper under signature: its day, its scan and a second person. Where the norm
 * gives a second instance [D], the term of a rejected one begins with it; from that day the candidate knows the reasons and may go to court, and only then may his case be closed.
 */
export async function deliverAppealDecision(ctx: Ctx, input: SignedDelivery): Promise<void> {
  // A scan is decoded and stored: that is done for nobody who may not hand the decision over.
  await read(ctx, 'appeal.deliver', async (t) => assertMay(t, policy, 'appeal.deliver', await casework.getCaseByNumber(t, input.number)))
  const file = input.scan ? await uploads.examineFile(ctx, input.scan) : undefined
  await tx(ctx, 'appeal.deliver', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'appeal.deliver', kase)
    casework.assertUnchanged(kase, input.version)
    const appeal = kase.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    if (!appeal?.decidedAt) deny('appeal.not-at-this-step')
    const delivered = await handOver(t, kase, input, file, { kind: 'appeal-decision', id: kase.id, issuedOn: legalDay(appeal.decidedAt) })
    await startSecondTerm(t, kase, appeal, appeal.outcome!, delivered.on)
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, 'appeal-decision-delivered', { deliveredOn: delivered.on, witness: input.witnessId, attachmentId: delivered.attachmentId })
    await casework.record(t, kase.parentCaseId!, 'appeal-decision-delivered', { number: kase.number, deliveredOn: delivered.on })
  })
}
