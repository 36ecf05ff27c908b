import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readDesk, type Desk, type DeskProfession } from '#modules/mandatory-outcomes/index.ts'
import { TRACKS } from '#modules/professions/index.ts'
import { readPage } from '../page-number.ts'
import { LocalizedName } from '../public/localized-name.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { FactStrip } from '../ui/facts.tsx'
import { Filters, FilterSearch, FilterSelect } from '../ui/filters.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { sectorText } from './sector-text.ts'
import { askedOneOf } from '../asked.ts'

const PAGE_SIZE = 20

interface HomeData {
  desk: Desk
  q: string
  track: string
  page: number
}

/** The professions of a sector body: their basis, which have a procedure, and how many documents are registered. */
export const deskHomePage = page<HomeData>({
  path: '/sector', action: 'sector-desk.open', desk: 'sector', access: ['sector-officer'],
  async load(ctx, { query, lang }) {
    const q = (query.get('q') ?? '').trim().slice(0, 200)
    const track = askedOneOf({ query }, 'track', TRACKS)
    const { list: desk, page } = await readPage({ query }, PAGE_SIZE, (each) => readDesk(ctx, { q, track, page: each, pageSize: PAGE_SIZE, lang }), ({ total }) => total)
    return { desk, q, track: track ?? '', page }
  },
  title: (_data, lang) => sectorText(lang).home.title,
  view: ({ data, lang }) => {
    const t = sectorText(lang).home
    const { desk, q, track, page } = data
    if (!desk.body) return <div class="t-stack"><h1>{t.title}</h1><Empty title={t.noBody} icon="landmark">{t.noBodyText}</Empty></div>
    const number = (value: number) => formatNumber(value, lang)
    const address = (changes: Record<string, string>) => {
      const kept = new URLSearchParams(Object.entries({ q, track, ...changes }).filter(([, value]) => value !== ''))
      return `/${lang}/sector${kept.size > 0 ? `?${kept}` : ''}`
    }
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{t.title}: <LocalizedName name={desk.body.name} lang={lang} /></h1></div>
        <p class="t-quiet">{t.lead}</p>
        <FactStrip facts={[
          { term: t.counts.mandatory, value: number(desk.counts.mandatory) }, { term: t.counts.withProcedure, value: fill(t.ofMandatory, { count: number(desk.counts.withProcedure), total: number(desk.counts.mandatory) }) },
          { term: t.counts.outcomes, value: number(desk.counts.outcomes) }, { term: t.counts.voluntary, value: number(desk.counts.voluntary) },
        ]} />
        <Filters action={`/${lang}/sector`} resetHref={q || track ? `/${lang}/sector` : undefined} aside={fill(t.count, { count: number(desk.total) })}>
          <FilterSearch name="q" label={t.find} value={q} />
          <FilterSelect name="track" label={t.track} value={track} options={[{ value: '', label: t.allTracks }, ...TRACKS.map((each) => ({ value: each, label: t[each] }))]} />
        </Filters>
        <Table caption={t.table} captionHidden rowHeaders
          empty={<Empty title={t.empty} icon="search" action={<Button kind="secondary" href={`/${lang}/sector`}>{t.reset}</Button>}>{t.emptyText}</Empty>}
          columns={[{ title: t.name }, { title: t.track }, { title: t.basis }, { title: t.procedure }, { title: t.outcomes, numeric: true }]}
          rows={desk.items.map((item) => ({ key: item.profession.code, cells: cellsOf(item, lang) }))} />
        <Pagination page={page} pages={Math.ceil(desk.total / PAGE_SIZE)} hrefFor={(to) => address({ page: String(to) })} />
      </div>
    )
  },
})

function cellsOf({ profession, procedure, outcomes }: DeskProfession, lang: Language) {
  const t = sectorText(lang).home
  const mandatory = profession.track === 'mandatory'
  const basis = mandatory ? profession.act : profession.basisTitle
  const kind = mandatory ? t.act : profession.basis === 'requirements' ? t.requirements : t.standard
  return [
    <><a href={`/${lang}/professions/${profession.code}`}><LocalizedName name={profession.name} lang={lang} /></a> <span class="t-num t-nowrap t-quiet">{profession.code}</span></>,
    mandatory ? <Tag icon="landmark">{t.mandatory}</Tag> : <Tag tone="green">{t.voluntary}</Tag>,
    <>{kind}: {basis.kk || basis.ru ? <LocalizedName name={basis} lang={lang} /> : t.notKnown}</>,
    mandatory
      ? <a href={`/${lang}/sector/procedures/${profession.code}`}>{procedure ? fill(t.procedureIn, { no: procedure.editionNo, date: formatDay(procedure.validFrom, lang) }) : t.procedureNone}</a>
      : <span class="t-quiet">{t.notForVoluntary}</span>,
    mandatory || outcomes > 0 ? <a href={`/${lang}/sector/mandatory?profession=${profession.code}`}>{formatNumber(outcomes, lang)}</a> : '—',
  ]
}
