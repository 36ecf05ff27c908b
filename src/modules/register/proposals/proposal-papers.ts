import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as uploads from '#modules/uploads/index.ts'
import { policy } from '../policy.ts'
import { assertStep, getProposal, lockProposal, ownerOf, record } from './proposals.ts'
import { insertProposalPaper, removeProposalPaper, selectProposalPaper, selectProposalPapers, type ProposalPaper, type ProposalPaperKind } from './store/proposal-paper-store.ts'
import type { Proposal } from './store/proposal-store.ts'

/** Papers that one proposal may hold. */
const PAPERS_MAX = 20

/** Writes the row of an examined file; the caller has locked the proposal and asked the policy. */
export async function keepProposalPaper(t: Tx, proposal: Proposal, kind: ProposalPaperKind, file: uploads.ExaminedFile): Promise<void> {
  if ((await selectProposalPapers(t.sql, proposal.id)).length >= PAPERS_MAX) deny('proposal.too-many-papers', { most: PAPERS_MAX })
  const paper: ProposalPaper = { id: t.newId(), proposalId: proposal.id, kind, ...uploads.fileRowOf(t, file) }
  await insertProposalPaper(t.sql, paper)
  await record(t, proposal, 'proposal-paper-attached', { paperId: paper.id, kind })
}

/** Attaches a paper of the association to a draft. */
export async function attachProposalPaper(ctx: Ctx, input: { id: string; file: uploads.SentFile | undefined }): Promise<void> {
  await read(ctx, 'proposal.fill', async (t) => assertMay(t, policy, 'proposal.fill', ownerOf(await getProposal(t, input.id))))
  if (!input.file) deny('proposal.file-missing', { field: 'file' })
  const file = await uploads.examineFile(ctx, input.file)
  await tx(ctx, 'proposal.fill', async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, 'proposal.fill', ownerOf(proposal))
    assertStep(proposal, 'file')
    await keepProposalPaper(t, proposal, 'association', file)
  })
}

/** Takes a paper out of a draft; what was once filed stays stored. */
export async function detachProposalPaper(ctx: Ctx, input: { id: string; paperId: string }): Promise<void> {
  await tx(ctx, 'proposal.fill', async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, 'proposal.fill', ownerOf(proposal))
    assertStep(proposal, 'file')
    if (!parseUuid(input.paperId) || (await removeProposalPaper(t.sql, proposal.id, input.paperId, t.now)) === 0) throw new Denial('not-found')
    await record(t, proposal, 'proposal-paper-detached', { paperId: input.paperId })
  })
}

/** The cleaned copy of a paper, for those who may see its proposal. */
export async function openProposalPaper(ctx: Ctx, id: string): Promise<{ paper: ProposalPaper; bytes: Uint8Array }> {
  const paper = await read(ctx, 'proposal.read', async (t) => {
    const row = parseUuid(id) ? await selectProposalPaper(t.sql, id as Uuid) : undefined
    if (!row) throw new Denial('not-found')
    assertMay(t, policy, 'proposal.read', ownerOf(await getProposal(t, row.proposalId)))
    return row
  })
  return { paper, bytes: await ctx.files.get(paper.fileKey) }
}
