import type { Day } from '#kernel/day.ts'
import { localizedText, type Language, type Localized } from '#kernel/localized.ts'
import { formatDay, formatNumber, formatTenge, formatWeekday } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { en } from './messages/dates/en.ts'
import { kk, type DatesText } from './messages/dates/kk.ts'
import { ru } from './messages/dates/ru.ts'

const TEXTS: Readonly<Record<Language, DatesText>> = { kk, ru, en }
const PLURALS: Readonly<Record<Language, Intl.PluralRules>> = { kk: new Intl.PluralRules('kk'), ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

/** A day without its year. */
export function shortDay(day: Day, lang: Language): string {
  return formatDay(day, lang, 'short')
}

/** The last day of a term; Kazakh inflects the month. */
export function untilDay(day: Day, lang: Language): string {
  return fill(TEXTS[lang].until[Number(day.slice(5, 7)) - 1]!, { n: Number(day.slice(8, 10)) })
}

export function weekdayName(day: Day, lang: Language): string {
  return formatWeekday(day, lang)
}

export function wholeNumber(value: number, lang: Language): string {
  return formatNumber(value, lang)
}
export function tenge(amount: number, lang: Language): string {
  return formatTenge(amount, lang)
}

/** A span of months, in years where it is whole years. */
export function spanOfMonths(months: number, lang: Language): string {
  const years = months % 12 === 0
  const count = years ? months / 12 : months
  const forms: Readonly<Record<string, string>> = years ? TEXTS[lang].years : TEXTS[lang].monthsOf
  return fill(forms[PLURALS[lang].select(count)]!, { n: count })
}

/** A name that may be missing in the reader's language: the text that is there, and its language when it is another. */
export function nameIn(name: Partial<Localized>, lang: Language): { text: string; lang: Language | undefined } {
  const found = localizedText(name, lang)
  return { text: found.text, lang: found.fallback ? found.lang : undefined }
}

/** The name of a special day; a transferred day may be named in another language only. */
export function dayName(day: { nameKk: string; nameRu: string; nameEn: string }, lang: Language): string {
  return nameIn({ kk: day.nameKk, ru: day.nameRu, en: day.nameEn }, lang).text
}
