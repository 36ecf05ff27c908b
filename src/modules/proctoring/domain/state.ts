import { msBetween, type Moment } from '#kernel/day.ts'

export const WATCH_STATES = ['checking', 'consented', 'admitted', 'running', 'warned', 'broken-down', 'ended'] as const
export type WatchState = (typeof WATCH_STATES)[number]

export interface WatchFacts {
  consented: boolean
  /** The proctor has let him in; a theory that was drawn says so by itself. */
  admitted?: boolean
  run: { startedAt: Moment | null; endedAt: Moment | null } | undefined
  attemptEndedAt: Moment | null
  warningUnread: boolean
  /** A failure broke him off; whom his proctor has let go on begins again by himself. */
  broken?: { letOn: boolean } | undefined
}

/** Where the watch over one stage stands; everything is told by the exam and by what was kept, nothing is counted twice. */
export function watchState(facts: WatchFacts): WatchState {
  if (facts.attemptEndedAt !== null || facts.run?.endedAt) return 'ended'
  if (!facts.consented) return 'checking'
  if (facts.broken) return facts.broken.letOn ? 'admitted' : 'broken-down'
  if (!facts.run && !facts.admitted) return 'consented'
  if (!facts.run?.startedAt) return 'admitted'
  return facts.warningUnread ? 'warned' : 'running'
}

/** The last chunks of a recording still arrive for a while after the end; later ones are not taken. */
export function isRecordingOver(endedAt: Moment | null, now: Moment, graceSeconds: number): boolean {
  return endedAt !== null && msBetween(endedAt, now) > graceSeconds * 1000
}

/** What an identity check needs before a person can compare: a face, a document, and one look round the room; of whom shows his face in a closed moment the room alone. */
export function missingPictures(kinds: readonly string[], { closed = false } = {}): ('face' | 'document' | 'room-1')[] {
  return (closed ? (['room-1'] as const) : (['face', 'document', 'room-1'] as const)).filter((kind) => !kinds.includes(kind))
}
