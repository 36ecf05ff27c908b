import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { download, type PageRequest } from '#platform/http/page.ts'
import { formatDay, formatPercent } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { svgToPng } from '#platform/pictures/svg-to-png.ts'
import * as statistics from '#modules/statistics/index.ts'
import { wholeNumber } from '../words.ts'
import { loadStatistics, nameOf, numberIn, rowsBy, totalOf, yearShown, yearsOf, type StatisticsData } from './data.ts'
import { draw, type DrawnFrame, type DrawnRow, type Drawing } from './drawing.ts'
import { countryTiles, told } from './parts.tsx'
import { APPEAL_ENDS, byYear, daysText } from './times-and-appeals.tsx'
import { STATISTICS } from './texts.ts'
import { trendRows, trendTitle } from './trend.tsx'
import { voucherRoad, voucherTiles } from './vouchers.tsx'

const PICTURED = ['recognised', 'vouchers', 'demand', 'outcomes', 'forecast', 'funnel', 'terms', 'register', 'centres', 'covered', 'holders', 'times', 'appeals'] as const
const DRAWN = ['region', 'month', 'funding', 'direction', 'profession'] as const

/** A picture of a table, to be put into a report: it says its day and its source. */
function drawingOf(data: StatisticsData, lang: Language, table: string, by: string, publicUrl: string, demo: boolean): Drawing {
  const t = STATISTICS[lang]
  const { recognised, vouchers } = data.summary.tables
  const row = (label: string, value: number | undefined, outline?: number): DrawnRow => ({ label, value: value ?? 0, text: outline === undefined ? told(value, lang) : `${told(value, lang)} / ${wholeNumber(outline, lang)}`, outline })
  const frame = { subtitle: [fill(t.asOf, { date: formatDay(data.asOf, lang) }), ...(data.filter ? [nameOf(data, lang, data.filter.by, data.filter.value)] : []), ...(demo ? [t.demoShort] : [])].join(' · '), source: fill(t.nationSource, { url: `${new URL(publicUrl).host}/${lang}/statistics` }) }
  if (table === 'recognised' && by === 'year' && data.filter) return { ...frame, title: trendTitle(data, lang, table), rows: trendRows(data, lang, table) }
  if (table === 'recognised' && by === 'year') {
    return { ...frame, title: `${t.themes.recognised}: ${t.byYear}`, rows: [...yearsOf(recognised)].reverse().map((year) => row(String(year), numberIn(totalOf(recognised, year), 'persons'))) }
  }
  if ((table === 'outcomes' || table === 'demand') && by === 'year') return { ...frame, title: trendTitle(data, lang, table), rows: trendRows(data, lang, table) }
  const dimension = DRAWN.find((each) => each === by)
  if (table === 'recognised' && dimension) {
    const year = yearShown(data, recognised, 'whole')
    const rows = rowsBy(recognised, year, dimension, 'persons')
    const ordered = dimension === 'month' ? [...rows].sort((a, b) => (String(a['value']) < String(b['value']) ? -1 : 1)) : rows.slice(0, 40)
    if (dimension === 'region') {
      const valueOf = (kato: string) => { const found = rows.find((each) => each['value'] === kato); return found ? numberIn(found, 'persons') : 0 }
      return { ...frame, title: `${t.themes.recognised}: ${t.byRegion}, ${year}`, ...countryTiles({ data, lang, spoken: t.spoken, valueOf }) }
    }
    const title = { month: t.byMonth, funding: t.byFunding, direction: t.byDirection, profession: t.byProfession }[dimension]
    return { ...frame, title: `${t.themes.recognised}: ${title}, ${year}`, rows: ordered.map((each) => row(nameOf(data, lang, dimension, String(each['value'])), numberIn(each, 'persons'))) }
  }
  if (table === 'vouchers') {
    const year = yearShown(data, vouchers, 'whole')
    const rows = vouchers.filter((each) => each['year'] === year).sort((a, b) => Number(b['issued']) - Number(a['issued']))
    if (by === 'issued') return { ...frame, title: fill(t.vouchersMap, { year }), ...voucherTiles(data, rows, lang) }
    if (by === 'road') {
      const steps = voucherRoad(rows, lang)
      return { ...frame, title: fill(t.voucherPath, { year }), rows: steps.map((step, at) => ({ label: step.label, value: step.value, text: at > 0 && steps[at - 1]!.value > 0 ? `${step.number} (${formatPercent(step.value / steps[at - 1]!.value, lang, 1)})` : step.number })) }
    }
    return { ...frame, title: `${t.themes.vouchers}: ${t.planFact}, ${year}`, rows: rows.map((each) => row(nameOf(data, lang, 'region', String(each['region'])), numberIn(each, 'issued'), numberIn(each, 'plan_in_force') ?? 0)) }
  }
  return drawnBeside(data, lang, table, by, frame, row)
}

/** The other tables that have a picture. */
function drawnBeside(data: StatisticsData, lang: Language, table: string, by: string, frame: Omit<DrawnFrame, 'title'>, row: (label: string, value: number | undefined, outline?: number) => DrawnRow): Drawing {
  const t = STATISTICS[lang]
  const { demand, outcomes, forecast, funnel, terms, register, centres, covered, holders, times, appeals } = { ...data.summary.tables, register: data.shown.register, centres: data.shown.centres, covered: data.shown.covered, forecast: data.shown.forecast }
  const place = by === 'region' || by === 'profession' ? by : undefined
  if (table === 'demand' && place) {
    const year = yearShown(data, demand, 'running')
    return { ...frame, title: `${t.themes.demand}: ${fill(place === 'region' ? t.demandRegion : t.demandProfession, { year })}`, rows: rowsBy(demand, year, place, 'applications').slice(0, 40).map((each) => row(nameOf(data, lang, place, String(each['value'])), numberIn(each, 'applications'), numberIn(each, 'seats') ?? 0)) }
  }
  if (table === 'outcomes' && place) {
    const year = yearShown(data, outcomes, 'running')
    const rows = rowsBy(outcomes, year, place, 'decided').slice(0, 40).map((each): DrawnRow => {
      const [passed, decided] = [numberIn(each, 'passed'), numberIn(each, 'decided')]
      const rate = passed !== undefined && numberIn(each, 'failed') !== undefined && decided ? statistics.wilson(passed, decided) : undefined
      return { label: nameOf(data, lang, place, String(each['value'])), value: rate?.share ?? 0, outline: rate ? 1 : 0, text: rate ? `${formatPercent(rate.share, lang)} (${formatPercent(rate.low, lang)} – ${formatPercent(rate.high, lang)})` : t.withheldMark }
    })
    return { ...frame, title: `${fill(t.outcomesTitle, { year })}: ${place === 'region' ? t.byRegion : t.byProfession}`, rows }
  }
  if (table === 'forecast') {
    const of = by === 'vouchers' ? 'vouchers' : 'applications'
    const rows = forecast.filter((each) => each['of'] === of && each['by'] === (of === 'vouchers' ? 'region' : place)).sort((a, b) => (numberIn(b, 'expected') ?? -1) - (numberIn(a, 'expected') ?? -1)).slice(0, 40)
    const title = of === 'vouchers' ? t.forecast.vouchers : place === 'region' ? t.forecast.byRegion : t.forecast.byProfession
    return { ...frame, title, rows: rows.map((each) => row(nameOf(data, lang, String(each['by']), String(each['value'])), numberIn(each, 'expected'), numberIn(each, 'capacity') ?? 0)) }
  }
  if (table === 'funnel') {
    const year = yearShown(data, funnel, 'running')
    return { ...frame, title: fill(t.funnelTitle, { year }), rows: funnel.filter((each) => each['year'] === year).map((each) => row(t.milestones[String(each['milestone'])] ?? '', numberIn(each, 'cases'))) }
  }
  if (table === 'terms') {
    const year = yearShown(data, terms, 'running')
    return { ...frame, title: fill(t.termsTitle, { year }), rows: terms.filter((each) => each['year'] === year).map((each) => row(`${each['rule']}. ${t.rules[String(each['rule'])]}`, numberIn(each, 'kept'), numberIn(each, 'terms') ?? 0)) }
  }
  if (table === 'register') {
    const directions = [...Map.groupBy(register, (each) => String(each['direction']))].map(([direction, members]) => ({ direction, count: members.reduce((sum, each) => sum + (numberIn(each, 'professions') ?? 0), 0) })).sort((a, b) => b.count - a.count)
    return { ...frame, title: t.registerDirections, rows: directions.map((each) => row(nameOf(data, lang, 'direction', each.direction), each.count)) }
  }
  if (table === 'covered') {
    const directions = [...Map.groupBy(covered, (each) => String(each['direction']))].map(([direction, members]) => ({ direction, count: members.length })).sort((a, b) => b.count - a.count)
    const voluntary = (direction: string): number => numberIn(register.find((each) => each['direction'] === direction && each['track'] === 'voluntary'), 'professions') ?? 0
    return { ...frame, title: t.coveredTitle, rows: directions.map((each) => row(nameOf(data, lang, 'direction', each.direction), each.count, voluntary(each.direction))) }
  }
  if (table === 'times') {
    const days = byYear(times)
    // The bar is the median, its outline the 90th percentile.
    return { ...frame, title: `${t.timesTitle}: ${t.columns.median} / ${t.columns.p90}`, rows: days.map((each): DrawnRow => ({ label: String(each['year']), value: numberIn(each, 'median_days') ?? 0, outline: numberIn(each, 'p90_days') ?? 0, text: daysText(each, lang) })) }
  }
  if (table === 'appeals' && by === 'end') {
    const year = yearShown(data, appeals, 'running')
    const chosen = appeals.find((each) => each['year'] === year)
    return { ...frame, title: fill(t.appealsFate, { year }), rows: APPEAL_ENDS.map(([column, word]) => row(t.columns[word], numberIn(chosen, column))) }
  }
  if (table === 'appeals') return { ...frame, title: `${t.appealsTitle}: ${t.byYear}`, rows: byYear(appeals).map((each) => row(String(each['year']), numberIn(each, 'lodged'))) }
  if (table === 'holders') return { ...frame, title: t.cohorts, rows: holders.map((each) => row(String(each['first_year']), numberIn(each, 'valid'), numberIn(each, 'persons') ?? 0)) }
  if (table === 'centres') {
    const inRegion = (kato: string) => new Set(centres.filter((each) => each['region'] === kato).map((each) => each['centre'])).size
    return { ...frame, title: t.centresMap, ...countryTiles({ data, lang, spoken: t.columns.centres, valueOf: inRegion }) }
  }
  throw new Denial('not-found')
}

async function pictureOf(ctx: Ctx, request: PageRequest, table: (typeof PICTURED)[number]): Promise<string> {
  const data = await loadStatistics(ctx, request, [table])
  if (data.wrongDay) throw new Denial('statistics.day-wrong')
  if (data.wrongFilter) throw new Denial('statistics.filter-wrong')
  return draw(drawingOf(data, request.lang, table, request.query.get('by') ?? '', ctx.publicUrl, ctx.demo))
}

/** Each drawn table as SVG and PNG. */
export const pictureDownloads = PICTURED.flatMap((table) => [
  download({
    path: `/statistics/pictures/${table}.svg`, action: 'statistics.read', access: 'public',
    handle: async (ctx, request) => ({ body: new TextEncoder().encode(await pictureOf(ctx, request, table)), mediaType: 'image/svg+xml', filename: `tanu-${table}.svg` }),
  }),
  download({
    path: `/statistics/pictures/${table}.png`, action: 'statistics.read', access: 'public',
    handle: async (ctx, request) => ({ body: await svgToPng(await pictureOf(ctx, request, table)), mediaType: 'image/png', filename: `tanu-${table}.png` }),
  }),
])
