import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/settings/en.ts'
import { kk, type SettingsText } from '../messages/settings/kk.ts'
import { ru } from '../messages/settings/ru.ts'

const TEXTS: Readonly<Record<Language, SettingsText>> = { kk, ru, en }

/** The words of the pages by which a centre runs itself. */
export function settingsText(lang: Language): SettingsText {
  return TEXTS[lang]
}
