import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { download } from '#platform/http/page.ts'
import { readDecisionPaper } from '#modules/accreditation/index.ts'

/** A paper of an accreditation case, for those who may read the case; made at once when the worker has not come to it yet. */
export const accreditationPaperDownload = download({
  path: '/accreditation/papers/:id', action: 'accreditation.read', access: 'signed-in',
  async handle(ctx, request) {
    const id = parseUuid(request.params['id'] ?? '')
    if (!id) throw new Denial('not-found')
    const before = await readDecisionPaper(ctx, id)
    if (!before.fileKey) await ctx.pressPaper(before.paperId)
    const fileKey = before.fileKey ?? (await readDecisionPaper(ctx, id)).fileKey
    if (!fileKey) throw new Denial('paper.not-ready')
    return { body: await ctx.files.get(fileKey), mediaType: 'application/pdf', filename: before.name, inline: true }
  },
})
