import type { Language } from '#kernel/localized.ts'
import type { FormBody } from '#platform/http/page.ts'
import type { ProgrammeText } from '#modules/programmes/index.ts'
import { TextArea, TextField } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form.tsx'
import { settingsText } from './settings-text.ts'

export interface TextTrioProps {
  lang: Language
  form: FormState
  name: string
  label: string
  hint?: string | undefined
  value?: ProgrammeText | undefined
  rows?: number | undefined
  /** Items have two languages; the rest of a programme may have English too. */
  english?: boolean | undefined
}

/** One text in its languages, Kazakh first. */
export function TextTrio({ lang, form, name, label, hint, value, rows, english = true }: TextTrioProps) {
  const text = settingsText(lang)
  const each = (part: 'kk' | 'ru' | 'en', word: string, optional: boolean) => {
    const props = { form, name: `${name}-${part}`, label: `${label}, ${word}`, value: value?.[part] ?? '', optional, hint: part === 'kk' ? hint : undefined }
    return rows ? <TextArea key={part} {...props} rows={rows} /> : <TextField key={part} {...props} />
  }
  return <>{each('kk', text.kazakh, false)}{each('ru', text.russian, false)}{english && each('en', text.english, true)}</>
}

/** What was typed into a TextTrio. */
export function trioOf(form: FormBody, name: string): ProgrammeText {
  const english = form.text(`${name}-en`)
  return { kk: form.text(`${name}-kk`), ru: form.text(`${name}-ru`), ...(english === '' ? {} : { en: english }) }
}
