import { parseDay } from '#kernel/day.ts'
import { assertNone } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { takeIn, type SentFile } from '#modules/uploads/index.ts'
import { factsOf, isRepresented } from '../case-facts.ts'
import { assertUnchanged, getCase, lockCase, record } from '../cases.ts'
import { concludeOnPaper } from '../certificate/conclude-contract.ts'
import { keepPaper } from '../filing/attach-paper.ts'
import { touchCase } from '../filing/store/filing-store.ts'
import { policy } from '../policy.ts'
import { signActOnPaper } from '../survey/answer-act.ts'
import { handOverBlockers } from './domain/hand-over.ts'
import { papersToHandOver } from './read-hand-overs.ts'
import { insertDelivery } from './store/delivery-store.ts'

export interface HandOver {
  caseId: string
  version: number
  /** What is handed over, and which of its kind. */
  kind: string
  no: number
  deliveredOn: string
  recipient: string
  /** As what the recipient signed: head, or by power of attorney. */
  capacity: string
  scan: SentFile | undefined
  /** Of an act of the survey: what the applicant wrote on it. */
  remarks?: string
}

/**
 * Hands a paper over under signature to an applicant that nobody represents on the platform: day, recipient, his capacity, scan. The term of
 * correction counts from that day. A contract comes back signed by it, and the case is complete; an act of the survey comes back signed by both sides.
 */
export async function handOverOnPaper(ctx: Ctx, input: HandOver): Promise<void> {
  const action = input.kind === 'survey-act' ? 'survey.enter-signed-act' : 'accreditation.hand-over'
  // A scan is decoded and stored: that is done for nobody who may not hand anything over.
  await read(ctx, 'accreditation.hand-over', async (t) => assertMay(t, policy, action, await factsOf(t, await getCase(t, input.caseId))))
  const file = input.scan && (await takeIn(ctx, input.scan))
  await tx(ctx, 'accreditation.hand-over', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, action, await factsOf(t, kase))
    assertUnchanged(kase, input.version)
    const paper = (await papersToHandOver(t, kase)).find((each) => each.kind === input.kind && each.no === input.no)
    const deliveredOn = parseDay(input.deliveredOn)
    const [recipient, capacity] = [input.recipient.trim().slice(0, 200), input.capacity.trim().slice(0, 200)]
    assertNone('accreditation-delivery.not-recordable', handOverBlockers({
      paper, alreadyOn: paper?.delivery?.deliveredOn, represented: await isRepresented(t, kase), deliveredOn, recipient, capacity, hasScan: file !== undefined,
    }, t.today))
    const by = accountOf(t.actor)!
    const scanId = await keepPaper(t, kase.id, { kind: 'delivery-scan', language: null, professionCode: null, level: null }, file!)
    await insertDelivery(t.sql, { id: t.newId(), caseId: kase.id, ofKind: paper!.kind, ofNo: paper!.no, deliveredOn: deliveredOn!, recipient, capacity, scanId, recordedBy: by, recordedAt: t.now })
    await record(t, kase.id, 'accreditation-handed-over', { kind: paper!.kind, no: paper!.no, deliveredOn: deliveredOn!, scanId })
    if (paper!.kind === 'contract') await concludeOnPaper(t, kase, { name: recipient, on: deliveredOn! })
    else if (paper!.kind === 'survey-act') await signActOnPaper(t, kase.id, input.remarks?.trim() ?? '', { recipient, capacity, deliveredOn: deliveredOn! })
    else await touchCase(t.sql, kase.id)
  })
}
