import { parseDay } from '#kernel/day.ts'
import type { Blocker, Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { DENIAL_TEXTS } from './denial-texts.ts'
import { webText } from './web-text.ts'

/** The reasons of a refusal in the reader's language: its blockers when it has some, else its own sentence. */
export function denialText(lang: Language, denial: Denial): string {
  if (denial.blockers.length > 0) return denial.blockers.map((blocker) => blockerText(lang, blocker)).join(' ')
  return sentence(lang, denial.code, denial.data ?? {})
}

/** One reason as one sentence. */
export function blockerText(lang: Language, blocker: Blocker): string {
  return sentence(lang, blocker.code, blocker.data ?? {})
}

/** The same where a code may be without words: a machine still has the code. */
export function findWords(lang: Language, reason: Blocker): string | undefined {
  return textOf(lang, reason.code) === undefined ? undefined : blockerText(lang, reason)
}

function textOf(lang: Language, code: string): string | undefined {
  const own = webText(lang).denials as Record<string, string>
  return Object.hasOwn(own, code) ? own[code] : DENIAL_TEXTS.map((texts) => texts[lang][code]).find((found) => found !== undefined)
}

function sentence(lang: Language, code: string, data: Readonly<Record<string, unknown>>): string {
  const text = textOf(lang, code)
  if (text === undefined) throw new Error(`no text for the refusal ${code}`)
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name]
    const day = typeof value === 'string' ? parseDay(value) : undefined
    return day ? formatDay(day, lang) : String(value ?? '')
  })
}
