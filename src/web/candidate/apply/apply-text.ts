import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/apply/en.ts'
import { kk, type ApplyText } from '../messages/apply/kk.ts'
import { ru } from '../messages/apply/ru.ts'

const TEXTS: Readonly<Record<Language, ApplyText>> = { kk, ru, en }

/** The words of applying, of the contract and of what a candidate may do before the exam. */
export function applyText(lang: Language): ApplyText {
  return TEXTS[lang]
}
