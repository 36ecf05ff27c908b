import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type WatchText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, WatchText>> = { kk, ru, en }

/** The words of an exam on line as the candidate reads them. */
export function watchText(lang: Language): WatchText {
  return TEXTS[lang]
}
