import { download } from '#platform/http/page.ts'
import { openVoucherPaper } from '#modules/vouchers/index.ts'

/** The copy of an education or work paper, for whoever sent it and for the specialist of the region. */
export const voucherPaperDownload = download({
  path: '/voucher-papers/:id', action: 'voucher.open-paper', access: 'signed-in',
  async handle(ctx, { params }) {
    const { bytes, mediaType, name } = await openVoucherPaper(ctx, params['id'] ?? '')
    return { body: bytes, mediaType, filename: name, inline: true }
  },
})
