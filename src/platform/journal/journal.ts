import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/day.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { Sql } from '#platform/db/database.ts'

/** One entry: ids and codes only, never names, so that erasing a person never breaks a chain. */
export interface JournalEntry {
  id: string
  chain: string
  seq: number
  kind: string
  payload: Record<string, unknown>
  actorKind: string
  actorId: string | null
  at: Moment
  previousHash: Uint8Array
  hash: Uint8Array
}

const START = new Uint8Array(32)

/** Writes the entry of an act in the act's own transaction. The caller holds the lock of what the chain belongs to. */
export async function record(t: Tx, chain: string, kind: string, payload: Record<string, unknown> = {}): Promise<void> {
  const last = await t.sql.maybe<{ seq: number; hash: Uint8Array }>('select seq, hash from journal_entry where chain = $1 order by seq desc limit 1', [chain])
  const previous = last?.hash ?? START
  const seq = (last?.seq ?? 0) + 1
  const body = { chain, seq, kind, payload: sorted(payload), actorKind: t.actor.kind, actorId: actorIdOf(t), at: t.now }
  await t.sql.run(
    `insert into journal_entry (id, chain, seq, kind, payload, actor_kind, actor_id, at, on_day, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [t.newId(), chain, seq, kind, JSON.stringify(body.payload), body.actorKind, body.actorId, t.now, t.today, previous, hashOf(previous, body)])
}

/** The entries of several acts that share a transaction, one for each chain; the caller holds the locks of what the chains belong to. */
export async function recordTogether(sql: Sql, entries: readonly { t: Tx; chain: string; kind: string; payload: Record<string, unknown> }[]): Promise<void> {
  if (entries.length === 0) return
  if (new Set(entries.map((each) => each.chain)).size !== entries.length) throw new Error('two entries of one chain do not go together')
  const lasts = new Map((await sql.many<{ chain: string; seq: number; hash: Uint8Array }>('select distinct on (chain) chain, seq, hash from journal_entry where chain = any ($1::text[]) order by chain, seq desc', [entries.map((each) => each.chain)])).map((row) => [row.chain, row]))
  const rows = entries.map(({ t, chain, kind, payload }) => {
    const previous = lasts.get(chain)?.hash ?? START
    const body = { chain, seq: (lasts.get(chain)?.seq ?? 0) + 1, kind, payload: sorted(payload), actorKind: t.actor.kind, actorId: actorIdOf(t), at: t.now }
    return { ...body, id: t.newId(), onDay: t.today, previous: Buffer.from(previous), hash: Buffer.from(hashOf(previous, body)) }
  })
  await sql.run(
    `insert into journal_entry (id, chain, seq, kind, payload, actor_kind, actor_id, at, on_day, previous_hash, hash)
     select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::jsonb[], $6::text[], $7::uuid[], $8::timestamptz[], $9::date[], $10::bytea[], $11::bytea[])`,
    [rows.map((r) => r.id), rows.map((r) => r.chain), rows.map((r) => r.seq), rows.map((r) => r.kind), rows.map((r) => JSON.stringify(r.payload)), rows.map((r) => r.actorKind), rows.map((r) => r.actorId), rows.map((r) => r.at), rows.map((r) => r.onDay), rows.map((r) => r.previous), rows.map((r) => r.hash)])
}

function actorIdOf(t: Tx): string | null {
  return accountOf(t.actor) ?? (t.actor.kind === 'partner' ? t.actor.keyId : null)
}

export interface Hashed {
  chain: string
  seq: number
  kind: string
  payload: unknown
  actorKind: string
  actorId: string | null
  at: string
}

/** The hash of an entry over the one before it. */
export function hashOf(previous: Uint8Array, body: Hashed): Uint8Array {
  const text = JSON.stringify([body.chain, body.seq, body.kind, sorted(body.payload), body.actorKind, body.actorId, body.at])
  return createHash('sha256').update(previous).update(text).digest()
}

/** jsonb does not keep the order of keys, so a hash is always taken over sorted ones. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}

/** The entries of a chain in order. */
export async function entriesOf(sql: Sql, chain: string): Promise<JournalEntry[]> {
  return sql.many<JournalEntry>(
    'select id, chain, seq, kind, payload, actor_kind, actor_id, at, previous_hash, hash from journal_entry where chain = $1 order by seq', [chain])
}

/** The first place at which the chain does not hold, or undefined when it is whole. */
export function firstBreak(entries: readonly JournalEntry[]): number | undefined {
  let previous: Uint8Array = START
  let expected = 1
  for (const entry of entries) {
    const right = hashOf(previous, entry)
    if (entry.seq !== expected || !Buffer.from(right).equals(entry.hash) || !Buffer.from(previous).equals(entry.previousHash)) return entry.seq
    previous = entry.hash
    expected++
  }
  return undefined
}
