import type { Language } from '#kernel/localized.ts'
import type { Actor } from '#platform/acts/actor.ts'
import { fill } from '#platform/i18n/message.ts'
import { Table } from '../../ui/table.tsx'
import { Columns, IntervalBars, ValueBars } from '../../ui/value-bars.tsx'
import { numberIn, type Rows, type StatisticsData } from './data.ts'
import { Picture, told } from './parts.tsx'
import { STATISTICS } from './texts.ts'

interface PartProps {
  data: StatisticsData
  lang: Language
  actor: Actor
  year: number
}

/** The columns of an appeal's end, in the order in which they are drawn. */
export const APPEAL_ENDS = [['upheld_pass', 'upheldPass'], ['upheld_again', 'upheldAgain'], ['rejected', 'rejected'], ['withdrawn', 'withdrawn'], ['open', 'open']] as const

/** Rows of a table told by year alone, the oldest first: as a trend is read. */
export function byYear(rows: Rows): Rows {
  return [...rows].sort((a, b) => Number(a['year']) - Number(b['year']))
}

/** Half of the documents came by the median, nine of ten by the 90th percentile: in days, as they really occurred. */
export function daysText(row: Rows[number], lang: Language): string {
  const [median, p90] = [numberIn(row, 'median_days'), numberIn(row, 'p90_days')]
  return median === undefined || p90 === undefined ? STATISTICS[lang].withheld : fill(STATISTICS[lang].daysOf, { median: told(median, lang), p90: told(p90, lang) })
}

/** From application to document, year by year: a mark at the median, a bar on to the 90th percentile. */
export function Times({ data, lang, actor, year }: PartProps) {
  const t = STATISTICS[lang]
  const rows = byYear(data.summary.tables.times)
  const most = Math.max(1, ...rows.map((row) => numberIn(row, 'p90_days') ?? 0))
  return (
    <Picture data={data} lang={lang} actor={actor} id="times" title={t.timesTitle} lead={t.timesLead} table="times" drawing={{ by: 'year' }} rowsAt={{ year }} rows={
      <Table caption={t.timesTitle} captionHidden rowHeaders empty={<p>{t.noData}</p>} columns={[{ title: t.columns.year }, { title: t.columns.documents, numeric: true }, { title: t.columns.median, numeric: true }, { title: t.columns.p90, numeric: true }]}
        rows={rows.map((row) => ({ key: String(row['year']), cells: [String(row['year']), ...['documents', 'median_days', 'p90_days'].map((column) => told(numberIn(row, column), lang))] }))} />
    }>
      {rows.length === 0 ? <p>{t.noData}</p> : <IntervalBars label={t.timesTitle} rows={rows.map((row) => {
        const [median, p90] = [numberIn(row, 'median_days'), numberIn(row, 'p90_days')]
        return { name: String(row['year']), interval: median === undefined || p90 === undefined ? undefined : { share: median / most, low: median / most, high: p90 / most }, text: daysText(row, lang) }
      })} />}
    </Picture>
  )
}

/** How many appeals were lodged each year, and how those of one year ended. */
export function Appeals({ data, lang, actor, year }: PartProps) {
  const t = STATISTICS[lang]
  const rows = byYear(data.summary.tables.appeals)
  const chosen = rows.find((row) => row['year'] === year)
  const fate = fill(t.appealsFate, { year })
  return (
    <>
      <Picture data={data} lang={lang} actor={actor} id="appeals" title={t.appealsTitle} table="appeals" drawing={{ by: 'year' }} rowsAt={{ year }} rowsOf="appeals" rows={
        <Table caption={t.appealsTitle} captionHidden rowHeaders empty={<p>{t.noData}</p>}
          columns={[t.columns.year, t.columns.lodged, ...APPEAL_ENDS.map(([, word]) => t.columns[word])].map((title, place) => ({ title, numeric: place > 0 }))}
          rows={rows.map((row) => ({ key: String(row['year']), cells: [String(row['year']), ...['lodged', ...APPEAL_ENDS.map(([column]) => column)].map((column) => told(numberIn(row, column), lang))] }))} />
      }>
        {rows.every((row) => numberIn(row, 'lodged') === undefined) ? <p>{rows.length === 0 ? t.noData : t.withheld}</p> : <Columns label={t.appealsTitle} items={rows.map((row) => ({ label: String(row['year']), value: numberIn(row, 'lodged'), text: told(numberIn(row, 'lodged'), lang), current: row['year'] === year }))} />}
      </Picture>
      {chosen && APPEAL_ENDS.some(([column]) => numberIn(chosen, column)) && (
        <Picture data={data} lang={lang} actor={actor} id="appeals-ends" title={fate} table="appeals" drawing={{ by: 'end', year }} rowsAt={{ year }} rowsOf="appeals">
          <ValueBars label={fate} rows={APPEAL_ENDS.map(([column, word]) => ({ name: t.columns[word], value: numberIn(chosen, column), text: told(numberIn(chosen, column), lang) }))} />
        </Picture>
      )}
    </>
  )
}
