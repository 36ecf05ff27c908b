import type { Day } from '#kernel/day.ts'
import { parseDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { TIMELINE_TEXTS } from './timeline-texts.ts'

/** One journal entry as a sentence; days in its payload are written out. An entry without a sentence is a fault of the messages test. */
export function timelineText(lang: Language, line: { kind: string; payload: Readonly<Record<string, unknown>> }, day: (on: Day) => string): string {
  // Some acts are told apart by what they were about: a familiarisation from a briefing.
  const sentenceOf = (key: string) => TIMELINE_TEXTS.map((texts) => texts[lang][key]).find((found) => found !== undefined)
  const sentence = sentenceOf(`${line.kind}.${String(line.payload['kind'])}`) ?? sentenceOf(line.kind)
  if (sentence === undefined) return line.kind
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = line.payload[name]
    const asDay = typeof value === 'string' ? parseDay(value) : undefined
    return asDay ? day(asDay) : String(value ?? '')
  })
}
