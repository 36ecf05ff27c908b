import type { Raised } from './signals.ts'

/** A signal under its number: one row of numbers per browser and run, without holes and never going back. */
export interface Numbered extends Raised {
  seq: number
}
export interface Outbox {
  /** The last number given out. */
  seq: number
  pending: Numbered[]
}

/** So many go in one request; so many wait at most: the oldest word of each kind is worth more than the newest of a flood. */
export const MOST_AT_ONCE = 100
const MOST_WAITING = 1000

/** The outbox after new signals. The last word on what still waits unsent only makes that one longer. */
export function put(outbox: Outbox, raised: readonly Raised[], sending = 0): Outbox {
  let { seq } = outbox
  const pending = [...outbox.pending]
  for (const each of raised) {
    const place = pending.findLastIndex((other) => other.kind === each.kind && other.from === each.from)
    if (place >= sending && place !== -1) pending[place] = { ...pending[place]!, to: each.to, peak: Math.max(pending[place]!.peak, each.peak) }
    else if (pending.length < MOST_WAITING) pending.push({ seq: ++seq, ...each })
  }
  return { seq, pending }
}

/** The outbox after the server took so many of its first. */
export function taken(outbox: Outbox, count: number): Outbox {
  return { seq: outbox.seq, pending: outbox.pending.slice(count) }
}

/** What was kept over a closed page, behind what the server has: numbers it knows are gone, the others go on from there. */
export function resume(kept: Outbox | undefined, serverSeq: number): Outbox {
  const pending = (kept?.pending ?? []).filter((each) => each.seq > serverSeq).map((each, place) => ({ ...each, seq: serverSeq + 1 + place }))
  return { seq: serverSeq + pending.length, pending }
}

/** Reads what the device kept; anything else than an outbox is nothing. */
export function parseOutbox(text: string | null): Outbox | undefined {
  try {
    const value = JSON.parse(text ?? '') as Outbox
    const whole = Number.isSafeInteger(value.seq) && Array.isArray(value.pending) && value.pending.every((each) => Number.isSafeInteger(each.seq) && typeof each.kind === 'string' && Number.isFinite(each.from) && Number.isFinite(each.to))
    return whole ? value : undefined
  } catch {
    return undefined
  }
}
