import type { Language } from '#kernel/localized.ts'
import type { Moment } from '#kernel/day.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import type { PackPerson, SittingPack } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { Table } from '../../ui/table.tsx'
import { packText } from './pack-text.ts'

type Accommodation = keyof (typeof exams)['kk']['accommodations']

/** Who is called, with what was granted to him. */
export function PeopleList({ people, lang }: { people: readonly PackPerson[]; lang: Language }) {
  const words = packText(lang)
  return (
    <Table caption={words.list} captionHidden columns={[{ title: words.no, numeric: true }, { title: words.seat, numeric: true }, { title: words.name }, { title: words.kase, noWrap: true }, { title: words.language }, { title: words.conditions }]}
      rows={people.map((person, place) => ({
        key: person.caseNumber,
        cells: [
          String(place + 1), <b>{person.seat}</b>, person.name, <span class="t-num">{person.caseNumber}</span>, person.examLanguage === 'ru' ? words.languages.ru : words.languages.kk,
          person.accommodations.map((kind) => exams[lang].accommodations[kind as Accommodation]).join(', '),
        ],
      }))} />
  )
}

/** The places of the room, row by row. */
export function SeatPlan({ plan, lang }: { plan: SittingPack['plan']; lang: Language }) {
  const words = packText(lang)
  return (
    <ol class="t-plan" aria-label={words.plan}>
      {plan.flat().map(({ seat, person }) => (
        <li key={seat} class={person ? 't-plan__p' : 't-plan__p t-plan__p--free'}><span class="t-small t-quiet">{seat}</span> {person ? <b>{person.shortName}</b> : <span class="t-quiet">{words.free}</span>}</li>
      ))}
    </ol>
  )
}

const blank = <span class="t-blank" />

/** What is ticked at the door; on paper by hand. */
export function IdentityList({ people, lang }: { people: readonly PackPerson[]; lang: Language }) {
  const words = packText(lang)
  return (
    <Table caption={words.identity} captionHidden columns={[words.seat, words.name, words.iin, words.shown, words.came, words.signature].map((title) => ({ title }))}
      rows={people.map((person) => ({ key: person.caseNumber, cells: [<b>{person.seat}</b>, person.name, <span class="t-num t-nowrap">•••• •••• {person.iinLastFour}</span>, <span class="t-tickbox" />, blank, blank] }))} />
  )
}

/** Who was familiarised and briefed, and where a signature is still to come. */
export function BriefingJournal({ people, lang }: { people: readonly PackPerson[]; lang: Language }) {
  const words = packText(lang)
  const when = (at: Moment | null) => (at ? formatMoment(at, lang) : blank)
  return (
    <Table caption={words.journal} captionHidden columns={[words.seat, words.name, words.familiarisation, words.briefing, words.candidateSigns, words.holderSigns].map((title) => ({ title }))}
      rows={people.map((person) => ({ key: person.caseNumber, cells: [<b>{person.seat}</b>, person.name, when(person.familiarisedAt), when(person.briefedAt), blank, blank] }))} />
  )
}
