import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { MandatoryDocument, Verification } from '#modules/recognition-documents/index.ts'
import { messages } from '#modules/recognition-documents/messages/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { LocalizedName } from '../localized-name.tsx'
import { PROFESSIONS } from '../professions-texts.ts'
import { nameIn } from '../words.ts'

const TONES = { valid: 'green', expired: 'plain', annulled: 'red', unknown: 'plain' } as const

export function StatusTag({ status, lang }: { readonly status: Verification['status']; readonly lang: Language }) {
  return <Tag tone={TONES[status]}>{messages[lang].verify[status]}</Tag>
}

/** A document that a sector body gave and registered: marked as mandatory, with the body and its act, and as not issued by a centre. */
export function OfBody({ document, tagged, lang }: { readonly document: MandatoryDocument; readonly tagged: boolean; readonly lang: Language }) {
  const words = messages[lang].verify
  const act = nameIn(document.act, lang)
  return (
    <Box title={<><span class="t-num">{fill(words.numberLine, { number: document.number })}</span>{tagged && <> · <LocalizedName name={document.body.name} lang={lang} /></>}</>}>
      <div class="t-stack">
        <Tags>{tagged && <StatusTag status={document.status} lang={lang} />}<Tag icon="landmark">{words.mandatory}</Tag></Tags>
        <p>{fill(words.notOurs, { date: formatDay(document.registeredOn, lang) })}</p>
      </div>
      <Facts facts={[
        { term: words.holder, value: document.holder, note: words.least },
        { term: words.profession, value: <a href={`/${lang}/professions/${document.profession.code}`}><LocalizedName name={document.profession.name} lang={lang} /></a> },
        { term: words.body, value: <LocalizedName name={document.body.name} lang={lang} /> },
        { term: words.act, value: act.text ? <span lang={act.lang}>{act.text}</span> : words.notKnown, note: document.demonstration ? words.demonstration : undefined },
        { term: words.form, value: document.form ? PROFESSIONS[lang].forms[document.form as keyof (typeof PROFESSIONS)['kk']['forms']] : words.notKnown },
        { term: words.issued, value: formatDay(document.issuedOn, lang) },
        { term: words.until, value: document.validUntil ? fill(words.untilDate, { date: formatDay(document.validUntil, lang) }) : words.unlimited },
      ]} />
    </Box>
  )
}
