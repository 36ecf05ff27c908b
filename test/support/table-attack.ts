import type { TableRow, Tables } from '#modules/statistics/index.ts'

/** Columns that count persons or cases, by table. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  holders: ['persons', 'valid', 'not_valid'], recognised: ['persons'], outcomes: ['passed', 'failed', 'decided'], terms: ['kept', 'late', 'terms'], demand: ['applications'],
  appeals: ['upheld_pass', 'upheld_again', 'rejected', 'withdrawn', 'open', 'lodged'], funnel: ['cases'], times: ['documents'],
}
type Unknown = string
/** A sum that is nought: cells with their sign, and a number. */
interface Equation {
  cells: Map<Unknown, bigint>
  rest: bigint
}

/**
 * Somebody who has every published table and a pencil, and knows nothing of how numbers are withheld: which told numbers are small, and which withheld
 * ones follow from the sums that everybody may write down, by elimination or because their lowest and highest possible value meet.
 */
export function attack(tables: Tables, directionOf: (profession: string) => string): { small: string[]; found: string[]; withheld: number } {
  const nameOf = (table: string, row: TableRow, column: string): Unknown => `${table}|${row['year'] ?? row['first_year'] ?? ''}|${row['by'] ?? row['rule'] ?? row['milestone'] ?? ''}|${row['value'] ?? ''}|${column}`
  const value = new Map<Unknown, number | null>()
  for (const [table, columns] of Object.entries(COUNTED)) for (const row of tables[table as 'holders']) for (const column of columns) value.set(nameOf(table, row, column), row[column] as number | null)
  const equations: Equation[] = []
  const sum = (total: Unknown | number, parts: readonly Unknown[]): void => {
    const equation: Equation = { cells: new Map(), rest: 0n }
    const add = (cell: Unknown, sign: bigint): void => {
      const told = value.get(cell)
      if (told === null) equation.cells.set(cell, (equation.cells.get(cell) ?? 0n) + sign)
      else equation.rest += sign * BigInt(told ?? 0)
    }
    for (const part of parts) add(part, 1n)
    if (typeof total === 'number') equation.rest -= BigInt(total)
    else add(total, -1n)
    equations.push(equation)
  }
  const cellsOf = (table: string, rows: readonly TableRow[], column: string): Unknown[] => rows.map((row) => nameOf(table, row, column))
  for (const table of ['recognised', 'outcomes', 'demand'] as const) {
    for (const rows of Map.groupBy(tables[table], (row) => row['year']).values()) {
      const total = rows.find((row) => row['by'] === 'total')!
      for (const column of COUNTED[table]!) {
        for (const [by, members] of Map.groupBy(rows, (row) => row['by'])) if (by !== 'total') sum(nameOf(table, total, column), cellsOf(table, members, column))
        if (table !== 'recognised') continue
        for (const direction of rows.filter((row) => row['by'] === 'direction')) sum(nameOf(table, direction, column), cellsOf(table, rows.filter((row) => row['by'] === 'profession' && directionOf(String(row['value'])) === direction['value']), column))
      }
    }
  }
  for (const row of tables.outcomes) sum(nameOf('outcomes', row, 'decided'), ['passed', 'failed'].map((column) => nameOf('outcomes', row, column)))
  for (const row of tables.holders) sum(nameOf('holders', row, 'persons'), ['valid', 'not_valid'].map((column) => nameOf('holders', row, column)))
  for (const row of tables.terms) sum(nameOf('terms', row, 'terms'), ['kept', 'late'].map((column) => nameOf('terms', row, column)))
  for (const row of tables.appeals) sum(nameOf('appeals', row, 'lodged'), COUNTED['appeals']!.slice(0, 5).map((column) => nameOf('appeals', row, column)))
  const figure = (key: string): number | null | undefined => tables.figures.find((row) => row['key'] === key)?.['value'] as number | null | undefined
  const all = figure('documents_total')
  if (typeof all === 'number') sum(all, cellsOf('holders', tables.holders, 'persons'))
  for (const [key, by, what] of [['recognised_2025', 'total', ''], ['recognised_by_voucher_2025', 'funding', 'voucher']] as const) {
    const told = figure(key)
    const row = tables.recognised.find((each) => each['year'] === 2025 && each['by'] === by && each['value'] === what)
    if (typeof told === 'number' && row) sum(told, [nameOf('recognised', row, 'persons')])
  }
  const small = [...value].filter(([, told]) => told !== null && told > 0 && told < 5).map(([cell]) => cell)
  for (const rows of Map.groupBy(tables.funnel, (row) => row['year']).values()) {
    const told = rows.filter((row) => row['cases'] !== null)
    small.push(...told.slice(1).filter((row, place) => { const drop = Number(told[place]!['cases']) - Number(row['cases']); return drop > 0 && drop < 5 }).map((row) => nameOf('funnel', row, 'cases')))
  }
  return { small, found: [...new Set([...byElimination(equations), ...byBounds(equations)])], withheld: [...value.values()].filter((told) => told === null).length }
}

/** Exact elimination over whole numbers, without fractions. */
function byElimination(equations: readonly Equation[]): Unknown[] {
  const done: { pivot: Unknown; cells: Map<Unknown, bigint> }[] = []
  const combine = (one: Map<Unknown, bigint>, other: Map<Unknown, bigint>, pivot: Unknown): Map<Unknown, bigint> => {
    const [a, b] = [one.get(pivot)!, other.get(pivot)!]
    const cells = new Map<Unknown, bigint>()
    for (const cell of new Set([...one.keys(), ...other.keys()])) {
      const left = (one.get(cell) ?? 0n) * b - (other.get(cell) ?? 0n) * a
      if (left !== 0n) cells.set(cell, left)
    }
    return cells
  }
  for (const { cells: original } of equations) {
    let cells = new Map(original)
    for (const each of done) if (cells.has(each.pivot)) cells = combine(cells, each.cells, each.pivot)
    const pivot = cells.keys().next().value
    if (pivot === undefined) continue
    for (const each of done) if (each.cells.has(pivot)) each.cells = combine(each.cells, cells, pivot)
    done.push({ pivot, cells })
  }
  return done.filter((each) => each.cells.size === 1).map((each) => each.pivot)
}

function byBounds(equations: readonly Equation[]): Unknown[] {
  const range = new Map<Unknown, { low: number; high: number }>()
  for (const { cells } of equations) for (const cell of cells.keys()) range.set(cell, { low: 1, high: Number.MAX_SAFE_INTEGER })
  for (let changed = true, rounds = 0; changed && rounds < 60; rounds++) {
    changed = false
    for (const { cells, rest } of equations) {
      for (const [cell, sign] of cells) {
        // sign × cell = −rest − others
        let [low, high] = [-Number(rest), -Number(rest)]
        for (const [other, factor] of cells) {
          if (other === cell) continue
          const { low: from, high: to } = range.get(other)!
          low -= Number(factor) * (factor > 0n ? to : from)
          high -= Number(factor) * (factor > 0n ? from : to)
        }
        const [from, to] = sign > 0n ? [low, high] : [-high, -low]
        const before = range.get(cell)!
        const next = { low: Math.max(before.low, from), high: Math.min(before.high, to) }
        if (next.low !== before.low || next.high !== before.high) { range.set(cell, next); changed = true }
      }
    }
  }
  return [...range].filter(([, { low, high }]) => low === high).map(([cell]) => cell)
}
