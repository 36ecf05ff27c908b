import { download } from '#platform/http/page.ts'
import { keptFiles } from '#platform/files/kept-files.ts'
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

/** Anybody may ask for the blank form, so each is pressed once; a day has one for every centre. */
const blankForms = keptFiles(64)

/** The blank form of the application, to print and fill in by hand. */
export const blankFormDownload = download({
  path: '/papers/application-form', action: 'application.open-form', access: 'public',
  async handle(ctx, request) {
    const { data, createdAt } = await readBlankForm(ctx, request.query.get('centre') ?? undefined)
    const press = () => renderPdf('application-form', data, { standard: 'ua-1', createdAt })
    return { body: await blankForms.of(`${createdAt} ${data.centreName?.kk ?? ''}`, press), mediaType: 'application/pdf', filename: 'application-form.pdf', inline: true }
  },
})
