export interface DrawnRow {
  label: string
  value: number
  text: string
  /** Drawn as an outline behind: a plan. */
  outline?: number | undefined
}
export interface Drawing {
  title: string
  subtitle: string
  source: string
  rows: readonly DrawnRow[]
}

const WIDTH = 960
const LEFT = 330
const RIGHT = 150
const ROW = 30
const TOP = 104
const FONT = "font-family=\"'Noto Sans', 'Golos Text', sans-serif\""

/** A picture that stands alone: bars with their names and numbers, the title above, the source below; text stays text. */
export function drawBars({ title, subtitle, source, rows }: Drawing): string {
  const height = TOP + rows.length * ROW + 56
  const most = Math.max(1, ...rows.map((row) => Math.max(row.value, row.outline ?? 0)))
  const length = (value: number): number => Math.round(((WIDTH - LEFT - RIGHT) * value * 100) / most) / 100
  const bars = rows.map((row, place) => {
    const y = TOP + place * ROW
    const outline = row.outline === undefined ? '' : `<rect x="${LEFT}" y="${y + 4}" width="${length(row.outline)}" height="18" fill="#F6F8FA" stroke="#8A9BA8"/>`
    const over = row.outline !== undefined && row.value > row.outline ? `<rect x="${LEFT + length(row.outline)}" y="${y + 2}" width="${Math.max(3, length(row.value - row.outline))}" height="22" fill="#F2B705" stroke="#0B1F33"/>` : ''
    return `<text x="${LEFT - 12}" y="${y + 18}" text-anchor="end" font-size="15" fill="#22384D">${escaped(shortened(row.label))}</text>${outline}<rect x="${LEFT}" y="${y + 4}" width="${length(Math.min(row.value, row.outline ?? row.value))}" height="18" fill="#00677F"/>${over}<text x="${WIDTH - 24}" y="${y + 18}" text-anchor="end" font-size="15" font-weight="600" fill="#0B1F33">${escaped(row.text)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" ${FONT}><title>${escaped(title)}</title><desc>${escaped(rows.map((row) => `${row.label}: ${row.text}`).join('; '))}</desc><rect width="${WIDTH}" height="${height}" fill="#FFFFFF"/><text x="24" y="44" font-size="26" font-weight="700" fill="#0B1F33">${escaped(title)}</text><text x="24" y="74" font-size="15" fill="#4A5F73">${escaped(subtitle)}</text>${bars.join('')}<text x="24" y="${height - 20}" font-size="13" fill="#4A5F73">${escaped(source)}</text></svg>\n`
}

const LONGEST = 40
const shortened = (text: string): string => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join('')}…` : text)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
