import type { Moment } from '#kernel/day.ts'
import { parseDay, parseMoment } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { formatDay, formatNumber, formatPercent, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { SignalListed } from '#modules/monitoring/index.ts'
import { en } from './messages/en.ts'
import { kk, type SignalsText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, SignalsText>> = { kk, ru, en }

/** The words of the signals. */
export function signalsText(lang: Language): SignalsText {
  return TEXTS[lang]
}

/** Figures that are shares in percent with one digit. */
const SHARES: readonly string[] = ['share', 'low', 'high', 'othersShare', 'othersDiffer', 'done']

/** A signal in plain words with its figures. */
export function signalSentence(signal: Pick<SignalListed, 'kind' | 'figures' | 'names' | 'regions'>, lang: Language): string {
  const text = TEXTS[lang]
  const { kind, figures } = signal
  const key = sentenceKey(kind, figures)
  const values = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, figureText(name, value, signal, lang)]))
  return fill(text.sentences[key], values)
}

/** Which of the sentences of its kind a signal speaks in. */
function sentenceKey(kind: SignalListed['kind'], figures: SignalListed['figures']): keyof SignalsText['sentences'] {
  switch (kind) {
    case 'pass-rate': case 'region-rate': return `${kind}-${figures['direction'] === 'more' ? 'more' : 'less'}`
    case 'agreement': return figures['othersDiffer'] === -1 ? 'agreement-alone' : kind
    case 'late': return figures['othersShare'] === -1 ? 'late-alone' : kind
    case 'throughput': return `throughput-${figures['way'] as 'seats' | 'assessors'}`
    case 'shared-contact': return `shared-contact-${figures['what'] as 'phone' | 'email'}`
    case 'same-upload': return `same-upload-${figures['what'] as 'education' | 'earlier-recognition' | 'work'}`
    default: return kind
  }
}

function figureText(name: string, value: number | string, signal: Pick<SignalListed, 'names' | 'regions'>, lang: Language): string {
  if (name === 'stage') return signalsText(lang).stages[value as 'theory']
  if (name === 'region' || name === 'home') return inLanguage(signal.regions.get(value as string)!, lang)
  if (typeof value === 'number') return SHARES.includes(name) ? formatPercent(value / 100, lang, 1) : formatNumber(value, lang)
  const [day, at] = [parseDay(value), parseMoment(value)]
  if (day) return formatDay(day, lang)
  if (at) return formatTime(at as Moment)
  return signal.names.get(value) ?? value
}
