import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type CasesText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, CasesText>> = { kk, ru, en }

/** The words of accreditation cases on the pages of the applicant and of the accrediting body. */
export function casesText(lang: Language): CasesText {
  return TEXTS[lang]
}
