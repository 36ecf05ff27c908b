import { NORM_OF_FIGURE, type FigureKey } from './tables.ts'

/** A row of an open file: every cell a text, empty where nothing is told. */
export type OpenRow = Readonly<Record<string, string>>
/** The open files by name, and the norms in force on the day by key. */
export interface OpenFiles {
  table(id: string): readonly OpenRow[]
  norm(key: string): number | undefined
}
export interface Difference {
  where: string
  published: string
  rebuilt: string
}
export interface Rebuilt {
  checked: number
  differences: Difference[]
}

/**
 * Rebuilds the published numbers from the open files alone and compares. Knows nothing of how they were counted: what it has are rows, and the
 * definitions of docs/statistics.md. A withheld cell is only asked whether it can be what it must be: at least one in a sum that otherwise lacks something.
 */
export function rebuild(files: OpenFiles): Rebuilt {
  const found: Rebuilt = { checked: 0, differences: [] }
  const same = (where: string, published: string | number | undefined, rebuilt: string | number | undefined): void => {
    found.checked++
    if (String(published ?? '') !== String(rebuilt ?? '')) found.differences.push({ where, published: String(published ?? ''), rebuilt: String(rebuilt ?? '') })
  }
  const sum = (where: string, total: string, parts: readonly string[]): void => {
    found.checked++
    const told = parts.reduce((all, part) => all + Number(part === '' ? 0 : part), 0)
    const withheld = parts.filter((part) => part === '').length
    if (total === '') return
    if (withheld === 0 ? told !== Number(total) : Number(total) - told < withheld) found.differences.push({ where, published: total, rebuilt: withheld === 0 ? String(told) : `${told} + ${withheld} withheld` })
  }
  figures(files, same)
  sums(files, sum)
  shapes(files, (where, holds) => {
    found.checked++
    if (!holds) found.differences.push({ where, published: 'out of order', rebuilt: 'impossible' })
  })
  return found
}

const distinct = (rows: readonly OpenRow[], keyOf: (row: OpenRow) => string): number => new Set(rows.map(keyOf).filter((key) => key !== '' && key !== 'unknown')).size
const added = (rows: readonly OpenRow[], column: string): number | undefined => (rows.some((row) => row[column] === '') ? undefined : rows.reduce((all, row) => all + Number(row[column]), 0))

function figures(files: OpenFiles, same: (where: string, published: string | undefined, rebuilt: string | number | undefined) => void): void {
  const published = new Map(files.table('figures').map((row) => [row['key']!, row['value']!]))
  const register = files.table('register')
  const centres = files.table('centres')
  const vouchers = files.table('vouchers').filter((row) => row['year'] === '2025')
  const recognised = files.table('recognised').filter((row) => row['year'] === '2025')
  const rebuilt: Partial<Record<FigureKey, number | undefined>> = {
    sector_state_bodies: distinct(files.table('bodies'), (row) => row['body']!),
    professions_total: added(register, 'professions'), professions_voluntary: added(register.filter((row) => row['track'] === 'voluntary'), 'professions'),
    professions_mandatory: added(register.filter((row) => row['track'] === 'mandatory'), 'professions'),
    centres: distinct(centres, (row) => row['centre']!), cities_with_centres: distinct(centres, (row) => `${row['region']}|${row['place_ru']}`),
    professions_covered_by_centres: distinct(files.table('covered'), (row) => row['profession']!), directions: distinct(files.table('covered'), (row) => row['direction']!),
    documents_total: added(files.table('holders'), 'persons'), recognised_2025: added(recognised.filter((row) => row['by'] === 'month'), 'persons'),
    recognised_by_voucher_2025: added(recognised.filter((row) => row['by'] === 'funding' && row['value'] === 'voucher'), 'persons'),
    ...(vouchers.length > 0 ? { vouchers_plan_2025: added(vouchers, 'plan'), vouchers_fact_2025: added(vouchers, 'issued'), vouchers_issued_2025_headline: added(vouchers, 'issued') } : {}),
  }
  for (const [key, value] of Object.entries(rebuilt)) if (value !== undefined) same(`figures/${key}`, published.get(key), value)
  for (const [key, norm] of Object.entries(NORM_OF_FIGURE)) if (published.has(key)) same(`figures/${key}`, published.get(key), files.norm(norm))
}

/** Every total against its parts, and every row against its columns. */
function sums({ table }: OpenFiles, sum: (where: string, total: string, parts: readonly string[]) => void): void {
  for (const [id, columns] of [['recognised', ['persons']], ['outcomes', ['passed', 'failed', 'decided']], ['demand', ['applications', 'seats']]] as const) {
    for (const [year, rows] of Map.groupBy(table(id), (row) => row['year']!)) {
      const total = rows.find((row) => row['by'] === 'total')!
      for (const [by, members] of Map.groupBy(rows, (row) => row['by']!)) {
        if (by !== 'total') for (const column of columns) sum(`${id}/${year}/${by}/${column}`, total[column]!, members.map((row) => row[column]!))
      }
    }
  }
  for (const row of table('outcomes')) sum(`outcomes/${row['year']}/${row['by']}/${row['value']}`, row['decided']!, [row['passed']!, row['failed']!])
  for (const row of table('holders')) sum(`holders/${row['first_year']}`, row['persons']!, [row['valid']!, row['not_valid']!])
  for (const row of table('terms')) sum(`terms/${row['year']}/${row['rule']}`, row['terms']!, [row['kept']!, row['late']!])
  for (const row of table('appeals')) sum(`appeals/${row['year']}`, row['lodged']!, ['upheld_pass', 'upheld_again', 'rejected', 'withdrawn', 'open'].map((column) => row[column]!))
  for (const row of table('vouchers')) sum(`vouchers/${row['year']}/${row['region']}`, row['plan_in_force']!, [row['plan']!, row['moved']!, row['revised'] ?? '0'])
  for (const [year, rows] of Map.groupBy(table('vouchers'), (row) => row['year']!)) sum(`vouchers/${year}/moved`, '0', rows.map((row) => row['moved']!))
}

/** What must be in order: a funnel falls, a median is not beyond the ninetieth percentile. */
function shapes({ table }: OpenFiles, holds: (where: string, so: boolean) => void): void {
  for (const [year, rows] of Map.groupBy(table('funnel'), (row) => row['year']!)) {
    const told = rows.map((row) => row['cases']!).filter((cell) => cell !== '').map(Number)
    holds(`funnel/${year}`, told.every((value, place) => place === 0 || value <= told[place - 1]!))
    const registered = rows.find((row) => row['milestone'] === 'registered')!['cases']
    const applied = table('demand').find((row) => row['year'] === year && row['by'] === 'total')?.['applications']
    holds(`funnel/${year}/registered`, registered === '' || applied === registered)
  }
  for (const row of table('forecast')) holds(`forecast/${row['of']}/${row['by']}/${row['value']}`, row['expected'] === '' || (Number(row['low']) <= Number(row['expected']) && Number(row['expected']) <= Number(row['high'])))
  for (const row of table('times')) holds(`times/${row['year']}`, row['documents'] === '' || Number(row['median_days']) <= Number(row['p90_days']))
}
