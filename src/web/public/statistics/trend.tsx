import type { Language } from '#kernel/localized.ts'
import type { Actor } from '#platform/acts/actor.ts'
import { formatPercent } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as statistics from '#modules/statistics/index.ts'
import { PlanFactBars } from '../../ui/bars.tsx'
import { Table } from '../../ui/table.tsx'
import { Columns, IntervalBars } from '../../ui/value-bars.tsx'
import { wholeNumber } from '../words.ts'
import { nameOf, numberIn, yearsOf, type StatisticsData } from './data.ts'
import type { DrawnRow } from './drawing.ts'
import { Picture, told } from './parts.tsx'
import { STATISTICS } from './texts.ts'

export type TrendTable = 'recognised' | 'outcomes' | 'demand'

/** The years of a table and what it tells of the chosen region, profession or direction in each; a year without a row has none. */
function trendOf(data: StatisticsData, table: TrendTable): { year: number; row: statistics.TableRow | undefined }[] {
  return [...yearsOf(data.summary.tables[table])].reverse().map((year) => ({ year, row: data.shown[table].find((each) => each['year'] === year) }))
}
/** Nothing where the table has no row, undefined where it is withheld. */
const cell = (row: statistics.TableRow | undefined, column: string): number | undefined => (row ? numberIn(row, column) : 0)

function rateOf(row: statistics.TableRow | undefined): statistics.Interval | undefined {
  const [passed, failed, decided] = [cell(row, 'passed'), cell(row, 'failed'), cell(row, 'decided')]
  return passed !== undefined && failed !== undefined && decided ? statistics.wilson(passed, decided) : undefined
}

export function trendTitle(data: StatisticsData, lang: Language, table: TrendTable): string {
  const t = STATISTICS[lang]
  return `${t.themes[table]}. ${fill(t.trend, { name: data.filter ? nameOf(data, lang, data.filter.by, data.filter.value) : t.overall })}`
}

/** The same as bars of a picture. */
export function trendRows(data: StatisticsData, lang: Language, table: TrendTable): DrawnRow[] {
  return trendOf(data, table).map(({ year, row }): DrawnRow => {
    if (table === 'recognised') return { label: String(year), value: cell(row, 'persons') ?? 0, text: told(cell(row, 'persons'), lang) }
    if (table === 'demand') return { label: String(year), value: cell(row, 'applications') ?? 0, outline: cell(row, 'seats') ?? 0, text: `${told(cell(row, 'applications'), lang)} / ${wholeNumber(cell(row, 'seats') ?? 0, lang)}` }
    const rate = rateOf(row)
    return { label: String(year), value: rate?.share ?? 0, outline: rate ? 1 : 0, text: rateText(row, rate, lang) }
  })
}
function rateText(row: statistics.TableRow | undefined, rate: statistics.Interval | undefined, lang: Language): string {
  if (rate) return `${formatPercent(rate.share, lang)} (${formatPercent(rate.low, lang)} – ${formatPercent(rate.high, lang)})`
  return row ? STATISTICS[lang].withheldMark : '0'
}

const COLUMNS = { recognised: ['persons'], outcomes: ['passed', 'failed', 'decided'], demand: ['applications', 'seats'] } as const

/** What a table tells of one region, profession or direction, year by year. */
export function Trend({ data, lang, actor, table, rowsOf }: { data: StatisticsData; lang: Language; actor: Actor; table: TrendTable; rowsOf?: statistics.RowKind }) {
  const t = STATISTICS[lang]
  const title = trendTitle(data, lang, table)
  const years = trendOf(data, table)
  const drawn = trendRows(data, lang, table)
  return (
    <Picture id="trend" title={title} lead={t.oneFeature} table={table} data={data} lang={lang} actor={actor} drawing={{ by: 'year' }} rowsAt={data.filter?.by === 'direction' ? undefined : {}} rowsOf={rowsOf} open rows={
      <Table caption={title} captionHidden rowHeaders empty={<p>{t.noData}</p>} columns={[{ title: t.columns.year }, ...COLUMNS[table].map((column) => ({ title: t.columns[column], numeric: true }))]}
        rows={years.map(({ year, row }) => ({ key: year, cells: [String(year), ...COLUMNS[table].map((column) => told(cell(row, column), lang))] }))} />
    }>
      {table === 'recognised' && <Columns label={title} items={years.map(({ year, row }) => ({ label: String(year), value: cell(row, 'persons'), text: told(cell(row, 'persons'), lang) }))} />}
      {table === 'demand' && <PlanFactBars label={title} rows={years.map(({ year, row }) => ({ name: String(year), plan: cell(row, 'seats') ?? 0, fact: cell(row, 'applications') ?? 0, planText: wholeNumber(cell(row, 'seats') ?? 0, lang), factText: told(cell(row, 'applications'), lang) }))} />}
      {table === 'outcomes' && <IntervalBars label={title} rows={years.map(({ year, row }, at) => ({ name: String(year), interval: rateOf(row), text: drawn[at]!.text }))} />}
    </Picture>
  )
}
