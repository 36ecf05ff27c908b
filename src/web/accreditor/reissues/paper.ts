import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { download } from '#platform/http/page.ts'
import { readReissuePaper } from '#modules/accreditation/index.ts'

/** A certificate written anew, for the centre and the accreditor; made at once when the worker has not come to it yet. */
export const reissuePaperDownload = download({
  path: '/certificate-papers/:id', action: 'reissue.read', access: 'signed-in',
  async handle(ctx, request) {
    const id = parseUuid(request.params['id'] ?? '')
    if (!id) throw new Denial('not-found')
    const before = await readReissuePaper(ctx, id)
    if (!before.fileKey) await ctx.pressPaper(before.paperId)
    const fileKey = before.fileKey ?? (await readReissuePaper(ctx, id)).fileKey
    if (!fileKey) throw new Denial('paper.not-ready')
    return { body: await ctx.files.get(fileKey), mediaType: 'application/pdf', filename: before.name, inline: true }
  },
})
