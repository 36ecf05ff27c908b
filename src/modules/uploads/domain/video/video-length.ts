import { mp4Seconds } from './mp4-length.ts'
import { webmSeconds } from './webm-length.ts'

/** A recorder that is stopped by a timer finishes what it is writing; so much longer than the norm a film may say it is. */
const SLACK_SECONDS = 3

/**
 * How long a cleaned film is in seconds, as its container says: the longer of what it declares and of what its pieces last, so that a short number written at its head hides
 * nothing. Nothing where no time stands anywhere; infinity where the numbers are none.
 */
export function videoSeconds(bytes: Uint8Array, mediaType: 'video/mp4' | 'video/webm'): number | undefined {
  return mediaType === 'video/mp4' ? mp4Seconds(bytes) : webmSeconds(bytes)
}

/** Whether a film is longer than the norm lets an operation have. */
export function isTooLong(seconds: number | undefined, mostSeconds: number): boolean {
  return seconds !== undefined && seconds > mostSeconds + SLACK_SECONDS
}
