import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import { BASIS_KINDS, searchBases, type BasisKind, type BasisListed } from '#modules/standards/index.ts'
import { readPage } from '../../page-number.ts'
import { DatasetLinks } from '../dataset-links.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Filters, FilterSearch, FilterSelect } from '../../ui/filters.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { nameIn } from '../words.ts'
import { addressOf, BasisTitle, StateOfBasis } from './basis-parts.tsx'
import { STANDARDS } from './standards-texts.ts'
import { askedOneOf } from '../../asked.ts'

const PAGE_SIZE = 20
const FILTERS = ['q', 'kind', 'body'] as const

interface ListData {
  chosen: Record<(typeof FILTERS)[number], string>
  page: number
  found: { items: BasisListed[]; total: number }
  bodies: professions.SectorBody[]
}

/** Standards and requirements: search and filters in the address; what only its title is known of comes after the rest. */
export const standardsPage = page<ListData>({
  path: '/standards', action: 'professional-standard.read', desk: 'public', access: 'public', keepSeconds: 60,
  async load(ctx, { query }) {
    const bodies = await professions.listSectorBodies(ctx.db)
    const known = (name: string, among: readonly string[]) => askedOneOf({ query }, name, among) ?? ''
    const chosen = { q: (query.get('q') ?? '').trim().slice(0, 200), kind: known('kind', BASIS_KINDS), body: known('body', bodies.map((each) => each.code)) }
    const list = (page: number) => searchBases(ctx, { q: chosen.q, kind: (chosen.kind || undefined) as BasisKind | undefined, bodyCode: chosen.body || undefined, page, pageSize: PAGE_SIZE })
    const { list: found, page } = await readPage({ query }, PAGE_SIZE, list, ({ total }) => total)
    return { chosen, bodies, page, found }
  },
  title: (_data, lang) => STANDARDS[lang].title,
  layout: ({ lang }) => ({ crumbs: [{ text: STANDARDS[lang].home, href: `/${lang}` }, { text: STANDARDS[lang].title }], description: STANDARDS[lang].lead }),
  view: ({ data: { chosen, found, bodies, page: current }, lang }) => {
    const t = STANDARDS[lang]
    const nameOf = (code: string) => nameIn(bodies.find((each) => each.code === code)?.name ?? {}, lang).text || code
    const address = (changes: Partial<Record<string, string>>) => {
      const kept = new URLSearchParams(Object.entries({ ...chosen, ...changes }).filter((entry): entry is [string, string] => Boolean(entry[1])))
      return `/${lang}/standards${kept.size > 0 ? `?${kept}` : ''}`
    }
    const words: Record<string, string> = { q: `«${chosen.q}»`, kind: chosen.kind ? t.kinds[chosen.kind as BasisKind] : '', body: nameOf(chosen.body) }
    const active = FILTERS.filter((name) => chosen[name]).map((name) => ({ label: words[name]!, dropHref: address({ [name]: '' }) }))
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <Filters action={`/${lang}/standards`} active={active} resetHref={active.length > 0 ? `/${lang}/standards` : undefined} aside={fill(t.count, { count: formatNumber(found.total, lang) })}>
          <FilterSearch name="q" label={t.find} value={chosen.q} />
          <FilterSelect name="kind" label={t.kind} value={chosen.kind} options={[{ value: '', label: t.allKinds }, ...BASIS_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))]} />
          <FilterSelect name="body" label={t.body} value={chosen.body} options={[{ value: '', label: t.allBodies }, ...bodies.map((each) => ({ value: each.code, label: nameOf(each.code) }))]} />
        </Filters>
        {found.total === 0
          ? <Empty title={t.emptyTitle} icon="search" action={<Button kind="secondary" href={`/${lang}/standards`}>{t.reset}</Button>}>{t.emptyText}</Empty>
          : (
            <>
              <Table caption={t.table} captionHidden rowHeaders columns={[{ title: t.name }, { title: t.kind }, { title: t.body }, { title: t.state }, { title: t.from, noWrap: true }]}
                rows={found.items.map((each) => ({
                  key: each.code,
                  cells: [
                    <><a href={`/${lang}${addressOf(each)}`}><BasisTitle title={each.title} lang={lang} /></a> <span class="t-num t-quiet t-small t-nowrap">{each.code}</span></>, t.kinds[each.kind], nameOf(each.bodyCode),
                    <StateOfBasis version={each} lang={lang} />, each.validFrom ? formatDay(each.validFrom, lang) : t.notKnown,
                  ],
                }))} />
              <Pagination page={current} pages={Math.ceil(found.total / PAGE_SIZE)} hrefFor={(page) => address({ page: String(page) })}
                rows={{ from: (current - 1) * PAGE_SIZE + 1, to: Math.min(current * PAGE_SIZE, found.total), total: formatNumber(found.total, lang) }} />
            </>
          )}
        <p class="t-src"><span>{t.knownNote}</span></p>
        <DatasetLinks of="standards" lang={lang} />
        <p><a href={`/${lang}/frameworks`}>{t.frameworks}</a></p>
      </div>
    )
  },
})
