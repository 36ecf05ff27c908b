import { yearOf } from '#kernel/day.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { Chart } from '../../ui/chart.tsx'
import { PlanFactBars } from '../../ui/bars.tsx'
import { Figures } from '../../ui/figure.tsx'
import { Columns, ValueBars } from '../../ui/value-bars.tsx'
import { wholeNumber } from '../words.ts'
import { isMisread, loadStatistics, nameOf, numberIn, rowsBy, totalOf, yearShown, yearsOf, type StatisticsData } from './data.ts'
import { mainFigures } from './overview.tsx'
import { Country, told } from './parts.tsx'
import { STATISTICS } from './texts.ts'

/** The nation on one page: what a minister reads, printed on one sheet of A4. */
export const nationPage = page<StatisticsData>({
  path: '/statistics/nation', action: 'statistics.read', desk: 'public', access: 'public', keepSeconds: 10,
  load: loadStatistics,
  isMisread,
  title: (_data, lang) => STATISTICS[lang].nationTitle,
  layout: ({ lang }) => ({ crumbs: [{ text: STATISTICS[lang].title, href: `/${lang}/statistics` }, { text: STATISTICS[lang].themes.nation }] }),
  view: ({ data, lang, ctx }) => {
    const t = STATISTICS[lang]
    const { recognised, vouchers } = data.summary.tables
    const year = yearShown(data, recognised, 'whole')
    const years = [...yearsOf(recognised)].reverse()
    const regions = rowsBy(recognised, year, 'region', 'persons')
    const issued = vouchers.filter((row) => row['year'] === year).sort((a, b) => Number(b['issued']) - Number(a['issued']))
    return (
      <div class="t-stack t-nationpage">
        <h1>{t.nationTitle}</h1>
        <p class="t-asof-line"><b>{fill(t.asOf, { date: formatDay(data.asOf, lang) })}</b>{ctx.demo && <span>{t.demo}</span>}</p>
        <Figures framed items={mainFigures(data, lang)} />
        <div class="t-duo">
          <Chart id="years" title={t.byYear}><Columns label={t.byYear} items={years.map((each) => {
            const persons = numberIn(totalOf(recognised, each), 'persons')
            return { label: String(each), value: persons, text: told(persons, lang), current: each === yearOf(data.asOf) }
          })} /></Chart>
          <Chart id="regions" title={`${t.byRegion}, ${year}`}><Country label={t.byRegion} data={data} lang={lang} spoken={t.spoken} valueOf={(kato) => { const row = regions.find((each) => each['value'] === kato); return row ? numberIn(row, 'persons') : 0 }} /></Chart>
        </div>
        <div class="t-duo">
          <Chart id="directions" title={`${t.byDirection}, ${year}`}><ValueBars label={t.byDirection} rows={rowsBy(recognised, year, 'direction', 'persons').map((row) => ({ name: nameOf(data, lang, 'direction', String(row['value'])), value: numberIn(row, 'persons'), text: told(numberIn(row, 'persons'), lang) }))} /></Chart>
          {issued.length > 0
            ? <Chart id="vouchers" title={`${t.themes.vouchers}, ${year}`}><PlanFactBars label={t.planFact} rows={issued.slice(0, 9).map((row) => ({ name: nameOf(data, lang, 'region', String(row['region'])), plan: Number(row['plan_in_force']), fact: Number(row['issued']), planText: wholeNumber(Number(row['plan_in_force']), lang), factText: wholeNumber(Number(row['issued']), lang) }))} /></Chart>
            : <Chart id="funding" title={`${t.byFunding}, ${year}`}><ValueBars label={t.byFunding} rows={rowsBy(recognised, year, 'funding', 'persons').map((row) => ({ name: nameOf(data, lang, 'funding', String(row['value'])), value: numberIn(row, 'persons'), text: told(numberIn(row, 'persons'), lang) }))} /></Chart>}
        </div>
        <p class="t-src"><span>{fill(t.nationSource, { url: `${new URL(ctx.publicUrl).host}/${lang}/statistics` })}</span></p>
      </div>
    )
  },
})
