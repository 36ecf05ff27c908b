import type { Uplink } from './uplink.ts'

/** The first one that the browser can record is taken; iPhones know only the last. */
const TYPES = ['video/webm;codecs=vp8,opus', 'video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4']
const PIECE_MS = 4000
export const CAMERA_BITS = 250_000
export const SCREEN_BITS = 250_000
const SOUND_BITS = 24_000

/** The type this browser records, or undefined when it cannot. */
export function recordingType(): string | undefined {
  return typeof MediaRecorder === 'undefined' ? undefined : TYPES.find((type) => MediaRecorder.isTypeSupported(type))
}

/** Records a stream into pieces of some seconds and hands them to the uplink; pauses while the device is full. */
export class Recorder {
  readonly #uplink: Uplink
  readonly #bits: number
  #recorder: MediaRecorder | undefined
  #stream: MediaStream | undefined

  constructor(uplink: Uplink, bits: number) {
    this.#uplink = uplink
    this.#bits = bits
  }

  get isOn(): boolean {
    return this.#recorder?.state === 'recording'
  }

  /** Begins a recording of its own, with a header in its first piece. */
  start(stream: MediaStream): boolean {
    void this.stop()
    const mimeType = recordingType()
    if (mimeType === undefined || !this.#uplink.hasRoom()) return false
    this.#stream = stream
    const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: this.#bits, audioBitsPerSecond: SOUND_BITS })
    let from = Date.now()
    let begins = true
    recorder.addEventListener('dataavailable', ({ data }) => {
      const now = Date.now()
      void this.#uplink.add(new Blob([data], { type: recorder.mimeType || mimeType }), from, now - from, begins)
      if (data.size > 0) begins = false
      from = now
      if (recorder.state === 'recording' && !this.#uplink.hasRoom()) recorder.stop()
    })
    recorder.start(PIECE_MS)
    this.#recorder = recorder
    return true
  }
  /** Once in a while: goes on after a full device or a recorder that stopped by itself. */
  revive(): void {
    const lives = this.#stream?.getVideoTracks().some((track) => track.readyState === 'live')
    if (this.#stream && lives && !this.isOn) this.start(this.#stream)
  }
  /** Ends the recording; done when its last piece is kept on the device. */
  async stop(): Promise<void> {
    const recorder = this.#recorder
    this.#recorder = this.#stream = undefined
    if (recorder?.state !== 'recording') return
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }))
    recorder.stop()
    await stopped
    await this.#uplink.kept()
  }
}
