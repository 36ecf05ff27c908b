import { createHash } from 'node:crypto'
import pg from 'pg'
import { RepeatedStatement } from './repeated-statement.ts'

/** What a store may ask of the database. Column names arrive in camelCase; `date` is a Day, `timestamptz` a Moment. */
export interface Sql {
  many<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>
  one<Row>(text: string, params?: readonly unknown[]): Promise<Row>
  maybe<Row>(text: string, params?: readonly unknown[]): Promise<Row | undefined>
  /** Runs a statement and answers the number of rows it touched. */
  run(text: string, params?: readonly unknown[]): Promise<number>
}

/** A pool of connections; `begin` lends one connection for a transaction. */
export interface Database extends Sql {
  /** `settings` hold for this transaction only; they travel with its first word, which saves a way to the database and back. */
  begin<T>(fn: (sql: Sql) => Promise<T>, settings?: Readonly<Record<string, string>>): Promise<T>
  /**
   * For the few hot statements that the house asks by itself for many people: connections that have the sight of the system from the
   * start, so that a statement is its own transaction and one way to the database. Whose rows it touches was asked of a policy.
   */
  house: Sql
  end(): Promise<void>
}

/** Thrown by `one` when there is not exactly one row: a fault, never a refusal. */
export class RowCountFault extends Error {
  override name = 'RowCountFault'
}

const types = new pg.TypeOverrides()
types.setTypeParser(1082, (text: string) => text)
types.setTypeParser(1184, momentOfText)
types.setTypeParser(20, (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint beyond safe integers')
  return value
})
types.setTypeParser(2951 as never, (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(',')))

/** PostgreSQL's text in UTC, `2026-11-24 10:00:00.123456+00`, as the fixed-width form of a Moment. */
export function momentOfText(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00(?::?00)?$/.exec(text)
  if (!match) throw new RangeError(`a moment that is not in UTC: ${text}`)
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

/**
 * Planning a join costs more than running it, so every statement is prepared under a name made from its text. What is the same of a statement each
 * time stands in a prototype: the driver copies the own properties of whatever it is given.
 */
const statements = new Map<string, object>()
function statementOf(text: string): object {
  let statement = statements.get(text)
  if (!statement) {
    if (statements.size > 2000) statements.clear()
    statement = Object.freeze({ name: 'k' + createHash('sha256').update(text).digest('hex').slice(0, 16), text, rowMode: 'array', types })
    statements.set(text, statement)
  }
  return statement
}

const keysByShape = new Map<string, string[]>()
function camelKeys(fields: readonly { name: string }[]): string[] {
  const shape = fields.map((field) => field.name).join(',')
  let keys = keysByShape.get(shape)
  if (!keys) {
    if (keysByShape.size > 2000) keysByShape.clear()
    keys = fields.map((field) => field.name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()))
    keysByShape.set(shape, keys)
  }
  return keys
}

type Asked = { name: string; text: string; values: readonly unknown[] }
type Runner = { query(asked: Asked): Promise<{ fields: readonly { name: string }[]; rows: unknown[][]; rowCount: number | null }> }

function sqlOver(runner: Runner): Sql {
  async function ask(text: string, params: readonly unknown[] = []): ReturnType<Runner['query']> {
    const asked = Object.create(statementOf(text)) as Asked
    asked.values = params
    return runner.query(asked)
  }
  async function many<Row>(text: string, params?: readonly unknown[]): Promise<Row[]> {
    const result = await ask(text, params)
    const keys = camelKeys(result.fields)
    return result.rows.map((cells) => {
      const row: Record<string, unknown> = {}
      for (let index = 0; index < keys.length; index++) row[keys[index]!] = cells[index]
      return row as Row
    })
  }
  return {
    many,
    async one<Row>(text: string, params?: readonly unknown[]) {
      const rows = await many<Row>(text, params)
      if (rows.length !== 1) throw new RowCountFault(`expected one row, found ${rows.length}`)
      return rows[0]!
    },
    async maybe<Row>(text: string, params?: readonly unknown[]) {
      const rows = await many<Row>(text, params)
      if (rows.length > 1) throw new RowCountFault(`expected at most one row, found ${rows.length}`)
      return rows[0]
    },
    async run(text: string, params?: readonly unknown[]) {
      return (await ask(text, params)).rowCount ?? 0
    },
  }
}

/** Opens a pool on `url`; times are always read and written in UTC. */
export function openDatabase(url: string, { connections = 10 }: { connections?: number } = {}): Database {
  const pool = openPool(url, connections)
  // Statements here take arrays of keys. Planned anew for every length they would cost more than running them, and a plan made while
  // a table is nearly empty would read it whole when it is full.
  const house = openPool(url, HOUSE_CONNECTIONS, '-c tanu.scope=system -c plan_cache_mode=force_generic_plan -c enable_seqscan=off')
  return {
    ...sqlOver(pool as unknown as Runner),
    house: sqlOver(repeatedOver(house)),
    async begin(fn, settings = {}) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(['begin', ...Object.entries(settings).map(([name, value]) => `set local ${pg.escapeIdentifier(name).replace('.', '"."')} to ${pg.escapeLiteral(value)}`)].join('; '))
        const value = await fn(sqlOver(client as unknown as Runner))
        await client.query('commit')
        return value
      } catch (error) {
        try {
          await client.query('rollback')
        } catch (fault) {
          broken = fault as Error
        }
        throw error
      } finally {
        client.release(broken)
      }
    },
    async end() {
      await Promise.all([pool.end(), house.end()])
    },
  }
}

/** Statements that are asked over and over are not described anew each time. */
function repeatedOver(pool: pg.Pool): Runner {
  return { query: ({ name, text, values }) => pool.query(new RepeatedStatement(name, text, { values, types }) as never) as unknown as ReturnType<Runner['query']> }
}

/** One for sign-ins, one for answers. */
const HOUSE_CONNECTIONS = 2

function openPool(url: string, max: number, settings = ''): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, options: `-c timezone=UTC -c lock_timeout=10s ${settings}`, types })
  pool.on('error', () => {})
  // A lent connection that breaks off tells it twice: the statement fails, and the connection says so besides, to nobody.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Whether the database answers at all. */
export async function isAnswering(sql: Sql): Promise<boolean> {
  return (await sql.one<{ ok: number }>('select 1 as ok')).ok === 1
}

/** Whether the server itself went away or is going, rather than refusing a statement. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '' } = error as Error & { code?: string }
  return /^(57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code) || /^Connection terminated|connection error and is not queryable/.test(error.message)
}

/** The SQLSTATE of a database error, or undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** The name of the violated constraint, or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined
}
