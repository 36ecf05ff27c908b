import type { Language } from '#kernel/localized.ts'
import { webText } from './web-text.ts'

type Kind = 'not-found' | 'fault' | 'refused' | 'too-many' | 'stale-form' | 'wrong-filter'

/** A page that only says something: what happened and where to go on. `whole`: the same address without what was wrong in it. */
export function messagePage(lang: Language, kind: Kind, { reference = '', text, whole }: { reference?: string; text?: string; whole?: string }) {
  const words = webText(lang)
  const [title, said] = {
    'not-found': [words.notFound.title, words.notFound.text],
    fault: [words.fault.title, words.fault.text.replace('{reference}', reference)],
    refused: [words.refused.title, text ?? ''],
    'too-many': [words.tooMany.title, words.tooMany.text],
    'stale-form': [words.staleForm.title, words.staleForm.text],
    'wrong-filter': [words.wrongFilter.title, text ?? ''],
  }[kind] as [string, string]
  const body = (
    <div class="t-stack">
      <h1>{title}</h1>
      <p class="t-lead">{said}</p>
      {whole && <p><a href={whole}>{words.wrongFilter.whole}</a></p>}
      <p><a href={`/${lang}`}>{words.notFound.home}</a></p>
    </div>
  )
  return { title, body }
}
