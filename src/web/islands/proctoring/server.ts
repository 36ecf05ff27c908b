import type { Chunk, ChunkAnswer } from './chunk-queue.ts'
import { Direct, type Seal, type Told } from './direct.ts'
import type { Numbered } from './signal-outbox.ts'
import type { Thresholds } from './signals.ts'

export type WatchState = 'checking' | 'consented' | 'admitted' | 'running' | 'warned' | 'broken-down' | 'ended'
export interface ServerState {
  state: WatchState
  tracks: Partial<Record<string, { next: number }>>
  thresholds: Thresholds
  off: string[]
  seq: number
  /** Changes when somebody asks in a closed moment, or has looked. */
  closed?: string
  /** Only where pieces may go straight to the store. */
  seal?: Seal
}
export interface Heard {
  state: WatchState
  warning: { id: string } | null
  /** With the finished sentence where the server has something to say. */
  code?: string
  text?: string
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** The calls of the watch; all of them go to the own origin, below one address, but for pieces that the server sends to the store. */
export class Server {
  readonly #base: string
  readonly #csrf: string
  #direct: Direct | undefined

  constructor(base: string, csrf: string) {
    this.#base = base
    this.#csrf = csrf
  }

  /** Throws when nobody answers or the answer is no. */
  async state(): Promise<ServerState> {
    const answer = await this.#call('state', { method: 'GET' })
    if (!answer.ok) throw new Error(String(answer.status))
    const state = (await answer.json()) as ServerState
    if (state.seal) this.#direct ??= new Direct(state.seal, (path, body) => this.#told(path, { method: 'POST', body: JSON.stringify(body), headers: JSON_TYPE }))
    return state
  }
  /** `never`: these signals can never be taken; `over`: there is no watch for this page any more. Throws when they shall be sent again. */
  async signals(device: string, signals: readonly Numbered[]): Promise<Heard | 'never' | 'over'> {
    const answer = await this.#call('signals', { method: 'POST', body: JSON.stringify({ device, sentAt: Date.now(), signals }), headers: JSON_TYPE })
    if (answer.ok) return (await answer.json()) as Heard
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status))
    return [401, 403, 404, 410].includes(answer.status) ? 'over' : 'never'
  }
  async chunk(track: string, chunk: Chunk, bytes: Blob): Promise<ChunkAnswer> {
    const headers = { 'content-type': chunk.type, 'x-chunk-sha256': chunk.sha256, ...(chunk.begins ? { 'x-chunk-begins': '1' } : {}) }
    return (await this.#direct?.send(track, chunk, bytes)) ?? this.#told(`chunks/${track}/${chunk.number}?from=${chunk.from}&ms=${chunk.ms}`, { method: 'PUT', body: bytes, headers })
  }
  /** The status of the answer; 0 when nobody answered. */
  async picture(kind: string, bytes: Blob): Promise<number> {
    return this.#call(`picture/${kind}`, { method: 'POST', body: bytes, headers: { 'content-type': 'image/jpeg' } }, 60_000).then((answer) => answer.status, () => 0)
  }

  async #told(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Told> {
    try {
      const answer = await this.#call(path, init, 60_000)
      return { ...((await answer.json().catch(() => ({}))) as Told), status: answer.status }
    } catch {
      return { status: 0 }
    }
  }
  #call(path: string, init: RequestInit & { headers?: Record<string, string> }, ms = 10_000): Promise<Response> {
    return fetch(`${this.#base}/${path}`, { ...init, headers: { ...init.headers, 'x-csrf-token': this.#csrf }, cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(ms) })
  }
}
