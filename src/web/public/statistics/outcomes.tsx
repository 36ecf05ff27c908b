import { page } from '#platform/http/page.ts'
import { formatPercent } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Empty } from '../../ui/empty.tsx'
import { Table } from '../../ui/table.tsx'
import { IntervalBars } from '../../ui/value-bars.tsx'
import { isMisread, loadStatistics, nameOf, numberIn, rowsBy, totalOf, yearShown, yearsOf, type StatisticsData } from './data.ts'
import { Frame, Picture, TABLES_OF, told } from './parts.tsx'
import { Trend } from './trend.tsx'
import { STATISTICS } from './texts.ts'

/** Pass rates with the interval in which they lie: the country, regions, professions. */
export const outcomesPage = page<StatisticsData>({
  path: '/statistics/outcomes', action: 'statistics.read', desk: 'public', access: 'public', keepSeconds: 10,
  load: (ctx, request) => loadStatistics(ctx, request, TABLES_OF.outcomes),
  isMisread,
  title: (_data, lang) => STATISTICS[lang].themes.outcomes,
  layout: ({ lang }) => ({ crumbs: [{ text: STATISTICS[lang].title, href: `/${lang}/statistics` }, { text: STATISTICS[lang].themes.outcomes }] }),
  view: ({ data, lang, ctx }) => {
    const t = STATISTICS[lang]
    const { outcomes } = data.summary.tables
    const year = yearShown(data, outcomes, 'running')
    const total = totalOf(outcomes, year)
    const rate = (row: statistics.TableRow) => {
      const [passed, decided] = [numberIn(row, 'passed'), numberIn(row, 'decided')]
      return passed !== undefined && numberIn(row, 'failed') !== undefined && decided ? statistics.wilson(passed, decided) : undefined
    }
    const words = (interval: statistics.Interval | undefined) => (interval ? `${formatPercent(interval.share, lang)} (${formatPercent(interval.low, lang)} – ${formatPercent(interval.high, lang)})` : t.withheld)
    if (data.filter) return <Frame data={data} lang={lang} theme="outcomes" demo={ctx.demo} heading={t.themes.outcomes}><Trend data={data} lang={lang} actor={ctx.actor} table="outcomes" rowsOf="decisions" /></Frame>
    const picture = (by: 'region' | 'profession', title: string) => {
      const rows = rowsBy(outcomes, year, by, 'decided')
      const whole = total ? [{ name: <b>{t.overall}</b>, interval: rate(total), text: words(rate(total)) }] : []
      return (
        <Picture id={by} title={title} lead={t.outcomesLead} table="outcomes" data={data} lang={lang} actor={ctx.actor} drawing={{ by, year }} rowsAt={{ year }} rowsOf="decisions" rows={
          <Table caption={title} captionHidden rowHeaders columns={[{ title: by === 'region' ? t.columns.region : t.columns.profession }, { title: t.columns.passed, numeric: true }, { title: t.columns.failed, numeric: true }, { title: t.columns.decided, numeric: true }, { title: t.columns.interval, numeric: true }]}
            rows={rows.map((row) => ({ key: String(row['value']), cells: [nameOf(data, lang, by, String(row['value'])), ...['passed', 'failed', 'decided'].map((column) => told(numberIn(row, column), lang)), words(rate(row))] }))} />
        }>
          <IntervalBars label={title} rows={[...whole, ...rows.slice(0, 20).map((row) => ({ name: nameOf(data, lang, by, String(row['value'])), interval: rate(row), text: words(rate(row)) }))]} />
        </Picture>
      )
    }
    return (
      <Frame data={data} lang={lang} theme="outcomes" demo={ctx.demo} heading={fill(t.outcomesTitle, { year })} years={yearsOf(outcomes)} year={year}>
        {total ? <>{picture('region', t.byRegion)}{picture('profession', t.byProfession)}</> : <Empty title={t.themes.outcomes}>{t.noData}</Empty>}
      </Frame>
    )
  },
})
