import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { findCheckpoint, findCheckpointFaults, findLostHeads, selectCheckpointKeys, selectCheckpoints, selectSealedHeads, type Checkpoint, type CheckpointFault } from '#platform/journal/checkpoint.ts'
import { policy } from './policy.ts'

const SHOWN = 50

export interface CheckpointsView {
  checkpoints: Checkpoint[]
  keys: { id: string; publicKey: string }[]
}

/** The newest checkpoints and the public keys they were signed with. */
export async function readCheckpoints(ctx: Ctx): Promise<CheckpointsView> {
  return read(ctx, 'checkpoint.read', async (t) => {
    assertMay(t, policy, 'checkpoint.read', undefined as never)
    return { checkpoints: await selectCheckpoints(t.sql, SHOWN), keys: await selectCheckpointKeys(t.sql) }
  })
}

/** Compares every checkpoint with the journal; a thousand in one transaction. `progress` is told how many were compared. */
export async function verifyCheckpoints(ctx: Ctx, progress: (done: number) => void = () => {}): Promise<{ checked: number; faults: CheckpointFault[] }> {
  const found = { checked: 0, faults: [] as CheckpointFault[] }
  for (let next: number | undefined = 1; next !== undefined;) {
    const from: number = next
    const part = await read(ctx, 'journal.verify', async (t) => {
      assertMay(t, policy, 'journal.verify', undefined as never)
      return findCheckpointFaults(t.sql, { fromNo: from })
    })
    found.checked += part.checked
    found.faults.push(...part.faults)
    progress(found.checked)
    next = part.next
  }
  return found
}

/** What an auditor takes away and compares later: the last checkpoint, the public keys, and how far every chain had come. No personal data: chains are named by ids. */
export interface CheckpointFile {
  format: 'tanu-journal-checkpoint-1'
  checkpoint: { no: number; at: string; entries: number; previousRoot: string; root: string; keyId: string; signature: string } | null
  keys: { id: string; publicKey: string }[]
  heads: [chain: string, seq: number, hash: string][]
}
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export async function exportCheckpoints(ctx: Ctx): Promise<CheckpointFile> {
  return read(ctx, 'checkpoint.read', async (t) => {
    assertMay(t, policy, 'checkpoint.read', undefined as never)
    const [last] = await selectCheckpoints(t.sql, 1)
    return {
      format: 'tanu-journal-checkpoint-1',
      checkpoint: last ? { ...last, previousRoot: hex(last.previousRoot), root: hex(last.root), signature: hex(last.signature) } : null,
      keys: await selectCheckpointKeys(t.sql), heads: (await selectSealedHeads(t.sql)).map((head) => [head.chain, head.seq, hex(head.hash)]),
    }
  })
}

/** Reads a file that was taken away; undefined when it is none. */
export function parseCheckpointFile(text: string): CheckpointFile | undefined {
  try {
    const file = JSON.parse(text) as CheckpointFile
    const isHead = (head: unknown) => Array.isArray(head) && typeof head[0] === 'string' && Number.isInteger(head[1]) && /^[0-9a-f]{64}$/.test(String(head[2]))
    return file.format === 'tanu-journal-checkpoint-1' && Array.isArray(file.heads) && file.heads.every(isHead) ? file : undefined
  } catch {
    return undefined
  }
}

/** Compares a file taken away earlier with the journal of today: what it names must still stand as it was. */
export async function compareWithFile(ctx: Ctx, file: CheckpointFile): Promise<{ lost: { chain: string; seq: number }[]; checkpointStands: boolean }> {
  return read(ctx, 'journal.verify', async (t) => {
    assertMay(t, policy, 'journal.verify', undefined as never)
    const lost = await findLostHeads(t.sql, file.heads.map(([chain, seq, hash]) => ({ chain, seq, hash: new Uint8Array(Buffer.from(hash, 'hex')) })))
    const kept = file.checkpoint
    const own = kept ? await findCheckpoint(t.sql, kept.no) : undefined
    const stands = kept === null || (own !== undefined && hex(own.root) === kept.root && hex(own.signature) === kept.signature)
    return { lost: lost.map(({ chain, seq }) => ({ chain, seq })), checkpointStands: stands }
  })
}
