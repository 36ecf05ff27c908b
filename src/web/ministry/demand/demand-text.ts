import type { Language } from '#kernel/localized.ts'
import { plural } from '#platform/i18n/message.ts'
import { en } from '../messages/demand/en.ts'
import { kk, type DemandText } from '../messages/demand/kk.ts'
import { ru } from '../messages/demand/ru.ts'

const TEXTS: Readonly<Record<Language, DemandText>> = { kk, ru, en }

/** The words of who waits for an exam. */
export function demandText(lang: Language): DemandText {
  return TEXTS[lang]
}

/** So many people wait for so many seats, in words of the language. */
export function peopleAndSeats({ waiting, seats }: { waiting: number; seats: number }, lang: Language): { people: string; seats: string } {
  return { people: plural(lang, TEXTS[lang].people, waiting), seats: plural(lang, TEXTS[lang].seats, seats) }
}
