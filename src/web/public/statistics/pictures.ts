import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { download, type PageRequest } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { svgToPng } from '#platform/pictures/svg-to-png.ts'
import { wholeNumber } from '../words.ts'
import { loadStatistics, nameOf, numberIn, rowsBy, totalOf, yearShown, yearsOf, type StatisticsData } from './data.ts'
import { drawBars, type Drawing, type DrawnRow } from './drawing.ts'
import { told } from './parts.tsx'
import { STATISTICS } from './texts.ts'

const DRAWN = ['region', 'month', 'funding', 'direction', 'profession'] as const

/** A picture of a table, to be put into a report: it says its day and its source. */
function drawingOf(data: StatisticsData, lang: Language, table: string, by: string, publicUrl: string, demo: boolean): Drawing {
  const t = STATISTICS[lang]
  const { recognised, vouchers } = data.summary.tables
  const row = (label: string, value: number | undefined, outline?: number): DrawnRow => ({ label, value: value ?? 0, text: outline === undefined ? told(value, lang) : `${told(value, lang)} / ${wholeNumber(outline, lang)}`, outline })
  const frame = { subtitle: [fill(t.asOf, { date: formatDay(data.asOf, lang) }), ...(demo ? [t.demoShort] : [])].join(' · '), source: fill(t.nationSource, { url: `${new URL(publicUrl).host}/${lang}/statistics` }) }
  if (table === 'recognised' && by === 'year') {
    return { ...frame, title: `${t.themes.recognised}: ${t.byYear}`, rows: [...yearsOf(recognised)].reverse().map((year) => row(String(year), numberIn(totalOf(recognised, year), 'persons'))) }
  }
  const dimension = DRAWN.find((each) => each === by)
  if (table === 'recognised' && dimension) {
    const year = yearShown(data, recognised, 'whole')
    const rows = rowsBy(recognised, year, dimension, 'persons')
    const ordered = dimension === 'month' ? [...rows].sort((a, b) => (String(a['value']) < String(b['value']) ? -1 : 1)) : rows.slice(0, 40)
    const title = { region: t.byRegion, month: t.byMonth, funding: t.byFunding, direction: t.byDirection, profession: t.byProfession }[dimension]
    return { ...frame, title: `${t.themes.recognised}: ${title}, ${year}`, rows: ordered.map((each) => row(nameOf(data, lang, dimension, String(each['value'])), numberIn(each, 'persons'))) }
  }
  if (table === 'vouchers') {
    const year = yearShown(data, vouchers, 'whole')
    const rows = vouchers.filter((each) => each['year'] === year).sort((a, b) => Number(b['issued']) - Number(a['issued']))
    return { ...frame, title: `${t.themes.vouchers}: ${t.planFact}, ${year}`, rows: rows.map((each) => row(nameOf(data, lang, 'region', String(each['region'])), numberIn(each, 'issued'), numberIn(each, 'plan_in_force') ?? 0)) }
  }
  throw new Denial('not-found')
}

async function pictureOf(ctx: Ctx, request: PageRequest, table: string): Promise<string> {
  const data = await loadStatistics(ctx, request)
  return drawBars(drawingOf(data, request.lang, table, request.query.get('by') ?? '', ctx.publicUrl, ctx.demo))
}

/** Each drawn table as SVG and PNG. */
export const pictureDownloads = (['recognised', 'vouchers'] as const).flatMap((table) => [
  download({
    path: `/statistics/pictures/${table}.svg`, action: 'statistics.read', access: 'public',
    handle: async (ctx, request) => ({ body: new TextEncoder().encode(await pictureOf(ctx, request, table)), mediaType: 'image/svg+xml', filename: `tanu-${table}.svg` }),
  }),
  download({
    path: `/statistics/pictures/${table}.png`, action: 'statistics.read', access: 'public',
    handle: async (ctx, request) => ({ body: await svgToPng(await pictureOf(ctx, request, table)), mediaType: 'image/png', filename: `tanu-${table}.png` }),
  }),
])
