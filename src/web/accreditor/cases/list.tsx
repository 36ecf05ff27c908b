import { inLanguage } from '#kernel/localized.ts'
import { ACCREDITATION_ROLES } from '#platform/acts/actor.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { listCases } from '#modules/accreditation/index.ts'
import { readPage } from '../../page-number.ts'
import { Empty } from '../../ui/empty.tsx'
import { Button } from '../../ui/form.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { decisionText } from '../decision/decision-text.ts'
import { casesText } from './cases-text.ts'
import { DueOf } from './parts.tsx'

const PAGE_SIZE = 20

/** The inbox of the accrediting body, by role: the step, whose move it is, what is due. */
export const accreditationCasesPage = page<{ found: Awaited<ReturnType<typeof listCases>>; page: number }>({
  path: '/accreditor/cases', action: 'accreditation.list', desk: 'accreditor', access: [...ACCREDITATION_ROLES, 'ministry', 'national-body', 'auditor'],
  async load(ctx, request) {
    const { list: found, page: number } = await readPage(request, PAGE_SIZE, (each) => listCases(ctx, each, PAGE_SIZE), ({ total }) => total)
    return { found, page: number }
  },
  title: (_data, lang) => casesText(lang).list.title,
  view: ({ lang, data }) => {
    const text = casesText(lang)
    const { rows, total, chambers } = data.found
    const columns = text.columns
    return (
      <>
        <div class="t-inhead"><h1>{text.list.title}</h1>{chambers.length > 0 && <Button kind="secondary" href={`/${lang}/accreditor/cases/paper`}>{text.list.paper}</Button>}</div>
        <Table caption={text.list.title} captionHidden columns={[columns.number, columns.organisation, columns.region, columns.lines, columns.step, columns.move, columns.due].map((title) => ({ title }))}
          empty={<Empty title={text.list.empty}>{text.list.emptyText}</Empty>}
          rows={rows.map((row) => ({
            key: row.id, tone: row.lateness?.state === 'overdue' ? 'late' : row.lateness?.state === 'today' ? 'today' : undefined,
            cells: [
              <a class="t-num t-nowrap" href={`/${lang}/accreditor/cases/${row.id}`}>{row.number ?? text.noNumber}</a>, <><b>{inLanguage(row.organisation, lang)}</b>{row.kind !== 'initial' && <> <Tag>{decisionText(lang).decisions.kinds[row.kind]}</Tag></>}</>,
              inLanguage({ kk: row.region?.nameKk, ru: row.region?.nameRu, en: row.region?.nameEn }, lang), formatNumber(row.lines, lang), text.steps[row.step], text.movers[row.whoseMove], <DueOf row={row} lang={lang} />,
            ],
          }))} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(total / PAGE_SIZE))} hrefFor={(each) => `/${lang}/accreditor/cases?page=${each}`}
          rows={rows.length > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + rows.length, total: formatNumber(total, lang) } : undefined} />
      </>
    )
  },
})
