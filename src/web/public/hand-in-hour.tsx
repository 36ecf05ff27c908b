import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { NORMS } from './norm-words.ts'

/** Above what is handed in: from which time on it counts as of the next day. Nothing where the day is kept to its end. */
export function HandInHour({ until, lang }: { readonly until: string | undefined; readonly lang: Language }) {
  return until === undefined ? null : <p class="t-quiet">{fill(NORMS[lang].handInHour, { time: until })}</p>
}
