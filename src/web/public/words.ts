import { weekday, type Day } from '#kernel/day.ts'
import { localizedText, type Language, type Localized } from '#kernel/localized.ts'

const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk', ru: 'ru', en: 'en-GB' }
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
const MONTHS_UNTIL_KK = ['қаңтарға', 'ақпанға', 'наурызға', 'сәуірге', 'мамырға', 'маусымға', 'шілдеге', 'тамызға', 'қыркүйекке', 'қазанға', 'қарашаға', 'желтоқсанға']
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  kk: MONTHS.kk, en: MONTHS.en,
  ru: ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
}

const dayNumber = (day: Day) => Number(day.slice(8, 10))
const monthOf = (day: Day) => Number(day.slice(5, 7)) - 1

/** A day without its year: 23 қараша, 23 ноября. */
export function shortDay(day: Day, lang: Language): string {
  return `${dayNumber(day)} ${MONTHS[lang][monthOf(day)]}`
}

/** The last day of a term: 26 қарашаға дейін, до 26 ноября. */
export function untilDay(day: Day, lang: Language): string {
  if (lang === 'kk') return `${dayNumber(day)} ${MONTHS_UNTIL_KK[monthOf(day)]} дейін`
  return lang === 'ru' ? `до ${shortDay(day, lang)}` : `by ${shortDay(day, lang)}`
}

export function weekdayName(day: Day, lang: Language): string {
  return WEEKDAYS[lang][weekday(day) - 1]!
}

/** The name of a month by itself; `month` from 1 to 12. */
export function monthName(month: number, lang: Language): string {
  return MONTH_NAMES[lang][month - 1]!
}

export function wholeNumber(value: number, lang: Language): string {
  return new Intl.NumberFormat(LOCALES[lang] === 'kk' ? 'ru' : LOCALES[lang]).format(value)
}
export function tenge(amount: number, lang: Language): string {
  return `${wholeNumber(amount, lang)}\u00a0₸`
}

const RU_PLURAL = new Intl.PluralRules('ru')
/** The form of a Russian noun after a number. */
export function ruForm(count: number, one: string, few: string, many: string): string {
  const rule = RU_PLURAL.select(count)
  return rule === 'one' ? one : rule === 'few' ? few : many
}

/** A span of months, in years where it is whole years. */
export function spanOfMonths(months: number, lang: Language): string {
  const years = months % 12 === 0 ? months / 12 : undefined
  const count = years ?? months
  if (lang === 'kk') return `${count} ${years ? 'жыл' : 'ай'}`
  if (lang === 'ru') return `${count} ${years ? ruForm(count, 'год', 'года', 'лет') : ruForm(count, 'месяц', 'месяца', 'месяцев')}`
  return `${count} ${years ? 'year' : 'month'}${count === 1 ? '' : 's'}`
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
