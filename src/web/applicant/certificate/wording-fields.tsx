import type { Language } from '#kernel/localized.ts'
import type { FormBody, FormState } from '#platform/http/page.ts'
import { WORDING_FIELDS, type Wording } from '#modules/accreditation/index.ts'
import { TextField } from '../../ui/form.tsx'
import { certificateText } from './certificate-text.ts'

/** What is to stand in the certificate, filled in with what stands there today or is asked for. */
export function WordingFields({ form, wording, lang }: { readonly form: FormState | undefined; readonly wording: Wording; readonly lang: Language }) {
  const { fields } = certificateText(lang).ask
  return <>{WORDING_FIELDS.map((field) => <TextField key={field} form={form} name={field} label={fields[field]} value={wording[field]} />)}</>
}
export function wordingOf(form: FormBody): Wording {
  return { nameKk: form.text('nameKk'), nameRu: form.text('nameRu'), nameEn: form.text('nameEn'), addressKk: form.text('addressKk'), addressRu: form.text('addressRu') }
}
export const WORDING_ERRORS: Readonly<Record<string, string>> = {
  'reissue.ground-missing': 'ground', 'reissue.note-missing': 'note', 'reissue.name-unchanged': 'nameKk', 'reissue.address-unchanged': 'addressKk',
}
