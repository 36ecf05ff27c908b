import type { Day, Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'
import type { CaseMade } from './plan.ts'

/** A centre that was written, with the ids of what belongs to it. */
export interface CentreRow { id: string; prices: string; version: string; rooms: [string, string, string]; assessors: string[]; items: string[] }
export const CODE = 'K-FRAUD'

/** A case of the made year with what was written of it. */
export type Written = CaseMade & { n: number; id: string; attempt: string; on: Day; at: Moment; c: CentreRow }

/** Writes rows of one table at once; each row names the same columns. */
export async function put(sql: Sql, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!).join(', ')
  for (let at = 0; at < rows.length; at += 2000) await sql.run(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows.slice(at, at + 2000))])
}
