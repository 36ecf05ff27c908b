import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type DecisionPagesText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, DecisionPagesText>> = { kk, ru, en }

/** The words of stages 4 to 6, of all the desks that work in them. */
export function decisionText(lang: Language): DecisionPagesText {
  return TEXTS[lang]
}
