import type { Moment } from '#kernel/day.ts'
import { parseDay, parseMoment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay, formatNumber, formatPercent, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { SignalListed } from '#modules/monitoring/index.ts'
import { en } from './messages/en.ts'
import { kk, type SignalsText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, SignalsText>> = { kk, ru, en }

/** The words of signals from the exams. */
export function signalsText(lang: Language): SignalsText {
  return TEXTS[lang]
}

/** Figures that are shares in percent with one digit. */
const SHARES: readonly string[] = ['share', 'low', 'high', 'othersShare', 'othersDiffer', 'done']

/** A signal in plain words with its figures. */
export function signalSentence(signal: Pick<SignalListed, 'kind' | 'figures' | 'names'>, lang: Language): string {
  const text = TEXTS[lang]
  const { kind, figures } = signal
  const alone = figures['othersShare'] === -1 || figures['othersDiffer'] === -1
  const key = kind === 'pass-rate' ? `pass-rate-${figures['direction'] === 'more' ? 'more' : 'less'}` as const : alone && (kind === 'agreement' || kind === 'late') ? `${kind}-alone` as const : kind
  const values = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, figureText(name, value, signal, lang)]))
  return fill(text.sentences[key], values)
}

function figureText(name: string, value: number | string, signal: Pick<SignalListed, 'names'>, lang: Language): string {
  if (name === 'stage') return signalsText(lang).stages[value as 'theory']
  if (typeof value === 'number') return SHARES.includes(name) ? formatPercent(value / 100, lang, 1) : formatNumber(value, lang)
  const [day, at] = [parseDay(value), parseMoment(value)]
  if (day) return formatDay(day, lang)
  if (at) return formatTime(at as Moment)
  return signal.names.get(value) ?? value
}
