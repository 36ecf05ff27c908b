import type { Looked, LooksAnswer, LooksOrder } from './looks-worker.ts'
import { afterLook, asksForObjects, LOOK_EVERY_MS, startPace, type Pace, type PaceState } from './pace.ts'

/** Pixels across. The model looks for faces in 256 by 256 whatever it is given; a phone in a hand wants more. */
const FACES_WIDE = 320
const OBJECTS_WIDE = 640

export interface LooksHeard {
  onLook(look: Looked & { at: number }): void
  /** The computer is too weak for the pace before. */
  onWeaker(pace: Pace): void
  onFailed(why: string): void
}

/** Looks at the camera twice a second in a worker, and more rarely on a weak computer. Works without WebGL. */
export class Looks {
  readonly #worker = new Worker(new URL('./looks-worker.ts', import.meta.url), { type: 'module', name: 'looks' })
  readonly #video: HTMLVideoElement
  readonly #heard: LooksHeard
  readonly #withObjects: boolean
  #pace: PaceState = startPace()
  #timer: ReturnType<typeof setTimeout> | undefined
  #askedAt = 0

  /** `base`: where the models lie. `withObjects`: false when no phone may be looked for. */
  constructor(video: HTMLVideoElement, base: string, heard: LooksHeard, withObjects = true) {
    this.#video = video
    this.#heard = heard
    this.#withObjects = withObjects
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LooksAnswer>) => this.#answered(data))
    this.#worker.addEventListener('error', (event) => heard.onFailed(event.message || 'worker'))
    this.#order({ open: new URL(base, location.href).href })
  }

  get pace(): Pace {
    return this.#pace.pace
  }
  stop(): void {
    clearTimeout(this.#timer)
    this.#worker.terminate()
  }

  #order(order: LooksOrder, move: Transferable[] = []): void {
    this.#worker.postMessage(order, move)
  }
  #answered(answer: LooksAnswer): void {
    if ('failed' in answer) {
      this.#heard.onFailed(answer.failed)
      this.#plan(5000)
    } else if ('opened' in answer) this.#plan(0)
    else {
      this.#heard.onLook({ ...answer, at: this.#askedAt })
      const { state, weaker } = afterLook(this.#pace, answer.cost)
      this.#pace = state
      if (weaker) this.#heard.onWeaker(weaker)
      const spent = Date.now() - this.#askedAt
      this.#plan(Math.max(0, LOOK_EVERY_MS[this.#pace.pace] - spent))
    }
  }
  #plan(afterMs: number): void {
    clearTimeout(this.#timer)
    if (Number.isFinite(afterMs)) this.#timer = setTimeout(() => void this.#look(), afterMs)
  }
  async #look(): Promise<void> {
    const { videoWidth, videoHeight } = this.#video
    if (videoWidth === 0) return this.#plan(500)
    try {
      const objects = this.#withObjects && asksForObjects(this.#pace)
      const widest = objects ? OBJECTS_WIDE : FACES_WIDE
      const smaller = videoWidth > widest ? { resizeWidth: widest, resizeHeight: Math.round((videoHeight * widest) / videoWidth) } : {}
      const picture = await createImageBitmap(this.#video, smaller)
      this.#askedAt = Date.now()
      this.#order({ picture, objects, facesWide: FACES_WIDE }, [picture])
    } catch {
      this.#plan(1000)
    }
  }
}
