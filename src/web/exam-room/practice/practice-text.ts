import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type PracticeText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, PracticeText>> = { kk, ru, en }

/** The words of a practice on line, for the candidate and where his work is shown. */
export function practiceText(lang: Language): PracticeText {
  return TEXTS[lang]
}
