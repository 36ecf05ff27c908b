import { daysBetween, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Actor } from '#platform/acts/actor.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { TableRow } from '#modules/statistics/index.ts'
import { PlanFactBars } from '../../ui/bars.tsx'
import { Table } from '../../ui/table.tsx'
import { Details } from '../../ui/why.tsx'
import { wholeNumber } from '../words.ts'
import { nameOf, numberIn, type StatisticsData } from './data.ts'
import { Picture, told } from './parts.tsx'
import { STATISTICS } from './texts.ts'

interface ForecastProps {
  data: StatisticsData
  lang: Language
  actor: Actor
}

/** Longer lists show their head, and what is withheld where there are no places is not drawn; the table has all of it. */
const SHOWN = 15

export const forecastOf = (data: StatisticsData, of: 'applications' | 'vouchers', by: 'total' | 'region' | 'profession'): TableRow[] =>
  (by === 'total' ? data.summary.tables : data.shown).forecast.filter((row) => row['of'] === of && row['by'] === by).sort((a, b) => (numberIn(b, 'expected') ?? -1) - (numberIn(a, 'expected') ?? -1) || (numberIn(b, 'capacity') ?? 0) - (numberIn(a, 'capacity') ?? 0) || (String(a['value']) < String(b['value']) ? -1 : 1))

/** The numbers between which chance leaves what is expected. */
function intervalOf(row: TableRow, lang: Language): string {
  const [low, high] = [numberIn(row, 'low'), numberIn(row, 'high')]
  return low === undefined || high === undefined ? STATISTICS[lang].withheldMark : `${wholeNumber(low, lang)}–${wholeNumber(high, lang)}`
}

/** Whether there is room for what is expected: even at worst, perhaps not, or not even at best. */
function verdictOf(row: TableRow, lang: Language): string {
  const t = STATISTICS[lang].forecast
  const [low, high, room] = [numberIn(row, 'low'), numberIn(row, 'high'), numberIn(row, 'capacity') ?? 0]
  if (low === undefined || high === undefined) return ''
  return high <= room ? t.enough : low > room ? t.short : t.perhaps
}

function Bars({ rows, by, title, data, lang }: { rows: readonly TableRow[]; by: string; title: string; data: StatisticsData; lang: Language }) {
  return (
    <PlanFactBars label={title} rows={rows.filter((row) => numberIn(row, 'expected') || numberIn(row, 'capacity')).slice(0, SHOWN).map((row) => {
      const room = numberIn(row, 'capacity') ?? 0
      return { name: nameOf(data, lang, by, String(row['value'])), plan: room, fact: numberIn(row, 'expected') ?? 0, planText: wholeNumber(room, lang), factText: told(numberIn(row, 'expected'), lang) }
    })} />
  )
}

/** Applications that are expected, beside the seats planned for the same days. */
export function ApplicationsForecast({ data, lang, actor, by }: ForecastProps & { by: 'region' | 'profession' }) {
  const t = STATISTICS[lang]
  const rows = forecastOf(data, 'applications', by)
  const [total] = forecastOf(data, 'applications', 'total')
  if (!total) return null
  const [from, until] = [total['from'] as Day, total['until'] as Day]
  const title = by === 'region' ? t.forecast.byRegion : t.forecast.byProfession
  return (
    <Picture id={`forecast-${by}`} title={title} lead={fill(t.forecast.lead, { until: formatDay(until, lang), days: daysBetween(from, until) })} table="forecast" data={data} lang={lang} actor={actor} drawing={rows.length > 0 ? { by } : undefined} open rows={
      <Table caption={title} captionHidden rowHeaders empty={<p>{t.noData}</p>} columns={[{ title: by === 'region' ? t.columns.region : t.columns.profession }, { title: t.forecast.expected, numeric: true }, { title: t.columns.interval, numeric: true }, { title: t.columns.seats, numeric: true }, { title: t.forecast.room }]}
        rows={[total, ...rows].map((row) => ({ key: String(row['value']), cells: [row === total ? <b>{t.overall}</b> : nameOf(data, lang, by, String(row['value'])), told(numberIn(row, 'expected'), lang), intervalOf(row, lang), wholeNumber(numberIn(row, 'capacity') ?? 0, lang), verdictOf(row, lang)] }))} />
    }>
      {rows.length === 0 ? <p>{t.noData}</p> : <Bars rows={rows} by={by} title={title} data={data} lang={lang} />}
      <Details summary={<>{t.forecast.how}<span class="t-vh">: {title}</span></>}><p>{fill(t.forecast.method, { days: daysBetween(from, until), k: data.summary.k })}</p></Details>
    </Picture>
  )
}

/** Vouchers that will be needed up to the last day of filing, beside the places left; only as of today. */
export function VouchersForecast({ data, lang, actor }: ForecastProps) {
  const t = STATISTICS[lang]
  const rows = forecastOf(data, 'vouchers', 'region')
  const title = t.forecast.vouchers
  const [first] = rows
  if (!first) return <section class="t-block"><h2>{title}</h2><p>{data.asOf === data.today ? t.forecast.closed : t.forecast.onlyToday}</p></section>
  const days = daysBetween(data.summary.tables.forecast[0]!['from'] as Day, data.summary.tables.forecast[0]!['until'] as Day)
  return (
    <Picture id="forecast-vouchers" title={title} lead={fill(t.forecast.vouchersLead, { until: formatDay(first['until'] as Day, lang), days })} table="forecast" data={data} lang={lang} actor={actor} drawing={{ by: 'vouchers' }} open rows={
      <Table caption={title} captionHidden rowHeaders columns={[{ title: t.columns.region }, { title: t.forecast.left, numeric: true }, { title: t.forecast.needed, numeric: true }, { title: t.columns.interval, numeric: true }, { title: t.forecast.room }]}
        rows={rows.map((row) => ({
          key: String(row['value']),
          cells: [nameOf(data, lang, 'region', String(row['value'])), wholeNumber(numberIn(row, 'capacity') ?? 0, lang), wholeNumber(numberIn(row, 'expected') ?? 0, lang), intervalOf(row, lang), row['runs_out'] ? fill(t.forecast.runsOut, { day: formatDay(row['runs_out'] as Day, lang) }) : verdictOf(row, lang)],
        }))} />
    }>
      <Bars rows={rows} by="region" title={title} data={data} lang={lang} />
      <Details summary={<>{t.forecast.how}<span class="t-vh">: {title}</span></>}><p>{fill(t.forecast.vouchersMethod, { days })}</p></Details>
    </Picture>
  )
}
