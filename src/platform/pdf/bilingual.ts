import { almatyTime, legalDay, type Day, type Moment } from '#kernel/day.ts'
import { formatDay } from '../i18n/format.ts'
import type { Bilingual } from './papers.ts'

/** Sentences of one catalogue in both languages of a paper: `both((words) => words.head)`. */
export function bothOf<Words>(kk: Words, ru: Words): (pick: (words: Words) => string) => Bilingual {
  return (pick) => ({ kk: pick(kk), ru: pick(ru) })
}

export function bothDay(day: Day): Bilingual {
  return { kk: formatDay(day, 'kk'), ru: formatDay(day, 'ru') }
}

/** A moment on a paper, with its zone: 14.10.2026, 16:08 (UTC+5). */
export function stamp(at: Moment): string {
  return `${formatDay(legalDay(at), 'ru', 'numeric')}, ${almatyTime(at)} (UTC+5)`
}
