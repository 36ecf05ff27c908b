import { parseDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Norm, NormEdition } from '#kernel/norms.ts'
import { isEditable } from '#modules/norms/index.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import { en } from './messages/norms/en.ts'
import { kk, type NormsText } from './messages/norms/kk.ts'
import { ru } from './messages/norms/ru.ts'
import { shortDay } from './words.ts'

export const NORMS: Readonly<Record<Language, NormsText>> = { kk, ru, en }

export const NORM_GROUPS = ['deadline', 'calendar', 'notice', 'application', 'exam', 'panel', 'retake', 'appeal', 'document', 'voucher', 'accreditation', 'retention'] as const
export type NormGroup = (typeof NORM_GROUPS)[number]

const GROUP_OF: Readonly<Record<string, NormGroup>> = {
  proctoring: 'exam', programme: 'exam', age: 'application', access: 'application', briefing: 'exam', theory: 'exam', practice: 'exam', admitToPracticeAfterTheoryFail: 'exam', violation: 'exam', payment: 'retake', scheduling: 'retake',
  conflict: 'exam', postponement: 'exam', choice: 'exam', demand: 'exam', noShow: 'exam', breakdown: 'exam', admission: 'exam',
  complaint: 'appeal', quota: 'voucher', centreLoss: 'accreditation', monitoring: 'accreditation', statistics: 'document', openData: 'document',
}

/** The group of a norm, by the first word of its key. */
export function normGroup(key: string): NormGroup {
  const first = key.split('.')[0]!
  return GROUP_OF[first] ?? NORM_GROUPS.find((group) => group === first) ?? 'deadline'
}

/** The start of a term stands in the row of the term itself, and has one of its own only where it can be another. */
export function isOwnRow(norm: Norm): boolean {
  return !/^deadline\.T\d+\.start$/.test(norm.key) || isEditable(norm)
}

/** What a norm is called. */
export function normName(key: string, lang: Language): string {
  return member(NORMS[lang].names, key)
}

/** From which event a term is counted, for the row of its length. */
export function startOf(norm: Norm, edition: NormEdition, lang: Language): string | undefined {
  const id = /^deadline\.(T\d+)\.length$/.exec(norm.key)?.[1]
  const start = id ? edition.norms.find((each) => each.key === `deadline.${id}.start`) : undefined
  return typeof start?.value === 'string' ? fill(NORMS[lang].countedFrom, { event: member(NORMS[lang].events, start.value) }) : undefined
}

/** The value of a norm with its unit, in words. */
export function normValue(norm: Norm, lang: Language): string {
  const t = NORMS[lang]
  if (norm.value === null) return t.notSet
  if (typeof norm.value === 'boolean') return norm.value ? t.yes : t.no
  if (typeof norm.value === 'number') return norm.unit ? counted(norm.unit, norm.value, lang) : String(norm.value)
  if (norm.unit === 'date') return norm.value.split(' ').map((date) => shortDay(parseDay(`2026-${date}`)!, lang)).join(', ')
  if (norm.unit) return norm.value.split(' ').map((number) => counted(norm.unit!, Number(number), lang)).join(', ')
  if (/\.start(After|$)/.test(norm.key)) return member(t.events, norm.value)
  const minutes = /^after-human-look-within-(\d+)-minutes$/.exec(norm.value)?.[1]
  if (minutes) return fill(t.afterLook, { minutes: counted('minute', Number(minutes), lang) })
  // Pairs: what, and how often or under which condition.
  if (norm.key.startsWith('proctoring.') && norm.value.includes(':')) return norm.value.split(' ').map((pair) => pair.split(':').map((word) => (/^\d+$/.test(word) ? numberOf(norm.key, word, lang) : member(t.words, word))).join(' – ')).join(', ')
  // A word that stands for another thing in one norm has its own text.
  const known: Readonly<Record<string, string>> = t.words
  const own = (word: string) => known[`${norm.key}:${word}`] ?? member(known, word)
  return norm.value.split(' ').map((word) => (/^(T\d+|\d\d:\d\d|\d+\/\d+)$/.test(word) ? word : own(word))).join(', ')
}

/** How often, or for how long: nothing lasts no time, it is said at once. */
function numberOf(key: string, word: string, lang: Language): string {
  if (!key.endsWith('Seconds')) return `× ${word}`
  return word === '0' ? member(NORMS[lang].words, 'immediate') : counted('second', Number(word), lang)
}

/** Where a norm comes from: mark, source, act and article. */
export function normSource(norm: Norm, lang: Language): { mark: string; text: string } {
  const t = NORMS[lang]
  return { mark: t.marks[norm.mark], text: [norm.source[lang], norm.article && fill(t.article, { article: norm.article })].filter(Boolean).join(', ') }
}

function counted(unit: string, n: number, lang: Language): string {
  const forms = NORMS[lang].units[unit]
  if (!forms) throw new Error(`no words for ${unit}`)
  return plural(lang, forms, n)
}

function member(words: Readonly<Record<string, string>>, key: string): string {
  const found = words[key]
  if (found === undefined) throw new Error(`no words for ${key}`)
  return found
}
