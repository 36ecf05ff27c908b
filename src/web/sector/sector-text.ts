import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type SectorText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, SectorText>> = { kk, ru, en }

/** The words of the desk of a sector body. */
export function sectorText(lang: Language): SectorText {
  return TEXTS[lang]
}
