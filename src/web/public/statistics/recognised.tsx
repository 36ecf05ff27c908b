import { page } from '#platform/http/page.ts'
import type { Language } from '#kernel/localized.ts'
import { formatPercent } from '#platform/i18n/format.ts'
import type { Dimension } from '#modules/statistics/index.ts'
import { Table } from '../../ui/table.tsx'
import { Columns, ValueBars } from '../../ui/value-bars.tsx'
import { isMisread, loadStatistics, nameOf, numberIn, rowsBy, totalOf, yearShown, yearsOf, type Rows, type StatisticsData } from './data.ts'
import { Country, Frame, Picture, TABLES_OF, told } from './parts.tsx'
import { Trend } from './trend.tsx'
import { YearColumns } from './overview.tsx'
import { STATISTICS } from './texts.ts'

/** Longer lists show their head; the table beside has all of it. */
const SHOWN = 15

function dimensionTable(data: StatisticsData, lang: Language, rows: Rows, by: Dimension, caption: string, title: string, total: number | undefined) {
  const t = STATISTICS[lang]
  return (
    <Table caption={caption} captionHidden rowHeaders columns={[{ title }, { title: t.columns.persons, numeric: true }, { title: t.columns.share, numeric: true }]}
      rows={rows.map((row) => {
        const value = numberIn(row, 'persons')
        return { key: String(row['value']), cells: [nameOf(data, lang, by, String(row['value'])), told(value, lang), value !== undefined && total ? formatPercent(value / total, lang, 1) : ''] }
      })} />
  )
}

/** Who was recognised: by year, month, region, direction, who paid, profession; and the cohorts of holders. */
export const recognisedPage = page<StatisticsData>({
  path: '/statistics/recognised', action: 'statistics.read', desk: 'public', access: 'public', keepSeconds: 10,
  load: (ctx, request) => loadStatistics(ctx, request, TABLES_OF.recognised),
  isMisread,
  title: (_data, lang) => STATISTICS[lang].themes.recognised,
  layout: ({ lang }) => ({ crumbs: [{ text: STATISTICS[lang].title, href: `/${lang}/statistics` }, { text: STATISTICS[lang].themes.recognised }] }),
  view: ({ data, lang, ctx }) => {
    const t = STATISTICS[lang]
    const { recognised, holders } = data.summary.tables
    const year = yearShown(data, recognised, 'whole')
    const total = numberIn(totalOf(recognised, year), 'persons')
    const of = (by: Dimension) => rowsBy(recognised, year, by, 'persons')
    const bars = (by: Dimension) => of(by).slice(0, SHOWN).map((row) => ({ name: nameOf(data, lang, by, String(row['value'])), value: numberIn(row, 'persons'), text: told(numberIn(row, 'persons'), lang) }))
    const regions = of('region')
    const months = of('month')
    const common = { data, lang, actor: ctx.actor }
    if (data.filter) return <Frame data={data} lang={lang} theme="recognised" demo={ctx.demo} heading={t.themes.recognised}><Trend {...common} table="recognised" /></Frame>
    return (
      <Frame data={data} lang={lang} theme="recognised" demo={ctx.demo} heading={t.themes.recognised} years={yearsOf(recognised)} year={year}>
        <div class="t-duo">
          <YearColumns {...common} />
          <Picture {...common} id="months" title={`${t.byMonth}, ${year}`} table="recognised" drawing={{ by: 'month', year }} rowsAt={{ year }} rows={dimensionTable(data, lang, [...months].sort((a, b) => (String(a['value']) < String(b['value']) ? -1 : 1)), 'month', t.byMonth, t.columns.month, total)}>
            <Columns label={t.byMonth} items={t.months.map((label, place) => {
              const row = months.find((each) => Number(each['value']) === place + 1)
              const value = row ? numberIn(row, 'persons') : 0
              return { label, value, text: told(value, lang) }
            })} />
          </Picture>
        </div>
        <div class="t-duo">
          <Picture {...common} id="regions" title={`${t.byRegion}, ${year}`} lead={t.byRegionLead} table="recognised" drawing={{ by: 'region', year }} rowsAt={{ year }} rows={dimensionTable(data, lang, regions, 'region', t.byRegion, t.columns.region, total)}>
            <Country label={t.byRegion} data={data} lang={lang} spoken={t.spoken} valueOf={(kato) => { const row = regions.find((each) => each['value'] === kato); return row ? numberIn(row, 'persons') : 0 }} />
          </Picture>
          <div>
            <Picture {...common} id="funding" title={`${t.byFunding}, ${year}`} table="recognised" drawing={{ by: 'funding', year }} rowsAt={{ year }} rows={dimensionTable(data, lang, of('funding'), 'funding', t.byFunding, t.columns.funding, total)}>
              <ValueBars label={t.byFunding} rows={bars('funding')} />
            </Picture>
            <Picture {...common} id="directions" title={`${t.byDirection}, ${year}`} table="recognised" drawing={{ by: 'direction', year }} rowsAt={{ year }} rows={dimensionTable(data, lang, of('direction'), 'direction', t.byDirection, t.columns.direction, total)}>
              <ValueBars label={t.byDirection} rows={bars('direction')} />
            </Picture>
          </div>
        </div>
        <Picture {...common} id="professions" title={`${t.byProfession}, ${year}`} table="recognised" drawing={{ by: 'profession', year }} rowsAt={{ year }} rows={dimensionTable(data, lang, of('profession'), 'profession', t.byProfession, t.columns.profession, total)}>
          <ValueBars label={t.byProfession} rows={bars('profession')} />
        </Picture>
        <Picture {...common} id="cohorts" title={t.cohorts} lead={t.cohortsLead} table="holders" drawing={{ by: 'year' }} rowsAt={{}} open rows={
          <Table caption={t.cohorts} captionHidden rowHeaders columns={[{ title: t.columns.year }, { title: t.columns.persons, numeric: true }, { title: t.columns.valid, numeric: true }, { title: t.columns.notValid, numeric: true }, { title: t.columns.share, numeric: true }]}
            rows={holders.map((row) => {
              const [persons, valid] = [numberIn(row, 'persons'), numberIn(row, 'valid')]
              return { key: String(row['first_year']), cells: [String(row['first_year']), told(persons, lang), told(valid, lang), told(numberIn(row, 'not_valid'), lang), persons && valid !== undefined ? formatPercent(valid / persons, lang) : ''] }
            })} />
        }><></></Picture>
      </Frame>
    )
  },
})
