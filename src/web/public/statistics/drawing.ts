import type { Tile, TileStep } from '../../ui/tiles.tsx'

export interface DrawnRow {
  label: string
  value: number
  text: string
  /** Drawn as an outline behind: a plan. */
  outline?: number | undefined
}
export interface DrawnFrame {
  title: string
  subtitle: string
  source: string
}
export interface Bars extends DrawnFrame {
  rows: readonly DrawnRow[]
}
export interface TileMap extends DrawnFrame {
  tiles: readonly Tile[]
  /** What the darkness means; the number stands in each tile, so that nobody needs the colour. */
  scale: readonly TileStep[]
}
export type Drawing = Bars | TileMap

const WIDTH = 960
const LEFT = 330
const RIGHT = 150
const ROW = 30
const TOP = 104
const FONT = "font-family=\"'Noto Sans', 'Golos Text', sans-serif\""

/** A picture that stands alone: a map of tiles or bars. */
export const draw = (drawing: Drawing): string => ('tiles' in drawing ? drawTiles(drawing) : drawBars(drawing))

/** The title above, the source below, what is drawn between; text stays text. */
function framed({ title, subtitle, source }: DrawnFrame, height: number, spoken: string, drawn: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" ${FONT}><title>${escaped(title)}</title><desc>${escaped(spoken)}</desc><rect width="${WIDTH}" height="${height}" fill="#FFFFFF"/><text x="24" y="44" font-size="26" font-weight="700" fill="#0B1F33">${escaped(title)}</text><text x="24" y="74" font-size="15" fill="#4A5F73">${escaped(subtitle)}</text>${drawn}<text x="24" y="${height - 20}" font-size="13" fill="#4A5F73">${escaped(source)}</text></svg>\n`
}

/** Bars with their names and numbers. */
function drawBars({ rows, ...frame }: Bars): string {
  const height = TOP + rows.length * ROW + 56
  const most = Math.max(1, ...rows.map((row) => Math.max(row.value, row.outline ?? 0)))
  const length = (value: number): number => Math.round(((WIDTH - LEFT - RIGHT) * value * 100) / most) / 100
  const bars = rows.map((row, place) => {
    const y = TOP + place * ROW
    const outline = row.outline === undefined ? '' : `<rect x="${LEFT}" y="${y + 4}" width="${length(row.outline)}" height="18" fill="#F6F8FA" stroke="#8A9BA8"/>`
    const over = row.outline !== undefined && row.value > row.outline ? `<rect x="${LEFT + length(row.outline)}" y="${y + 2}" width="${Math.max(3, length(row.value - row.outline))}" height="22" fill="#F2B705" stroke="#0B1F33"/>` : ''
    return `<text x="${LEFT - 12}" y="${y + 18}" text-anchor="end" font-size="15" fill="#22384D">${escaped(shortened(row.label))}</text>${outline}<rect x="${LEFT}" y="${y + 4}" width="${length(Math.min(row.value, row.outline ?? row.value))}" height="18" fill="#00677F"/>${over}<text x="${WIDTH - 24}" y="${y + 18}" text-anchor="end" font-size="15" font-weight="600" fill="#0B1F33">${escaped(row.text)}</text>`
  })
  return framed(frame, height, rows.map((row) => `${row.label}: ${row.text}`).join('; '), bars.join(''))
}

/** Fill and ink of each step of darkness, as the page has them in daylight; an edge around the lightest. */
const STEPS = [['#FFFFFF', '#0B1F33', '#728798'], ['#DDF0F5', '#0B1F33', '#728798'], ['#9FD3E1', '#0B1F33', '#9FD3E1'], ['#22788D', '#FFFFFF', '#22788D'], ['#00566B', '#FFFFFF', '#00566B']] as const
const TILE = 118
const GAP = 8
const TILES_LEFT = 104
const SCALE_ROW = 26

/** The country as tiles, each in the place it has on the page: its short name, its number, and how far it is over plan. */
function drawTiles({ tiles, scale, ...frame }: TileMap): string {
  const bottom = TOP + Math.max(1, ...tiles.map((tile) => tile.row)) * (TILE + GAP)
  const drawn = tiles.map((tile) => {
    const [x, y] = [TILES_LEFT + (tile.column - 1) * (TILE + GAP), TOP + (tile.row - 1) * (TILE + GAP)]
    const [fill, ink, edge] = STEPS[tile.level]
    const over = tile.over === undefined ? '' : `<rect x="${x + TILE - 48}" y="${y - 6}" width="52" height="24" rx="12" fill="#F2B705" stroke="#0B1F33"/><text x="${x + TILE - 22}" y="${y + 11}" text-anchor="middle" font-size="14" font-weight="600" fill="#0B1F33">${escaped(tile.over)}</text>`
    return `<g><title>${escaped(spokenOf(tile))}</title><rect x="${x}" y="${y}" width="${TILE}" height="${TILE}" rx="6" fill="${fill}" stroke="${edge}"/><text x="${x + 12}" y="${y + 30}" font-size="15" fill="${ink}">${escaped(tile.short)}</text><text x="${x + 12}" y="${y + TILE - 16}" font-size="28" font-weight="600" fill="${ink}">${escaped(tile.value)}</text>${over}</g>`
  })
  const steps = scale.map(({ level, text }, place) => {
    const y = bottom + 12 + place * SCALE_ROW
    const [fill, , edge] = level === 'over' ? ['#F2B705', '', '#0B1F33'] as const : STEPS[level]
    return `<rect x="${TILES_LEFT}" y="${y}" width="30" height="18" rx="${level === 'over' ? 9 : 3}" fill="${fill}" stroke="${edge}"/>${level === 'over' ? `<text x="${TILES_LEFT + 15}" y="${y + 14}" text-anchor="middle" font-size="14" font-weight="600" fill="#0B1F33">+</text>` : ''}<text x="${TILES_LEFT + 42}" y="${y + 14}" font-size="14" fill="#22384D">${escaped(text)}</text>`
  })
  return framed(frame, bottom + 12 + scale.length * SCALE_ROW + 48, tiles.map(spokenOf).join('; '), [...drawn, ...steps].join(''))
}
const spokenOf = ({ name, value, spoken, over }: Tile): string => `${name}: ${[value, spoken, over].filter(Boolean).join(' ')}`

const LONGEST = 40
const shortened = (text: string): string => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join('')}…` : text)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
