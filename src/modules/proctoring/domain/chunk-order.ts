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
  const before = sorted.slice(0, first + 1).findLastIndex((chunk) => chunk.begins)
  // Where what came before begins with nothing a player knows, the clip begins with the next head within it.
  const head = before === -1 ? sorted.findIndex((chunk, place) => place > first && chunk.begins && chunk.fromMs < toMs) : before
  if (head === -1) return []
  const wanted = [sorted[head]!]
  for (const chunk of sorted.slice(head + 1)) {
    if (chunk.begins || chunk.fromMs >= toMs) break
    if (chunk.toMs > fromMs) wanted.push(chunk)
  }
  return wanted.map((chunk) => chunk.number)
}

/** At most so many places of a list, spread evenly, with its first and its last. */
export function spotsOf(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, place) => place)
  return Array.from({ length: most }, (_, place) => Math.round((place * (length - 1)) / (most - 1)))
}
