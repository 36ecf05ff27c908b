import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** Person → the keyed digest of the IIN, hexadecimal: who is entered twice has one digest. */
export async function selectPersonKeys(sql: Sql, ids: readonly Uuid[]): Promise<Map<Uuid, string>> {
  const rows = await sql.many<{ id: Uuid; key: string }>("select id, encode(iin_index, 'hex') as key from person where id = any ($1::uuid[])", [[...new Set(ids)]])
  return new Map(rows.map((row) => [row.id, row.key]))
}
/** Person → the keyed digest of the verified IIN, by which other registers find what they hold of him; who only claims an IIN is not among them. */
export async function selectVerifiedIndexes(sql: Sql, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const rows = await sql.many<{ id: string; iinIndex: Uint8Array }>('select id, iin_index from person where id = any ($1::uuid[]) and verified_at is not null', [[...new Set(ids)]])
  return new Map(rows.map((row) => [row.id, row.iinIndex]))
}
