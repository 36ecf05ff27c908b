import { msBetween, plusMs, type Moment } from '#kernel/day.ts'

/** Pieces follow each other within a moment; a shorter hole is the time that a browser needs to begin the next one. */
export const GAP_WORTH_SHOWING_MS = 5_000

export interface Stretch {
  fromAt: Moment
  toAt: Moment
}
/** A recording from its first piece to its last, with what is missing between. */
export interface RecordingBar extends Stretch {
  gaps: Stretch[]
}

/** The length of a recording out of its pieces, in whatever order they came; none without a piece. */
export function recordingBar(pieces: readonly { fromAt: Moment; ms: number }[]): RecordingBar | undefined {
  const sorted = [...pieces].sort((a, b) => (a.fromAt < b.fromAt ? -1 : a.fromAt > b.fromAt ? 1 : 0))
  const first = sorted[0]
  if (!first) return undefined
  const gaps: Stretch[] = []
  let end = first.fromAt
  for (const { fromAt, ms } of sorted) {
    if (msBetween(end, fromAt) > GAP_WORTH_SHOWING_MS) gaps.push({ fromAt: end, toAt: fromAt })
    const until = plusMs(fromAt, Math.max(0, ms))
    if (until > end) end = until
  }
  return { fromAt: first.fromAt, toAt: end, gaps }
}

/** Where a stretch of time lies on a bar, in hundredths of its length; what lies outside stands at the end that is nearer, and says so. */
export interface Place {
  left: number
  width: number
  outside: 'before' | 'after' | null
}
export function placeOn(bar: Stretch, { fromAt, toAt }: Stretch): Place {
  const length = Math.max(1, msBetween(bar.fromAt, bar.toAt))
  const at = (moment: Moment) => Math.min(100, Math.max(0, Math.round((msBetween(bar.fromAt, moment) / length) * 10_000) / 100))
  const end = toAt > fromAt ? toAt : fromAt
  const left = at(fromAt)
  return { left, width: Math.round((at(end) - left) * 100) / 100, outside: end < bar.fromAt ? 'before' : fromAt > bar.toAt ? 'after' : null }
}

/** Marks that would stand upon each other are one mark: those that begin less than `apart` hundredths behind the first of them. They come in the order of time. */
export function together<Mark extends { place: Place }>(marks: readonly Mark[], apart: number): (readonly [Mark, ...Mark[]])[] {
  const groups: [Mark, ...Mark[]][] = []
  for (const mark of marks) {
    const last = groups.at(-1)
    if (last && last[0].place.outside === mark.place.outside && mark.place.left - last[0].place.left < apart) last.push(mark)
    else groups.push([mark])
  }
  return groups
}
