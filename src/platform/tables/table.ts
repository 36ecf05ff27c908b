/** One line of a table that a person brought; `line` is the number they see in their own program. */
export interface TableRow {
  readonly line: number
  readonly cells: Record<string, string>
}

/** A table with named columns; every cell is text, days are written YYYY-MM-DD. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

/** A record before its columns have names. */
export interface RawRecord {
  readonly line: number
  readonly values: readonly string[]
}

/** What a file may cost at most before it is refused. */
export interface TableLimits {
  readonly bytes: number
  readonly unpackedBytes: number
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly cellLength: number
}

export const TABLE_LIMITS: TableLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 160 * 1024 * 1024,
  rows: 100_000,
  columns: 256,
  cells: 3_000_000,
  cellLength: 32_767,
}
