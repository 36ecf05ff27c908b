import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type CaseText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, CaseText>> = { kk, ru, en }

/** The words of case pages, for candidate and centre alike. */
export function caseText(lang: Language): CaseText {
  return TEXTS[lang]
}
