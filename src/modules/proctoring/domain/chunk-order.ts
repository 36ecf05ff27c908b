export type ChunkPlace = 'stored' | 'again' | 'differs' | 'order'

/** Where a chunk belongs: the next of its track, one that is there already, another under the same number, or one out of its turn. */
export function placeChunk(next: number, number: number, sha256: string, kept: string | undefined): ChunkPlace {
  if (number === next) return 'stored'
  if (number > next) return 'order'
  return kept === sha256 ? 'again' : 'differs'
}

const EBML = [0x1a, 0x45, 0xdf, 0xa3]
const FTYP = [0x66, 0x74, 0x79, 0x70]

/** Whether a player can start with these bytes: they carry the head of a WebM or of an MP4. */
export function beginsRecording(bytes: Uint8Array): boolean {
  return EBML.every((byte, place) => bytes[place] === byte) || FTYP.every((byte, place) => bytes[place + 4] === byte)
}

export interface ClipChunk {
  number: number
  begins: boolean
  fromMs: number
  toMs: number
}
/** The numbers that make a clip a player can show: from the last head before the wanted time up to its end, or to the next head. */
export function clipOf(chunks: readonly ClipChunk[], fromMs: number, toMs: number): number[] {
  const sorted = [...chunks].sort((a, b) => a.number - b.number)
  const first = sorted.findIndex((chunk) => chunk.toMs > fromMs)
  if (first === -1) return []
  const head = sorted.slice(0, first + 1).findLastIndex((chunk) => chunk.begins)
  if (head === -1) return []
  const wanted = [sorted[head]!]
  for (const chunk of sorted.slice(head + 1)) {
    if (chunk.begins || chunk.fromMs >= toMs) break
    if (chunk.toMs > fromMs) wanted.push(chunk)
  }
  return wanted.map((chunk) => chunk.number)
}
