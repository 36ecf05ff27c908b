import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type PrivacyText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, PrivacyText>> = { kk, ru, en }

/** The words of personal data and cookies. */
export function privacyText(lang: Language): PrivacyText {
  return TEXTS[lang]
}
