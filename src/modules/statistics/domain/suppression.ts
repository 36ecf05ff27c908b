/** A sum that is published beside its parts, all by the names of their cells. */
export interface Line {
  total: string
  parts: readonly string[]
}

/**
 * Which cells must be withheld so that no number of 1…k−1 persons is told, nor can be worked out from what is told. Zero and totals of k and more are told.
 * In every sum the withheld cells are never alone and leave each other a range that reaches k; what could still be found by elimination or by bounds
 * gets one more withheld beside it.
 */
export function withheldCells(values: ReadonlyMap<string, number>, lines: readonly Line[], k: number): Set<string> {
  const table = new Withholding(values, lines, k)
  table.settle(lines.map((_, place) => place))
  for (let rounds = 0; rounds < 500; rounds++) {
    const found = [...table.byElimination(), ...table.byBounds()]
    if (found.length === 0 || !table.coverMore(found)) break
  }
  return table.withheld
}

class Withholding {
  readonly withheld = new Set<string>()
  readonly #values: ReadonlyMap<string, number>
  readonly #lines: readonly Line[]
  readonly #k: number
  readonly #linesOf = new Map<string, number[]>()

  constructor(values: ReadonlyMap<string, number>, lines: readonly Line[], k: number) {
    this.#values = values
    this.#lines = lines
    this.#k = k
    for (const [cell, value] of values) if (value > 0 && value < k) this.withheld.add(cell)
    for (const [place, line] of lines.entries()) for (const cell of [line.total, ...line.parts]) this.#linesOf.set(cell, [...(this.#linesOf.get(cell) ?? []), place])
  }

  #value(cell: string): number {
    return this.#values.get(cell) ?? 0
  }

  /** The smallest part that is still told and is not nothing. */
  #smallestShown(line: Line): string | undefined {
    return line.parts.filter((cell) => !this.withheld.has(cell) && this.#value(cell) > 0).sort((a, b) => this.#value(a) - this.#value(b) || (a < b ? -1 : 1))[0]
  }

  /** Goes through these sums, and through all that a withheld cell touches, until each covers its cells. */
  settle(places: readonly number[]): void {
    const queue = [...places]
    while (queue.length > 0) {
      const line = this.#lines[queue.pop()!]!
      const more = this.#missing(line)
      if (more === undefined) continue
      this.withheld.add(more)
      queue.push(...this.#linesOf.get(more)!)
    }
  }

  /** The cell that this sum needs withheld besides, if any. */
  #missing(line: Line): string | undefined {
    const hidden = line.parts.filter((cell) => this.withheld.has(cell))
    const totalHidden = this.withheld.has(line.total)
    if (hidden.length === 0 && !totalHidden) return undefined
    const sum = hidden.reduce((all, cell) => all + this.#value(cell), 0)
    const alone = hidden.length + Number(totalHidden) === 1
    const narrow = !totalHidden && sum - (hidden.length - 1) < this.#k
    if (!alone && !narrow) return undefined
    const part = this.#smallestShown(line)
    if (part) return part
    return !totalHidden && (alone || sum === hidden.length) ? line.total : undefined
  }

  /** Withholds one more cell beside each of these; false when there is nothing left to withhold. */
  coverMore(found: readonly string[]): boolean {
    let progress = false
    for (const cell of found) {
      for (const place of this.#linesOf.get(cell) ?? []) {
        const line = this.#lines[place]!
        const more = this.#smallestShown(line) ?? (this.withheld.has(line.total) || this.#value(line.total) === 0 ? undefined : line.total)
        if (more === undefined) continue
        this.withheld.add(more)
        this.settle(this.#linesOf.get(more)!)
        progress = true
        break
      }
    }
    return progress
  }

  /** Withheld cells that follow from the sums alone. */
  byElimination(): string[] {
    const cells = [...this.withheld].filter((cell) => this.#linesOf.has(cell))
    const column = new Map(cells.map((cell, place) => [cell, place]))
    const rows = this.#lines.flatMap((line) => {
      const row = new Map<number, number>()
      for (const cell of line.parts) if (column.has(cell)) row.set(column.get(cell)!, 1)
      if (column.has(line.total)) row.set(column.get(line.total)!, -1)
      return row.size > 0 ? [row] : []
    })
    return reduced(rows).filter((row) => row.size === 1).map((row) => cells[row.keys().next().value!]!)
  }

  /** Withheld cells whose lowest and highest possible value meet; a withheld cell is known to be at least one. */
  byBounds(): string[] {
    const low = new Map<string, number>()
    const high = new Map<string, number>()
    const lowOf = (cell: string): number => (this.withheld.has(cell) ? low.get(cell) ?? 1 : this.#value(cell))
    const highOf = (cell: string): number => (this.withheld.has(cell) ? high.get(cell) ?? Infinity : this.#value(cell))
    for (let changed = true, rounds = 0; changed && rounds < 40; rounds++) {
      changed = false
      const narrow = (cell: string, from: number, to: number): void => {
        if (!this.withheld.has(cell)) return
        if (from > lowOf(cell)) { low.set(cell, from); changed = true }
        if (to < highOf(cell)) { high.set(cell, to); changed = true }
      }
      for (const { total, parts } of this.#lines) {
        const lows = parts.reduce((sum, cell) => sum + lowOf(cell), 0)
        const highs = parts.reduce((sum, cell) => sum + highOf(cell), 0)
        narrow(total, lows, highs)
        for (const cell of parts) {
          if (!this.withheld.has(cell)) continue
          const others = highOf(cell) === Infinity ? parts.reduce((sum, each) => (each === cell ? sum : sum + highOf(each)), 0) : highs - highOf(cell)
          narrow(cell, lowOf(total) - others, highOf(total) - (lows - lowOf(cell)))
        }
      }
    }
    return [...this.withheld].filter((cell) => this.#linesOf.has(cell) && lowOf(cell) === highOf(cell))
  }
}

/** Sparse rows in reduced echelon form. */
function reduced(rows: readonly Map<number, number>[]): Map<number, number>[] {
  const done: { pivot: number; row: Map<number, number> }[] = []
  const subtract = (from: Map<number, number>, row: Map<number, number>, factor: number): void => {
    for (const [place, value] of row) {
      const left = (from.get(place) ?? 0) - factor * value
      if (Math.abs(left) < 1e-9) from.delete(place)
      else from.set(place, left)
    }
  }
  for (const original of rows) {
    const row = new Map(original)
    for (const each of done) {
      const value = row.get(each.pivot)
      if (value !== undefined) subtract(row, each.row, value)
    }
    const first = row.entries().next().value
    if (first === undefined) continue
    const [pivot, value] = first
    for (const [place, each] of row) row.set(place, each / value)
    for (const each of done) {
      const factor = each.row.get(pivot)
      if (factor !== undefined) subtract(each.row, row, factor)
    }
    done.push({ pivot, row })
  }
  return done.map((each) => each.row)
}

/**
 * Which of falling numbers may be told one after the other: each differs from the one told before it by nothing or by at least k,
 * and is nothing or at least k itself.
 */
export function tellableSteps(values: readonly number[], k: number): boolean[] {
  let before: number | undefined
  return values.map((value) => {
    const tellable = (value === 0 || value >= k) && (before === undefined || before === value || before - value >= k)
    if (tellable) before = value
    return tellable
  })
}
