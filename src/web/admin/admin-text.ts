import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type AdminText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, AdminText>> = { kk, ru, en }

/** The words of the administrator's desk. */
export function adminText(lang: Language): AdminText {
  return TEXTS[lang]
}
