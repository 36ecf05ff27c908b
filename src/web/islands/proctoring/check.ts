import { hasDisk } from './kept-name.ts'
import { isLit, judgeLine, type Verdict } from './judge.ts'
import { Looks } from './looks.ts'
import { openCamera, part, showCamera, tell, word, type Place } from './page-parts.ts'
import { recordingType } from './recorder.ts'
import { Voice } from './voice.ts'

const POINTS = ['browser', 'storage', 'camera', 'light', 'face', 'microphone', 'line', 'screen', 'computer'] as const
type Point = (typeof POINTS)[number]
/** Without these no exam on line; the others are told, and the exam may begin. */
const NEEDED: readonly Point[] = ['browser', 'storage', 'camera', 'microphone']
const LINE_TRIES = 5

/** Before the day: tries everything the exam will need and says in plain words what is good. Nothing is recorded and nothing is sent. */
export function check(place: Place): void {
  const results = new Map<Point, Verdict>()
  const say = (point: Point, verdict: Verdict, key: string, values: Record<string, string | number> = {}) => {
    results.set(point, verdict)
    tell(place, point, verdict, word(place, key, values))
    finish(place, results)
  }
  say('browser', missing().length === 0 ? 'good' : 'bad', missing().length === 0 ? 'browserGood' : 'browserOld')
  if (!place.device) say('storage', 'bad', 'storageForbidden')
  else void hasDisk().then((disk) => say('storage', disk ? 'good' : 'poor', disk ? 'storageGood' : 'storageNoDisk'))
  const isExtended = (screen as Screen & { isExtended?: boolean }).isExtended
  if (isExtended === undefined) say('screen', 'poor', 'screenUnknown')
  else say('screen', isExtended ? 'bad' : 'good', isExtended ? 'screenSecond' : 'screenOne')
  const begin = part<HTMLButtonElement>(place, '[data-begin]')
  begin?.addEventListener('click', () => {
    begin.hidden = true
    void camera(place, say)
    void line(place, say)
  })
  if (begin) begin.hidden = results.get('browser') === 'bad'
}

type Say = (point: Point, verdict: Verdict, key: string, values?: Record<string, string | number>) => void

/** What the watch cannot do without. */
function missing(): string[] {
  const needed: Record<string, boolean> = {
    camera: Boolean(navigator.mediaDevices?.getUserMedia), recorder: recordingType() !== undefined, worker: typeof Worker !== 'undefined', canvas: typeof OffscreenCanvas !== 'undefined',
    sound: typeof AudioWorkletNode !== 'undefined', hash: Boolean(globalThis.crypto?.subtle), wasm: typeof WebAssembly !== 'undefined',
  }
  return Object.keys(needed).filter((name) => !needed[name])
}

async function camera(place: Place, say: Say): Promise<void> {
  try {
    const stream = await openCamera()
    const video = await showCamera(place, stream)
    say('camera', 'good', 'cameraGood', { size: `${video.videoWidth}×${video.videoHeight}` })
    if (stream.getAudioTracks().length === 0) say('microphone', 'bad', 'noMicrophone')
    else {
      tell(place, 'microphone', 'wait', word(place, 'saySomething'))
      listen(place, stream, say)
    }
    for (const point of ['light', 'face', 'computer']) tell(place, point, 'wait', word(place, 'loading'))
    look(place, video, say)
  } catch (error) {
    say('camera', 'bad', (error as DOMException).name === 'NotAllowedError' ? 'cameraForbidden' : 'noCamera')
    const begin = part(place, '[data-begin]')
    if (begin) begin.hidden = false
  }
}

function look(place: Place, video: HTMLVideoElement, say: Say): void {
  let count = 0
  const looks: Looks = new Looks(video, place.models, {
    onLook({ faces, light, cost }) {
      count += 1
      const lit = isLit(light)
      say('light', lit === 'good' ? 'good' : 'poor', { good: 'lightGood', dark: 'lightDark', bright: 'lightBright' }[lit])
      say('face', faces === 1 ? 'good' : 'poor', faces === 1 ? 'faceOne' : faces === 0 ? 'faceNone' : 'faceSeveral')
      if (count > 4 && looks.pace === 'full') say('computer', 'good', 'computerGood', { ms: Math.round(cost) })
    },
    onWeaker: (pace) => say('computer', 'poor', pace === 'slow' ? 'computerSlow' : 'computerWeak'),
    onFailed: () => say('computer', 'poor', 'computerWeak'),
  })
}
function listen(place: Place, stream: MediaStream, say: Say): void {
  const voice = new Voice({
    onVoice: ({ speaking }) => speaking && say('microphone', 'good', 'voiceHeard'),
    onFailed: () => say('microphone', 'poor', 'voiceUnknown'),
  })
  void voice.listen(stream, place.models)
}

/** How long the server needs to answer, and how fast a file of some size comes. */
async function line(place: Place, say: Say): Promise<void> {
  tell(place, 'line', 'wait', word(place, 'measuring'))
  try {
    const waits: number[] = []
    for (let n = 0; n < LINE_TRIES; n++) waits.push(await timed(`${place.base}/state`).then((each) => each.ms))
    const { bytes, ms } = await timed(`${place.models}blazeface.bin`)
    const measured = { waitMs: waits.sort((a, b) => a - b)[Math.floor(LINE_TRIES / 2)]!, megabits: (bytes * 8) / 1000 / Math.max(1, ms) }
    const verdict = judgeLine(measured)
    say('line', verdict, { good: 'lineFast', poor: 'lineSlow', bad: 'lineTooSlow' }[verdict], { ms: Math.round(measured.waitMs), mbit: measured.megabits.toFixed(1) })
  } catch {
    say('line', 'bad', 'lineLost')
  }
}
async function timed(address: string): Promise<{ bytes: number; ms: number }> {
  const begun = performance.now()
  const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(20_000) })
  const bytes = (await answer.arrayBuffer()).byteLength
  return { bytes, ms: performance.now() - begun }
}

function finish(place: Place, results: ReadonlyMap<Point, Verdict>): void {
  // What the exam cannot do without is said at once, not after everything else was tried.
  if (!NEEDED.some((point) => results.get(point) === 'bad') && !POINTS.every((point) => results.has(point))) return
  const fit = NEEDED.every((point) => results.get(point) !== 'bad') && results.get('line') !== 'bad'
  const poor = POINTS.some((point) => results.get(point) !== 'good')
  tell(place, 'result', fit ? (poor ? 'poor' : 'good') : 'bad', word(place, fit ? (poor ? 'resultPoor' : 'resultGood') : 'resultBad'))
  place.section.dataset['fit'] = fit ? 'yes' : 'no'
  const next = part(place, '[data-when-done]')
  if (next) next.hidden = !fit
}
