import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type EmployerText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, EmployerText>> = { kk, ru, en }

/** The words of the desk of an employer. */
export function employerText(lang: Language): EmployerText {
  return TEXTS[lang]
}
