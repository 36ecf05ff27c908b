import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type WebText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, WebText>> = { kk, ru, en }

/** The words of the frame around all pages: menus, desks, messages. */
export function webText(lang: Language): WebText {
  return TEXTS[lang]
}
