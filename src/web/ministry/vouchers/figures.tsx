import type { Language } from '#kernel/localized.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { REGION_TILES } from '#modules/register/index.ts'
import type { PlanDesk } from '#modules/vouchers/index.ts'
import { tileNames } from '../../public/region-map.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Tiles, TileScale, type Tile } from '../../ui/tiles.tsx'
import { nameOf, type Report } from './report.tsx'
import { vouchersText } from './vouchers-text.ts'

type RegionFigures = PlanDesk['figures'][number]
const KEYS = ['plan', 'moved', 'revised', 'planInForce', 'reserved', 'waiting', 'issued', 'goneThrough', 'passed', 'annulled'] as const
type Numbers = Pick<RegionFigures, (typeof KEYS)[number]>

/** Every column added up by itself. */
export function totalOf(figures: readonly RegionFigures[]): Numbers {
  return Object.fromEntries(KEYS.map((key) => [key, figures.reduce((sum, row) => sum + row[key], 0)])) as unknown as Numbers
}

function levelOf({ issued, planInForce }: RegionFigures): Tile['level'] {
  if (issued === 0) return 0
  const share = issued / Math.max(1, planInForce)
  return share < 0.34 ? 1 : share < 0.67 ? 2 : share < 1 ? 3 : 4
}

/** The country as twenty tiles: vouchers issued, the shade is the share of the plan in force. */
export function VoucherMap({ report, lang }: { report: Report; lang: Language }) {
  const words = vouchersText(lang)
  const tiles = report.desk.figures.flatMap((row): Tile[] => {
    const place = REGION_TILES[row.region]
    const [short, shorter] = tileNames(lang)[row.region] ?? []
    if (!place || !short) return []
    return [{
      name: nameOf(report, row.region, lang), short, shorter, value: formatNumber(row.issued, lang), spoken: fill(words.spoken, { plan: formatNumber(row.planInForce, lang) }), ...place, level: levelOf(row),
      over: row.overPlan ? `+${row.issued - row.planInForce}` : undefined,
    }]
  })
  const { scale } = words
  return (
    <div class="t-map">
      <Tiles label={words.map} tiles={tiles} />
      <div>
        <p>{words.mapLead}</p>
        <TileScale label={words.map} items={[{ level: 0, text: scale.none }, { level: 1, text: scale.third }, { level: 2, text: scale.most }, { level: 3, text: scale.nearly }, { level: 4, text: scale.full }, { level: 'over', text: scale.over }]} />
      </div>
    </div>
  )
}

/** The table behind the map, in the order of the slides. On a telephone it is moved sideways: twenty cards of eight lines nobody compares. */
export function VoucherTable({ report, lang }: { report: Report; lang: Language }) {
  const words = vouchersText(lang)
  const { columns: c } = words
  const n = (value: number) => formatNumber(value, lang)
  const signed = (value: number) => (value > 0 ? `+${n(value)}` : value < 0 ? `−${n(-value)}` : '0')
  // Seldom is a plan revised: a year without it has no column of it.
  const isRevised = report.desk.figures.some((row) => row.revised !== 0)
  const cells = (row: Numbers) => [n(row.plan), signed(row.moved), ...(isRevised ? [signed(row.revised)] : []), n(row.planInForce), n(row.reserved), n(row.waiting), n(row.issued), n(row.goneThrough), n(row.passed), n(row.annulled)]
  const byKato = new Map(report.desk.figures.map((row) => [row.region, row]))
  return (
    <Table caption={words.tableTitle} rowHeaders columns={[c.region, c.plan, c.moved, ...(isRevised ? [c.revised] : []), c.inForce, c.reserved, c.waiting, c.issued, c.goneThrough, c.passed, c.annulled].map((title, at) => ({ title: <>{title}</>, numeric: at > 0 }))}
      rows={report.regions.flatMap((region) => {
        const row = byKato.get(region.kato)
        if (!row) return []
        return [{ key: row.region, cells: [<>{nameOf(report, row.region, lang)}{row.overPlan && <><br /><Tag tone="sun">{words.over}</Tag></>}</>, ...cells(row)] }]
      })}
      total={[words.total, ...cells(totalOf(report.desk.figures))]} />
  )
}
