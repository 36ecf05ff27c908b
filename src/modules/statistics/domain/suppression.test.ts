import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tellableSteps, withheldCells, type Line } from './suppression.ts'

const K = 5

/** A table of two features with its margins, as it would be published. */
function twoWay(cells: readonly (readonly number[])[]): { values: Map<string, number>; lines: Line[] } {
  const values = new Map<string, number>()
  const lines: Line[] = []
  const columns = cells[0]!.map((_, c) => c)
  cells.forEach((row, r) => {
    row.forEach((value, c) => values.set(`${r},${c}`, value))
    values.set(`${r},t`, row.reduce((a, b) => a + b, 0))
    lines.push({ total: `${r},t`, parts: columns.map((c) => `${r},${c}`) })
  })
  for (const c of columns) {
    values.set(`t,${c}`, cells.reduce((sum, row) => sum + row[c]!, 0))
    lines.push({ total: `t,${c}`, parts: cells.map((_, r) => `${r},${c}`) })
  }
  values.set('t,t', columns.reduce((sum, c) => sum + values.get(`t,${c}`)!, 0))
  lines.push({ total: 't,t', parts: columns.map((c) => `t,${c}`) }, { total: 't,t', parts: cells.map((_, r) => `${r},t`) })
  return { values, lines }
}

/**
 * Somebody who subtracts and who is not ours: every way to fill the withheld cells with whole numbers of one and more that agrees with all sums
 * is walked through; a cell with the same number in all of them is found out.
 */
function foundOut(values: ReadonlyMap<string, number>, lines: readonly Line[], withheld: ReadonlySet<string>): string[] {
  const unknown = [...withheld]
  const most = Math.max(...values.values()) + K + 1
  const seen = new Map<string, Set<number>>(unknown.map((cell) => [cell, new Set()]))
  const guess = new Map<string, number>()
  const valueOf = (cell: string): number | undefined => (withheld.has(cell) ? guess.get(cell) : values.get(cell) ?? 0)
  let steps = 0
  const agrees = (): boolean => lines.every(({ total, parts }) => {
    const whole = valueOf(total)
    let sum = 0
    let open = 0
    for (const part of parts) {
      const value = valueOf(part)
      if (value === undefined) open++
      else sum += value
    }
    if (whole === undefined) return true
    return open === 0 ? sum === whole : sum + open <= whole
  })
  const walk = (place: number): void => {
    if (++steps > 6_000 || unknown.every((cell) => seen.get(cell)!.size > 1)) return
    if (place === unknown.length) {
      for (const cell of unknown) seen.get(cell)!.add(guess.get(cell)!)
      return
    }
    for (let value = 1; value <= most; value++) {
      guess.set(unknown[place]!, value)
      if (agrees()) walk(place + 1)
    }
    guess.delete(unknown[place]!)
  }
  walk(0)
  return steps > 6_000 ? [] : unknown.filter((cell) => seen.get(cell)!.size < 2)
}

describe('what is withheld', () => {
  it('is every number of one to four, and enough beside it', () => {
    const { values, lines } = twoWay([[3, 40, 0], [20, 50, 60], [30, 10, 70]])
    const withheld = withheldCells(values, lines, K)
    expect(withheld.has('0,0')).toBe(true)
    expect(withheld.has('0,2')).toBe(false)
    expect(withheld.has('t,t')).toBe(false)
    expect([...withheld].filter((cell) => cell.startsWith('0,'))).toHaveLength(2)
    expect(foundOut(values, lines, withheld)).toEqual([])
  })

  it('is nothing where nothing is small', () => {
    const { values, lines } = twoWay([[5, 40], [20, 0]])
    expect(withheldCells(values, lines, K).size).toBe(0)
  })

  it('is more where two withheld cells could only be one and one', () => {
    const values = new Map([['t', 42], ['a', 1], ['b', 1], ['c', 15], ['d', 25]])
    expect([...withheldCells(values, [{ total: 't', parts: ['a', 'b', 'c', 'd'] }], K)].sort()).toEqual(['a', 'b', 'c'])
  })

  it('is the sum too, where the parts are all ones', () => {
    const values = new Map([['t', 5], ...['a', 'b', 'c', 'd', 'e'].map((cell) => [cell, 1] as [string, number])])
    expect(withheldCells(values, [{ total: 't', parts: ['a', 'b', 'c', 'd', 'e'] }], K).has('t')).toBe(true)
  })

  it('holds across tables that share a sum', () => {
    const values = new Map([['year', 30], ['r1', 27], ['r2', 3], ['d1', 20], ['d2', 10], ['p1', 18], ['p2', 2], ['p3', 10]])
    const lines: Line[] = [{ total: 'year', parts: ['r1', 'r2'] }, { total: 'year', parts: ['d1', 'd2'] }, { total: 'd1', parts: ['p1', 'p2'] }, { total: 'd2', parts: ['p3'] }]
    const withheld = withheldCells(values, lines, K)
    expect(withheld.has('year')).toBe(false)
    expect(foundOut(values, lines, withheld)).toEqual([])
  })

  it('leaves nothing to be found by subtraction in any table of two features', () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 0, max: 40 })), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }))
    fc.assert(fc.property(table, (cells) => {
      const { values, lines } = twoWay(cells)
      const withheld = withheldCells(values, lines, K)
      const told = [...values].filter(([cell]) => !withheld.has(cell))
      expect(told.filter(([, value]) => value > 0 && value < K)).toEqual([])
      expect(foundOut(values, lines, withheld)).toEqual([])
    }), { numRuns: 60, seed: 20_260_331 })
  })
})

describe('the steps of a funnel', () => {
  it.each([
    [[100, 80, 60], [true, true, true]], [[100, 97, 60], [true, false, true]], [[100, 100, 98], [true, true, false]], [[12, 9, 4], [true, false, false]], [[3, 2, 0], [false, false, true]], [[8, 4, 0], [true, false, true]],
  ])('%j are told as %j', (values, told) => expect(tellableSteps(values, K)).toEqual(told))
})
