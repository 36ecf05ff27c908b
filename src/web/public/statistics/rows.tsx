import { parseDay, type Day } from '#kernel/day.ts'
import { parseUuid } from '#kernel/id.ts'
import { download, page, type PageRequest } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { streamCsv } from '#platform/tables/write-table.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { wholeNumber } from '../words.ts'
import { STATISTICS } from './texts.ts'
import type { RowsAsked, RowShown } from '#modules/statistics/index.ts'

const PAGE_SIZE = 100
const READERS = ['ministry', 'national-body', 'auditor'] as const
const FUNDINGS = ['own', 'employer', 'voucher', 'unknown']

interface RowsData {
  asked: RowsAsked
  rows: RowShown[]
}

/** What is asked stands in the address: a day, a year, who paid, a region; never a name or a number of a person. */
function askedIn(ctx: Ctx, { query }: Pick<PageRequest, 'query'>): RowsAsked {
  const year = /^\d{4}$/.test(query.get('year') ?? '') ? Number(query.get('year')) : undefined
  const funding = FUNDINGS.find((each) => each === query.get('funding'))
  const region = /^\d{9}$/.test(query.get('region') ?? '') ? query.get('region')! : undefined
  return { asOf: statistics.dayAsked(ctx, parseDay(query.get('asOf') ?? '')), year, funding, region }
}
function queryOf({ asOf, year, funding, region }: RowsAsked, after?: statistics.RowPlace): string {
  const query = new URLSearchParams({ asOf })
  if (year !== undefined) query.set('year', String(year))
  if (funding) query.set('funding', funding)
  if (region) query.set('region', region)
  if (after) query.set('after', `${after.issuedOn}_${after.id}`)
  return `?${query}`
}
function placeIn({ query }: Pick<PageRequest, 'query'>): statistics.RowPlace | undefined {
  const [day, id] = (query.get('after') ?? '').split('_')
  const issuedOn = parseDay(day ?? '')
  return issuedOn && id && parseUuid(id) ? { issuedOn: issuedOn as Day, id } : undefined
}

/** The documents behind a number, for those who answer for it: the holder shortened as in the public register. */
export const rowsPage = page<RowsData>({
  path: '/statistics/rows', action: 'statistics.rows', desk: 'ministry', access: READERS,
  async load(ctx, request) {
    const asked = askedIn(ctx, request)
    return { asked, rows: await statistics.listRows(ctx, asked, placeIn(request), PAGE_SIZE) }
  },
  title: (_data, lang) => STATISTICS[lang].rowsTitle,
  layout: ({ lang }) => ({ back: { href: `/${lang}/statistics`, text: STATISTICS[lang].title } }),
  view: ({ data: { asked, rows }, lang }) => {
    const t = STATISTICS[lang]
    return (
      <div class="t-stack">
        <h1>{t.rowsTitle}</h1>
        <p>{t.rowsLead}</p>
        <p class="t-asof-line"><b>{fill(t.asOf, { date: formatDay(asked.asOf, lang) })}</b><span>{[asked.year && `${t.year}: ${asked.year}`, asked.funding && `${t.columns.funding}: ${t.funding[asked.funding]}`, fill(t.rowsCount, { count: wholeNumber(rows.length, lang) })].filter(Boolean).join(' · ')}</span></p>
        <Table caption={t.rowsTitle} captionHidden empty={<p>{t.noData}</p>}
          columns={[{ title: t.columns.number, noWrap: true }, { title: t.columns.holder }, { title: t.columns.profession }, { title: t.columns.level, numeric: true }, { title: t.columns.centre }, { title: t.columns.issued, noWrap: true }, { title: t.columns.funding }, { title: t.columns.origin }]}
          rows={rows.map((row) => ({ key: row.id, cells: [<a href={`/${lang}/verify/${encodeURIComponent(row.number)}`}>{row.number}</a>, row.publicName, row.professionCode, String(row.level), row.centreSerial, formatDay(row.issuedOn, lang, 'numeric'), t.funding[row.funding ?? 'unknown'], row.historic ? t.historic : t.own] }))} />
        <ButtonRow>{rows.length === PAGE_SIZE && <Button kind="secondary" href={`/${lang}/statistics/rows${queryOf(asked, rows.at(-1))}`}>{t.next}</Button>}</ButtonRow>
        <IconLinks links={[{ href: `/${lang}/statistics/rows.csv${queryOf(asked)}`, text: t.csvAll, icon: 'download' }]} />
      </div>
    )
  },
})

interface ApplicationsData {
  asked: RowsAsked
  rows: statistics.ApplicationShown[]
}

/** The applications behind a number; each leads to its folder, whose opening is noted as ever. */
export const applicationRowsPage = page<ApplicationsData>({
  path: '/statistics/rows/applications', action: 'statistics.rows', desk: 'ministry', access: READERS,
  async load(ctx, request) {
    const asked = askedIn(ctx, request)
    return { asked, rows: await statistics.listApplications(ctx, asked, placeIn(request), PAGE_SIZE) }
  },
  title: (_data, lang) => STATISTICS[lang].rowsTitle,
  layout: ({ lang }) => ({ back: { href: `/${lang}/statistics/road`, text: STATISTICS[lang].themes.road } }),
  view: ({ data: { asked, rows }, lang }) => {
    const t = STATISTICS[lang]
    const last = rows.at(-1)
    return (
      <div class="t-stack">
        <h1>{t.rowsTitle}</h1>
        <p>{t.rowsLead}</p>
        <p class="t-asof-line"><b>{fill(t.asOf, { date: formatDay(asked.asOf, lang) })}</b><span>{[asked.year && `${t.year}: ${asked.year}`, fill(t.rowsCount, { count: wholeNumber(rows.length, lang) })].filter(Boolean).join(' · ')}</span></p>
        <Table caption={t.rowsTitle} captionHidden empty={<p>{t.noData}</p>} columns={[{ title: t.columns.number, noWrap: true }, { title: t.columns.profession }, { title: t.columns.level, numeric: true }, { title: t.columns.centre }, { title: t.columns.registered, noWrap: true }]}
          rows={rows.map((row) => ({ key: row.id, cells: [<a class="t-num t-nowrap" href={`/${lang}/centre/cases/${row.number}`}>{row.number}</a>, row.professionCode, String(row.level ?? ''), row.centreSerial, formatDay(row.openedOn, lang, 'numeric')] }))} />
        <ButtonRow>{rows.length === PAGE_SIZE && <Button kind="secondary" href={`/${lang}/statistics/rows/applications${queryOf(asked, last && { issuedOn: last.openedOn, id: last.id })}`}>{t.next}</Button>}</ButtonRow>
      </div>
    )
  },
})

const COLUMNS = ['number', 'holder', 'profession', 'level', 'centre', 'region', 'issued_on', 'valid_until', 'annulled_on', 'funding', 'historic']

/** All of them as a file, written while it is read. */
export const rowsDownload = download({
  path: '/statistics/rows.csv', action: 'statistics.rows', access: READERS,
  async handle(ctx, request) {
    const batches = statistics.streamRows(ctx, askedIn(ctx, request))
    // The first batch is read before the answer begins, so that a refusal is still told as one.
    const first = await batches.next()
    const cells = (rows: readonly RowShown[]) => rows.map((row) => [row.number, row.publicName, row.professionCode, row.level, row.centreSerial, row.region, row.issuedOn, row.validUntil ?? undefined, row.annulledOn ?? undefined, row.funding ?? 'unknown', String(row.historic)])
    const body = streamCsv(COLUMNS, (async function* () {
      if (!first.done) yield cells(first.value)
      for await (const rows of batches) yield cells(rows)
    })())
    return { body, mediaType: 'text/csv; charset=utf-8', filename: 'tanu-rows.csv' }
  },
})
