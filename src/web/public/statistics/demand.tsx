import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { PlanFactBars } from '../../ui/bars.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Table } from '../../ui/table.tsx'
import { wholeNumber } from '../words.ts'
import { isMisread, loadStatistics, nameOf, numberIn, rowsBy, totalOf, yearShown, yearsOf, type StatisticsData } from './data.ts'
import { ApplicationsForecast } from './forecast.tsx'
import { Frame, Picture, TABLES_OF, told } from './parts.tsx'
import { Trend } from './trend.tsx'
import { STATISTICS } from './texts.ts'

/** Applications beside the seats there were for them, by region and by profession. */
export const demandPage = page<StatisticsData>({
  path: '/statistics/demand', action: 'statistics.read', desk: 'public', access: 'public', keepSeconds: 10,
  load: (ctx, request) => loadStatistics(ctx, request, TABLES_OF.demand),
  isMisread,
  title: (_data, lang) => STATISTICS[lang].themes.demand,
  layout: ({ lang }) => ({ crumbs: [{ text: STATISTICS[lang].title, href: `/${lang}/statistics` }, { text: STATISTICS[lang].themes.demand }] }),
  view: ({ data, lang, ctx }) => {
    const t = STATISTICS[lang]
    const { demand } = data.summary.tables
    const year = yearShown(data, demand, 'running')
    const { filter } = data
    if (filter) {
      return (
        <Frame data={data} lang={lang} theme="demand" demo={ctx.demo} heading={t.themes.demand}>
          <Trend data={data} lang={lang} actor={ctx.actor} table="demand" rowsOf="applications" />
          {filter.by !== 'direction' && <ApplicationsForecast by={filter.by} data={data} lang={lang} actor={ctx.actor} />}
        </Frame>
      )
    }
    const picture = (by: 'region' | 'profession', title: string) => {
      const rows = rowsBy(demand, year, by, 'applications')
      return (
        <Picture id={by} title={title} lead={t.demandLead} table="demand" data={data} lang={lang} actor={ctx.actor} drawing={{ by, year }} rowsAt={{ year }} rowsOf="applications" rows={
          <Table caption={title} captionHidden rowHeaders columns={[{ title: by === 'region' ? t.columns.region : t.columns.profession }, { title: t.columns.applications, numeric: true }, { title: t.columns.seats, numeric: true }]}
            rows={rows.map((row) => ({ key: String(row['value']), cells: [nameOf(data, lang, by, String(row['value'])), told(numberIn(row, 'applications'), lang), wholeNumber(numberIn(row, 'seats') ?? 0, lang)] }))} />
        }>
          <PlanFactBars label={title} rows={rows.slice(0, 20).map((row) => ({ name: nameOf(data, lang, by, String(row['value'])), plan: numberIn(row, 'seats') ?? 0, fact: numberIn(row, 'applications') ?? 0, planText: wholeNumber(numberIn(row, 'seats') ?? 0, lang), factText: told(numberIn(row, 'applications'), lang) }))} />
        </Picture>
      )
    }
    return (
      <Frame data={data} lang={lang} theme="demand" demo={ctx.demo} heading={t.themes.demand} years={yearsOf(demand)} year={year}>
        {totalOf(demand, year) ? <div class="t-duo">{picture('region', fill(t.demandRegion, { year }))}{picture('profession', fill(t.demandProfession, { year }))}</div> : <Empty title={t.themes.demand}>{t.noData}</Empty>}
        <div class="t-duo">{(['region', 'profession'] as const).map((by) => <ApplicationsForecast key={by} by={by} data={data} lang={lang} actor={ctx.actor} />)}</div>
      </Frame>
    )
  },
})
