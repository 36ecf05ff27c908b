import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/quality/en.ts'
import { kk, type QualityText } from '../messages/quality/kk.ts'
import { ru } from '../messages/quality/ru.ts'

const TEXTS: Readonly<Record<Language, QualityText>> = { kk, ru, en }

/** The words of how assessors mark. */
export function qualityText(lang: Language): QualityText {
  return TEXTS[lang]
}
