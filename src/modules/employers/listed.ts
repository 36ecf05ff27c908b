import { createHash } from 'node:crypto'

/**
 * What the journal keeps of a list that may be of ten thousand: how many, and the SHA-256 over the ids, sorted, a line each. Whoever has the list, or finds again
 * what was open at that moment, shows by it that it was this one.
 */
export function listedProof(ids: readonly string[]): { counted: number; digest: string } {
  return { counted: ids.length, digest: createHash('sha256').update([...ids].sort().join('\n')).digest('hex') }
}
