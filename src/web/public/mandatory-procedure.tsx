import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { ProcedureRow } from '#modules/mandatory-outcomes/index.ts'
import type { Profession } from '#modules/professions/index.ts'
import { Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Details } from '../ui/why.tsx'
import { LocalizedName } from './localized-name.tsx'
import type { ProfessionData } from './profession.tsx'
import { PROFESSIONS } from './professions-texts.ts'
import { nameIn } from './words.ts'

/** How the body itself says its profession is recognised: act, form, where to go, terms; with the editions before, and the one to come. */
export function MandatoryProcedure({ procedure, profession, lang }: { readonly procedure: NonNullable<ProfessionData['procedure']>; readonly profession: Profession; readonly lang: Language }) {
  const t = PROFESSIONS[lang]
  const { inForce, earlier, coming } = procedure
  const source = profession.attributesProvenance === 'demonstration' ? t.procedureDemo : t.procedureSource
  return (
    <section class="t-block"><h2>{t.who}</h2>
      <Edition edition={inForce} profession={profession} lang={lang} />
      <p class="t-src"><Icon name="message-square" /><span>{fill(source, { no: inForce.editionNo, date: formatDay(inForce.validFrom, lang) })}</span></p>
      {coming.map((each) => <Details key={each.id} summary={fill(t.procedureComing, { no: each.editionNo, date: formatDay(each.validFrom, lang) })}><Edition edition={each} profession={profession} lang={lang} /></Details>)}
      {earlier.map((each) => <Details key={each.id} summary={fill(t.procedureEarlier, { no: each.editionNo, date: formatDay(each.validFrom, lang) })}><Edition edition={each} profession={profession} lang={lang} /></Details>)}
    </section>
  )
}

/** One edition as facts; the body writes in Kazakh and in Russian. */
export function Edition({ edition, profession, lang }: { readonly edition: ProcedureRow; readonly profession: Pick<Profession, 'bodyName'>; readonly lang: Language }) {
  const t = PROFESSIONS[lang]
  const said = (kk: string, ru: string) => {
    const { text, lang: other } = nameIn({ kk, ru }, lang)
    return <span class="t-lines" lang={other}>{text}</span>
  }
  return (
    <Facts facts={[
      { term: t.body, value: <LocalizedName name={profession.bodyName} lang={lang} /> },
      { term: t.procedureAct, value: said(edition.actKk, edition.actRu) },
      { term: t.procedureForm, value: t.forms[edition.form] },
      { term: t.procedurePlace, value: said(edition.placeKk, edition.placeRu), note: edition.link ? <a href={edition.link} rel="external nofollow noopener">{edition.link}</a> : undefined },
      { term: t.procedureTerms, value: said(edition.termsKk, edition.termsRu) },
      { term: t.procedureContact, value: <span class="t-lines">{edition.contact}</span> },
    ]} />
  )
}
