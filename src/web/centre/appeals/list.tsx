import { centresOf } from '#platform/acts/actor.ts'
import { formatNumber, personName } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { listAppeals } from '#modules/appeals/index.ts'
import { messages } from '#modules/appeals/messages/index.ts'
import { readPage } from '../../page-number.ts'
import { appealsText } from '../../appeals/appeals-text.ts'
import { DueLine, qualificationOf } from '../../appeals/parts.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { officeOf, type OfficeView } from '../office.ts'

const PAGE_SIZE = 20

/** The appeals of the centre: the open ones by their term, then the decided ones. */
export const centreAppealsPage = page<{ list: Awaited<ReturnType<typeof listAppeals>>; page: number; office: OfficeView }>({
  path: '/centre/appeals', action: 'appeal.list', desk: 'centre', access: ['centre-operator', 'centre-head'],
  async load(ctx, request) {
    const centreId = centresOf(ctx.actor)[0]!
    return { ...(await readPage(request, PAGE_SIZE, (each) => listAppeals(ctx, centreId, each, PAGE_SIZE), ({ total }) => total)), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => appealsText(lang).appeals.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data }) => {
    const text = appealsText(lang)
    const words = text.appeals
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <Table inbox caption={words.title} captionHidden columns={[text.number, text.candidate, text.profession, text.step, text.due, text.case].map((title) => ({ title }))}
          empty={<Empty title={words.empty} icon="scale">{words.emptyText}</Empty>}
          rows={data.list.rows.map((row) => ({
            key: row.number, tone: row.lateness?.state === 'overdue' ? 'late' : row.lateness?.state === 'today' ? 'today' : undefined,
            cells: [
              <a class="t-num t-nowrap" href={`/${lang}/centre/appeals/${row.number}`}>{row.number}</a>, <b>{personName(row, lang, 'full')}</b>, qualificationOf(row, lang),
              <>{text.steps[row.step as 'lodged'] ?? row.step}{row.outcome && <span class="t-sub">{messages[lang].outcomes[row.outcome]}</span>}</>,
              <DueLine due={row.nextDueOn} lateness={row.lateness} closed={row.closed} lang={lang} />,
              <a class="t-num t-nowrap" href={`/${lang}/centre/cases/${row.parentNumber}`}>{row.parentNumber}</a>,
            ],
          }))} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.list.total / PAGE_SIZE))} hrefFor={(each) => `/${lang}/centre/appeals?page=${each}`}
          rows={data.list.rows.length > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + data.list.rows.length, total: formatNumber(data.list.total, lang) } : undefined} />
      </>
    )
  },
})
