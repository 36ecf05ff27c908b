import { page } from '#platform/http/page.ts'
import * as statistics from '#modules/statistics/index.ts'
import { Figures } from '../../ui/figure.tsx'
import { Table } from '../../ui/table.tsx'
import { PlanFactBars } from '../../ui/bars.tsx'
import { ValueBars } from '../../ui/value-bars.tsx'
import { wholeNumber } from '../words.ts'
import { isMisread, loadStatistics, nameOf, numberIn, type StatisticsData } from './data.ts'
import { FigureTable } from './figure-table.tsx'
import { Country, Frame, Picture, TABLES_OF } from './parts.tsx'
import { figureIn } from './overview.tsx'
import { STATISTICS } from './texts.ts'

/** The register of professions and the centres of the day: by direction, track, region and city; the norms beside. */
export const registerPage = page<StatisticsData>({
  path: '/statistics/register', action: 'statistics.read', desk: 'public', access: 'public', keepSeconds: 10,
  load: (ctx, request) => loadStatistics(ctx, request, TABLES_OF.register),
  isMisread,
  title: (_data, lang) => STATISTICS[lang].themes.register,
  layout: ({ lang }) => ({ crumbs: [{ text: STATISTICS[lang].title, href: `/${lang}/statistics` }, { text: STATISTICS[lang].themes.register }] }),
  view: ({ data, lang, ctx }) => {
    const t = STATISTICS[lang]
    const { register, centres, covered } = data.shown
    // Of a region the professions, of a profession the centres are not told here.
    const has = (table: statistics.TableId) => !data.filter || statistics.FILTERS_OF[table].includes(data.filter.by)
    const common = { data, lang, actor: ctx.actor }
    const figure = (key: statistics.FigureKey) => wholeNumber(figureIn(data, key) ?? 0, lang)
    const directions = [...new Set(register.map((row) => String(row['direction'])))].map((direction) => {
      const of = (track: string) => numberIn(register.find((row) => row['direction'] === direction && row['track'] === track), 'professions') ?? 0
      return { direction, voluntary: of('voluntary'), mandatory: of('mandatory') }
    }).sort((a, b) => b.voluntary - a.voluntary || b.mandatory - a.mandatory)
    const inRegion = (kato: string) => new Set(centres.filter((row) => row['region'] === kato).map((row) => row['centre'])).size
    const places = [...Map.groupBy(centres, (row) => `${row['region']}|${row['place_ru']}`).values()].map((rows) => ({ place: String(rows[0]![lang === 'kk' ? 'place_kk' : 'place_ru']), rows, count: new Set(rows.map((row) => row['centre'])).size })).sort((a, b) => b.count - a.count || (a.place < b.place ? -1 : 1))
    const ours = [...new Set(covered.map((row) => String(row['direction'])))].map((direction) => ({ direction, count: covered.filter((row) => row['direction'] === direction).length })).sort((a, b) => b.count - a.count)
    return (
      <Frame data={data} lang={lang} theme="register" demo={ctx.demo} heading={t.themes.register}>
        {!data.filter && <Figures framed items={[
          { number: figure('professions_total'), label: `${statistics.messages[lang].figures.professions_total.label}: ${figure('professions_voluntary')} + ${figure('professions_mandatory')}` },
          { number: figure('centres'), label: statistics.messages[lang].figures.centres.label }, { number: figure('sector_state_bodies'), label: t.bodies }, { number: figure('cities_with_centres'), label: t.cities },
        ]} />}
        {has('register') && <Picture {...common} id="directions" title={t.registerDirections} table="register" drawing={{ by: 'direction' }} openRows="/professions" rows={
          <Table caption={t.registerDirections} captionHidden rowHeaders columns={[{ title: t.columns.direction }, { title: t.columns.voluntary, numeric: true }, { title: t.columns.mandatory, numeric: true }]}
            rows={directions.map((each) => ({ key: each.direction, cells: [nameOf(data, lang, 'direction', each.direction), wholeNumber(each.voluntary, lang), wholeNumber(each.mandatory, lang)] }))} />
        }>
          <ValueBars label={t.registerDirections} rows={directions.map((each) => ({ name: nameOf(data, lang, 'direction', each.direction), value: each.voluntary + each.mandatory, text: wholeNumber(each.voluntary + each.mandatory, lang) }))} />
        </Picture>}
        {has('centres') && <div class="t-duo">
          {data.filter?.by !== 'region' && <Picture {...common} id="map" title={t.centresMap} table="centres" drawing={{ by: 'region' }} openRows="/centres" rows={
            <Table caption={t.centresMap} captionHidden rowHeaders columns={[{ title: t.columns.region }, { title: t.columns.centres, numeric: true }]} rows={data.regions.map((region) => ({ key: region.kato, cells: [nameOf(data, lang, 'region', region.kato), String(inRegion(region.kato))] }))} />
          }><Country label={t.centresMap} data={data} lang={lang} spoken={t.columns.centres} valueOf={inRegion} /></Picture>}
          <Picture {...common} id="cities" title={t.centresCity} table="centres" openRows="/centres" open rows={
            <Table caption={t.centresCity} captionHidden rowHeaders columns={[{ title: t.columns.city }, { title: t.columns.centres, numeric: true }, { title: t.columns.direction }]}
              rows={places.map(({ place, rows, count }) => ({
                key: place, cells: [place, String(count), [...Map.groupBy(rows.filter((row) => row['direction'] !== ''), (row) => String(row['direction']))].map(([direction, members]) => `${nameOf(data, lang, 'direction', direction)} (${members.length})`).join(', ')],
              }))} />
          }><></></Picture>
        </div>}
        {has('covered') && <Picture {...common} id="covered" title={t.coveredTitle} table="covered" drawing={{ by: 'direction' }} openRows="/professions" rows={
          <Table caption={t.coveredTitle} captionHidden rowHeaders columns={[{ title: t.columns.profession }, { title: t.columns.direction }, { title: t.columns.centres, numeric: true }]}
            rows={covered.map((row) => ({ key: String(row['profession']), cells: [<a href={`/${lang}/professions/${row['profession']}`}>{nameOf(data, lang, 'profession', String(row['profession']))}</a>, nameOf(data, lang, 'direction', String(row['direction'])), String(row['centres'])] }))} />
        }>
          <PlanFactBars label={t.coveredTitle} rows={ours.map(({ direction, count }) => {
            const plan = directions.find((each) => each.direction === direction)?.voluntary ?? 0
            return { name: nameOf(data, lang, 'direction', direction), plan, fact: count, planText: wholeNumber(plan, lang), factText: wholeNumber(count, lang) }
          })} />
        </Picture>}
        {!data.filter && <section class="t-block">
          <h2>{t.norms}</h2>
          <p>{t.normsLead}</p>
          <FigureTable caption={t.norms} data={data} lang={lang} actor={ctx.actor} rows={data.summary.tables.figures.filter((row) => row['source'] !== 'rows')} />
        </section>}
      </Frame>
    )
  },
})
