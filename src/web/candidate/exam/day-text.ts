import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/day/en.ts'
import { kk, type DayText } from '../messages/day/kk.ts'
import { ru } from '../messages/day/ru.ts'

const TEXTS: Readonly<Record<Language, DayText>> = { kk, ru, en }

/** The words of choosing one's day. */
export function dayText(lang: Language): DayText {
  return TEXTS[lang]
}
