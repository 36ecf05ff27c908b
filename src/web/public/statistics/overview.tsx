import { page } from '#platform/http/page.ts'
import { yearOf } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Actor } from '#platform/acts/actor.ts'
import { formatPercent } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Figures, type FigureProps } from '../../ui/figure.tsx'
import { Table } from '../../ui/table.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { Details } from '../../ui/why.tsx'
import { Columns } from '../../ui/value-bars.tsx'
import { wholeNumber } from '../words.ts'
import { isMisread, loadStatistics, numberIn, rowsBy, totalOf, yearShown, yearsOf, type StatisticsData } from './data.ts'
import { FigureTable } from './figure-table.tsx'
import { addressOf, Country, Frame, Picture, told } from './parts.tsx'
import { STATISTICS } from './texts.ts'

export const figureIn = (data: StatisticsData, key: statistics.FigureKey): number | undefined => numberIn(data.summary.tables.figures.find((row) => row['key'] === key), 'value')

/** The four numbers of the country with their words. */
export function mainFigures(data: StatisticsData, lang: Language): FigureProps[] {
  const t = STATISTICS[lang]
  const { recognised } = data.summary.tables
  const year = yearShown(data, recognised, 'whole')
  const [total, voluntary, mandatory, covered] = (['professions_total', 'professions_voluntary', 'professions_mandatory', 'professions_covered_by_centres'] as const).map((key) => figureIn(data, key) ?? 0)
  const voucher = rowsBy(recognised, year, 'funding', 'persons').find((row) => row['value'] === 'voucher')
  const recognisedText = [fill(t.recognised, { year }), voucher && fill(t.byVoucher, { voucher: told(numberIn(voucher, 'persons'), lang) })].filter(Boolean).join(', ')
  return [
    { number: told(figureIn(data, 'documents_total'), lang), label: t.holders },
    { number: told(numberIn(totalOf(recognised, year), 'persons') ?? (totalOf(recognised, year) ? undefined : 0), lang), label: recognisedText },
    { number: wholeNumber(total!, lang), label: fill(t.professions, { voluntary: wholeNumber(voluntary!, lang), mandatory: wholeNumber(mandatory!, lang) }), share: total ? voluntary! / total : 0 },
    { number: wholeNumber(figureIn(data, 'centres') ?? 0, lang), label: fill(t.centres, { covered: wholeNumber(covered!, lang), percent: formatPercent(voluntary ? covered! / voluntary : 0, lang, 1) }), share: voluntary ? covered! / voluntary : 0 },
  ]
}

/** People recognised in each year, the last one up to the day. */
export function YearColumns({ data, lang, actor, id = 'by-year' }: { data: StatisticsData; lang: Language; actor: Actor; id?: string }) {
  const t = STATISTICS[lang]
  const rows = [...yearsOf(data.summary.tables.recognised)].reverse().map((year) => ({ year, persons: numberIn(totalOf(data.summary.tables.recognised, year), 'persons') }))
  return (
    <Picture id={id} title={t.byYear} lead={t.byYearLead} table="recognised" data={data} lang={lang} actor={actor} drawing={{ by: 'year' }} rowsAt={{}}
      rows={<Table caption={t.byYear} captionHidden rowHeaders columns={[{ title: t.columns.year }, { title: t.columns.persons, numeric: true }]} rows={rows.map((row) => ({ key: row.year, cells: [String(row.year), told(row.persons, lang)] }))} />}>
      <Columns label={t.byYear} items={rows.map((row) => ({ label: String(row.year), value: row.persons, text: told(row.persons, lang), current: row.year === yearOf(data.asOf) }))} />
    </Picture>
  )
}

/** The nation in numbers: the main figures, the years, the regions, and the way to every theme. */
export const overviewPage = page<StatisticsData>({
  path: '/statistics', action: 'statistics.read', desk: 'public', access: 'public', keepSeconds: 10,
  load: loadStatistics,
  isMisread,
  title: (_data, lang) => STATISTICS[lang].title,
  layout: ({ lang }) => ({ crumbs: [{ text: STATISTICS[lang].home, href: `/${lang}` }, { text: STATISTICS[lang].title }], description: STATISTICS[lang].lead }),
  view: ({ data, lang, ctx }) => {
    const t = STATISTICS[lang]
    const { recognised } = data.summary.tables
    const year = yearShown(data, recognised, 'whole')
    const regions = rowsBy(recognised, year, 'region', 'persons')
    return (
      <Frame data={data} lang={lang} theme="overview" demo={ctx.demo} heading={t.title} lead={t.lead} years={yearsOf(recognised)} year={year}>
        <Figures framed items={mainFigures(data, lang)} />
        <Details summary={`${t.table}: ${statistics.messages[lang].tables.figures.title}`}>
          <FigureTable caption={statistics.messages[lang].tables.figures.title} data={data} lang={lang} actor={ctx.actor} rows={data.summary.tables.figures} />
        </Details>
        <div class="t-duo">
          <YearColumns data={data} lang={lang} actor={ctx.actor} />
          <Picture id="by-region" title={`${t.byRegion}, ${year}`} lead={t.byRegionLead} table="recognised" data={data} lang={lang} actor={ctx.actor} drawing={{ by: 'region', year }} rowsAt={{ year }}
            rows={<Table caption={t.byRegion} captionHidden rowHeaders columns={[{ title: t.columns.region }, { title: t.columns.persons, numeric: true }]}
              rows={data.regions.map((region) => [region, regions.find((row) => row['value'] === region.kato)] as const).map(([region, row]) => ({ key: region.kato, cells: [{ kk: region.nameKk, ru: region.nameRu, en: region.nameEn }[lang], row ? told(numberIn(row, 'persons'), lang) : '0'] }))} />}>
            <Country label={t.byRegion} data={data} lang={lang} spoken={t.spoken} valueOf={(kato) => { const row = regions.find((each) => each['value'] === kato); return row ? numberIn(row, 'persons') : 0 }} />
          </Picture>
        </div>
        <section class="t-block">
          <h2>{t.openDataLink}</h2>
          <p>{t.openData}</p>
          <Details summary={t.recompute}><p>{t.recomputeText}</p></Details>
          <IconLinks links={[{ href: `/${lang}/open-data#statistics`, text: t.openDataLink, icon: 'database' }, { href: addressOf(lang, 'nation', data), text: t.print, icon: 'printer' }, { href: `/api/v1/statistics/overview?asOf=${data.asOf}`, text: 'JSON', icon: 'download' }]} />
        </section>
      </Frame>
    )
  },
})
