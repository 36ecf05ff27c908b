import type { Counts } from './counts.ts'
import { forecastCell, forecastDrafts, forecastRows } from './forecast-rows.ts'
import { FIGURE_KEYS, GENERATED_OF_VOUCHERS, MILESTONES, NORM_OF_FIGURE, type FigureKey, type TableRow, type Tables } from './tables.ts'
import { tellableSteps, withheldCells, type Line } from './suppression.ts'

const UNKNOWN = 'unknown'

/** Gathers cells with their sums; a cell that is named twice is added up. */
class Ledger {
  readonly values = new Map<string, number>()
  readonly lines: Line[] = []

  add(cell: string, value: number): string {
    this.values.set(cell, (this.values.get(cell) ?? 0) + value)
    return cell
  }
  sum(total: string, parts: Iterable<string>): void {
    this.lines.push({ total, parts: [...new Set(parts)].sort() })
  }
}

const years = (rows: Iterable<{ year: number }>): number[] => [...new Set([...rows].map((row) => row.year))].sort((a, b) => a - b)
const group = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] => [...Map.groupBy(rows, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1))

/** All published tables: counted, and everything withheld that must be. Pure: the same counts give the same tables. */
export function buildTables(counts: Counts, k: number): Tables {
  const ledger = new Ledger()
  const drafts: { [table in 'recognised' | 'holders' | 'outcomes' | 'terms' | 'demand' | 'appeals']: Draft[] } = {
    recognised: recognisedRows(counts, ledger), holders: holderRows(counts, ledger), outcomes: outcomeRows(counts, ledger), terms: termRows(counts, ledger), demand: demandRows(counts, ledger), appeals: appealRows(counts, ledger),
  }
  const expected = forecastDrafts(counts)
  for (const each of expected) ledger.add(forecastCell(each), each.lately)
  for (const by of ['region', 'profession'] as const) ledger.sum('f', expected.filter((each) => each.by === by).map(forecastCell))
  const figures = figureCells(counts)
  const withheld = withheldCells(ledger.values, ledger.lines, k)
  const told = (cell: string): number | null => (withheld.has(cell) ? null : ledger.values.get(cell) ?? 0)
  const finished = (rows: readonly Draft[]): TableRow[] => rows.map(({ row, cells }) => ({ ...row, ...Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, told(cell)])) }))
  return {
    figures: figures.map(({ row, cell, value }) => ({ ...row, value: cell === undefined ? value! : told(cell) })),
    ...things(counts),
    holders: finished(drafts.holders), recognised: finished(drafts.recognised), outcomes: finished(drafts.outcomes), terms: finished(drafts.terms), demand: finished(drafts.demand), appeals: finished(drafts.appeals),
    funnel: funnelRows(counts, k, told), times: timeRows(counts, k), forecast: forecastRows(counts, expected, k, told),
    vouchers: counts.vouchers.map((each) => ({
      year: each.year, region: each.region, plan: each.plan, moved: each.moved, plan_in_force: each.planInForce, issued: each.issued, gone_through: each.goneThrough, passed: each.passed, annulled: each.annulled, over_plan: each.overPlan,
      generated: each.invented > 0 ? GENERATED_OF_VOUCHERS.join(' ') : '', revised: each.revised,
    })),
  }
}

interface Draft {
  row: TableRow
  /** Column by the cell it shows. */
  cells: Record<string, string>
}

function recognisedRows({ recognised, regionOf, directionOf }: Counts, ledger: Ledger): Draft[] {
  const rows: Draft[] = []
  const directionIn = (code: string): string => directionOf.get(code) ?? UNKNOWN
  for (const year of years(recognised)) {
    const by = Map.groupBy(recognised.filter((each) => each.year === year), (each) => each.by)
    const of = (kind: (typeof recognised)[number]['by']) => by.get(kind) ?? []
    const total = ledger.add(`r/${year}`, of('month').reduce((sum, each) => sum + each.persons, 0))
    rows.push({ row: { year, by: 'total', value: '' }, cells: { persons: total } })
    const list = (name: string, counted: typeof recognised, keyOf: (value: string) => string): string[] => group(counted, (each) => keyOf(each.value)).map(([value, members]) => {
      const cell = ledger.add(`r/${year}/${name}/${value}`, members.reduce((sum, each) => sum + each.persons, 0))
      rows.push({ row: { year, by: name, value }, cells: { persons: cell } })
      return cell
    })
    ledger.sum(total, list('region', of('centre'), (id) => regionOf.get(id) ?? UNKNOWN))
    ledger.sum(total, list('direction', of('profession'), directionIn))
    ledger.sum(total, list('funding', of('funding'), (value) => value))
    ledger.sum(total, list('month', of('month'), (value) => value.padStart(2, '0')))
    list('profession', of('profession'), (code) => code)
    for (const [direction, members] of group(of('profession'), (each) => directionIn(each.value))) ledger.sum(`r/${year}/direction/${direction}`, members.map((each) => `r/${year}/profession/${each.value}`))
  }
  return rows
}

function holderRows({ cohorts }: Counts, ledger: Ledger): Draft[] {
  const rows = cohorts.map(({ year, persons, valid }): Draft => {
    const cells = { persons: ledger.add(`h/${year}`, persons), valid: ledger.add(`h/${year}/valid`, valid), not_valid: ledger.add(`h/${year}/not`, persons - valid) }
    ledger.sum(cells.persons, [cells.valid, cells.not_valid])
    return { row: { first_year: year }, cells }
  })
  ledger.add('h', cohorts.reduce((sum, each) => sum + each.persons, 0))
  ledger.sum('h', cohorts.map((each) => `h/${each.year}`))
  return rows
}

/** Cells of three columns, the third the sum of the two before it. */
function passAndFail(ledger: Ledger, name: string, members: readonly { passed: number; failed: number }[]): { passed: string; failed: string; decided: string } {
  const passed = members.reduce((sum, each) => sum + each.passed, 0)
  const failed = members.reduce((sum, each) => sum + each.failed, 0)
  const cells = { passed: ledger.add(`${name}/p`, passed), failed: ledger.add(`${name}/f`, failed), decided: ledger.add(name, passed + failed) }
  ledger.sum(cells.decided, [cells.passed, cells.failed])
  return cells
}

function outcomeRows({ outcomes, regionOf }: Counts, ledger: Ledger): Draft[] {
  const rows: Draft[] = []
  for (const year of years(outcomes)) {
    const ofYear = outcomes.filter((each) => each.year === year)
    const of = (by: (typeof ofYear)[number]['by']) => ofYear.filter((each) => each.by === by)
    const total = passAndFail(ledger, `o/${year}`, of('centre'))
    rows.push({ row: { year, by: 'total', value: '' }, cells: total })
    for (const [by, members, keyOf] of [['region', of('centre'), (id: string) => regionOf.get(id) ?? UNKNOWN], ['profession', of('profession'), (code: string) => code]] as const) {
      const parts = group(members, (each) => keyOf(each.value)).map(([value, some]) => {
        const cells = passAndFail(ledger, `o/${year}/${by}/${value}`, some)
        rows.push({ row: { year, by, value }, cells })
        return cells
      })
      for (const column of ['passed', 'failed', 'decided'] as const) ledger.sum(total[column], parts.map((each) => each[column]))
    }
  }
  return rows
}

function termRows({ terms }: Counts, ledger: Ledger): Draft[] {
  return terms.map(({ year, rule, kept, late }) => {
    const cells = { kept: ledger.add(`t/${year}/${rule}/k`, kept), late: ledger.add(`t/${year}/${rule}/l`, late), terms: ledger.add(`t/${year}/${rule}`, kept + late) }
    ledger.sum(cells.terms, [cells.kept, cells.late])
    return { row: { year, rule }, cells }
  })
}

function demandRows({ applications, seats, regionOf }: Counts, ledger: Ledger): Draft[] {
  const rows: Draft[] = []
  for (const year of years([...applications, ...seats])) {
    const asked = applications.filter((each) => each.year === year)
    const offered = seats.filter((each) => each.year === year)
    const askedOf = (members: typeof asked) => members.reduce((sum, each) => sum + each.applications, 0)
    const seatsOf = (members: typeof offered) => members.reduce((sum, each) => sum + each.seats, 0)
    const total = ledger.add(`a/${year}`, askedOf(asked.filter((each) => each.by === 'centre')))
    rows.push({ row: { year, by: 'total', value: '', seats: seatsOf(offered) }, cells: { applications: total } })
    const regionIn = (id: string): string => regionOf.get(id) ?? UNKNOWN
    for (const [by, askedBy, offeredBy] of [
      ['region', Map.groupBy(asked.filter((each) => each.by === 'centre'), (each) => regionIn(each.value)), Map.groupBy(offered, (each) => regionIn(each.centreId))],
      ['profession', Map.groupBy(asked.filter((each) => each.by === 'profession'), (each) => each.value), Map.groupBy(offered, (each) => each.professionCode)],
    ] as const) {
      const parts = [...new Set([...askedBy.keys(), ...offeredBy.keys()])].sort().map((value) => {
        const cell = ledger.add(`a/${year}/${by}/${value}`, askedOf(askedBy.get(value) ?? []))
        rows.push({ row: { year, by, value, seats: seatsOf(offeredBy.get(value) ?? []) }, cells: { applications: cell } })
        return cell
      })
      ledger.sum(total, parts)
    }
  }
  return rows
}

function appealRows({ appeals }: Counts, ledger: Ledger): Draft[] {
  return appeals.map((each) => {
    const open = each.lodged - each.upheldPass - each.upheldAgain - each.rejected - each.withdrawn
    const name = `p/${each.year}`
    const parts = { upheld_pass: ledger.add(`${name}/up`, each.upheldPass), upheld_again: ledger.add(`${name}/ua`, each.upheldAgain), rejected: ledger.add(`${name}/r`, each.rejected), withdrawn: ledger.add(`${name}/w`, each.withdrawn), open: ledger.add(`${name}/o`, open) }
    const lodged = ledger.add(name, each.lodged)
    ledger.sum(lodged, Object.values(parts))
    return { row: { year: each.year }, cells: { ...parts, lodged } }
  })
}

/** A funnel begins with the applications of its year, which another table tells too: withheld there, it is told of nothing here. */
function funnelRows({ funnels }: Counts, k: number, told: (cell: string) => number | null): TableRow[] {
  return funnels.flatMap((funnel) => {
    const open = told(`a/${funnel.year}`) !== null
    const tellable = tellableSteps(MILESTONES.map((milestone) => funnel[milestone]), k)
    return MILESTONES.map((milestone, place) => ({ year: funnel.year, milestone, cases: open && tellable[place] ? funnel[milestone] : null }))
  })
}

function timeRows({ times }: Counts, k: number): TableRow[] {
  return times.map(({ year, documents, median, p90 }) => (documents >= k ? { year, documents, median_days: median, p90_days: p90 } : { year, documents: null, median_days: null, p90_days: null }))
}

/** Tables of things: nobody is counted in them. */
function things({ bodies, professions, centres, directionOf }: Counts): Pick<Tables, 'bodies' | 'register' | 'centres' | 'covered'> {
  const covered = Map.groupBy(centres.flatMap((each) => each.scope.map((code) => ({ code, serial: each.serial }))), (each) => each.code)
  return {
    bodies: [...bodies].sort().map((body) => ({ body })),
    register: group(professions, (each) => `${each.direction ?? UNKNOWN}|${each.track}`).map(([, members]) => ({ direction: members[0]!.direction ?? UNKNOWN, track: members[0]!.track, professions: members.length })),
    centres: [...centres].sort((a, b) => (a.serial < b.serial ? -1 : 1)).flatMap((each) => {
      const base = { centre: each.serial, region: each.region, place_kk: each.placeKk, place_ru: each.placeRu }
      const byDirection = group([...each.scope], (code) => directionOf.get(code) ?? UNKNOWN)
      return byDirection.length === 0 ? [{ ...base, direction: '', professions: 0 }] : byDirection.map(([direction, codes]) => ({ ...base, direction, professions: codes.length }))
    }),
    covered: [...covered].sort(([a], [b]) => (a < b ? -1 : 1)).map(([profession, members]) => ({ profession, direction: directionOf.get(profession) ?? UNKNOWN, centres: members.length })),
  }
}

/** The slides name it and lost its number with a picture: what it says follows from their table. */
const NOT_PRINTED: FigureKey = 'vouchers_issued_2025_headline'

interface FigureCell {
  row: TableRow
  cell?: string
  value?: number
}
/** The figures: those of persons are cells of their tables, so that they are withheld alike. */
function figureCells(counts: Counts): FigureCell[] {
  const { professions, centres, directionOf, vouchers, norms } = counts
  const covered = new Set(centres.flatMap((each) => each.scope))
  const track = (wanted: string) => professions.filter((each) => each.track === wanted).length
  const ofVouchers = (pick: (row: (typeof vouchers)[number]) => number) => (vouchers.some((each) => each.year === 2025) ? vouchers.filter((each) => each.year === 2025).reduce((sum, each) => sum + pick(each), 0) : undefined)
  const counted: Partial<Record<FigureKey, number | undefined>> = {
    sector_state_bodies: counts.bodies.length, professions_total: professions.length, professions_voluntary: track('voluntary'), professions_mandatory: track('mandatory'), centres: centres.length,
    professions_covered_by_centres: covered.size, directions: new Set([...covered].map((code) => directionOf.get(code)).filter(Boolean)).size,
    cities_with_centres: new Set(centres.map((each) => `${each.region}|${each.placeRu}`)).size, vouchers_plan_2025: ofVouchers((each) => each.plan), vouchers_fact_2025: ofVouchers((each) => each.issued),
    vouchers_issued_2025_headline: ofVouchers((each) => each.issued),
    accreditation_documents: counts.accreditationDocuments, accreditation_stages: counts.accreditationStages || undefined,
  }
  const cells: Partial<Record<FigureKey, string>> = { documents_total: 'h', recognised_2025: 'r/2025', recognised_by_voucher_2025: 'r/2025/funding/voucher' }
  return FIGURE_KEYS.flatMap((key): FigureCell[] => {
    const norm = NORM_OF_FIGURE[key]
    if (norm !== undefined) {
      const found = norms.get(norm)
      return found ? [{ row: { key, source: norm, mark: found.mark }, value: found.value }] : []
    }
    const cell = cells[key]
    if (cell !== undefined) return [{ row: { key, source: 'rows', mark: 'S' }, cell }]
    const value = counted[key]
    return value === undefined ? [] : [{ row: { key, source: 'rows', mark: key === NOT_PRINTED ? 'I' : 'S' }, value }]
  })
}
