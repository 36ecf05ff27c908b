import type { Language } from '#kernel/localized.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import { wholeNumber } from '../../public/words.ts'
import { en } from '../messages/demand/en.ts'
import { kk, type DemandText } from '../messages/demand/kk.ts'
import { ru } from '../messages/demand/ru.ts'

const TEXTS: Readonly<Record<Language, DemandText>> = { kk, ru, en }

/** The words of who waits for an exam. */
export function demandText(lang: Language): DemandText {
  return TEXTS[lang]
}

/** The part of it that is on line; nothing where nobody waits for it and no seat is planned. */
export function onlineOf({ waitingOnline, seatsOnline }: { waitingOnline: number; seatsOnline: number }, lang: Language): string {
  return waitingOnline > 0 || seatsOnline > 0 ? fill(TEXTS[lang].onlineOf, { people: wholeNumber(waitingOnline, lang), seats: wholeNumber(seatsOnline, lang) }) : ''
}

/** So many people wait for so many seats, in words of the language. */
export function peopleAndSeats({ waiting, seats }: { waiting: number; seats: number }, lang: Language): { people: string; seats: string } {
  return { people: plural(lang, TEXTS[lang].people, waiting), seats: plural(lang, TEXTS[lang].seats, seats) }
}
