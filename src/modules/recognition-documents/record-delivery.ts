import { legalDay, type Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { findRefusal } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { startAppealTerm } from './frame.ts'
import { handOver, type SignedDelivery } from './hand-over.ts'
import { policy } from './policy.ts'
import { markDocumentDelivered, markNoticeDelivered, selectDocumentOfCase, selectFailNotice } from './store/document-store.ts'

interface Deliverable {
  kind: 'document' | 'fail-notice' | 'refusal'
  id: Uuid
  issuedAt: Moment
}

/** The paper of a case that may be handed over where it stands: its document, its notice of not passing, or the refusal of a contract. */
export async function deliverableOf(t: Tx, kase: casework.CaseFile): Promise<Deliverable | undefined> {
  if (kase.step === 'document-issued') {
    const document = await selectDocumentOfCase(t.sql, kase.id)
    return document && { kind: 'document', id: document.id, issuedAt: document.issuedAt }
  }
  if (kase.step === 'fail-notice-sent') {
    const notice = await selectFailNotice(t.sql, kase.id)
    return notice && { kind: 'fail-notice', id: notice.id, issuedAt: notice.issuedAt }
  }
  // Whoever has an account reads the refusal there.
  if (kase.step !== 'refused' || kase.accountId !== null) return undefined
  const refusal = await findRefusal(t, kase.id)
  return refusal && { kind: 'refusal', id: refusal.id, issuedAt: refusal.refusedAt }
}

/**
 * A result or a refusal handed over under signature: its day, its scan and a second person. The term of appeal runs from the day of a result; a
 * refusal is open to complaint, not to appeal [I], and starts no term. Answers which paper it was.
 */
export async function recordDelivery(ctx: Ctx, input: SignedDelivery): Promise<Deliverable['kind']> {
  // A scan is decoded and stored: that is done for nobody who may not record the delivery.
  await read(ctx, 'delivery.record', async (t) => assertMay(t, policy, 'delivery.record', await casework.getCaseByNumber(t, input.number)))
  const file = input.scan ? await uploads.examineFile(ctx, input.scan) : undefined
  return tx(ctx, 'delivery.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'delivery.record', kase)
    casework.assertUnchanged(kase, input.version)
    const paper = await deliverableOf(t, kase)
    if (!paper) throw new Denial('case.not-at-this-step', { data: { step: kase.step } })
    const delivered = await handOver(t, kase, input, file, { kind: paper.kind, id: paper.id, issuedOn: legalDay(paper.issuedAt) })
    if (paper.kind === 'refusal') {
      await casework.touchCase(t, kase, {})
      await casework.record(t, kase.id, 'refusal-delivered', { deliveredOn: delivered.on, witness: input.witnessId, attachmentId: delivered.attachmentId })
      return paper.kind
    }
    if (paper.kind === 'document') await markDocumentDelivered(t.sql, paper.id, delivered.at)
    else await markNoticeDelivered(t.sql, paper.id, delivered.at)
    await startAppealTerm(t, kase, delivered.on)
    return paper.kind
  })
}
