import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/marking/en.ts'
import { kk, type MarkingText } from '../messages/marking/kk.ts'
import { ru } from '../messages/marking/ru.ts'

const TEXTS: Readonly<Record<Language, MarkingText>> = { kk, ru, en }

/** The words of the assessor's desk. */
export function markingText(lang: Language): MarkingText {
  return TEXTS[lang]
}
