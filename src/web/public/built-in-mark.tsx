import type { Language } from '#kernel/localized.ts'
import type { Norm } from '#kernel/norms.ts'
import { isBuiltIn } from '#modules/norms/index.ts'
import { NORMS } from './norm-words.ts'

/** Beside the value of a norm that no desk can change yet: the program follows it as it stands. */
export function BuiltInMark({ norm, lang }: { norm: Norm; lang: Language }) {
  return isBuiltIn(norm) ? <><br /><small class="t-quiet">{NORMS[lang].builtIn}</small></> : null
}
