import type { Day, Moment } from '#kernel/day.ts'
import { weekday } from '#kernel/day.ts'
import type { Lateness } from '#kernel/deadline-rule.ts'
import type { Language } from '#kernel/localized.ts'
import { plural, type PluralForms } from './message.ts'

const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' }
const ZONE = 'Asia/Almaty'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  kk: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const made = new Map<string, unknown>()

/** A formatter is dear to make and a page has hundreds of dates and sums, so each is made once. */
function once<T>(key: string, make: () => T): T {
  let found = made.get(key) as T | undefined
  if (found === undefined) made.set(key, (found = make()))
  return found
}
function numberFormat(lang: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once(`number ${lang} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(LOCALES[lang], options))
}

export type DayStyle = 'full' | 'long' | 'short' | 'numeric'

/** A day in words: full with its weekday, long with its year, short without it, numeric as 09.04.2026. Own tables, so that a paper reads the same on every runtime. */
export function formatDay(day: Day, lang: Language, style: DayStyle = 'long'): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (style === 'numeric') return `${String(date).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
  const name = MONTHS[lang][month - 1]!
  const short = `${date} ${name}`
  if (style === 'short') return short
  const long = lang === 'kk' ? `${year} ж. ${short}` : lang === 'ru' ? `${short} ${year} года` : `${short} ${year}`
  return style === 'full' ? `${long}, ${formatWeekday(day, lang)}` : long
}
export function formatWeekday(day: Day, lang: Language): string {
  return WEEKDAYS[lang][weekday(day) - 1]!
}

/** Wall time of Almaty, 14:05. */
export function formatTime(at: Moment): string {
  return once('time', () => new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false })).format(new Date(at))
}
/** The Almaty day of a moment in words, with its time. */
export function formatMoment(at: Moment, lang: Language, style: DayStyle = 'long'): string {
  return `${formatDay(almatyDay(at), lang, style)}, ${formatTime(at)}`
}
function almatyDay(at: Moment): Day {
  return once('day', () => new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })).format(new Date(at)) as Day
}

export function formatNumber(value: number, lang: Language): string {
  return numberFormat(lang).format(value)
}
/** Whole tenge with its sign, never parted from it at the end of a line: 45 000 ₸. */
export function formatTenge(amount: number, lang: Language): string {
  return `${formatNumber(amount, lang)}\u00a0₸`
}
export function formatPercent(share: number, lang: Language, digits = 0): string {
  return numberFormat(lang, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share)
}

const BYTES: Readonly<Record<Language, readonly [string, string, string]>> = { kk: ['байт', 'КБ', 'МБ'], ru: ['байт', 'КБ', 'МБ'], en: ['bytes', 'KB', 'MB'] }
export function formatBytes(bytes: number, lang: Language): string {
  const [unit, kilo, mega] = BYTES[lang]
  if (bytes < 1024) return `${bytes} ${unit}`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024), lang)} ${kilo}`
  return `${numberFormat(lang, { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)} ${mega}`
}

const MINUTES: Readonly<Record<Language, { minutes: PluralForms; hours: PluralForms }>> = {
  kk: { minutes: { other: '{n} минут' }, hours: { other: '{n} сағат' } },
  ru: { minutes: { one: '{n} минута', few: '{n} минуты', many: '{n} минут', other: '{n} минуты' }, hours: { one: '{n} час', few: '{n} часа', many: '{n} часов', other: '{n} часа' } },
  en: { minutes: { one: '{n} minute', other: '{n} minutes' }, hours: { one: '{n} hour', other: '{n} hours' } },
}
/** A span as a clock shows it: minutes and seconds of an exam, a started second counts whole. */
export function formatCountdown(ms: number): string {
  return clockOf(Math.ceil(ms / 1000))
}
/** A span of a workshop or a sitting: hours and minutes, a started minute counts whole. */
export function formatHours(ms: number): string {
  return clockOf(Math.ceil(ms / 60_000))
}
function clockOf(small: number): string {
  return `${Math.floor(small / 60)}:${String(small % 60).padStart(2, '0')}`
}
/** Whole minutes in words: 1 hour 30 minutes. */
export function formatDuration(minutes: number, lang: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words = MINUTES[lang]
  return [hours > 0 ? plural(lang, words.hours, hours) : '', rest > 0 || hours === 0 ? plural(lang, words.minutes, rest) : ''].filter(Boolean).join(' ')
}

/** Russian counts the days of a term in the genitive: within, and not less than, three days. */
const TERM: Readonly<Record<Language, { working: PluralForms; whole: PluralForms }>> = {
  kk: { working: { other: '{n} жұмыс күні' }, whole: { other: '{n} толық жұмыс күні' } },
  ru: {
    working: { one: '{n} рабочего дня', few: '{n} рабочих дней', many: '{n} рабочих дней', other: '{n} рабочего дня' },
    whole: { one: '{n} полного рабочего дня', few: '{n} полных рабочих дней', many: '{n} полных рабочих дней', other: '{n} полного рабочего дня' },
  },
  en: { working: { one: '{n} working day', other: '{n} working days' }, whole: { one: '{n} whole working day', other: '{n} whole working days' } },
}
/** The days of a legal term as they stand after "within" or "at least": 3 working days. */
export function termDays(n: number, lang: Language, kind: 'working' | 'whole' = 'working'): string {
  return plural(lang, TERM[lang][kind], n)
}

export interface NameParts {
  surname: string
  givenName: string
  patronymic?: string | null
}
export type NameStyle = 'full' | 'initials' | 'public'

/** Surname, given name, patronymic; or surname with initials; or, for the public, given name with the initial of the surname. */
export function personName(parts: NameParts, _lang: Language, style: NameStyle = 'full'): string {
  const initial = (text: string | null | undefined): string => (text ? `${text.charAt(0)}.` : '')
  switch (style) {
    case 'full': return [parts.surname, parts.givenName, parts.patronymic].filter(Boolean).join(' ')
    case 'initials': return [parts.surname, `${initial(parts.givenName)}${initial(parts.patronymic)}`].filter(Boolean).join(' ')
    case 'public': return `${parts.givenName} ${initial(parts.surname)}`.trim()
  }
}

interface DueWords { today: string; tomorrow: string; later: PluralForms; late: PluralForms; lateOnly: string; laterOnly: string }
const DUE: Readonly<Record<Language, DueWords>> = {
  kk: { today: 'бүгін 24:00-ге дейін', tomorrow: 'ертең', later: { other: '{n} жұмыс күнінен кейін' }, late: { other: '{n} жұмыс күніне кешікті' }, lateOnly: 'мерзімі өтті', laterOnly: 'кейінірек' },
  ru: {
    today: 'сегодня до 24:00', tomorrow: 'завтра', later: { one: 'через {n} рабочий день', few: 'через {n} рабочих дня', many: 'через {n} рабочих дней', other: 'через {n} рабочего дня' },
    late: { one: 'просрочено на {n} рабочий день', few: 'просрочено на {n} рабочих дня', many: 'просрочено на {n} рабочих дней', other: 'просрочено на {n} рабочего дня' }, lateOnly: 'просрочено', laterOnly: 'позже',
  },
  en: {
    today: 'today until 24:00', tomorrow: 'tomorrow', later: { one: 'in {n} working day', other: 'in {n} working days' }, late: { one: '{n} working day late', other: '{n} working days late' },
    lateOnly: 'late', laterOnly: 'later',
  },
}
/** How far a due date is, in words. */
export function dueText(lang: Language, lateness: Lateness): string {
  const words = DUE[lang]
  const days = lateness.workingDays
  switch (lateness.state) {
    case 'today': return words.today
    case 'tomorrow': return words.tomorrow
    case 'overdue': return days === undefined || days === 0 ? words.lateOnly : plural(lang, words.late, days)
    case 'later': return days === undefined ? words.laterOnly : plural(lang, words.later, days)
  }
}

/** Order of names as the language has it. */
export function collator(lang: Language): Intl.Collator {
  return once(`collator ${lang}`, () => new Intl.Collator(LOCALES[lang], { sensitivity: 'base', numeric: true }))
}

/** The language of a visitor: his cookie, else the first of his browser's wishes that we speak, else Kazakh. */
export function pickLanguage(header: string | undefined, cookie: string | undefined): Language {
  const known = (text: string | undefined): text is Language => text === 'kk' || text === 'ru' || text === 'en'
  if (known(cookie)) return cookie
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
    return { lang: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
  })
  return wishes.filter((wish) => wish.quality > 0).sort((a, b) => b.quality - a.quality).map((wish) => wish.lang).find(known) ?? 'kk'
}
