import type { Language } from '#kernel/localized.ts'
import { webText } from './web-text.ts'

type Kind = 'not-found' | 'fault' | 'refused' | 'too-many' | 'stale-form'

/** A page that only says something: what happened and where to go on. */
export function messagePage(lang: Language, kind: Kind, { reference = '', text }: { reference?: string; text?: string }) {
  const words = webText(lang)
  const [title, said] = {
    'not-found': [words.notFound.title, words.notFound.text],
    fault: [words.fault.title, words.fault.text.replace('{reference}', reference)],
    refused: [words.refused.title, text ?? ''],
    'too-many': [words.tooMany.title, words.tooMany.text],
    'stale-form': [words.staleForm.title, words.staleForm.text],
  }[kind] as [string, string]
  const body = (
    <div class="t-stack">
      <h1>{title}</h1>
      <p class="t-lead">{said}</p>
      <p><a href={`/${lang}`}>{words.notFound.home}</a></p>
    </div>
  )
  return { title, body }
}
