import { Silero } from '@ricky0123/vad-web/dist/models/silero.js'
import * as ort from 'onnxruntime-web/wasm'
import { hear, startHearing, type HearingNorms } from './hearing.ts'

/** The page sends where the models lie, then frames of 512 samples at 16 kHz. The sound never leaves this computer for analysis. */
export type VoiceOrder = { open: string; norms: HearingNorms | undefined } | { frame: ArrayBuffer }
export type VoiceAnswer = { opened: true } | { failed: string } | { speaking: boolean; sure: number }

const FRAME_MS = 32
/** One word to the page for so many frames: eight of them are a quarter of a second. */
const FRAMES_A_WORD = 8

let model: Silero | undefined
let hearing = startHearing()
let norms: HearingNorms | undefined
let count = 0
let sure = 0
let work = Promise.resolve()

async function open(base: string): Promise<void> {
  ort.env.wasm.wasmPaths = base
  ort.env.wasm.numThreads = 1
  ort.env.logLevel = 'error'
  model = (await Silero.new(ort, async () => (await fetch(`${base}silero_vad_v5.onnx`)).arrayBuffer())) as Silero
}

async function process(frame: Float32Array): Promise<void> {
  if (!model) return
  const { isSpeech } = await model.process(frame)
  hearing = hear(hearing, isSpeech, FRAME_MS, norms)
  sure = Math.max(sure, isSpeech)
  if (++count % FRAMES_A_WORD > 0) return
  postMessage({ speaking: hearing.speaking, sure } satisfies VoiceAnswer)
  sure = 0
}

addEventListener('message', ({ data }: MessageEvent<VoiceOrder>) => {
  const failed = (error: unknown) => postMessage({ failed: String(error).slice(0, 200) } satisfies VoiceAnswer)
  if ('open' in data) {
    norms = data.norms
    open(data.open).then(() => postMessage({ opened: true } satisfies VoiceAnswer), failed)
  }
  // One frame after another: the model remembers what it heard before.
  else work = work.then(() => process(new Float32Array(data.frame))).catch(failed)
})
