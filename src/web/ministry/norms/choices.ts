import type { Language } from '#kernel/localized.ts'
import type { Norm } from '#kernel/norms.ts'
import { fill } from '#platform/i18n/message.ts'
import { choicesOf, conditionWordsOf, mayBeUnset, pairWordsOf, wordsOf } from '#modules/norms/index.ts'
import { messages } from '#modules/norms/messages/index.ts'
import { NORMS, normValue } from '../../public/norm-words.ts'

/** How a norm of words, or of pairs of a word and a number, is typed, with what each word means; undefined where it is neither. */
export function wordsHint(norm: Norm, lang: Language): string | undefined {
  const named = (words: readonly string[]) => words.map((word) => `${word} – ${normValue({ ...norm, value: word }, lang)}`).join('; ')
  const both = conditionWordsOf(norm.key)
  if (both) return fill(messages[lang].page.conditionsHint, { conditions: named(both.conditions), list: named(both.signals) })
  const pairs = pairWordsOf(norm.key)
  const words = pairs ?? wordsOf(norm.key)
  const list = words && named(words)
  return list && fill(pairs ? messages[lang].page.pairsHint : messages[lang].page.wordsHint, { list })
}

/** The values to pick from; "not set" is among them where that has a meaning, or stands so now. */
export function choiceOptions(norm: Norm, lang: Language): { value: string; label: string }[] {
  const unset = mayBeUnset(norm.key) || norm.value === null ? [{ value: '', label: NORMS[lang].notSet }] : []
  return [...unset, ...(choicesOf(norm.key) ?? []).map((value) => ({ value, label: normValue({ ...norm, value }, lang) }))]
}
