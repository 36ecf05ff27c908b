import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/pack/en.ts'
import { kk, type PackText } from '../messages/pack/kk.ts'
import { ru } from '../messages/pack/ru.ts'

const TEXTS: Readonly<Record<Language, PackText>> = { kk, ru, en }

/** The words of the pack of a sitting. */
export function packText(lang: Language): PackText {
  return TEXTS[lang]
}
