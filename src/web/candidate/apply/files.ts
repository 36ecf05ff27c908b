import { download } from '#platform/http/page.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { readBlankForm } from '#modules/applications/index.ts'
import { openAttachment } from '#modules/uploads/index.ts'

/** The cleaned copy of an attached file. */
export const attachmentDownload = download({
  path: '/attachments/:id', action: 'attachment.open', access: 'signed-in',
  async handle(ctx, request) {
    const { attachment, bytes } = await openAttachment(ctx, request.params['id']!)
    return { body: bytes, mediaType: attachment.mediaType, filename: attachment.name, inline: true }
  },
})

/** The blank form of the application, to print and fill in by hand. */
export const blankFormDownload = download({
  path: '/papers/application-form', action: 'application.open-form', access: 'public',
  async handle(ctx, request) {
    const { data, createdAt } = await readBlankForm(ctx, request.query.get('centre') ?? undefined)
    return { body: await renderPdf('application-form', data, { standard: 'ua-1', createdAt }), mediaType: 'application/pdf', filename: 'application-form.pdf', inline: true }
  },
})
