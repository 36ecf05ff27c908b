import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type VouchersText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, VouchersText>> = { kk, ru, en }

/** The words of the ministry's pages about vouchers. */
export function vouchersText(lang: Language): VouchersText {
  return TEXTS[lang]
}
