import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type InstalledText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, InstalledText>> = { kk, ru, en }

/** The words of the application that a browser installs. */
export function installedText(lang: Language): InstalledText {
  return TEXTS[lang]
}
