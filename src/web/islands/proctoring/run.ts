import { openChunkStore } from './chunk-store.ts'
import type { HearingNorms } from './hearing.ts'
import { Looks } from './looks.ts'
import { Messenger } from './messenger.ts'
import { openCamera, part, showCamera, tell, tellSecond, untilAnswered, word, type Place } from './page-parts.ts'
import { PageWatch } from './page-watch.ts'
import { CAMERA_BITS, Recorder, recordingType, SCREEN_BITS } from './recorder.ts'
import { Server, type ServerState } from './server.ts'
import { Signals, type Raised } from './signals.ts'
import { Uplink, type UplinkTrouble } from './uplink.ts'
import { Voice } from './voice.ts'

const RETRY_CAMERA_MS = 5000
const ASK_AGAIN_MS = 10_000

/** The exam: camera, microphone and, where allowed, screen are recorded; what the computer notices is reported. Nothing begins before the consent. */
export async function run(place: Place): Promise<void> {
  const server = new Server(place.base, place.csrf)
  tell(place, 'camera', 'wait', word(place, 'opening'))
  const state = await untilAnswered(() => server.state(), () => tell(place, 'line', 'poor', word(place, 'lineLost')))
  if (state.state === 'ended') return
  if (state.state !== 'running' && state.state !== 'warned') return waitForStart(place, server, state)
  tell(place, 'line', 'good', word(place, 'lineGood'))
  await new Run(place, server, state).begin()
}

/** Nothing is recorded before the exam runs; the page is drawn anew when it does. */
function waitForStart(place: Place, server: Server, before: ServerState): void {
  tell(place, 'camera', 'wait', word(place, 'notYet'))
  setInterval(() => void server.state().then((now) => (now.state !== before.state || now.closed !== before.closed) && location.reload(), () => undefined), ASK_AGAIN_MS)
}

class Run {
  readonly #place: Place
  readonly #server: Server
  readonly #state: ServerState
  readonly #signals: Signals
  readonly #messenger: Messenger
  readonly #page: PageWatch
  readonly #recorders: Recorder[] = []
  #screen: Recorder | undefined
  #stream: MediaStream | undefined
  #looks: Looks | undefined
  #voice: Voice | undefined
  #light = 0
  #lost = false
  #opening = false
  #over = false

  constructor(place: Place, server: Server, state: ServerState) {
    this.#place = place
    this.#server = server
    this.#state = state
    this.#signals = new Signals(state.thresholds, state.off)
    this.#messenger = new Messenger(place.device, place.base, place.section.dataset['shown'] ?? '', server, state.seq, {
      onLine: (isThere) => {
        this.#lost = !isThere
        this.#say(this.#signals.state('line-lost', Date.now(), this.#lost))
        tell(place, 'line', isThere ? 'good' : 'poor', word(place, isThere ? 'lineGood' : 'lineLost'))
      },
      onOver: () => this.#end(),
      onReload: async () => void (await Promise.all(this.#recorders.map((each) => each.stop()))),
      onSecond: (text) => {
        this.#end()
        tellSecond(place, text)
      },
    })
    place.section.dataset['device'] = this.#messenger.device
    // Forms of the page say from which computer they are sent.
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name="device"]')) input.value = this.#messenger.device
    this.#page = new PageWatch(this.#signals, (raised) => this.#say(raised))
  }

  async begin(): Promise<void> {
    const camera = await this.#track('camera', CAMERA_BITS)
    // Opened at once: what the device keeps of the screen from before the page was drawn anew goes to the server without being asked for.
    this.#screen = await this.#track('screen', SCREEN_BITS)
    part(this.#place, '[data-share-screen]')?.addEventListener('click', () => void this.#shareScreen())
    if (wasShown(this.#place.base)) tell(this.#place, 'screen', 'bad', word(this.#place, 'screenAgain'))
    await this.#open(camera)
    setInterval(() => this.#tick(camera), 1000)
    addEventListener('pagehide', () => this.#say(this.#signals.stop()))
    part(this.#place, '[data-full-screen]')?.addEventListener('click', () => void document.documentElement.requestFullscreen?.().catch(() => undefined))
  }

  #say(raised: readonly Raised[]): void {
    if (this.#over || raised.length === 0) return
    this.#messenger.say(raised.map((each) => (each.kind === 'no-face' ? { ...each, detail: { ...each.detail, light: this.#light } } : each)))
  }

  async #track(name: 'camera' | 'screen', bits: number): Promise<Recorder> {
    const store = await openChunkStore(`tanu-watch${this.#place.base}/${name}`)
    const uplink = new Uplink(name, this.#server, store, await store.all(), this.#state.tracks[name]?.next ?? 0, {
      onWaiting: (count, trouble) => this.#waiting(name, count, trouble),
      onEnded: () => this.#end(),
    })
    const recorder = new Recorder(uplink, bits)
    this.#recorders.push(recorder)
    return recorder
  }
  #waiting(name: string, count: number, trouble: UplinkTrouble): void {
    const kept = count > 3 || trouble !== undefined
    tell(this.#place, `${name}-sent`, kept ? 'poor' : 'good', kept ? word(this.#place, trouble === 'store-full' || trouble === 'device-full' || trouble === 'signed-out' ? trouble : 'waiting', { n: count }) : word(this.#place, 'sent'))
  }

  async #open(recorder: Recorder): Promise<void> {
    if (this.#opening || this.#over) return
    this.#opening = true
    try {
      const stream = await this.#page.excuse(openCamera)
      this.#stream = stream
      const video = await showCamera(this.#place, stream)
      const isRecorded = recorder.start(stream)
      tell(this.#place, 'camera', isRecorded ? 'good' : 'poor', word(this.#place, isRecorded ? 'recording' : recordingType() ? 'device-full' : 'noRecorder'))
      this.#watch(video, stream)
    } catch {
      tell(this.#place, 'camera', 'bad', word(this.#place, 'noCamera'))
      setTimeout(() => void this.#open(recorder), RETRY_CAMERA_MS)
    } finally {
      this.#opening = false
    }
  }
  #watch(video: HTMLVideoElement, stream: MediaStream): void {
    this.#looks?.stop()
    this.#voice?.stop()
    const weak = (detail: Record<string, unknown>) => {
      this.#say(this.#signals.moment('weak-computer', Date.now(), detail))
      tell(this.#place, 'computer', 'poor', word(this.#place, 'weak'))
    }
    const sees = (['no-face', 'several-faces', 'looking-away', 'phone-in-view'] as const).some((kind) => this.#signals.isOn(kind))
    if (sees) {
      this.#looks = new Looks(video, this.#place.models, {
        onLook: (look) => {
          this.#light = look.light
          this.#place.section.dispatchEvent(new CustomEvent('watch-look', { detail: look }))
          this.#say(this.#signals.look(look))
        },
        // One look a second is said to nobody: it changes nothing for the candidate. No objects, or no looks at all, is.
        onWeaker: (pace) => pace !== 'slow' && weak({ pace }),
        onFailed: (why) => weak({ failed: why }),
      }, this.#signals.isOn('phone-in-view'))
    }
    if (this.#signals.isOn('speech')) {
      this.#voice = new Voice({
        onVoice: ({ at, speaking, sure }) => {
          this.#place.section.dispatchEvent(new CustomEvent('watch-voice', { detail: { at, speaking, sure } }))
          this.#say(this.#signals.voice(at, speaking, sure))
        },
        onFailed: (why) => weak({ voice: why }),
      })
      void this.#voice.listen(stream, this.#place.models, this.#state.thresholds.speech as HearingNorms)
    }
  }

  #tick(recorder: Recorder): void {
    if (this.#over) return
    const now = Date.now()
    const isThere = (tracks: readonly MediaStreamTrack[] | undefined) => (tracks ?? []).some((track) => track.readyState === 'live' && !track.muted)
    const cameraLives = isThere(this.#stream?.getVideoTracks())
    this.#say(this.#signals.state('camera-lost', now, !cameraLives))
    this.#say(this.#signals.state('microphone-lost', now, !isThere(this.#stream?.getAudioTracks())))
    this.#say(this.#signals.state('line-lost', now, this.#lost))
    this.#page.tick()
    for (const each of this.#recorders) each.revive()
    if (this.#stream && this.#stream.getVideoTracks().every((track) => track.readyState === 'ended')) void this.#open(recorder)
  }

  async #shareScreen(): Promise<void> {
    try {
      const stream = await this.#page.excuse(() => navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 5, max: 10 } }, audio: false }))
      this.#screen?.start(stream)
      noteShown(this.#place.base)
      tell(this.#place, 'screen', 'good', word(this.#place, 'screenRecording'))
      stream.getVideoTracks()[0]?.addEventListener('ended', () => tell(this.#place, 'screen', 'bad', word(this.#place, 'screenStopped')))
    } catch {
      tell(this.#place, 'screen', 'bad', word(this.#place, 'screenRefused'))
    }
  }

  #end(): void {
    this.#over = true
    for (const recorder of this.#recorders) void recorder.stop()
    this.#looks?.stop()
    this.#voice?.stop()
    for (const track of this.#stream?.getTracks() ?? []) track.stop()
    tell(this.#place, 'camera', 'wait', word(this.#place, 'stopped'))
  }
}

/** A screen shown is forgotten by the browser when the page is drawn anew; the candidate is told to show it again. */
function noteShown(base: string): void {
  try {
    sessionStorage.setItem(`tanu-watch${base}/screen`, 'shown')
  } catch {
    // Not remembered: he is not asked again, and the proctor sees that the screen is not recorded.
  }
}
function wasShown(base: string): boolean {
  try {
    return sessionStorage.getItem(`tanu-watch${base}/screen`) !== null
  } catch {
    return false
  }
}
