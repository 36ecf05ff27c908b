import { inLanguage, type Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { roleName, type DemonstrationPerson } from '#modules/people/index.ts'
import type { CaseSummary } from '#modules/casework/index.ts'
import type { DemonstrationDocument, DocumentStatus } from '#modules/recognition-documents/index.ts'
import { messages as documentMessages } from '#modules/recognition-documents/messages/index.ts'
import { appealsText } from '../appeals/appeals-text.ts'
import { caseText } from '../case/case-text.ts'
import { LocalizedName } from '../public/localized-name.tsx'
import { Button } from '../ui/form.tsx'
import { Chips } from '../ui/filters.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, Tags, type TagTone } from '../ui/tag.tsx'
import { demoText } from './demo-text.ts'
import { GROUPS, type Group, type Standing } from './standing-groups.ts'

const TONES: Readonly<Record<DocumentStatus, TagTone>> = { valid: 'green', expired: 'plain', annulled: 'red' }

/** Every candidate where his cases stand, by groups in the order of the road, and those without a case at the end. */
export function Candidates({ groups, without, lang }: { groups: ReadonlyMap<Group, readonly Standing<DemonstrationPerson>[]>; without: readonly DemonstrationPerson[]; lang: Language }) {
  const text = demoText(lang).people
  const filled = GROUPS.filter((group) => groups.get(group)!.length > 0)
  const links = [...filled.map((group) => ({ href: `#${group}`, text: `${text.groups[group]} · ${groups.get(group)!.length}` })), ...(without.length > 0 ? [{ href: '#without', text: `${text.without} · ${without.length}` }] : [])]
  return (
    <>
      <h2 id="candidates">{text.desks.candidate}</h2>
      <Chips label={text.desks.candidate} items={links} />
      {filled.map((group) => (
        <section key={group} id={group}>
          <h3>{text.groups[group]}</h3>
          <Table caption={text.groups[group]} captionHidden columns={columnsOf(lang)} rowHeaders rows={groups.get(group)!.map((standing) => ({ key: standing.kase.number, cells: cellsOf(standing, lang) }))} />
        </section>
      ))}
      {without.length > 0 && (
        <section id="without">
          <h3>{text.without}</h3>
          <Table caption={text.without} captionHidden columns={[{ title: text.columns.name }, { title: text.columns.enter }]} rowHeaders rows={without.map((person) => ({ key: person.demoKey, cells: [nameOf(person), <Enter person={person} lang={lang} />] }))} />
        </section>
      )}
    </>
  )
}

const columnsOf = (lang: Language) => {
  const { name, step, profession, centre, enter } = demoText(lang).people.columns
  return [{ title: name }, { title: step }, { title: profession }, { title: centre }, { title: enter }]
}

function cellsOf({ person, kase, document }: Standing<DemonstrationPerson>, lang: Language) {
  return [
    nameOf(person),
    <>{stepOf(kase, lang)}{document && <Tags><Tag tone={TONES[document.status]}>{documentMessages[lang].page.statuses[document.status]}</Tag></Tags>}</>,
    kase.professionRu || kase.professionKk ? <Profession kase={kase} lang={lang} /> : null, inLanguage({ kk: kase.centreKk, ru: kase.centreRu, en: kase.centreEn }, lang), <Enter person={person} lang={lang} />,
  ]
}

function stepOf(kase: CaseSummary, lang: Language): string {
  const text = caseText(lang)
  if (kase.kind === 'recognition') return text.steps[kase.step as keyof typeof text.steps]
  return `${text.kinds[kase.kind]}: ${appealsText(lang).steps[kase.step as 'lodged']}`
}

function Profession({ kase, lang }: { kase: CaseSummary; lang: Language }) {
  const { professionKk: kk, professionRu: ru, professionEn: en } = kase
  return <LocalizedName name={{ ...(kk ? { kk } : {}), ...(ru ? { ru } : {}), ...(en ? { en } : {}) }} lang={lang} />
}

/** A document of each status, so that a visitor can see what the public check answers. */
export function DocumentsToCheck({ documents, cases, lang }: { documents: readonly DemonstrationDocument[]; cases: readonly CaseSummary[]; lang: Language }) {
  const text = demoText(lang).people
  const { columns, statuses } = documentMessages[lang].page
  const examples = (['valid', 'expired', 'annulled'] as const).flatMap((status) => documents.find((document) => document.status === status) ?? [])
  if (examples.length === 0) return null
  return (
    <section class="t-stack" id="documents">
      <h2>{text.documents}</h2>
      <p>{text.documentsLead}</p>
      <Table caption={text.documents} captionHidden columns={[{ title: columns.number }, { title: columns.status }, { title: columns.holder }, { title: text.columns.profession }]} rowHeaders rows={examples.map((document) => ({
        key: document.number,
        cells: [
          <a href={`/${lang}/verify/${document.number}`}>{document.number}</a>, <Tag tone={TONES[document.status]}>{statuses[document.status]}</Tag>, document.publicName,
          <Profession kase={cases.find((kase) => kase.id === document.caseId)!} lang={lang} />,
        ],
      }))} />
    </section>
  )
}

/** People of one desk with their roles. */
export function DeskPeople({ desk, people, lang }: { desk: Exclude<keyof ReturnType<typeof demoText>['people']['desks'], 'candidate'>; people: readonly DemonstrationPerson[]; lang: Language }) {
  const text = demoText(lang).people
  if (people.length === 0) return null
  return (
    <section id={`desk-${desk}`}>
      <h2>{text.desks[desk]}</h2>
      <Table caption={text.desks[desk]} captionHidden columns={[{ title: text.columns.name }, { title: text.columns.role }, { title: text.columns.enter }]} rowHeaders rows={people.map((person) => ({
        key: person.demoKey,
        cells: [
          nameOf(person),
          person.roles.map((held) => `${roleName(lang, held.role)} — ${inLanguage({ kk: held.organisationKk, ru: held.organisationRu, en: held.organisationEn }, lang)}`).join('; '),
          <Enter person={person} lang={lang} />,
        ],
      }))} />
    </section>
  )
}

function Enter({ person, lang }: { person: DemonstrationPerson; lang: Language }) {
  return <Button name="person" value={person.demoKey} kind="link">{fill(demoText(lang).people.enter, { name: person.givenName })}</Button>
}

function nameOf(person: DemonstrationPerson): string {
  return `${person.givenName} ${person.surname}`
}
