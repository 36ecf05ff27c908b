import { cleanMp4 } from './clean-mp4.ts'
import { cleanWebm } from './clean-webm.ts'

/** A video without the place, the device and the names that stood beside its picture and sound, byte for byte as long as before; or why it is none. */
export type CleanedVideo = { mediaType: 'video/mp4' | 'video/webm'; bytes: Uint8Array; fault?: undefined } | { fault: 'no-video' | 'broken' }

/** Looks at the bytes, never at a name: WebM and MP4 are cleaned, anything else is no video. */
export function cleanVideo(bytes: Uint8Array): CleanedVideo {
  const starts = (at: number, text: readonly number[]): boolean => text.every((byte, i) => bytes[at + i] === byte)
  if (starts(0, [0x1a, 0x45, 0xdf, 0xa3])) return cleanWebm(bytes)
  return starts(4, [0x66, 0x74, 0x79, 0x70]) ? cleanMp4(bytes) : { fault: 'no-video' }
}
