/** Whether somebody speaks, from how surely each frame of sound is speech. */
export interface Hearing {
  speaking: boolean
  /** Milliseconds since the last frame that was speech, while speaking. */
  quietMs: number
}

/** Measured: speech reaches 1.00, silence 0.012 at most, pink noise 0.038. */
const SPEECH = 0.5
const QUIET = 0.35
/** A pause between words ends nothing. */
const PAUSE_MS = 800

export const startHearing = (): Hearing => ({ speaking: false, quietMs: 0 })

/** The state after a frame of so many milliseconds that is speech with this probability, 0–1. */
export function hear(state: Hearing, isSpeech: number, frameMs: number): Hearing {
  if (isSpeech >= SPEECH) return { speaking: true, quietMs: 0 }
  if (!state.speaking || isSpeech >= QUIET) return state
  const quietMs = state.quietMs + frameMs
  return quietMs >= PAUSE_MS ? startHearing() : { speaking: true, quietMs }
}
