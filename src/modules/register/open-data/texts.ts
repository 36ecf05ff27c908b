import type { Language, Localized } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type OpenDataText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, OpenDataText>> = { kk, ru, en }

/** The words of the catalogue in one language. */
export function openDataText(lang: Language): OpenDataText {
  return TEXTS[lang]
}

/** One of its texts in all three. */
export function inAll(pick: (text: OpenDataText) => string): Localized {
  return { kk: pick(kk), ru: pick(ru), en: pick(en) }
}
