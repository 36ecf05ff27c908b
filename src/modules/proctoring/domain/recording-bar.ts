import { msBetween, type Moment } from '#kernel/day.ts'
import { TRACKS, type Track } from './kinds.ts'

export interface Stretch {
  fromAt: Moment
  toAt: Moment
}
/** One track from its first piece to its last, with what is missing between. */
export interface TrackBar extends Stretch {
  track: Track
  gaps: Stretch[]
}
/** A recording from the first piece of any track to the last. */
export interface RecordingBar extends Stretch {
  tracks: TrackBar[]
}

/** The length of a recording out of what is known of each track; none without a piece. */
export function recordingBar(found: readonly (Stretch & { track: Track; isGap: boolean })[]): RecordingBar | undefined {
  const tracks = TRACKS.flatMap((track): TrackBar[] => {
    const own = found.filter((each) => each.track === track)
    const whole = own.find((each) => !each.isGap)
    return whole ? [{ track, fromAt: whole.fromAt, toAt: whole.toAt, gaps: own.filter((each) => each.isGap).map(({ fromAt, toAt }) => ({ fromAt, toAt })) }] : []
  })
  if (tracks.length === 0) return undefined
  const [earliest, latest] = [tracks.map((each) => each.fromAt).sort()[0]!, tracks.map((each) => each.toAt).sort().at(-1)!]
  return { fromAt: earliest, toAt: latest, tracks }
}

/** Whether a track has something to show of a stretch of time: it had begun, had not ended, and did not miss all of it. */
export function isShown({ fromAt, toAt, gaps }: TrackBar, stretch: Stretch): boolean {
  const end = stretch.toAt > stretch.fromAt ? stretch.toAt : stretch.fromAt
  return fromAt <= end && toAt > stretch.fromAt && !gaps.some((gap) => gap.fromAt <= stretch.fromAt && gap.toAt >= end)
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

/** Marks that are drawn as one, and the lane in which they stand. */
export interface Standing<Mark> {
  lane: number
  marks: readonly [Mark, ...Mark[]]
}
/**
 * Marks that would stand upon each other, because they begin less than `apart` hundredths from each other, stand in lanes; where the lanes are full, they are one mark with
 * the last before them. What lies outside is never one with what lies within. They come in the order of time.
 */
export function standApart<Mark extends { place: Place }>(marks: readonly Mark[], { apart, lanes }: { apart: number; lanes: number }): Standing<Mark>[] {
  const standing: { lane: number; marks: [Mark, ...Mark[]] }[] = []
  const sorted = [...marks].sort((a, b) => a.place.left - b.place.left)
  for (const mark of sorted) {
    const lane = Array.from({ length: lanes }, (_, each) => each).find((each) => {
      const last = standing.findLast((one) => one.lane === each)
      return !last || mark.place.left - last.marks[0].place.left >= apart
    })
    const near = standing.findLast((one) => one.marks[0].place.outside === mark.place.outside)
    if (lane === undefined && near) near.marks.push(mark)
    else standing.push({ lane: lane ?? lanes - 1, marks: [mark] })
  }
  return standing
}
