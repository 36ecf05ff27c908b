import type { Raised, SignalKind, Signals } from './signals.ts'

/** Watches the page and the devices: left, hidden, full screen, copy, paste, a second screen, another camera. What was copied is never read. */
export class PageWatch {
  readonly #signals: Signals
  readonly #say: (raised: readonly Raised[]) => void
  /** While the browser itself asks something, or the page goes, nobody has left it. */
  #excused = false
  #devices: string | undefined
  /** The full screen was left and not entered again. */
  #left = false
  readonly #screen = screen as Screen & Partial<EventTarget> & { isExtended?: boolean }

  constructor(signals: Signals, say: (raised: readonly Raised[]) => void) {
    this.#signals = signals
    this.#say = say
    addEventListener('pagehide', () => (this.#excused = true))
    for (const kind of ['copy', 'cut', 'paste'] as const) {
      document.addEventListener(kind, () => say(signals.moment(kind === 'paste' ? 'paste' : 'copy', Date.now(), kind === 'cut' ? { cut: true } : {})))
    }
    document.addEventListener('visibilitychange', () => this.tick())
    for (const kind of ['blur', 'focus']) addEventListener(kind, () => this.tick())
    document.addEventListener('fullscreenchange', () => {
      this.#left = !document.fullscreenElement && !this.#excused
      this.tick()
    })
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.#deviceChanged())
    this.#screen.addEventListener?.('change', () => this.tick())
    this.tick()
    void this.#deviceChanged()
  }

  /** Every second, and when something happens. */
  tick(): void {
    if (this.#excused) return
    const see = (kind: SignalKind, isSo: boolean) => this.#say(this.#signals.state(kind, Date.now(), isSo))
    see('page-left', document.visibilityState === 'hidden' || !document.hasFocus())
    see('full-screen-left', this.#left)
    see('second-screen', !!this.#screen.isExtended)
  }
  /** Runs something during which the browser's own question takes the focus away. */
  async excuse<T>(during: () => Promise<T>): Promise<T> {
    this.#excused = true
    try {
      return await during()
    } finally {
      this.#excused = false
      this.tick()
    }
  }

  async #deviceChanged(): Promise<void> {
    const list = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []
    const cameras = list.filter((each) => each.kind === 'videoinput').length
    const microphones = list.filter((each) => each.kind === 'audioinput').length
    const now = list.filter((each) => each.kind !== 'audiooutput').map((each) => each.deviceId).sort().join()
    if (this.#devices !== undefined && this.#devices !== now) this.#say(this.#signals.moment('device-changed', Date.now(), { cameras, microphones }))
    this.#devices = now
  }
}
