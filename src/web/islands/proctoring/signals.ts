/** What a candidate's own computer may report. A signal is never a verdict: it opens something a person looks at. */
export const SIGNAL_KINDS = [
  'no-face', 'several-faces', 'looking-away', 'phone-in-view', 'speech', 'page-left', 'second-screen', 'copy', 'paste', 'full-screen-left', 'device-changed',
  'line-lost', 'camera-lost', 'microphone-lost', 'weak-computer',
] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

/**
 * The norm of one kind, from the server. `seconds`: how long it must last without a break. `times` in `withinSeconds`: how often that must happen before it
 * is said. `score` and `hits`: for what a detector scores. `yawDegrees`: how far a head is turned.
 */
export interface Threshold {
  seconds?: number
  times?: number
  withinSeconds?: number
  yawDegrees?: number
  /** A head at the very edge sways by some degrees; it is turned back when it is so much below. */
  swayDegrees?: number
  score?: number
  hits?: number
}
export type Thresholds = Readonly<Partial<Record<SignalKind, Threshold>>>

/** A signal without its number. Times are milliseconds of the candidate's clock; `peak` is the strongest value seen, 0–1 or degrees. */
export interface Raised {
  kind: SignalKind
  from: number
  to: number
  peak: number
  detail: Record<string, unknown>
}

/** One look of the camera: how many faces, how far the one face is turned, how surely a phone is seen. */
export interface Look {
  at: number
  faces: number
  /** Degrees to either side; absent without exactly one face. */
  yaw?: number
  /** Absent when this look did not ask for objects. */
  phone?: number
}

/** What cannot be seen for so long is not counted: a sleeping computer makes nobody absent. */
const LONGEST_GAP_MS = 5_000

/** The kinds that last: true while it is so, undefined when this moment says nothing about it. */
type Seen = boolean | undefined

/** One kind that must last, and perhaps return, before it is said. */
export class Lasting {
  readonly #kind: SignalKind
  readonly #norm: Threshold
  readonly #strides: boolean
  #from: number | undefined
  #last = 0
  #hits = 0
  #peak = 0
  /** Beginnings of what lasted long enough, for kinds that must return. */
  #earlier: number[] = []
  #counted = false
  #saidAt: number | undefined

  /** `strides`: hits in a row are counted and not seconds, because only some looks ask. */
  constructor(kind: SignalKind, norm: Threshold, strides = false) {
    this.#kind = kind
    this.#norm = norm
    this.#strides = strides
  }

  /**
   * The signals this moment makes. One absence has two words at most: the first as soon as the norm is reached, and, when it lasted longer, the last with
   * its whole length and `lasts` in its detail. Never more, so that nothing that happened once can be counted twice.
   */
  see(at: number, seen: Seen, value = 1, gapMs = LONGEST_GAP_MS): Raised[] {
    const said: Raised[] = []
    if (this.#from !== undefined && at - this.#last > gapMs) said.push(...this.#end())
    if (seen === undefined) return said
    if (!seen) return [...said, ...this.#end()]
    this.#from ??= at
    this.#last = at
    this.#hits += 1
    this.#peak = Math.max(this.#peak, value)
    if (!this.#isLongEnough()) return said
    if (!this.#counted) this.#count()
    if (this.#saidAt === undefined && this.#earlier.length >= (this.#norm.times ?? 1)) return [...said, this.#say(at, false)]
    return said
  }

  /** The watch stops: what still lasts gets its last word. */
  stop(): Raised[] {
    return this.#end()
  }

  #isLongEnough(): boolean {
    if (this.#strides) return this.#hits >= (this.#norm.hits ?? 1)
    return this.#last - this.#from! >= (this.#norm.seconds ?? 0) * 1000
  }
  #count(): void {
    this.#counted = true
    const since = this.#from! - (this.#norm.withinSeconds ?? Infinity) * 1000
    this.#earlier = [...this.#earlier.filter((from) => from >= since), this.#from!]
  }
  #say(at: number, again: boolean): Raised {
    this.#saidAt = at
    return { kind: this.#kind, from: this.#from!, to: this.#last, peak: this.#peak, detail: { ...(again ? { lasts: true } : {}), ...((this.#norm.times ?? 1) > 1 ? { times: this.#earlier.length } : {}) } }
  }
  #end(): Raised[] {
    const said = this.#saidAt !== undefined && this.#last > this.#saidAt ? [this.#say(this.#last, true)] : []
    this.#from = this.#saidAt = undefined
    this.#hits = this.#peak = 0
    this.#counted = false
    return said
  }
}

/** All kinds together: observations in, signals out. What is switched off for this candidate is not even counted. */
export class Signals {
  readonly #off: ReadonlySet<string>
  readonly #norms: Thresholds
  readonly #lasting: Map<SignalKind, Lasting>
  readonly #moments = new Map<SignalKind, number>()
  #isAway = false

  constructor(norms: Thresholds, off: readonly string[]) {
    this.#norms = norms
    this.#off = new Set(off)
    const kinds = SIGNAL_KINDS.filter((kind) => !this.#off.has(kind))
    this.#lasting = new Map(kinds.map((kind) => [kind, new Lasting(kind, norms[kind] ?? {}, kind === 'phone-in-view')]))
  }

  isOn(kind: SignalKind): boolean {
    return !this.#off.has(kind)
  }

  /** What the camera saw. */
  look(look: Look): Raised[] {
    const yaw = look.faces === 1 ? look.yaw : undefined
    const edge = (this.#norms['looking-away']?.yawDegrees ?? 90) - (this.#isAway ? (this.#norms['looking-away']?.swayDegrees ?? 0) : 0)
    this.#isAway = yaw !== undefined && Math.abs(yaw) >= edge
    const sure = this.#norms['phone-in-view']?.score ?? 1
    return [
      ...this.#see('no-face', look.at, look.faces === 0),
      ...this.#see('several-faces', look.at, look.faces > 1, look.faces),
      ...this.#see('looking-away', look.at, this.#isAway, Math.abs(yaw ?? 0)),
      // Objects are looked for every few looks only, so the gap between two of them is wider.
      ...this.#see('phone-in-view', look.at, look.phone === undefined ? undefined : look.phone >= sure, look.phone, LONGEST_GAP_MS * 4),
    ]
  }

  /** What the microphone heard: whether somebody speaks now, and how surely (0–1). */
  voice(at: number, speaking: boolean, sure: number): Raised[] {
    return this.#see('speech', at, speaking, sure)
  }

  /** Something that is so or is not so: the page left, a line or a device lost. Said at its end too, when it lasted. Never broken by a gap: nothing is seen meanwhile. */
  state(kind: SignalKind, at: number, isSo: boolean): Raised[] {
    return this.#see(kind, at, isSo, 1, Infinity)
  }

  /** Something that happens at once; the same within a second is one. */
  moment(kind: SignalKind, at: number, detail: Record<string, unknown> = {}): Raised[] {
    const before = this.#moments.get(kind)
    if (this.#off.has(kind) || (before !== undefined && Math.abs(at - before) < 1000)) return []
    this.#moments.set(kind, at)
    return [{ kind, from: at, to: at, peak: 1, detail }]
  }

  stop(): Raised[] {
    return [...this.#lasting.values()].flatMap((each) => each.stop())
  }

  #see(kind: SignalKind, at: number, seen: Seen, value = 1, gapMs?: number): Raised[] {
    return this.#lasting.get(kind)?.see(at, seen, value, gapMs) ?? []
  }
}
