import type { FormBody } from '#platform/http/page.ts'
import { PAPER_KINDS } from '#modules/vouchers/index.ts'

/** The copies that were chosen in a form; a field left empty sends nothing. */
export function papersIn(form: FormBody) {
  return PAPER_KINDS.flatMap((kind) => {
    const file = form.file(kind)
    return file && file.bytes.length > 0 ? [{ kind, file: { name: file.name, bytes: file.bytes } }] : []
  })
}
