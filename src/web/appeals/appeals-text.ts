import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type AppealsPageText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, AppealsPageText>> = { kk, ru, en }

/** The words of appeals and complaints on the pages of every desk. */
export function appealsText(lang: Language): AppealsPageText {
  return TEXTS[lang]
}
