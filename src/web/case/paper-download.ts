import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { download } from '#platform/http/page.ts'
import { findPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'

/** A paper of a case, for those who may see the case, and for the centre that made it before the case went to another; made at once when the worker has not come to it yet. */
export const paperDownload = download({
  path: '/papers/:id', action: 'case.read', access: 'signed-in',
  async handle(ctx, request) {
    const id = parseUuid(request.params['id'] ?? '')
    const found = await read(ctx, 'case.read', async (t) => {
      const paper = id ? await findPaper(t.sql, id) : undefined
      if (!paper?.caseId) throw new Denial('not-found')
      const { centreId, createdAt } = paper
      const move = centreId ? (await casework.listMoves(t.sql, paper.caseId)).find((each) => each.fromCentreId === centreId && createdAt <= each.movedAt) : undefined
      if (move && may(ctx.actor, casework.policy, 'case.read-archive', { centreId: move.fromCentreId })) {
        assertMay(t, casework.policy, 'case.read-archive', { centreId: move.fromCentreId })
        return { paper, number: move.caseNumber }
      }
      const kase = await casework.getCase(t, paper.caseId)
      assertMay(t, casework.policy, 'case.read', kase)
      return { paper, number: kase.number }
    })
    if (!found.paper.fileKey) await ctx.pressPaper(found.paper.id)
    const fileKey = found.paper.fileKey ?? (await findPaper(ctx.db, found.paper.id))?.fileKey
    if (!fileKey) throw new Denial('paper.not-ready')
    return { body: await ctx.files.get(fileKey), mediaType: 'application/pdf', filename: `${found.number} ${found.paper.kind}.pdf`, inline: true }
  },
})
