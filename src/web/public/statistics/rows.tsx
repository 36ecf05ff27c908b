import { parseDay } from '#kernel/day.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Language } from '#kernel/localized.ts'
import { download, page, type Download, type PageRequest } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { streamCsv } from '#platform/tables/write-table.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as professions from '#modules/professions/index.ts'
import * as statistics from '#modules/statistics/index.ts'
import type { RowBehind, RowKind, RowsAsked } from '#modules/statistics/index.ts'
import { Chips, FilterInput, Filters, FilterSearch, FilterSelect } from '../../ui/filters.tsx'
import { Button, ButtonRow } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { regionName } from '../region-map.tsx'
import { wholeNumber } from '../words.ts'
import { cellText, columnsOf, numberLink } from './row-cells.tsx'
import { STATISTICS } from './texts.ts'
import { askedDay, askedLike, askedOneOf, wrongFilter } from '../../asked.ts'

const PAGE_SIZE = 100
const READERS = ['ministry', 'national-body', 'auditor'] as const
const FIRST_YEAR = 2020

interface RowsData {
  asked: RowsAsked
  today: string
  rows: RowBehind[]
  regions: professions.Region[]
}

export const rowsPath = (of: RowKind): string => (of === 'documents' ? '/statistics/rows' : `/statistics/rows/${of}`)

/** What is asked stands in the address: a day, a year, a region, a profession, and what the kind has besides; never a name or a number of a person. */
function askedIn(ctx: Ctx, of: RowKind, { query }: Pick<PageRequest, 'query'>): RowsAsked {
  const among = (name: 'funding' | 'rule' | 'outcome') => { const known = statistics.ROW_FILTERS[of][name]; return known && askedOneOf({ query }, name, known) }
  const matching = (name: string, shape: RegExp) => askedLike({ query }, name, shape)
  const year = matching('year', /^20\d\d$/)
  return {
    asOf: statistics.dayAsked(ctx, askedDay({ query }, 'asOf')), year: year === undefined ? undefined : Number(year), region: matching('region', /^\d{9}$/), profession: matching('profession', /^[A-Z]{1,3}-[A-Z0-9]{1,8}$/),
    funding: among('funding'), rule: among('rule'), outcome: among('outcome'),
  }
}
function queryOf(asked: RowsAsked, after?: statistics.RowPlace): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, String(value))
  if (after) query.set('after', `${after.on}_${after.id}`)
  return `?${query}`
}
function placeIn({ query }: Pick<PageRequest, 'query'>): statistics.RowPlace | undefined {
  const after = askedLike({ query }, 'after', /^[^_]+_[^_]+$/)
  const [on, id] = (after ?? '').split('_')
  const day = parseDay(on ?? '')
  if (after === undefined) return undefined
  return day && id && parseUuid(id) ? { on: day, id } : wrongFilter('after', after)
}

function RowFilters({ of, data: { asked, today, regions }, lang }: { of: RowKind; data: RowsData; lang: Language }) {
  const t = STATISTICS[lang]
  const any = { value: '', label: t.behind.any }
  const named = (name: 'funding' | 'rule' | 'outcome', label: string, wordOf: (value: string) => string) => {
    const values = statistics.ROW_FILTERS[of][name]
    return values && <FilterSelect name={name} label={label} value={asked[name]} options={[any, ...values.map((value) => ({ value, label: wordOf(value) }))]} />
  }
  const years = Array.from({ length: Number(today.slice(0, 4)) - FIRST_YEAR + 1 }, (_, place) => String(Number(today.slice(0, 4)) - place))
  return (
    <Filters action={`/${lang}${rowsPath(of)}`} resetHref={`/${lang}${rowsPath(of)}`}>
      <FilterInput name="asOf" type="date" label={t.asOfField} value={asked.asOf} />
      <FilterSelect name="year" label={t.year} value={asked.year === undefined ? '' : String(asked.year)} options={[any, ...years.map((value) => ({ value, label: value }))]} />
      <FilterSelect name="region" label={t.columns.region} value={asked.region} options={[any, ...regions.map((region) => ({ value: region.kato, label: regionName(region, lang) }))]} />
      <FilterSearch name="profession" label={t.behind.code} value={asked.profession} />
      {named('funding', t.columns.funding, (value) => t.funding[value] ?? value)}
      {named('rule', t.columns.rule, (value) => `${value}. ${t.rules[value]}`)}
      {named('outcome', t.behind.columns['outcome']!, (value) => t.behind.outcomes[value] ?? value)}
    </Filters>
  )
}

/** The rows behind a number, for those who answer for it: each leads to its document or folder, whose opening is noted as ever. */
const pageOf = (of: RowKind) => page<RowsData>({
  path: rowsPath(of), action: 'statistics.rows', desk: 'ministry', access: READERS,
  async load(ctx, request) {
    const asked = askedIn(ctx, of, request)
    return { asked, today: statistics.dayAsked(ctx, undefined), rows: await statistics.listRows(ctx, of, asked, placeIn(request), PAGE_SIZE), regions: await professions.listRegions(ctx.db) }
  },
  title: (_data, lang) => `${STATISTICS[lang].rowsTitle}: ${STATISTICS[lang].behind.kinds[of]}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/statistics`, text: STATISTICS[lang].title } }),
  view: ({ data, lang }) => {
    const t = STATISTICS[lang]
    const { asked, rows } = data
    const title = `${t.rowsTitle}: ${t.behind.kinds[of]}`
    const region = (kato: string) => { const found = data.regions.find((each) => each.kato === kato); return found ? regionName(found, lang) : '' }
    const common = { asOf: asked.asOf, year: asked.year, region: asked.region, profession: asked.profession }
    return (
      <div class="t-stack">
        <h1>{title}</h1>
        <p>{t.rowsLead}</p>
        <p class="t-asof-line"><b>{fill(t.asOf, { date: formatDay(asked.asOf, lang) })}</b><span>{fill(t.rowsCount, { count: wholeNumber(rows.length, lang) })}</span></p>
        <Chips label={t.rowsTitle} items={statistics.ROW_KINDS.map((each) => ({ href: `/${lang}${rowsPath(each)}${queryOf(common)}`, text: t.behind.kinds[each], current: each === of }))} />
        <RowFilters of={of} data={data} lang={lang} />
        <Table caption={title} captionHidden empty={<p>{t.noData}</p>}
          columns={[{ title: t.columns.number, noWrap: true }, { title: t.behind.days[of], noWrap: true }, { title: t.columns.profession }, { title: t.columns.level, numeric: true }, { title: t.columns.region }, { title: t.columns.centre }, ...columnsOf(of).map((name) => ({ title: t.behind.columns[name]! }))]}
          rows={rows.map((row) => ({ key: row.id, cells: [numberLink(of, row, lang), formatDay(row.on, lang, 'numeric'), row.professionCode ?? '', String(row.level ?? ''), region(row.region), row.centreSerial, ...columnsOf(of).map((name) => cellText(name, row.cells[name] ?? null, lang))] }))} />
        <ButtonRow>{rows.length === PAGE_SIZE && <Button kind="secondary" href={`/${lang}${rowsPath(of)}${queryOf(asked, rows.at(-1))}`}>{t.next}</Button>}</ButtonRow>
        <IconLinks links={[{ href: `/${lang}${rowsPath(of)}.csv${queryOf(asked)}`, text: t.csvAll, icon: 'download' }]} />
      </div>
    )
  },
})

/** All of them as a file, written while it is read. */
const downloadOf = (of: RowKind): Download => download({
  path: `${rowsPath(of)}.csv`, action: 'statistics.rows', access: READERS,
  async handle(ctx, request) {
    const batches = statistics.streamRows(ctx, of, askedIn(ctx, of, request))
    // The first batch is read before the answer begins, so that a refusal is still told as one.
    const first = await batches.next()
    const names = statistics.ROW_COLUMNS[of]
    const cells = (rows: readonly RowBehind[]) => rows.map((row) => [row.number, row.on, row.professionCode ?? undefined, row.level ?? undefined, row.centreSerial, row.region, ...names.map((name) => { const cell = row.cells[name]; return typeof cell === 'boolean' ? String(cell) : cell ?? undefined })])
    const body = streamCsv(['number', 'on', 'profession', 'level', 'centre', 'region', ...names], (async function* () {
      if (!first.done) yield cells(first.value)
      for await (const rows of batches) yield cells(rows)
    })())
    return { body, mediaType: 'text/csv; charset=utf-8', filename: `tanu-rows-${of}.csv` }
  },
})

export const rowPages = statistics.ROW_KINDS.map(pageOf)
export const rowDownloads = statistics.ROW_KINDS.map(downloadOf)
