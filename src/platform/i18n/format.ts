import type { Day, Moment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'

const dateFormat = (lang: Language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat({ kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' }[lang], { timeZone: 'Asia/Almaty', ...options })
export function formatDay(day: Day, lang: Language): string {
  return dateFormat(lang, { dateStyle: 'long' }).format(new Date(`${day}T06:00:00Z`)).replace(' г.', ' года')
}
export function formatMoment(at: Moment, lang: Language): string {
  return dateFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
}
export function personName(parts: { surname: string; givenName: string; patronymic: string | null }, _lang: Language, style: 'full' | 'initials' = 'full'): string {
  return style === 'full' ? [parts.surname, parts.givenName, parts.patronymic].filter(Boolean).join(' ') : `${parts.surname} ${parts.givenName.charAt(0)}.`
}
export function pickLanguage(header: string | undefined, cookie: string | undefined): Language {
  const known = (text: string | undefined): text is Language => text === 'kk' || text === 'ru' || text === 'en'
  if (known(cookie)) return cookie
  return (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase()).find(known) ?? 'kk'
}
