import { waitAfter } from './chunk-queue.ts'
import type { Heard, Server } from './server.ts'
import { MOST_AT_ONCE, parseOutbox, put, resume, taken, type Outbox } from './signal-outbox.ts'
import type { Raised } from './signals.ts'

const HEARTBEAT_MS = 15_000

export interface MessengerHeard {
  /** Whether the last call was answered. */
  onLine(isThere: boolean): void
  onOver(): void
  /** The page is about to be drawn anew by this script; waited for, but not for long. */
  onReload(): Promise<void>
  /** Another computer sits this exam: this one says so and stops. Asking again would be coming in again. */
  onSecond(text: string): void
}

/** Sends signals at once and a sign of life every fifteen seconds; what is not acknowledged is kept over a closed page. */
export class Messenger {
  readonly #server: Server
  readonly #heard: MessengerHeard
  readonly #key: string
  /** The name of this browser, under which it speaks and the answers of the page are sent. */
  readonly device: string
  /** The warnings that stand on the page already: whoever drew it, this script does not do it again. */
  readonly #shown: string
  #outbox: Outbox
  #sending = 0
  #busy = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(device: string, base: string, shown: string, server: Server, serverSeq: number, heard: MessengerHeard) {
    this.device = device
    this.#shown = shown
    this.#server = server
    this.#heard = heard
    this.#key = `tanu-watch${base}`
    this.#outbox = resume(parseOutbox(read(this.#key)), serverSeq)
    this.#plan(0)
    addEventListener('online', () => this.#plan(0))
  }

  say(raised: readonly Raised[]): void {
    this.#outbox = put(this.#outbox, raised, this.#sending)
    this.#keep()
    if (this.#failures === 0) this.#plan(200)
  }

  #plan(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#deliver(), ms)
  }
  async #deliver(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      do {
        const sent = this.#outbox.pending.slice(0, MOST_AT_ONCE)
        this.#sending = sent.length
        const heard = await this.#server.signals(this.device, sent)
        if (heard === 'over') return this.#tellOnce('over')
        if (heard !== 'never' && heard.code === 'proctoring.second-computer') return this.#heard.onSecond(heard.text ?? '')
        this.#outbox = taken(this.#outbox, sent.length)
        this.#keep()
        if (this.#failures > 0) this.#heard.onLine(true)
        this.#failures = 0
        // What the server calls wrong would be wrong again: it is let go, and the sign of life goes on.
        if (heard === 'never') continue
        if (this.#isNews(heard)) return await this.#reload()
        if (heard.state === 'ended') return this.#heard.onOver()
      } while (this.#outbox.pending.length > 0)
      this.#plan(HEARTBEAT_MS)
    } catch {
      this.#failures += 1
      this.#heard.onLine(false)
      this.#plan(waitAfter(this.#failures))
    } finally {
      this.#busy = false
      this.#sending = 0
    }
  }

  /** The server's page says it, not this script; it is drawn anew once for each warning and once for the end. */
  #isNews(heard: Heard): boolean {
    const news = heard.state === 'ended' ? 'ended' : heard.warning?.id
    return news !== undefined && this.#isFirst(news)
  }
  #isFirst(news: string): boolean {
    if (this.#shown.includes(news) || read(`${this.#key}/known`, sessionStorage) === news) return false
    write(`${this.#key}/known`, news, sessionStorage)
    return true
  }
  /** The page itself says what it is now; when it is drawn anew already and still so, this script only stops. */
  #tellOnce(news: string): void {
    if (this.#isFirst(news)) void this.#reload()
    else this.#heard.onOver()
  }
  async #reload(): Promise<void> {
    await Promise.race([this.#heard.onReload().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2000))])
    location.reload()
  }
  #keep(): void {
    write(this.#key, JSON.stringify(this.#outbox))
  }
}

function read(key: string, store: Storage = localStorage): string | null {
  try {
    return store.getItem(key)
  } catch {
    return null
  }
}
function write(key: string, text: string, store: Storage = localStorage): void {
  try {
    store.setItem(key, text)
  } catch {
    // A full or forbidden store: signals are still delivered, only not kept over a closed page.
  }
}
