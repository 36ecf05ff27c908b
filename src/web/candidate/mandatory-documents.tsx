import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Outcome } from '#modules/mandatory-outcomes/index.ts'
import { statusOn } from '#modules/recognition-documents/index.ts'
import { messages } from '#modules/recognition-documents/messages/index.ts'
import { caseText } from '../case/case-text.ts'
import { LocalizedName } from '../public/localized-name.tsx'
import { StatusTag } from '../public/verify/of-body.tsx'
import { Card } from '../ui/card.tsx'
import { Tag, Tags } from '../ui/tag.tsx'

/** One's documents of mandatory recognition, as their bodies registered them; nothing stands here where there is none. */
export function MandatoryDocuments({ documents, today, lang }: { readonly documents: readonly Outcome[]; readonly today: Day; readonly lang: Language }) {
  const text = caseText(lang).own
  const words = messages[lang].verify
  if (documents.length === 0) return null
  return (
    <>
      <h2>{text.mandatory}</h2>
      <p class="t-quiet">{text.mandatoryText}</p>
      {documents.map((each) => (
        <Card key={each.outcomeId} level={3} title={<a href={`/${lang}/verify/${encodeURIComponent(each.number)}`}>{inLanguage(each.profession.name, lang)}</a>}>
          <Tags><Tag icon="landmark">{words.mandatory}</Tag><StatusTag status={statusOn(each, today)} lang={lang} /></Tags>
          <p class="t-small t-quiet">
            <span class="t-num">{fill(words.numberLine, { number: each.number })}</span> · {words.issued}: {formatDay(each.issuedOn, lang)}<br />
            {words.body}: <LocalizedName name={each.bodyName} lang={lang} />
          </p>
        </Card>
      ))}
    </>
  )
}
