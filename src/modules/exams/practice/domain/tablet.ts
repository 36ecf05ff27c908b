import { epochMs, fromEpochMs, type Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { safetyStopBlockers, type PracticeStep } from './practice.ts'

export const NOTE_MAX = 1000
/** A day: nobody measures an operation longer. */
export const SECONDS_MAX = 86_400

/** Photos and videos of one operation by one assessor, norms `practice.photosPerStep`, `practice.photoMegabytes`, `practice.videosPerStep`, `practice.videoMegabytes`, `practice.videoSeconds` [D]: one shows how it was done, many hide it. */
export interface EvidenceLimits {
  photosPerStep: number
  photoMegabytes: number
  videosPerStep: number
  videoMegabytes: number
  videoSeconds: number
}

/** What an assessor writes about one operation: a mark, the stop for a breach of safety with its ground, a photo or a short video. `seconds` by the timer, null without one; `fault` is why the bytes are none. */
export type TabletWord =
  | { kind: 'mark'; step: number; done: boolean; note: string; seconds: number | null }
  | { kind: 'stop'; step: number; ground: string }
  | { kind: 'photo' | 'video'; step: number; note: string; fault: string | null }

/** What a word meets when it arrives, perhaps hours after it was written. */
export interface Arrival {
  steps: readonly PracticeStep[]
  endKind: 'finished' | 'safety' | 'removal' | 'broken-down' | null
  sheetAccepted: boolean
  /** The head has set the sheet aside. */
  setAside: boolean
  /** The last word on the same operation that counts, by the same assessor. */
  standing: { device: string; writtenAt: Moment } | undefined
  /** Of the same kind and operation, photos or videos that are kept. */
  alike: number
  limits: EvidenceLimits
}

const ENDED = { finished: 'practice.ended-meanwhile', safety: 'practice.stopped-meanwhile', removal: 'practice.removed-meanwhile', 'broken-down': 'practice.broken-meanwhile' } as const

/** Why a word that arrived is kept but does not count; the first reason only, for the assessor reads it on his tablet. */
export function arrivalBlockers(word: TabletWord, device: string, writtenAt: Moment, arrival: Arrival): Blocker[] {
  if (arrival.setAside) return [{ code: 'practice.sheet-set-aside' }]
  if (arrival.endKind) return [{ code: ENDED[arrival.endKind] }]
  if (arrival.sheetAccepted) return [{ code: 'practice.sheet-accepted' }]
  if (!arrival.steps.some((step) => step.no === word.step)) return [{ code: 'practice.no-such-step', data: { step: word.step } }]
  const text = word.kind === 'stop' ? word.ground : word.note
  if (text === '' && !('fault' in word) && (word.kind === 'stop' || !word.done)) return [{ code: word.kind === 'stop' ? 'practice.ground-missing' : 'practice.note-missing' }]
  if (text.length > NOTE_MAX) return [{ code: 'practice.note-too-long', data: { most: NOTE_MAX } }]
  if ('fault' in word) {
    const [most, code] = word.kind === 'photo' ? [arrival.limits.photosPerStep, 'practice.photos-too-many'] : [arrival.limits.videosPerStep, 'practice.videos-too-many']
    return word.fault ? [{ code: word.fault }] : arrival.alike >= most ? [{ code, data: { most } }] : []
  }
  if (word.kind === 'stop') return safetyStopBlockers(arrival.steps, word.step)
  const { standing } = arrival
  return standing && standing.device !== device && standing.writtenAt > writtenAt ? [{ code: 'practice.marked-later-elsewhere', data: { step: word.step } }] : []
}

/**
 * When a word was written, by the server's clock: the device says its own time for both the writing and the sending, so a clock that is wrong by days shifts out. What cannot
 * be stays within bounds: not before the practice began or the word before it, and not later than now.
 */
export function writtenWhen(said: { writtenAt: Moment | undefined; sentAt: Moment | undefined }, bounds: { notBefore: Moment; now: Moment }): Moment {
  const now = epochMs(bounds.now)
  if (!said.writtenAt || !said.sentAt) return bounds.now
  const at = now - (epochMs(said.sentAt) - epochMs(said.writtenAt))
  return fromEpochMs(Math.min(now, Math.max(at, Math.min(now, epochMs(bounds.notBefore)))))
}
