import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** An entry as a list shows it, without its hashes. */
export interface JournalRow {
  id: Uuid
  chain: string
  seq: number
  kind: string
  payload: Record<string, unknown>
  actorKind: string
  actorId: Uuid | null
  at: Moment
}

/** What an auditor asks for; nothing means everything. */
export interface JournalFilter {
  chain: string | null
  kind: string | null
  actorId: string | null
  from: Day | null
  until: Day | null
}

/** Entries from the newest on, behind the one named: pages stay as fast at a million entries. */
export async function searchEntries(sql: Sql, filter: JournalFilter, before: { at: Moment; id: string } | null, limit: number): Promise<JournalRow[]> {
  return sql.many<JournalRow>(
    `select id, chain, seq, kind, payload, actor_kind, actor_id, at from journal_entry
     where ($1::text is null or chain = $1) and ($2::text is null or kind = $2) and ($3::uuid is null or actor_id = $3) and ($4::date is null or on_day >= $4) and ($5::date is null or on_day <= $5)
       and ($6::timestamptz is null or (at, id) < ($6, $7::uuid)) order by at desc, id desc limit $8`,
    [filter.chain, filter.kind, filter.actorId, filter.from, filter.until, before?.at ?? null, before?.id ?? null, limit])
}
/** Where one entry stands, so that a page can begin behind it. */
export async function findPlace(sql: Sql, id: string): Promise<{ at: Moment; id: Uuid } | undefined> {
  return sql.maybe<{ at: Moment; id: Uuid }>('select at, id from journal_entry where id = $1', [id])
}
export async function listKinds(sql: Sql): Promise<string[]> {
  return (await sql.many<{ kind: string }>('select distinct kind from journal_entry order by kind')).map((row) => row.kind)
}
export async function listChains(sql: Sql, after: string, limit: number): Promise<string[]> {
  return (await sql.many<{ chain: string }>('select distinct chain from journal_entry where chain > $1 order by chain limit $2', [after, limit])).map((row) => row.chain)
}
/** Accounts and keys that acted in a chain; of the entries of some kinds only, when they are named. */
export async function listActors(sql: Sql, chain: string, kinds: readonly string[] | null = null): Promise<Uuid[]> {
  const rows = await sql.many<{ actorId: Uuid }>(
    'select distinct actor_id from journal_entry where chain = $1 and actor_id is not null and ($2::text[] is null or kind = any($2))', [chain, kinds])
  return rows.map((row) => row.actorId)
}
