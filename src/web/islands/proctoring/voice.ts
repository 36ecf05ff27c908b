import type { HearingNorms } from './hearing.ts'
import type { VoiceAnswer, VoiceOrder } from './voice-worker.ts'

const FRAME_SAMPLES = 512

export interface VoiceHeard {
  onVoice(voice: { at: number; speaking: boolean; sure: number }): void
  onFailed(why: string): void
}

/** Listens whether somebody speaks, not what; in a worker of its own, on frames that a worklet cuts. */
export class Voice {
  readonly #worker = new Worker(new URL('./voice-worker.ts', import.meta.url), { type: 'module', name: 'voice' })
  readonly #context = new AudioContext()
  readonly #heard: VoiceHeard
  readonly #wake = (): void => void this.#context.resume()

  constructor(heard: VoiceHeard) {
    this.#heard = heard
    this.#worker.addEventListener('message', ({ data }: MessageEvent<VoiceAnswer>) => {
      if ('failed' in data) heard.onFailed(data.failed)
      else if ('speaking' in data) heard.onVoice({ at: Date.now(), ...data })
    })
    this.#worker.addEventListener('error', (event) => heard.onFailed(event.message || 'worker'))
    // A browser may keep sound asleep until the page is touched.
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, this.#wake)
  }

  /** `base`: where the models lie. */
  async listen(stream: MediaStream, base: string, norms?: HearingNorms): Promise<void> {
    if (stream.getAudioTracks().length === 0) return
    try {
      this.#order({ open: new URL(base, location.href).href, norms })
      await this.#context.audioWorklet.addModule(`${base}vad.worklet.bundle.min.js`)
      const cutter = new AudioWorkletNode(this.#context, 'vad-helper-worklet', { numberOfOutputs: 0, processorOptions: { frameSamples: FRAME_SAMPLES } })
      cutter.port.onmessage = ({ data }: MessageEvent<{ message: string; data: ArrayBuffer }>) => {
        if (data.data instanceof ArrayBuffer) this.#order({ frame: data.data }, [data.data])
      }
      this.#context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(cutter)
      await this.#context.resume()
    } catch (error) {
      this.#heard.onFailed(String(error).slice(0, 200))
    }
  }
  stop(): void {
    for (const kind of ['pointerdown', 'keydown']) removeEventListener(kind, this.#wake)
    this.#worker.terminate()
    void this.#context.close()
  }
  #order(order: VoiceOrder, move: Transferable[] = []): void {
    this.#worker.postMessage(order, move)
  }
}
