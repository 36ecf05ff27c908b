import pg from 'pg'
// @ts-expect-error the types of the driver do not name its module of values
import { prepareValue } from 'pg/lib/utils.js'

/** The words of the protocol that a prepared statement needs, as the driver's connection says them. */
interface Connection {
  stream: { cork(): void; uncork(): void }
  parsedStatements: Record<string, string | undefined>
  parse(words: { name: string; text: string }): void
  bind(words: { statement: string; values: readonly unknown[] }): void
  describe(words: { type: 'P' }): void
  execute(words: object): void
  sync(): void
}
type Columns = readonly { name: string; parse(text: string): unknown }[]
export interface RepeatedAnswer {
  fields: Columns
  rows: unknown[][]
  rowCount: number
}

/** Columns of statements, as PostgreSQL described them the first time; a text always has the same. */
const described = new Map<string, Columns>()

/**
 * A named statement that is asked over and over: once its columns are known it is only bound, executed and finished, in one writing, without being
 * described again. The driver takes it as it takes its own queries (`submit`, and what it calls for each message).
 */
export class RepeatedStatement {
  /** Given by the driver, which sees that there is none. */
  callback?: (error: Error | null, answer?: RepeatedAnswer) => void
  readonly name: string
  readonly text: string
  readonly #values: readonly unknown[]
  readonly #types: pg.TypeOverrides
  readonly #rows: unknown[][] = []
  #columns: Columns
  #rowCount = 0

  constructor(name: string, text: string, { values, types }: { values: readonly unknown[]; types: pg.TypeOverrides }) {
    this.name = name
    this.text = text
    this.#values = values.map(prepareValue)
    this.#types = types
    this.#columns = described.get(text) ?? []
  }

  submit(connection: Connection): null {
    connection.stream.cork()
    try {
      if (connection.parsedStatements[this.name] === undefined) connection.parse({ name: this.name, text: this.text })
      connection.bind({ statement: this.name, values: this.#values })
      if (!described.has(this.text)) connection.describe({ type: 'P' })
      connection.execute({})
      connection.sync()
    } finally {
      connection.stream.uncork()
    }
    return null
  }

  handleRowDescription({ fields }: { fields: readonly pg.FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, parse: this.#types.getTypeParser(dataTypeID as never, 'text') as unknown as (text: string) => unknown }))
    described.set(this.text, this.#columns)
  }
  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    this.#rows.push(fields.map((cell, column) => (cell === null ? null : this.#columns[column]!.parse(cell))))
  }
  handleCommandComplete({ text }: { text: string }): void {
    this.#rowCount = Number(/\d+$/.exec(text)?.[0] ?? 0)
  }
  handleError(error: Error): void {
    this.callback?.(error)
  }
  handleReadyForQuery(): void {
    this.callback?.(null, { fields: this.#columns, rows: this.#rows, rowCount: this.#rowCount })
  }
}
