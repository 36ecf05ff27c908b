import type { Language } from '#kernel/localized.ts'
import type { Norm } from '#kernel/norms.ts'
import { fill } from '#platform/i18n/message.ts'
import { isBuiltIn } from '#modules/norms/index.ts'
import { oddityOfConditions } from '#modules/proctoring/index.ts'
import { NORMS, normValue } from './norm-words.ts'

/** Beside the value of a norm: that no desk can change it yet, or what it does not say by itself. */
export function BuiltInMark({ norm, lang }: { norm: Norm; lang: Language }) {
  const notes = [...(isBuiltIn(norm) ? [NORMS[lang].builtIn] : []), ...conditionNotes(norm, lang)]
  return notes.length > 0 ? <>{notes.map((note) => <><br /><small class="t-quiet">{note}</small></>)}</> : null
}

/** An edition made before the conditions of the watch had names stays as it is for its cases; whoever reads it is told what follows. */
function conditionNotes(norm: Norm, lang: Language): string[] {
  if (norm.key !== 'proctoring.offByCondition' || typeof norm.value !== 'string') return []
  const t = NORMS[lang]
  const { unnamed, defaults } = oddityOfConditions(norm.value)
  return [...(unnamed ? [t.unnamedCondition] : []), ...(defaults ? [fill(t.conditionDefaults, { list: normValue({ ...norm, value: defaults }, lang) })] : [])]
}
