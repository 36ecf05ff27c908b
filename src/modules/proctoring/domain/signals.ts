import { msBetween, plusMs, type Moment } from '#kernel/day.ts'
import type { SignalKind } from './kinds.ts'

/** How long a signal must last, and how often it must come, before the proctor is told [D]. */
export interface SignalNorms {
  seconds: Readonly<Partial<Record<SignalKind, number>>>
  /** Times within `windowMinutes`; once where a kind is not named. */
  repeats: Readonly<Partial<Record<SignalKind, number>>>
  windowMinutes: number
  phoneScore: number
}
export interface SeenSignal {
  kind: SignalKind
  from: Moment
  to: Moment
  peak: number
}

/** Whether a signal is long and strong enough to count at all; a short look aside is none. */
export function counts(signal: SeenSignal, norms: SignalNorms): boolean {
  if (signal.kind === 'phone-in-view' && signal.peak < norms.phoneScore) return false
  return msBetween(signal.from, signal.to) >= (norms.seconds[signal.kind] ?? 0) * 1000
}

/** Whether this signal, after those that counted and led to nothing yet, is worth an incident. */
export function isIncident(signal: SeenSignal, before: readonly SeenSignal[], norms: SignalNorms): boolean {
  if (!counts(signal, norms)) return false
  const since = plusMs(signal.to, -norms.windowMinutes * 60_000)
  const near = before.filter((each) => each.kind === signal.kind && each.to >= since && counts(each, norms)).length
  return near + 1 >= (norms.repeats[signal.kind] ?? 1)
}

/** Signals that a condition granted to the candidate switches off; the protocol says which and why [D]. */
export function switchedOff(conditions: readonly string[], ofCondition: Readonly<Record<string, readonly SignalKind[]>>): SignalKind[] {
  return [...new Set(conditions.flatMap((condition) => ofCondition[condition] ?? []))]
}

/** Because of which conditions these signals are off, for whoever reads the protocol. */
export function offBecause(off: readonly string[], conditions: readonly string[], ofCondition: Readonly<Record<string, readonly SignalKind[]>>): string[] {
  return conditions.filter((condition) => ofCondition[condition]?.some((kind) => off.includes(kind)))
}

/** Since when nothing was heard of a running exam, once that is longer than the norm lets pass. */
export function silentSince(lastAt: Moment | null, now: Moment, seconds: number): Moment | null {
  return lastAt !== null && msBetween(lastAt, now) > seconds * 1000 ? lastAt : null
}

/** Numbers that are missing before the first of those sent: they were lost or taken out. */
export function missingBefore(lastSeq: number, sent: readonly number[]): number {
  const first = Math.min(...sent.filter((seq) => seq > lastSeq))
  return Number.isFinite(first) ? Math.max(0, first - lastSeq - 1) : 0
}
