import { page } from '#platform/http/page.ts'
import type { Language } from '#kernel/localized.ts'
import type { Actor } from '#platform/acts/actor.ts'
import { formatPercent } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { Funnel, PlanFactBars } from '../../ui/bars.tsx'
import { Empty } from '../../ui/empty.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tiles, TileScale, type Tile, type TileStep } from '../../ui/tiles.tsx'
import { tileOf } from '../region-map.tsx'
import { wholeNumber } from '../words.ts'
import { isMisread, loadStatistics, nameOf, numberIn, yearShown, yearsOf, type Rows, type StatisticsData } from './data.ts'
import { VouchersForecast } from './forecast.tsx'
import { Frame, Picture } from './parts.tsx'
import { STATISTICS } from './texts.ts'

const level = (plan: number, fact: number): Tile['level'] => (fact === 0 ? 0 : fact <= plan * 0.25 ? 1 : fact <= plan * 0.6 ? 2 : fact < plan * 0.99 ? 3 : 4)
/** What the shades of the map mean: the share of the plan in force. */
const SHADES = [[1, '≤ 25 %'], [2, '26–60 %'], [3, '61–98 %'], [4, '≥ 99 %']] as const
const cell = (row: Rows[number], column: string): number => numberIn(row, column) ?? 0
/** Over the plan in force: a year that was brought in from the programme's report may be, a year of the ledger cannot. */
const over = (row: Rows[number]): number => Math.max(0, cell(row, 'issued') - cell(row, 'plan_in_force'))

/** The regions as tiles with what they issued, what is over plan marked. */
export function voucherTiles(data: StatisticsData, rows: Rows, lang: Language): { tiles: Tile[]; scale: TileStep[] } {
  const t = STATISTICS[lang]
  const tiles = data.regions.flatMap((region): Tile[] => {
    const place = tileOf(region, lang)
    const row = rows.find((each) => each['region'] === region.kato)
    if (!place || !row) return []
    const [plan, issued] = [cell(row, 'plan_in_force'), cell(row, 'issued')]
    return [{ ...place, value: wholeNumber(issued, lang), spoken: fill(t.spokenOf, { plan: wholeNumber(plan, lang) }), level: level(plan, issued), over: over(row) > 0 ? `+${over(row)}` : undefined }]
  })
  return { tiles, scale: [{ level: 0, text: t.scale.none }, ...SHADES.map(([level, share]) => ({ level, text: `${t.columns.ofPlan}: ${share}` })), { level: 'over', text: t.scale.over }] }
}

/** Plan, issued, gone through, passed: how many of each, and which share of the step before. Where nobody states how many went through, as of 2025, that step is not drawn. */
export function voucherRoad(rows: Rows, lang: Language): { value: number; number: string; label: string; drop?: string }[] {
  const t = STATISTICS[lang]
  const [plan, issued, gone, passed] = (['plan_in_force', 'issued', 'gone_through', 'passed'] as const).map((column) => rows.reduce((all, row) => all + cell(row, column), 0)) as [number, number, number, number]
  const isStated = !generatedIn(rows).has('gone_through')
  const share = (words: string, part: number, of: number) => fill(words, { percent: formatPercent(of ? part / of : 0, lang, 1) })
  return [
    { value: plan, number: wholeNumber(plan, lang), label: t.planWord },
    { value: issued, number: wholeNumber(issued, lang), label: t.issuedWord, drop: share(t.issuedOfPlan, issued, plan) },
    ...(isStated ? [{ value: gone, number: wholeNumber(gone, lang), label: t.goneWord, drop: share(t.goneOfIssued, gone, issued) }] : []),
    { value: passed, number: wholeNumber(passed, lang), label: t.passedWord, drop: isStated ? share(t.passedOfGone, passed, gone) : share(t.passedOfIssued, passed, issued) },
  ]
}

export function VoucherMap({ data, rows, lang, actor, year }: { data: StatisticsData; rows: Rows; lang: Language; actor: Actor; year: number }) {
  const t = STATISTICS[lang]
  const given = rows.filter((row) => cell(row, 'issued') > 0).length
  const title = fill(t.vouchersMap, { year })
  const { tiles, scale } = voucherTiles(data, rows, lang)
  return (
    <Picture id="voucher-map" title={title} lead={fill(t.vouchersLead, { given, all: rows.length })} table="vouchers" data={data} lang={lang} actor={actor} drawing={{ by: 'issued', year }} rowsAt={{ year }} rowsOf="vouchers">
      <Tiles label={title} tiles={tiles} />
      <TileScale label={title} items={scale} />
    </Picture>
  )
}

export function PlanAndFact({ rows, data, lang, actor, year }: { data: StatisticsData; rows: Rows; lang: Language; actor: Actor; year: number }) {
  const t = STATISTICS[lang]
  const sorted = [...rows].sort((a, b) => cell(b, 'issued') - cell(a, 'issued') || (String(a['region']) < String(b['region']) ? -1 : 1))
  return (
    <Picture id="plan-fact" title={t.planFact} lead={t.planFactLead} table="vouchers" data={data} lang={lang} actor={actor} rows={<VoucherTable data={data} rows={rows} lang={lang} />} open={false} rowsAt={{ year }} rowsOf="vouchers" drawing={{ by: 'plan', year }}>
      <PlanFactBars label={t.planFact} rows={sorted.map((row) => ({ name: nameOf(data, lang, 'region', String(row['region'])), plan: cell(row, 'plan_in_force'), fact: cell(row, 'issued'), planText: wholeNumber(cell(row, 'plan_in_force'), lang), factText: wholeNumber(cell(row, 'issued'), lang) }))} />
    </Picture>
  )
}

/** Columns that no source states: their vouchers were made up for the demonstration. */
const generatedIn = (rows: Rows): ReadonlySet<string> => new Set(rows.flatMap((row) => String(row['generated'] ?? '').split(' ')).filter((name) => name !== ''))

function VoucherTable({ data, rows, lang }: { data: StatisticsData; rows: Rows; lang: Language }) {
  const t = STATISTICS[lang]
  const revised = rows.some((row) => cell(row, 'revised') !== 0)
  const columns = ['plan', 'moved', ...(revised ? ['revised'] : []), 'plan_in_force', 'issued', 'gone_through', 'passed', 'annulled']
  const generated = generatedIn(rows)
  const titles = [t.columns.plan, t.columns.moved, ...(revised ? [t.columns.revised] : []), t.columns.planInForce, t.columns.fact, t.columns.goneThrough, t.columns.passed, t.columns.annulled]
  const share = (plan: number, fact: number) => (plan > 0 ? formatPercent(fact / plan, lang, 1) : '')
  const sum = (column: string) => rows.reduce((all, row) => all + cell(row, column), 0)
  return (
    <Table caption={t.planFact} captionHidden rowHeaders columns={[{ title: t.columns.region }, ...titles.map((title, at) => ({ title: generated.has(columns[at]!) ? <>{title}{' '}<abbr title={t.generatedSpoken}>{t.generatedSign}</abbr></> : title, numeric: true })), { title: t.columns.ofPlan, numeric: true }]}
      rows={data.regions.flatMap((region) => {
        const row = rows.find((each) => each['region'] === region.kato)
        return row ? [{ key: region.kato, cells: [nameOf(data, lang, 'region', region.kato), ...columns.map((column) => wholeNumber(cell(row, column), lang)), <>{over(row) > 0 && <span class="t-over">+{over(row)}</span>} {share(cell(row, 'plan_in_force'), cell(row, 'issued'))}</>] }] : []
      })}
      total={[t.columns.total, ...columns.map((column) => wholeNumber(sum(column), lang)), share(sum('plan_in_force'), sum('issued'))]} />
  )
}

/** Vouchers of a year: where they were issued, plan and fact, and the road of a voucher. */
export const vouchersPage = page<StatisticsData>({
  path: '/statistics/vouchers', action: 'statistics.read', desk: 'public', access: 'public', keepSeconds: 10,
  load: loadStatistics,
  isMisread,
  title: (_data, lang) => STATISTICS[lang].themes.vouchers,
  layout: ({ lang }) => ({ crumbs: [{ text: STATISTICS[lang].title, href: `/${lang}/statistics` }, { text: STATISTICS[lang].themes.vouchers }] }),
  view: ({ data, lang, ctx }) => {
    const t = STATISTICS[lang]
    const { vouchers } = data.summary.tables
    const year = yearShown(data, vouchers, 'whole')
    const rows = vouchers.filter((row) => row['year'] === year)
    const sum = (column: string) => rows.reduce((all, row) => all + cell(row, column), 0)
    const beyond = rows.filter((row) => over(row) > 0).map((row) => `${nameOf(data, lang, 'region', String(row['region']))} (+${over(row)})`)
    const common = { data, rows, lang, actor: ctx.actor, year }
    return (
      <Frame data={data} lang={lang} theme="vouchers" demo={ctx.demo} heading={t.themes.vouchers} lead={t.voucherRegion} years={yearsOf(vouchers)} year={year}>
        {rows.length === 0 ? <Empty title={t.themes.vouchers}>{t.vouchersNone}</Empty> : (
          <>
            <div class="t-duo">
              <div class="t-stack"><VoucherMap {...common} />{beyond.length > 0 && <NoticeBox>{fill(t.vouchersOver, { regions: beyond.join(', ') })}</NoticeBox>}</div>
              <div class="t-stack">
                <PlanAndFact {...common} />
                {generatedIn(rows).size > 0 && <NoticeBox tone="sun">{fill(t.vouchersGenerated, { failed: wholeNumber(sum('gone_through') - sum('passed'), lang), annulled: wholeNumber(sum('annulled'), lang), sign: t.generatedSign })}</NoticeBox>}
              </div>
            </div>
            <Picture id="voucher-road" title={fill(t.voucherPath, { year })} table="vouchers" data={data} lang={lang} actor={ctx.actor} drawing={{ by: 'road', year }} rowsAt={{ year }} rowsOf="vouchers">
              <Funnel steps={voucherRoad(rows, lang)} />
            </Picture>
          </>
        )}
        <VouchersForecast data={data} lang={lang} actor={ctx.actor} />
      </Frame>
    )
  },
})
