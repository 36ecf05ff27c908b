import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type ReferralsText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, ReferralsText>> = { kk, ru, en }

/** The words of an employer's referral as the worker reads them. */
export function referralsText(lang: Language): ReferralsText {
  return TEXTS[lang]
}
