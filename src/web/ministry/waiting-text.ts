import type { Language } from '#kernel/localized.ts'
import { en } from './messages/waiting/en.ts'
import { kk, type WaitingText } from './messages/waiting/kk.ts'
import { ru } from './messages/waiting/ru.ts'

const TEXTS: Readonly<Record<Language, WaitingText>> = { kk, ru, en }

/** The words of the ministry's page on running cases. */
export function waitingText(lang: Language): WaitingText {
  return TEXTS[lang]
}
