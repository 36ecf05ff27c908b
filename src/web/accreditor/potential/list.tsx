import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import { download, page, type Desk, type Download, type Page } from '#platform/http/page.ts'
import { dueText, formatDay, formatNumber, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { listPotentialCentres, POTENTIAL_STATES, type PotentialList, type PotentialListed, type PotentialSearch, type PotentialState } from '#modules/accreditation/index.ts'
import { messages } from '#modules/accreditation/messages/index.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Due } from '../../ui/due.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSearch, FilterSelect } from '../../ui/filters.tsx'
import { Button } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { askedLike, askedOneOf } from '../../asked.ts'

export interface Overseer {
  desk: Desk
  access: readonly Role[]
  base: string
}

const TONES: Readonly<Record<PotentialState, TagTone>> = { interest: 'plain', talks: 'sky', 'preparing-papers': 'sky', applied: 'green', dropped: 'plain' }
export const StateOf = ({ state, lang }: { state: PotentialState; lang: Language }) => <Tag tone={TONES[state]}>{messages[lang].potential.states[state]}</Tag>

export const namesOf = (row: Pick<PotentialListed, 'professionNames'>, lang: Language): string => row.professionNames.map((each) => `${inLanguage(each.name, lang)} (${each.code})`).join(', ')
export const regionOf = (row: Pick<PotentialListed, 'region'>, lang: Language): string => (row.region ? inLanguage({ kk: row.region.nameKk, ru: row.region.nameRu, en: row.region.nameEn }, lang) : '')
const Known = ({ text, lang }: { text: string; lang: Language }) => (text === '' ? <span class="t-quiet">{messages[lang].potential.unknown}</span> : <>{text}</>)

/** What is to be done next, by when; overdue in red. */
export function NextStep({ row, lang, narrow }: { row: PotentialListed; lang: Language; narrow?: boolean }) {
  if (!row.nextStepOn || !row.lateness) return <span class="t-quiet">{messages[lang].potential.none}</span>
  const day = formatDay(row.nextStepOn, lang, 'short')
  return <div>{row.nextStep}{narrow && <> · <span class="t-nowrap">{day}</span></>}<br /><Due words={dueText(lang, row.lateness)} date={narrow ? undefined : day} tone={row.lateness.state === 'overdue' ? 'late' : row.lateness.state === 'today' ? 'today' : 'plain'} /></div>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function searchOf(query: URLSearchParams): PotentialSearch {
  const of = (name: string) => (query.get(name) ?? '').slice(0, 100)
  return {
    text: of('q'), profession: askedLike({ query }, 'profession', /^[A-Z]{1,3}-[A-Z0-9]{1,8}$/) ?? '', state: askedOneOf({ query }, 'state', POTENTIAL_STATES) ?? '', region: askedLike({ query }, 'region', /^\d{9}$/) ?? '', responsible: askedLike({ query }, 'responsible', UUID) ?? '',
  }
}

/** The pipeline of organisations, with filters that live in the address. */
export function potentialListFor({ desk, access, base }: Overseer): Page<never> {
  return page<{ list: PotentialList; shown: Paged<PotentialListed>; search: PotentialSearch }>({
    path: base, action: 'potential-centre.list', desk, access,
    async load(ctx, { query }) {
      const search = searchOf(query)
      const list = await listPotentialCentres(ctx, search)
      return { list, shown: paged(list.rows, { query }), search }
    },
    title: (_data, lang) => messages[lang].potential.title,
    view: ({ lang, data: { list, shown, search } }) => {
      const words = messages[lang].potential
      const any = { value: '', label: words.any }
      const kept = { q: search.text, state: search.state, region: search.region, profession: search.profession, responsible: search.responsible }
      const query = new URLSearchParams(Object.entries(kept).filter((each): each is [string, string] => Boolean(each[1]))).toString()
      return (
        <>
          <div class="t-inhead"><h1>{words.title}</h1>
            <IconLinks links={[{ href: `/${lang}${base}.csv${query ? `?${query}` : ''}`, text: words.csv, icon: 'download' }]} />
            {list.mayWrite && <Button kind="secondary" href={`/${lang}${base}/new`} icon="plus">{words.enter}</Button>}
          </div>
          <p class="t-quiet">{words.lead}</p>
          <Filters action={`/${lang}${base}`} {...(query ? { resetHref: `/${lang}${base}` } : {})}>
            <FilterSearch name="q" label={words.search} value={search.text} />
            <FilterSelect name="state" label={words.state} value={search.state} options={[any, ...POTENTIAL_STATES.map((value) => ({ value, label: words.states[value] }))]} />
            <FilterSelect name="region" label={words.region} value={search.region} options={[any, ...list.regions.map((region) => ({ value: region.kato, label: regionOf({ region }, lang) }))]} />
            {list.professions.length > 0 && <FilterSelect name="profession" label={words.professions} value={search.profession} options={[any, ...list.professions.map((each) => ({ value: each.code, label: `${inLanguage(each.name, lang)} (${each.code})` }))]} />}
            <FilterSelect name="responsible" label={words.responsible} value={search.responsible} options={[any, ...list.colleagues.map((each) => ({ value: each.accountId, label: personName(each, lang, 'initials') }))]} />
          </Filters>
          <p class="t-quiet">{fill(words.found, { n: formatNumber(list.rows.length, lang), all: formatNumber(list.all, lang) })}</p>
          <Table inbox caption={words.title} captionHidden columns={[words.name, words.state, words.professions, words.nextStep, words.responsible].map((title) => ({ title }))}
            empty={<Empty title={words.empty} icon="buildings">{words.emptyText}</Empty>}
            rows={shown.rows.map((row) => ({
              key: row.id, tone: row.lateness?.state === 'overdue' ? 'late' : row.lateness?.state === 'today' ? 'today' : undefined,
              cells: [
                <><a href={`/${lang}${base}/${row.id}`}>{row.name}</a><span class="t-sub">{words.region}: <Known text={regionOf(row, lang)} lang={lang} /></span></>, <StateOf state={row.state} lang={lang} />, <Known text={namesOf(row, lang)} lang={lang} />,
                <NextStep row={row} lang={lang} />, row.responsible ?? <span class="t-quiet">{words.none}</span>,
              ],
            }))} />
          <Pages of={shown} lang={lang} path={base} kept={kept} />
        </>
      )
    },
  }) as unknown as Page<never>
}

export function potentialCsvFor({ access, base }: Overseer): Download {
  return download({
    path: `${base}.csv`, action: 'potential-centre.list', access,
    async handle(ctx, { lang, query }) {
      const words = messages[lang].potential
      const { rows } = await listPotentialCentres(ctx, searchOf(query))
      return {
        body: writeCsv([words.name, words.bin, words.state, words.region, words.professions, words.contact, words.nextStep, words.day, words.responsible, words.source],
          rows.map((row) => [row.name, row.bin ?? '', words.states[row.state], regionOf(row, lang), namesOf(row, lang), row.contact, row.nextStep, row.nextStepOn ?? '', row.responsible ?? '', words.sources[row.provenance]])),
        mediaType: 'text/csv; charset=utf-8', filename: 'potential-centres.csv',
      }
    },
  })
}
