/** One piece of a recording. Bytes lie in the store of the device; this is what is known of them. */
export interface Chunk {
  id: number
  number: number
  /** Milliseconds of the candidate's clock, and how long it lasts. */
  from: number
  ms: number
  type: string
  /** Hex. */
  sha256: string
  bytes: number
  /** The first piece of a recording: only it has the header, so a player begins here. */
  begins: boolean
}

/** What the server said to a piece. Status 0: nobody answered. */
export interface ChunkAnswer {
  status: number
  code?: string
  next?: number
}

/** What follows from it. Nothing leaves the device before the server has it, unless the server can never take it. */
export type Step =
  | { do: 'next' }
  | { do: 'again'; afterMs: number; why: 'line' | 'store-full' | 'hash' }
  | { do: 'renumber'; from: number }
  | { do: 'ask' }
  | { do: 'split' }
  | { do: 'give-up' }
  | { do: 'pause' }
  | { do: 'end' }

const FULL_STORE_WAIT_MS = 30_000
const SMALLEST_SPLIT = 64 * 1024
const DAMAGED_TRIES = 3

/** Milliseconds until the next try after so many failures: 1, 2, 4, 8, then 15 seconds. */
export function waitAfter(failures: number): number {
  return Math.min(15_000, 1000 * 2 ** Math.max(0, failures - 1))
}

/** What to do with the piece at the head of the queue; `failures` counts the tries before this answer. */
export function afterAnswer(head: Pick<Chunk, 'number' | 'bytes'>, answer: ChunkAnswer, failures: number): Step {
  switch (answer.status) {
    case 200:
    case 201:
      return { do: 'next' }
    case 409:
      // Order: another window was faster, or the store of this device had lost a piece. The same bytes go under the number that is free.
      if (answer.code !== 'proctoring.chunk-differs' && answer.next !== undefined && answer.next !== head.number) return { do: 'renumber', from: answer.next }
      return { do: 'ask' }
    case 413:
      return head.bytes > SMALLEST_SPLIT ? { do: 'split' } : { do: 'give-up' }
    case 422:
      return failures + 1 >= DAMAGED_TRIES ? { do: 'give-up' } : { do: 'again', afterMs: waitAfter(failures + 1), why: 'hash' }
    case 507:
      return { do: 'again', afterMs: FULL_STORE_WAIT_MS, why: 'store-full' }
    case 401:
    case 403:
      return { do: 'pause' }
    case 404:
    case 410:
      return { do: 'end' }
    default:
      if (answer.status === 0 || answer.status === 429 || answer.status >= 500) return { do: 'again', afterMs: waitAfter(failures + 1), why: 'line' }
      return { do: 'give-up' }
  }
}

/** Pieces of one track in their order; bytes are elsewhere. */
export class ChunkQueue {
  #chunks: Chunk[]
  #last: number
  readonly #mostBytes: number

  /** `kept`: what the device still has; `next`: the number the server waits for; `mostBytes`: so much may wait on this device. */
  constructor(kept: readonly Chunk[], next: number, mostBytes: number) {
    this.#chunks = [...kept].sort((a, b) => a.number - b.number)
    this.#last = Math.max(next - 1, this.#chunks.at(-1)?.number ?? -1)
    this.#mostBytes = mostBytes
  }

  get head(): Chunk | undefined {
    return this.#chunks[0]
  }
  get length(): number {
    return this.#chunks.length
  }
  get bytes(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.bytes, 0)
  }
  get all(): readonly Chunk[] {
    return this.#chunks
  }

  /** False when nothing more may wait: the recording then pauses, and what waits is kept whole. */
  hasRoomFor(bytes: number): boolean {
    return this.bytes + bytes <= this.#mostBytes
  }
  /** The number a new piece gets. */
  take(chunk: Omit<Chunk, 'number'>): Chunk {
    const numbered = { ...chunk, number: ++this.#last }
    this.#chunks.push(numbered)
    return numbered
  }
  /** The head is with the server. */
  done(): void {
    this.#chunks.shift()
  }
  /** The head can never be taken: those behind it move up, for the server knows no holes. */
  lose(): void {
    const lost = this.#chunks.shift()
    if (lost) this.renumber(lost.number)
  }
  /** All that wait get numbers from this one on. */
  renumber(from: number): void {
    this.#chunks = this.#chunks.map((chunk, place) => ({ ...chunk, number: from + place }))
    this.#last = from + this.#chunks.length - 1
  }
  /** Two halves in the place of the head. */
  split(halves: readonly [Omit<Chunk, 'number'>, Omit<Chunk, 'number'>]): void {
    const [head, ...rest] = this.#chunks
    if (!head) return
    this.#chunks = [...halves.map((half) => ({ ...half, number: 0 })), ...rest]
    this.renumber(head.number)
  }
}
