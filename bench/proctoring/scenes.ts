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
  ['one face, silence', { cut: CUTS.womanA }, silence],
  ['one face, typing', { cut: CUTS.womanB }, typing],
  ['one face, farther away, hum of a lamp', { cut: CUTS.womanC, size: 0.5 }, hum],
  ['one face, light from the side, noise of a fan', { cut: CUTS.womanD, light: { side: 0.8 } }, pinkNoise],
  ['one face, old lamp', { cut: CUTS.womanE, light: { warm: true, brightness: 0.8 } }, silence],
  ['one face, very bright', { cut: CUTS.womanF, light: { brightness: 1.5 } }, typing],
  ['one face, dim room, grain', { cut: CUTS.womanC, light: { brightness: 0.3, grain: 0.03 } }, pinkNoise],
  ['one face, reads what lies before her', { cut: CUTS.downcast }, silence],
] as const).map(([id, picture, sound]) => ({ id, picture, sound, faces: 1, speaks: false, expected: [] }))

const TOLD: readonly SceneMade[] = [
  { id: 'nobody, window', picture: { cut: CUTS.blinds }, sound: silence, faces: 0, speaks: false, expected: ['no-face'] },
  { id: 'nobody, stairs', picture: { cut: CUTS.stairs }, sound: pinkNoise, faces: 0, speaks: false, expected: ['no-face'] },
  { id: 'dark', picture: { cut: CUTS.womanA, light: { brightness: 0.02, grain: 0.01 } }, sound: silence, faces: 0, speaks: false, expected: ['no-face'] },
  { id: 'two faces', picture: { cut: CUTS.two }, sound: silence, faces: 2, speaks: false, expected: ['several-faces'] },
  { id: 'four faces', picture: { cut: CUTS.four }, sound: hum, faces: 4, speaks: false, expected: ['several-faces'] },
  { id: 'head turned to the side', picture: { cut: CUTS.profile }, sound: silence, faces: 1, speaks: false, expected: ['looking-away'] },
  { id: 'phone beside a face', picture: { cut: CUTS.womanA, size: 0.7, beside: { cut: CUTS.phone, size: 0.6 } }, sound: silence, faces: 1, speaks: false, expected: ['phone-in-view'] },
  { id: 'phone on a couch, nobody', picture: { cut: CUTS.phone }, sound: silence, faces: 0, speaks: false, expected: ['no-face', 'phone-in-view'] },
  { id: 'one face, made speech', picture: { cut: CUTS.womanB }, sound: madeSpeech, faces: 1, speaks: true, expected: ['speech'] },
  { id: 'two faces, made speech', picture: { cut: CUTS.two, light: { brightness: 0.7 } }, sound: madeSpeech, faces: 2, speaks: true, expected: ['several-faces', 'speech'] },
]
export const SCENES: readonly SceneMade[] = [...HONEST, ...TOLD]
