import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay, formatNumber, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { writeCsv, writeXlsx } from '#platform/tables/write-table.ts'
import { listHoldings, type Holdings } from '#modules/recognition-documents/index.ts'
import { readPage } from '../page-number.ts'
import { LocalizedName } from '../public/localized-name.tsx'
import { Button, ButtonRow } from '../ui/form.tsx'
import { Empty } from '../ui/empty.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { employerText } from './employer-text.ts'

const ACCESS = ['employer-representative'] as const
const PAGE_SIZE = 25
const TONES = { valid: 'green', expired: 'plain', annulled: 'red' } as const

/** Who of mine holds what: only of those who let the employer see it. */
export const documentsPage = page<Holdings & { page: number }>({
  path: '/employer/documents', action: 'holdings.read', desk: 'employer', access: ACCESS,
  async load(ctx, { query }) {
    const { list, page } = await readPage({ query }, PAGE_SIZE, (each) => listHoldings(ctx, { page: each, pageSize: PAGE_SIZE }), ({ total }) => total)
    return { ...list, page }
  },
  title: (_data, lang) => employerText(lang).documents.title,
  view: ({ data, lang }) => {
    const { documents: t, list } = employerText(lang)
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        <p>{fill(t.people, { count: formatNumber(data.people, lang) })}</p>
        {data.total > 0 && (
          <ButtonRow>
            <Button kind="secondary" href={`/${lang}/employer/documents.csv`} icon="download">{t.csv}</Button>
            <Button kind="secondary" href={`/${lang}/employer/documents.xlsx`} icon="download">{t.xlsx}</Button>
          </ButtonRow>
        )}
        <Table caption={t.title} captionHidden rowHeaders empty={<Empty title={t.empty} icon="file-check">{t.emptyText}</Empty>}
          columns={[{ title: list.worker }, { title: list.qualification }, { title: t.number }, { title: t.until }, { title: t.status }]}
          rows={data.items.map((each) => ({
            key: each.documentId,
            cells: [
              <>{personName(each, lang, 'full')}<br /><span class="t-quiet t-small t-num">•••• {each.iinLastFour}</span></>,
              <><LocalizedName name={each.profession.name} lang={lang} />{each.level !== null && <>, <span class="t-nowrap">{fill(list.level, { level: each.level })}</span></>}{each.kind !== 'voluntary' && <><br /><span class="t-quiet t-small">{t.kinds[each.kind]}</span></>}</>,
              <a class="t-num t-nowrap" href={`/${lang}/verify/${encodeURIComponent(each.number)}`}>{each.number}</a>, each.validUntil ? formatDay(each.validUntil, lang, 'numeric') : t.unlimited, <Tag tone={TONES[each.status]}>{t.statuses[each.status]}</Tag>,
            ],
          }))} />
        <Pagination page={data.page} pages={Math.ceil(data.total / PAGE_SIZE)} hrefFor={(to) => `/${lang}/employer/documents?page=${to}`} />
      </div>
    )
  },
})

async function table(ctx: Ctx, lang: Language): Promise<{ header: string[]; rows: (string | number)[][] }> {
  const { documents: t, list, check } = employerText(lang)
  const { items } = await listHoldings(ctx)
  return {
    header: [list.worker, t.last, check.profession, list.level.replace('{level}', '').replace(/^[-\s]+|[-\s]+$/g, ''), t.number, t.centre, t.issued, t.until, t.status, t.kind],
    rows: items.map((each) => [personName(each, lang, 'full'), each.iinLastFour, inLanguage(each.profession.name, lang), each.level ?? '', each.number, inLanguage(each.centre, lang), each.issuedOn, each.validUntil ?? t.unlimited, t.statuses[each.status], t.kinds[each.kind]]),
  }
}

export const documentsCsv = download({
  path: '/employer/documents.csv', action: 'holdings.read', access: ACCESS,
  async handle(ctx, { lang }) {
    const { header, rows } = await table(ctx, lang)
    return { body: writeCsv(header, rows), mediaType: 'text/csv; charset=utf-8', filename: `${employerText(lang).documents.file}.csv` }
  },
})
export const documentsXlsx = download({
  path: '/employer/documents.xlsx', action: 'holdings.read', access: ACCESS,
  async handle(ctx, { lang }) {
    const { header, rows } = await table(ctx, lang)
    return { body: await writeXlsx(header, rows), mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', filename: `${employerText(lang).documents.file}.xlsx` }
  },
})
