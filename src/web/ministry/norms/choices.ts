import type { Language } from '#kernel/localized.ts'
import type { Norm } from '#kernel/norms.ts'
import { choicesOf, mayBeUnset, wordsOf } from '#modules/norms/index.ts'
import { NORMS, normValue } from '../../public/norm-words.ts'

/** The words of a list norm with what each means; undefined where it is no list. */
export function listedWords(norm: Norm, lang: Language): string | undefined {
  return wordsOf(norm.key)?.map((word) => `${word} – ${normValue({ ...norm, value: word }, lang)}`).join('; ')
}

/** The values to pick from; "not set" is among them where that has a meaning, or stands so now. */
export function choiceOptions(norm: Norm, lang: Language): { value: string; label: string }[] {
  const unset = mayBeUnset(norm.key) || norm.value === null ? [{ value: '', label: NORMS[lang].notSet }] : []
  return [...unset, ...(choicesOf(norm.key) ?? []).map((value) => ({ value, label: normValue({ ...norm, value }, lang) }))]
}
