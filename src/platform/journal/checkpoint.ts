import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { violatedConstraint, type Database, type Sql } from '#platform/db/database.ts'
import { verifyBytes, type CheckpointKey } from '#platform/signing/checkpoint-key.ts'

/** How far a chain had come: its last entry then, and the hash of it. */
export interface ChainHead {
  chain: string
  seq: number
  hash: Uint8Array
}
/** One sealed checkpoint. `root` is over the heads that moved since the one before; `entries` counts all that are covered so far. */
export interface Checkpoint {
  no: number
  at: Moment
  entries: number
  previousRoot: Uint8Array
  root: Uint8Array
  keyId: string
  signature: Uint8Array
}

const COLUMNS = 'no, at, entries, previous_root, root, key_id, signature'
const NOTHING = new Uint8Array(32)
/** An act may be committed after a later one: what is this much older than the newest covered entry is looked at again. */
const OVERLAP = '1 hour'

/** SHA-256 over the heads in the order of their chains. */
export function rootOf(heads: readonly ChainHead[]): Uint8Array {
  const hash = createHash('sha256')
  for (const { chain, seq, hash: of } of [...heads].sort((a, b) => (a.chain < b.chain ? -1 : 1))) hash.update(JSON.stringify([chain, seq, hex(of)])).update('\n')
  return hash.digest()
}

/** What is signed: so that a witness who keeps the line can check it with nothing but the public key. */
export function signedText(checkpoint: Pick<Checkpoint, 'no' | 'at' | 'entries' | 'previousRoot' | 'root'>): Uint8Array {
  return new TextEncoder().encode(['tanu-journal-checkpoint-1', checkpoint.no, checkpoint.at, checkpoint.entries, hex(checkpoint.previousRoot), hex(checkpoint.root)].join('\n'))
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Signs how far every chain has come since the last checkpoint; answers whether there was anything to sign. Two workers at once write one. */
export async function sealCheckpoint(db: Database, key: CheckpointKey, { id, at }: { id: Uuid; at: Moment }): Promise<boolean> {
  try {
    return await db.begin(async (sql) => {
      const last = await sql.maybe<{ no: number; entries: number; root: Uint8Array; newestAt: Moment }>('select no, entries, root, newest_at from journal_checkpoint order by no desc limit 1')
      const moved = await movedHeads(sql, last?.newestAt)
      if (moved.length === 0) return false
      const checkpoint = {
        no: (last?.no ?? 0) + 1, at, entries: (last?.entries ?? 0) + moved.reduce((sum, head) => sum + head.seq - head.covered, 0), previousRoot: last?.root ?? NOTHING, root: rootOf(moved),
      }
      await sql.run('insert into journal_checkpoint_key (id, public_key, first_used_at) values ($1, $2, $3) on conflict do nothing', [key.id, key.publicKeyPem, at])
      await sql.run(`insert into journal_checkpoint (id, newest_at, ${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, newest(moved, last?.newestAt), checkpoint.no, at, checkpoint.entries, checkpoint.previousRoot, checkpoint.root, key.id, key.signBytes(signedText(checkpoint))])
      await sql.run('insert into journal_checkpoint_head (no, chain, seq, hash) select $1, * from unnest($2::text[], $3::integer[], $4::bytea[])',
        [checkpoint.no, moved.map((head) => head.chain), moved.map((head) => head.seq), moved.map((head) => Buffer.from(head.hash))])
      return true
    }, { 'tanu.scope': 'system' })
  } catch (error) {
    if (violatedConstraint(error) === 'one_checkpoint_per_number') return false
    throw error
  }
}

interface MovedHead extends ChainHead {
  at: Moment
  covered: number
}

async function movedHeads(sql: Sql, since: Moment | undefined): Promise<MovedHead[]> {
  return sql.many<MovedHead>(
    `with moved as (select chain, max(seq) as seq from journal_entry where $1::timestamptz is null or at >= $1::timestamptz - interval '${OVERLAP}' group by chain)
     select e.chain, e.seq, e.hash, e.at, coalesce(h.seq, 0) as covered from moved m join journal_entry e on e.chain = m.chain and e.seq = m.seq
     left join lateral (select seq from journal_checkpoint_head where chain = m.chain order by no desc limit 1) h on true
     where m.seq > coalesce(h.seq, 0)`, [since ?? null])
}

function newest(heads: readonly MovedHead[], before: Moment | undefined): Moment {
  return [...heads.map((head) => head.at), ...(before ? [before] : [])].reduce((best, next) => (next > best ? next : best))
}

export async function selectCheckpoints(sql: Sql, limit: number): Promise<Checkpoint[]> {
  return sql.many<Checkpoint>(`select ${COLUMNS} from journal_checkpoint order by no desc limit $1`, [limit])
}
/** The checkpoint of this number, if it was ever sealed. */
export async function findCheckpoint(sql: Sql, no: number): Promise<Checkpoint | undefined> {
  return sql.maybe<Checkpoint>(`select ${COLUMNS} from journal_checkpoint where no = $1`, [no])
}
export async function selectCheckpointKeys(sql: Sql): Promise<{ id: string; publicKey: string }[]> {
  return sql.many('select id, public_key from journal_checkpoint_key order by first_used_at')
}
/** The last sealed head of every chain: what an auditor takes away. */
export async function selectSealedHeads(sql: Sql): Promise<ChainHead[]> {
  return sql.many<ChainHead>('select distinct on (chain) chain, seq, hash from journal_checkpoint_head order by chain, no desc')
}

export const CHECKPOINT_FAULTS = ['gap', 'previous-root', 'unknown-key', 'signature', 'root', 'entry'] as const
export interface CheckpointFault {
  no: number
  fault: (typeof CHECKPOINT_FAULTS)[number]
  /** The chain and the place in it, when an entry is gone or another. */
  chain?: string
  seq?: number
}

/** Every way in which the journal is not what its checkpoints signed: an entry changed, a tail cut off, a chain rewritten whole, a checkpoint removed from between. */
export async function findCheckpointFaults(sql: Sql, { fromNo = 1, limit = 1_000 }: { fromNo?: number; limit?: number } = {}): Promise<{ faults: CheckpointFault[]; next: number | undefined; checked: number }> {
  const keys = new Map((await selectCheckpointKeys(sql)).map((key) => [key.id, key.publicKey]))
  const rows = await sql.many<Checkpoint>(`select ${COLUMNS} from journal_checkpoint where no >= $1 order by no limit $2`, [fromNo - 1, limit + 1])
  const before = rows[0]?.no === fromNo - 1 ? rows.shift() : undefined
  const faults: CheckpointFault[] = []
  let previous = before
  for (const row of rows) {
    if (row.no !== (previous?.no ?? 0) + 1) faults.push({ no: row.no, fault: 'gap' })
    else if (!same(row.previousRoot, previous?.root ?? NOTHING)) faults.push({ no: row.no, fault: 'previous-root' })
    const key = keys.get(row.keyId)
    if (!key) faults.push({ no: row.no, fault: 'unknown-key' })
    else if (!verifyBytes(signedText(row), row.signature, key)) faults.push({ no: row.no, fault: 'signature' })
    const heads = await sql.many<ChainHead>('select chain, seq, hash from journal_checkpoint_head where no = $1', [row.no])
    if (!same(rootOf(heads), row.root)) faults.push({ no: row.no, fault: 'root' })
    previous = row
  }
  const last = rows.at(-1)?.no
  if (last !== undefined) faults.push(...(await lostEntries(sql, fromNo, last)))
  return { faults, next: last !== undefined && rows.length + (before ? 1 : 0) > limit ? last + 1 : undefined, checked: rows.length }
}

async function lostEntries(sql: Sql, from: number, to: number): Promise<CheckpointFault[]> {
  const rows = await sql.many<{ no: number; chain: string; seq: number }>(
    `select h.no, h.chain, h.seq from journal_checkpoint_head h left join journal_entry e on e.chain = h.chain and e.seq = h.seq
     where h.no between $1 and $2 and e.hash is distinct from h.hash order by h.no, h.chain limit 100`, [from, to])
  return rows.map((row) => ({ ...row, fault: 'entry' as const }))
}

/** Which heads, taken away earlier, the journal no longer has as they were. */
export async function findLostHeads(sql: Sql, heads: readonly ChainHead[]): Promise<ChainHead[]> {
  return sql.many<ChainHead>(
    `select h.chain, h.seq, h.hash from unnest($1::text[], $2::integer[], $3::bytea[]) as h (chain, seq, hash) left join journal_entry e on e.chain = h.chain and e.seq = h.seq
     where e.hash is distinct from h.hash order by h.chain`, [heads.map((head) => head.chain), heads.map((head) => head.seq), heads.map((head) => Buffer.from(head.hash))])
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(Buffer.from(b))
}
