import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseDocumentNumber } from '#kernel/document-number.ts'
import type { Uuid } from '#kernel/id.ts'
import { normList } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { proposalBlockers } from './domain/document.ts'
import { actorId, writeToCandidate } from './frame.ts'
import { policy } from './policy.ts'
import { decideAnnulmentRow, insertAnnulment, markAnnulled, selectDocumentByNumber, selectOpenAnnulment, type DocumentRow } from './store/document-store.ts'

/** What each ground of the norm document.annulmentGrounds is called in the register [D]; a lost accreditation is none, documents stay valid. */
const GROUND_OF_NORM = { appeal: 'appeal-of-third-party', 'forged-papers': 'forged-papers', court: 'court-decision' } as const
export type AnnulmentGround = (typeof GROUND_OF_NORM)[keyof typeof GROUND_OF_NORM]

/** The grounds on which a centre may propose an annulment, by the norms of the case. */
export async function annulmentGroundsOf(t: Tx, kase: casework.CaseFile): Promise<AnnulmentGround[]> {
  return normList(await casework.normsOf(t, kase), 'document.annulmentGrounds').flatMap((word) => GROUND_OF_NORM[word as keyof typeof GROUND_OF_NORM] ?? [])
}

/** The case is locked before its document, as deliveries and appeals lock them: two acts at once wait, and never for each other. */
async function documentOf(t: Tx, number: string): Promise<{ document: DocumentRow; kase: casework.CaseFile }> {
  const parsed = parseDocumentNumber(number)
  const found = parsed.ok ? await selectDocumentByNumber(t.sql, parsed.value) : undefined
  if (!found) throw new Denial('not-found')
  const kase = await casework.lockCase(t, found.caseId)
  // Whatever changes the document holds its case: read again under that lock, it stays as it is read.
  return { document: (await selectDocumentByNumber(t.sql, found.number))!, kase }
}

/** The head proposes an annulment with its ground; nothing happens to the document until somebody else approves. */
export async function proposeAnnulment(ctx: Ctx, input: { documentNumber: string; ground: string; note: string }): Promise<void> {
  await tx(ctx, 'annulment.propose', async (t) => {
    const { document, kase } = await documentOf(t, input.documentNumber)
    assertMay(t, policy, 'annulment.propose', kase)
    const open = await selectOpenAnnulment(t.sql, document.id)
    assertNone('annulment.not-possible', proposalBlockers({ annulled: document.annulledOn !== null, proposalOpen: open !== undefined, ground: input.ground, grounds: await annulmentGroundsOf(t, kase), note: input.note }))
    const id = t.newId()
    await insertAnnulment(t.sql, { id, documentId: document.id, ground: input.ground, note: input.note.trim(), proposedBy: actorId(t), proposedAt: t.now })
    await casework.record(t, kase.id, 'annulment-proposed', { annulmentId: id, ground: input.ground })
  })
}

/** Another person decides: an annulled document stays in the register for ever, and everybody who checks it is told. */
export async function decideAnnulment(ctx: Ctx, input: { documentNumber: string; approve: boolean }): Promise<void> {
  await tx(ctx, 'annulment.decide', async (t) => {
    const { document, kase } = await documentOf(t, input.documentNumber)
    // Who may decide on no annulment of this document is not told whether one was proposed, nor by whom.
    assertMay(t, policy, 'annulment.decide', kase)
    const open = await selectOpenAnnulment(t.sql, document.id)
    if (!open) deny('annulment.none-proposed')
    if (open.proposedBy === actorId(t)) deny('annulment.own-proposal')
    await decideAnnulmentRow(t.sql, open.id, actorId(t), t.now, input.approve)
    if (input.approve) await markAnnulled(t.sql, document.id, t.today, open.ground)
    await casework.record(t, kase.id, input.approve ? 'document-annulled' : 'annulment-rejected', { annulmentId: open.id, ground: open.ground })
    if (input.approve) await writeToCandidate(t, kase, 'document-annulled', { document: document.number, ground: open.ground as AnnulmentGround })
  })
}

/** An upheld appeal takes the document's ground away: two people of its panel stand for the annulment, recorded as such. */
export async function annulWithin(t: Tx, kase: casework.CaseFile, document: DocumentRow, annulment: { ground: 'appeal'; note: string; proposedBy: Uuid; decidedBy: Uuid }): Promise<void> {
  if (document.annulledOn !== null) return
  const { decidedBy, ...proposal } = annulment
  const open = await selectOpenAnnulment(t.sql, document.id)
  if (open) await decideAnnulmentRow(t.sql, open.id, open.proposedBy === decidedBy ? annulment.proposedBy : decidedBy, t.now, false)
  const id = t.newId()
  await insertAnnulment(t.sql, { id, documentId: document.id, ...proposal, proposedAt: t.now })
  await decideAnnulmentRow(t.sql, id, decidedBy, t.now, true)
  await markAnnulled(t.sql, document.id, t.today, annulment.ground)
  await casework.record(t, kase.id, 'document-annulled', { annulmentId: id, ground: annulment.ground })
  await writeToCandidate(t, kase, 'document-annulled', { document: document.number, ground: annulment.ground })
}
