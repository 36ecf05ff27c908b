import { epochMs, fromEpochMs, type Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { safetyStopBlockers, type PracticeStep } from './practice.ts'

export const NOTE_MAX = 1000
/** A day: nobody measures an operation longer. */
export const SECONDS_MAX = 86_400

/** Photos of one operation by one assessor; a photo shows how it was done, more of them hide it. */
export const PHOTOS_PER_STEP = 6

/** What an assessor writes about one operation: a mark, the stop for a breach of safety with its ground, or a photo. `seconds` by the timer, null without one; `fault` is why the bytes are no photo. */
export type TabletWord =
  | { kind: 'mark'; step: number; done: boolean; note: string; seconds: number | null }
  | { kind: 'stop'; step: number; ground: string }
  | { kind: 'photo'; step: number; note: string; fault: string | null }

/** What a word meets when it arrives, perhaps hours after it was written. */
export interface Arrival {
  steps: readonly PracticeStep[]
  endKind: 'finished' | 'safety' | 'removal' | 'broken-down' | null
  sheetAccepted: boolean
  /** The head has set the sheet aside. */
  setAside: boolean
  /** The last word on the same operation that counts, by the same assessor. */
  standing: { device: string; writtenAt: Moment } | undefined
  /** Photos of the same operation that are kept. */
  photos: number
}

const ENDED = { finished: 'practice.ended-meanwhile', safety: 'practice.stopped-meanwhile', removal: 'practice.removed-meanwhile', 'broken-down': 'practice.broken-meanwhile' } as const

/** Why a word that arrived is kept but does not count; the first reason only, for the assessor reads it on his tablet. */
export function arrivalBlockers(word: TabletWord, device: string, writtenAt: Moment, arrival: Arrival): Blocker[] {
  if (arrival.setAside) return [{ code: 'practice.sheet-set-aside' }]
  if (arrival.endKind) return [{ code: ENDED[arrival.endKind] }]
  if (arrival.sheetAccepted) return [{ code: 'practice.sheet-accepted' }]
  if (!arrival.steps.some((step) => step.no === word.step)) return [{ code: 'practice.no-such-step', data: { step: word.step } }]
  const text = word.kind === 'stop' ? word.ground : word.note
  if (text === '' && word.kind !== 'photo' && (word.kind === 'stop' || !word.done)) return [{ code: word.kind === 'stop' ? 'practice.ground-missing' : 'practice.note-missing' }]
  if (text.length > NOTE_MAX) return [{ code: 'practice.note-too-long', data: { most: NOTE_MAX } }]
  if (word.kind === 'photo') return word.fault ? [{ code: word.fault }] : arrival.photos >= PHOTOS_PER_STEP ? [{ code: 'practice.photos-too-many', data: { most: PHOTOS_PER_STEP } }] : []
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
