import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/planning/en.ts'
import { kk, type PlanningText } from '../messages/planning/kk.ts'
import { ru } from '../messages/planning/ru.ts'

const TEXTS: Readonly<Record<Language, PlanningText>> = { kk, ru, en }

/** The words of planning: what is taken when, who is there, what becomes of a day. */
export function planningText(lang: Language): PlanningText {
  return TEXTS[lang]
}
