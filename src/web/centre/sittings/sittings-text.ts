import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/sittings/en.ts'
import { kk, type SittingsText } from '../messages/sittings/kk.ts'
import { ru } from '../messages/sittings/ru.ts'

const TEXTS: Readonly<Record<Language, SittingsText>> = { kk, ru, en }

/** The words of the schedule of exams. */
export function sittingsText(lang: Language): SittingsText {
  return TEXTS[lang]
}
