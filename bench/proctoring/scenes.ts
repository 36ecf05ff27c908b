import { CUTS, type Picture } from './pictures.ts'
import { hum, madeSpeech, pinkNoise, silence, typing, type Sound } from './sound.ts'

/** The signals of camera and microphone; those of page and devices are facts of the browser and need no measure. */
export const MEASURED_KINDS = ['no-face', 'several-faces', 'looking-away', 'phone-in-view', 'speech'] as const
export type MeasuredKind = (typeof MEASURED_KINDS)[number]

export interface SceneMade {
  id: string
  picture: Picture
  sound: Sound
  /** What is really in the scene. */
  faces: number
  speaks: boolean
  /** What the norms say must be signalled; everything else that is said is false. */
  expected: readonly MeasuredKind[]
}

/** Somebody sits and writes: nothing may be said. Light is computed into the pictures, so it tries the detectors and not real rooms. */
const HONEST: readonly SceneMade[] = ([
  ['one-silence', { cut: CUTS.womanA }, silence],
  ['one-typing', { cut: CUTS.womanB }, typing],
  ['one-far-hum', { cut: CUTS.womanC, size: 0.5 }, hum],
  ['one-side-fan', { cut: CUTS.womanD, light: { side: 0.8 } }, pinkNoise],
  ['one-warm', { cut: CUTS.womanE, light: { warm: true, brightness: 0.8 } }, silence],
  ['one-bright-typing', { cut: CUTS.womanF, light: { brightness: 1.5 } }, typing],
  ['one-dim-fan', { cut: CUTS.womanC, light: { brightness: 0.3, grain: 0.03 } }, pinkNoise],
  ['one-reads', { cut: CUTS.downcast }, silence],
] as const).map(([id, picture, sound]) => ({ id, picture, sound, faces: 1, speaks: false, expected: [] }))

const TOLD: readonly SceneMade[] = [
  { id: 'nobody-window', picture: { cut: CUTS.blinds }, sound: silence, faces: 0, speaks: false, expected: ['no-face'] },
  { id: 'nobody-stairs', picture: { cut: CUTS.stairs }, sound: pinkNoise, faces: 0, speaks: false, expected: ['no-face'] },
  { id: 'too-dark', picture: { cut: CUTS.womanA, light: { brightness: 0.02, grain: 0.01 } }, sound: silence, faces: 0, speaks: false, expected: ['no-face'] },
  { id: 'two', picture: { cut: CUTS.two }, sound: silence, faces: 2, speaks: false, expected: ['several-faces'] },
  { id: 'four', picture: { cut: CUTS.four }, sound: hum, faces: 4, speaks: false, expected: ['several-faces'] },
  { id: 'turned', picture: { cut: CUTS.profile }, sound: silence, faces: 1, speaks: false, expected: ['looking-away'] },
  { id: 'phone-beside', picture: { cut: CUTS.womanC, size: 0.7, beside: { cut: CUTS.phone, size: 0.6 } }, sound: silence, faces: 1, speaks: false, expected: ['phone-in-view'] },
  { id: 'phone-alone', picture: { cut: CUTS.phone }, sound: silence, faces: 0, speaks: false, expected: ['no-face', 'phone-in-view'] },
  { id: 'one-speech', picture: { cut: CUTS.womanB }, sound: madeSpeech, faces: 1, speaks: true, expected: ['speech'] },
  { id: 'two-speech', picture: { cut: CUTS.two, light: { brightness: 0.7 } }, sound: madeSpeech, faces: 2, speaks: true, expected: ['several-faces', 'speech'] },
]
export const SCENES: readonly SceneMade[] = [...HONEST, ...TOLD]
