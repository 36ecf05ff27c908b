import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type VoucherText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, VoucherText>> = { kk, ru, en }

/** The words of vouchers, the same for the holder, the career centre and the ministry. */
export function voucherText(lang: Language): VoucherText {
  return TEXTS[lang]
}
