import type { Chunk, ChunkAnswer } from './chunk-queue.ts'

/** What this browser seals pieces with, in Base64, and what a piece is bound to besides its track and number. */
export interface Seal {
  key: string
  place: string
}
/** The server's word on a place in the store. */
export interface Told extends ChunkAnswer {
  outcome?: 'place' | 'again' | 'through-server' | 'stored'
  put?: { url: string; headers: Record<string, string> }
  ticket?: string
}

export async function hashOf(bytes: BufferSource): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const NONCE = 12
const TAG = 16

/** Nonce, tag, bytes: as the server seals, so that what lies in the store has one shape. */
export async function seal({ key, place }: Seal, name: string, bytes: BufferSource): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const raw = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0))
  const secret = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const made = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${place}:${name}`) }, secret, bytes))
  const sealed = new Uint8Array(NONCE + made.length)
  sealed.set(iv)
  sealed.set(made.subarray(-TAG), NONCE)
  sealed.set(made.subarray(0, -TAG), NONCE + TAG)
  return sealed
}

/** Brings pieces to the store past the server. A track that failed twice in a row goes through the server, as long as the page lives; by track, so that one cut of the line is one failure. */
export class Direct {
  readonly #seal: Seal
  readonly #ask: (path: string, body: unknown) => Promise<Told>
  readonly #failures: Record<string, number> = {}

  constructor(seal: Seal, ask: (path: string, body: unknown) => Promise<Told>) {
    this.#seal = seal
    this.#ask = ask
  }

  /** Without an answer this piece goes through the server. */
  async send(track: string, { number, sha256, type, from, ms }: Chunk, bytes: Blob): Promise<ChunkAnswer | undefined> {
    let failures = this.#failures[track] ?? 0
    if (failures > 1) return undefined
    try {
      const body = await seal(this.#seal, `${track}:${number}`, await bytes.arrayBuffer())
      const { put, ticket, ...told } = await this.#ask('places', { track, chunk: number, mediaType: type, sha256, clientFrom: from, ms, sealedSha256: await hashOf(body), sealedSize: body.length })
      if (!put) {
        if (told.outcome !== 'through-server') return told
        failures = 1
      } else if ((await fetch(put.url, { method: 'PUT', body, headers: put.headers, credentials: 'omit', signal: AbortSignal.timeout(60_000) })).ok) {
        const kept = await this.#ask('places/confirm', { ticket })
        if (kept.status !== 422) {
          this.#failures[track] = 0
          return kept
        }
      }
    } catch {
      // The store was not reached.
    }
    return (this.#failures[track] = ++failures) > 1 ? undefined : { status: 0 }
  }
}
