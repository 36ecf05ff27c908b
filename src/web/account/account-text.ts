import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type AccountText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, AccountText>> = { kk, ru, en }

/** The words of the pages of signing in and of one's own account. */
export function accountText(lang: Language): AccountText {
  return TEXTS[lang]
}
