import { inLanguage, type Language } from '#kernel/localized.ts'
import { personName } from '#platform/i18n/format.ts'
import type { ResultView } from '#modules/recognition-documents/index.ts'
import { Tag, Tags } from '../../ui/tag.tsx'

/** Whose result it is. */
export function ResultHead({ view, lang }: { view: ResultView; lang: Language }) {
  return (
    <div class="t-inhead"><div>
      <p class="t-case__no t-num">{view.number}</p>
      <h1>{personName(view.candidate, lang, 'full')}</h1>
      <Tags><Tag>{inLanguage(view.profession.name as never, lang)}, {view.level}</Tag></Tags>
    </div></div>
  )
}
