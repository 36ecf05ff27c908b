import { afterAnswer, ChunkQueue, waitAfter, type Chunk } from './chunk-queue.ts'
import type { ChunkStore } from './chunk-store.ts'
import { hashOf } from './direct.ts'
import type { Server } from './server.ts'

/** Small enough for the server's bound, whatever a camera makes of the bit rate it was asked for. */
const MOST_BYTES = 3_500_000

/** Two windows of one browser keep their pieces in one place, so a counter would not do. */
const newId = (): number => Date.now() * 1000 + Math.floor(Math.random() * 1000)

export type UplinkTrouble = 'line' | 'store-full' | 'device-full' | 'signed-out' | undefined
export interface UplinkHeard {
  /** Pieces that wait, and why they wait. */
  onWaiting(count: number, trouble: UplinkTrouble): void
  onEnded(): void
}

/** Carries the pieces of one track to the server, one after another and in order; keeps them on the device until they are there. */
export class Uplink {
  readonly #track: string
  readonly #server: Server
  readonly #store: ChunkStore
  readonly #heard: UplinkHeard
  readonly #queue: ChunkQueue
  #failures = 0
  #busy = false
  #ended = false
  #keeping: Promise<unknown> = Promise.resolve()

  constructor(track: string, server: Server, store: ChunkStore, kept: readonly Chunk[], next: number, heard: UplinkHeard) {
    this.#track = track
    this.#server = server
    this.#store = store
    this.#heard = heard
    this.#queue = new ChunkQueue(kept, next, store.mostBytes)
    void this.#send()
  }

  get waiting(): number {
    return this.#queue.length
  }
  /** False when the device is full: the recording then pauses, and goes on when pieces have left. */
  hasRoom(): boolean {
    return this.#queue.hasRoomFor(MOST_BYTES)
  }

  /** Keeps a piece, then sends it. Pieces are taken in the order in which they come. */
  add(bytes: Blob, from: number, ms: number, begins: boolean): Promise<unknown> {
    return (this.#keeping = this.#keeping.then(() => this.#add(bytes, from, ms, begins)).catch(() => this.#heard.onWaiting(this.#queue.length, 'device-full')))
  }
  /** Everything handed over lies on the device. */
  kept(): Promise<unknown> {
    return this.#keeping
  }
  async #add(bytes: Blob, from: number, ms: number, begins: boolean): Promise<void> {
    if (this.#ended || bytes.size === 0) return
    for (let at = 0; at < bytes.size; at += MOST_BYTES) {
      const part = bytes.slice(at, at + MOST_BYTES, bytes.type)
      const chunk = this.#queue.take(await this.#describe(part, from, ms, begins && at === 0))
      await this.#store.keep(chunk, part)
    }
    void this.#send()
  }
  async #describe(bytes: Blob, from: number, ms: number, begins: boolean): Promise<Omit<Chunk, 'number'>> {
    const sha256 = await hashOf(await bytes.arrayBuffer())
    return { id: newId(), from: Math.round(from), ms: Math.round(ms), type: bytes.type.split(';')[0]!, sha256, bytes: bytes.size, begins }
  }

  async #send(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      for (let head = this.#queue.head; head && !this.#ended; head = this.#queue.head) {
        if (!(await this.#sendOne(head))) break
      }
    } finally {
      this.#busy = false
    }
  }

  /** True when the next one may go at once. */
  async #sendOne(head: Chunk): Promise<boolean> {
    const bytes = await this.#store.bytes(head.id)
    if (!bytes) {
      // Another window has sent it, or the browser has thrown it away.
      this.#queue.lose()
      return this.#renumber(head.number)
    }
    const step = afterAnswer(head, await this.#server.chunk(this.#track, head, bytes), this.#failures)
    switch (step.do) {
      case 'next':
        this.#failures = 0
        this.#queue.done()
        await this.#store.remove(head.id)
        this.#heard.onWaiting(this.#queue.length, undefined)
        return true
      case 'renumber':
        return this.#renumber(step.from)
      case 'ask': {
        const next = await this.#server.state().then((state) => state.tracks[this.#track]?.next, () => undefined)
        if (next !== undefined && next !== head.number) return this.#renumber(next)
        return this.#later(waitAfter(++this.#failures), 'line')
      }
      case 'split':
        return this.#split(head, bytes)
      case 'give-up':
        this.#failures = 0
        this.#queue.lose()
        await this.#store.remove(head.id)
        return this.#renumber(head.number)
      case 'again':
        this.#failures += 1
        return this.#later(step.afterMs, step.why === 'hash' ? 'line' : step.why)
      case 'pause':
        return this.#later(30_000, 'signed-out')
      case 'end':
        this.#ended = true
        for (const chunk of this.#queue.all) await this.#store.remove(chunk.id)
        this.#heard.onEnded()
        return false
    }
  }
  async #renumber(from: number): Promise<true> {
    this.#queue.renumber(from)
    await this.#store.renumber(this.#queue.all)
    return true
  }
  async #split(head: Chunk, bytes: Blob): Promise<true> {
    const half = Math.ceil(bytes.size / 2)
    const parts = [bytes.slice(0, half, bytes.type), bytes.slice(half, bytes.size, bytes.type)] as const
    const [first, second] = [await this.#describe(parts[0], head.from, head.ms / 2, head.begins), await this.#describe(parts[1], head.from + head.ms / 2, head.ms / 2, false)]
    // In their old place, before those that came later: names on the device do not say the order, the numbers do.
    this.#queue.split([first, second])
    await this.#store.keep(this.#queue.all[0]!, parts[0])
    await this.#store.keep(this.#queue.all[1]!, parts[1])
    await this.#store.remove(head.id)
    return this.#renumber(head.number)
  }
  #later(ms: number, trouble: UplinkTrouble): false {
    this.#heard.onWaiting(this.#queue.length, trouble)
    setTimeout(() => void this.#send(), ms)
    return false
  }
}
