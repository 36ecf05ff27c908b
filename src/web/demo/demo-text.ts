import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type DemoText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, DemoText>> = { kk, ru, en }

/** The words of the pages that only a demonstration has. */
export function demoText(lang: Language): DemoText {
  return TEXTS[lang]
}
