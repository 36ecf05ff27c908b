import { centresOf } from '#platform/acts/actor.ts'
import { inLanguage } from '#kernel/localized.ts'
import { formatDay, formatNumber, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { download, page } from '#platform/http/page.ts'
import { writeCsv, writeXlsx } from '#platform/tables/write-table.ts'
import { listDocuments } from '#modules/recognition-documents/index.ts'
import { messages } from '#modules/recognition-documents/messages/index.ts'
import { readPage } from '../../page-number.ts'
import { Empty } from '../../ui/empty.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { officeOf, type OfficeView } from '../office.ts'

const PAGE_SIZE = 20
const TONES = { valid: 'green', expired: 'plain', annulled: 'red' } as const

/** The documents a centre has issued, the newest first. */
export const documentsPage = page<{ list: Awaited<ReturnType<typeof listDocuments>>; page: number; office: OfficeView }>({
  path: '/centre/documents', action: 'document.list', desk: 'centre', access: ['centre-operator', 'centre-head'],
  async load(ctx, request) {
    const centreId = centresOf(ctx.actor)[0]!
    return { ...(await readPage(request, PAGE_SIZE, (each) => listDocuments(ctx, centreId, each, PAGE_SIZE), ({ total }) => total)), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => messages[lang].page.listTitle,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data }) => {
    const words = messages[lang].page
    const verify = messages[lang].verify
    return (
      <>
        <div class="t-inhead"><h1>{words.listTitle}</h1><IconLinks links={[{ href: `/${lang}/centre/documents.xlsx`, text: words.xlsx, icon: 'download' }, { href: `/${lang}/centre/documents.csv`, text: words.csv, icon: 'download' }]} /></div>
        <Table inbox caption={words.listTitle} captionHidden columns={Object.values(words.columns).map((title) => ({ title }))} empty={<Empty title={words.listEmpty} icon="file-check">{words.listEmptyText}</Empty>}
          rows={data.list.rows.map((row) => ({
            key: row.number,
            cells: [
              <a class="t-num t-nowrap" href={`/${lang}/verify/${row.number}`}>{row.number}</a>,
              <a href={`/${lang}/centre/cases/${row.caseNumber}`}>{personName({ surname: row.holderSurname, givenName: row.holderGivenName, patronymic: row.holderPatronymic }, lang, 'full')}</a>,
              `${inLanguage({ kk: row.professionKk ?? undefined, ru: row.professionRu, en: row.professionEn ?? undefined }, lang)}, ${row.level}`, formatDay(row.issuedOn, lang, 'numeric'),
              row.validUntil ? fill(verify.untilDate, { date: formatDay(row.validUntil, lang, 'numeric') }) : verify.unlimited, <Tag tone={TONES[row.status]}>{words.statuses[row.status]}</Tag>,
            ],
          }))} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.list.total / PAGE_SIZE))} hrefFor={(page) => `/${lang}/centre/documents?page=${page}`}
          rows={data.list.total > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + data.list.rows.length, total: formatNumber(data.list.total, lang) } : undefined} />
      </>
    )
  },
})

const MOST_ROWS = 20_000
async function tableOf(ctx: Parameters<typeof listDocuments>[0], lang: 'kk' | 'ru' | 'en'): Promise<{ header: string[]; rows: string[][] }> {
  const words = messages[lang].page
  const { rows } = await listDocuments(ctx, centresOf(ctx.actor)[0]!, 1, MOST_ROWS)
  return {
    header: Object.values(words.columns),
    rows: rows.map((row) => [row.number, personName({ surname: row.holderSurname, givenName: row.holderGivenName, patronymic: row.holderPatronymic }, lang, 'full'),
      `${inLanguage({ kk: row.professionKk ?? undefined, ru: row.professionRu, en: row.professionEn ?? undefined }, lang)}, ${row.level}`, row.issuedOn, row.validUntil ?? '', words.statuses[row.status]]),
  }
}
export const documentsCsv = download({
  path: '/centre/documents.csv', action: 'document.list', access: ['centre-operator', 'centre-head'],
  async handle(ctx, { lang }) {
    const { header, rows } = await tableOf(ctx, lang)
    return { body: writeCsv(header, rows), mediaType: 'text/csv; charset=utf-8', filename: 'documents.csv' }
  },
})
export const documentsXlsx = download({
  path: '/centre/documents.xlsx', action: 'document.list', access: ['centre-operator', 'centre-head'],
  async handle(ctx, { lang }) {
    const { header, rows } = await tableOf(ctx, lang)
    return { body: await writeXlsx(header, rows), mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', filename: 'documents.xlsx' }
  },
})
