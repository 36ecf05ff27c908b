import { page } from '#platform/http/page.ts'
import { formatMoment, formatNumber } from '#platform/i18n/format.ts'
import { listViews, type ViewsView } from '#modules/audit/index.ts'
import { messages } from '#modules/audit/messages/index.ts'
import { askedUuid } from '../asked.ts'
import { readPage } from '../page-number.ts'
import { Empty } from '../ui/empty.tsx'
import { Filters, FilterSearch } from '../ui/filters.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'

const PAGE_SIZE = 50

interface ViewsData {
  list: ViewsView
  number: string
  page: number
}

/** Who opened which case: looking leaves a trace. */
export const viewsPage = page<ViewsData>({
  path: '/auditor/views', action: 'views.read', desk: 'auditor', access: ['auditor'],
  async load(ctx, { query }) {
    const account = askedUuid({ query }, 'account') ?? ''
    const number = (query.get('number') ?? '').trim().slice(0, 40)
    return { number, ...(await readPage({ query }, PAGE_SIZE, (each) => listViews(ctx, { caseNumber: number, account }, each, PAGE_SIZE), ({ total }) => total)) }
  },
  title: (_data, lang) => messages[lang].views.title,
  view: ({ lang, data }) => {
    const words = messages[lang].views
    const href = (page: number) => `/${lang}/auditor/views?${new URLSearchParams({ ...(data.number ? { number: data.number } : {}), page: String(page) })}`
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p>{words.lead}</p>
        <Filters action={`/${lang}/auditor/views`} resetHref={data.number ? `/${lang}/auditor/views` : undefined}>
          <FilterSearch name="number" label={words.columns.number} value={data.number} />
        </Filters>
        <Table caption={words.title} captionHidden columns={[{ title: words.columns.at, noWrap: true }, { title: words.columns.who }, { title: words.columns.number }]} empty={<Empty title={words.empty} icon="eye">{words.emptyText}</Empty>}
          rows={data.list.rows.map((row) => ({ key: row.id, cells: [formatMoment(row.at, lang), row.name, <a class="t-num" href={`/${lang}/auditor?chain=${row.caseNumber}`}>{row.caseNumber}</a>] }))} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.list.total / PAGE_SIZE))} hrefFor={href}
          rows={data.list.total > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + data.list.rows.length, total: formatNumber(data.list.total, lang) } : undefined} />
      </>
    )
  },
})
