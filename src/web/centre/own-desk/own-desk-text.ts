import type { Language } from '#kernel/localized.ts'
import { en } from '../messages/own-desk/en.ts'
import { kk, type OwnDeskText } from '../messages/own-desk/kk.ts'
import { ru } from '../messages/own-desk/ru.ts'

const TEXTS: Readonly<Record<Language, OwnDeskText>> = { kk, ru, en }

/** The words of the pages on which a centre sees what it is: certificate, contacts, hours, competences, equipment, own conditions. */
export function ownDeskText(lang: Language): OwnDeskText {
  return TEXTS[lang]
}
