import { hasRole, type Role } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readDeletions, type DeletedKind, type DeletionsView } from '#modules/retention/index.ts'
import { messages } from '#modules/retention/messages/index.ts'
import { readPage } from '../page-number.ts'
import { normName, normValue } from '../public/norm-words.ts'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'

const PAGE_SIZE = 50

interface DeletionsData {
  view: DeletionsView
  page: number
  mayChange: boolean
}

/** What the platform deleted under which norm of retention, and the norms it goes by. */
export const deletionsPageFor = ({ desk, path, access }: { desk: 'auditor' | 'ministry'; path: string; access: readonly Role[] }) => page<DeletionsData>({
  path, action: 'retention.read', desk, access,
  async load(ctx, { query }) {
    const { list: view, page: current } = await readPage({ query }, PAGE_SIZE, (each) => readDeletions(ctx, each, PAGE_SIZE), ({ total }) => total)
    return { view, page: current, mayChange: hasRole(ctx.actor, ['ministry', 'national-body']) }
  },
  title: (_data, lang) => messages[lang].page.title,
  view: ({ lang, data: { view, page: current, mayChange } }) => {
    const words = messages[lang].page
    const valueOf = (norm: string, value: number) => {
      const inForce = view.norms.find((each) => each.key === norm)
      return inForce ? normValue({ ...inForce, value }, lang) : String(value)
    }
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p>{words.lead}</p>
        <div class="t-stack">
          <Box title={words.norms}>
            <Facts compact facts={view.norms.map((norm) => ({ term: normName(norm.key, lang), value: normValue(norm, lang) }))} />
            <p class="t-small t-quiet">{words.unset} {view.last ? fill(words.last, { on: formatDay(view.last.onDay, lang) }) : words.never}</p>
            {mayChange && <p><a href={`/${lang}/ministry/norms`}>{words.change}</a></p>}
          </Box>
          <Box title={words.list} flush>
            <Table caption={words.list} captionHidden
              columns={[{ title: words.columns.on, noWrap: true }, { title: words.columns.kind }, { title: words.columns.counted, numeric: true }, { title: words.columns.norm }, { title: words.columns.edition, noWrap: true }, { title: words.columns.digest }]}
              empty={<Empty title={words.empty} icon="shield">{words.emptyText}</Empty>}
              rows={view.rows.map((row) => ({
                key: row.id,
                cells: [formatDay(row.onDay, lang), messages[lang].kinds[row.kind as DeletedKind], formatNumber(row.counted, lang), `${normName(row.norm, lang)}: ${valueOf(row.norm, row.normValue)}`, row.edition,
                  <code title={Buffer.from(row.digest).toString('hex')}>{Buffer.from(row.digest).toString('hex').slice(0, 12)}…</code>],
              }))} />
          </Box>
        </div>
        <Pagination page={current} pages={Math.max(1, Math.ceil(view.total / PAGE_SIZE))} hrefFor={(to) => `/${lang}${path}?page=${to}`} />
      </>
    )
  },
})
