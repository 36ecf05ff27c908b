import type { Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

export type InstanceKind = 'demonstration' | 'real'

/** Writes the kind of an instance at its first start; answers the kind that stands and whether this start was the first. */
export async function claimInstance(sql: Sql, kind: InstanceKind, at: Moment): Promise<{ kind: InstanceKind; first: boolean }> {
  const inserted = await sql.run('insert into instance (kind, created_at) values ($1, $2) on conflict do nothing', [kind, at])
  const row = await sql.one<{ kind: InstanceKind }>('select kind from instance')
  return { kind: row.kind, first: inserted === 1 }
}

/** Whoever changes the instance waits for the other who does. */
export async function lockInstance(sql: Sql): Promise<{ clockOffsetMs: number }> {
  return sql.one('select clock_offset_ms from instance for update')
}
export async function updateClockOffset(sql: Sql, offsetMs: number): Promise<void> {
  await sql.run('update instance set clock_offset_ms = $1', [offsetMs])
}
