import { page } from '#platform/http/page.ts'
import { formatPercent } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Funnel } from '../../ui/bars.tsx'
import { Table } from '../../ui/table.tsx'
import { IntervalBars } from '../../ui/value-bars.tsx'
import { wholeNumber } from '../words.ts'
import { isMisread, loadStatistics, numberIn, yearShown, yearsOf, type StatisticsData } from './data.ts'
import { Frame, Picture, told } from './parts.tsx'
import { Appeals, Times } from './times-and-appeals.tsx'
import { STATISTICS } from './texts.ts'

/** The road of a case: the funnel of a year, terms kept, days from application to document, appeals. */
export const roadPage = page<StatisticsData>({
  path: '/statistics/road', action: 'statistics.read', desk: 'public', access: 'public', keepSeconds: 10,
  load: loadStatistics,
  isMisread,
  title: (_data, lang) => STATISTICS[lang].themes.road,
  layout: ({ lang }) => ({ crumbs: [{ text: STATISTICS[lang].title, href: `/${lang}/statistics` }, { text: STATISTICS[lang].themes.road }] }),
  view: ({ data, lang, ctx }) => {
    const t = STATISTICS[lang]
    const { funnel, terms, times, appeals } = data.summary.tables
    const years = [...new Set([...yearsOf(funnel), ...yearsOf(terms), ...yearsOf(times), ...yearsOf(appeals)])].sort((a, b) => b - a)
    const year = yearShown(data, [...funnel, ...terms, ...times, ...appeals], 'running')
    const common = { data, lang, actor: ctx.actor }
    const steps = funnel.filter((row) => row['year'] === year).map((row) => ({ milestone: String(row['milestone']), cases: numberIn(row, 'cases') }))
    const shown = steps.filter((step) => step.cases !== undefined)
    const ruled = terms.filter((row) => row['year'] === year)
    const percent = (share: number) => formatPercent(share, lang, 1)
    return (
      <Frame data={data} lang={lang} theme="road" demo={ctx.demo} heading={t.themes.road} years={years} year={year}>
        <Picture {...common} id="funnel" title={fill(t.funnelTitle, { year })} table="funnel" drawing={{ year }} rowsAt={{ year }} rowsOf="applications" rows={
          <Table caption={fill(t.funnelTitle, { year })} captionHidden rowHeaders empty={<p>{t.noData}</p>} columns={[{ title: t.columns.milestone }, { title: t.columns.cases, numeric: true }]}
            rows={steps.map((step) => ({ key: step.milestone, cells: [t.milestones[step.milestone], told(step.cases, lang)] }))} />
        }>
          {shown.length === 0 ? <p>{t.noData}</p> : <Funnel steps={shown.map((step, place) => {
            const before = shown[place - 1]?.cases
            return { value: step.cases!, number: wholeNumber(step.cases!, lang), label: t.milestones[step.milestone], ...(before ? { drop: fill(t.drop, { percent: formatPercent(step.cases! / before, lang) }) } : {}) }
          })} />}
        </Picture>
        <Picture {...common} id="terms" title={fill(t.termsTitle, { year })} table="terms" drawing={{ year }} rowsAt={{ year }} rowsOf="terms" rows={
          <Table caption={fill(t.termsTitle, { year })} captionHidden rowHeaders empty={<p>{t.noData}</p>} columns={[{ title: t.columns.rule }, { title: t.columns.kept, numeric: true }, { title: t.columns.late, numeric: true }, { title: t.columns.total, numeric: true }]}
            rows={ruled.map((row) => ({ key: String(row['rule']), cells: [`${row['rule']}. ${t.rules[String(row['rule'])]}`, told(numberIn(row, 'kept'), lang), told(numberIn(row, 'late'), lang), told(numberIn(row, 'terms'), lang)] }))} />
        }>
          {ruled.length === 0 ? <p>{t.noData}</p> : <IntervalBars label={fill(t.termsTitle, { year })} rows={ruled.map((row) => {
            const [kept, all] = [numberIn(row, 'kept'), numberIn(row, 'terms')]
            const interval = kept !== undefined && all ? statistics.wilson(kept, all) : undefined
            return { name: `${row['rule']}. ${t.rules[String(row['rule'])]}`, interval, text: interval ? `${percent(interval.share)} · ${wholeNumber(kept!, lang)} / ${wholeNumber(all!, lang)}` : t.withheld }
          })} />}
        </Picture>
        <Times data={data} lang={lang} actor={ctx.actor} year={year} />
        <Appeals data={data} lang={lang} actor={ctx.actor} year={year} />
      </Frame>
    )
  },
})
