import { deny, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { missingPapers, papersToSend } from '../domain/request.ts'
import { chainOfRequest } from '../office.ts'
import { policy } from '../policy.ts'
import { markReplaced, selectPapersThatCount } from '../store/paper-store.ts'
import { lockRequest, updateChecks } from '../store/request-store.ts'
import { choiceFacts } from './facts.ts'
import { examinePapers, keepPapers, type PaperSent } from './papers.ts'

/**
 * The sender adds a copy that is missing, or sends one anew that was judged wrong, while the request is under review. The earlier copy stays with its verdict; one that was found right, or that
 * nobody has judged yet, is not exchanged under the eyes of the specialist. The journal keeps the digest of each, as the signed statement keeps that of the first ones.
 */
export async function addVoucherPapers(ctx: Ctx, input: { id: Uuid; papers: readonly PaperSent[] }): Promise<void> {
  if (!may(ctx.actor, policy, 'voucher.request', undefined as never)) throw new Denial('sign-in.required')
  const papers = await examinePapers(ctx, input.papers)
  await tx(ctx, 'voucher.change-own', async (t) => withSystemSight(t, async () => {
    const request = await lockRequest(t.sql, input.id)
    if (!request) throw new Denial('not-found')
    assertMay(t, policy, 'voucher.change-own', request)
    if (request.step !== 'review') throw new Denial('voucher.decided-already')
    const { papersAsked } = await choiceFacts(t, request)
    const before = await selectPapersThatCount(t.sql, request.id)
    const wanted = papersToSend(papersAsked, before)
    if (papers.length === 0) deny('voucher.copy-missing', { field: wanted[0] ?? 'education' })
    for (const { kind, file } of papers) {
      if (!wanted.includes(kind)) deny('voucher.copy-not-wanted', { field: kind })
      await markReplaced(t.sql, request.id, kind, t.now)
      await record(t, chainOfRequest(request.id), 'voucher-paper-added', { kind, sha256: Buffer.from(file.sha256).toString('hex'), anew: before.some((each) => each.kind === kind) })
    }
    await keepPapers(t, request.id, papers)
    const papersGiven = [...before, ...papers].map((each) => each.kind)
    await updateChecks(t.sql, request.id, { ...request.checks, documents: missingPapers({ papersAsked, papersGiven }).length === 0 ? 'yes' : 'no' })
  }))
}
