import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/conduct/en.ts'
import { kk, type ConductText } from '../messages/conduct/kk.ts'
import { ru } from '../messages/conduct/ru.ts'

const TEXTS: Readonly<Record<Language, ConductText>> = { kk, ru, en }

/** The words of notice, briefing and the day of the exam. */
export function conductText(lang: Language): ConductText {
  return TEXTS[lang]
}
