import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type MoneyText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, MoneyText>> = { kk, ru, en }

/** Everything the pages about money say. */
export function moneyText(lang: Language): MoneyText {
  return TEXTS[lang]
}
