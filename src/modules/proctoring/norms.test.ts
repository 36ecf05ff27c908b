import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormValue } from '#kernel/norms.ts'
import { pairWordsOf, readValue } from '#modules/norms/index.ts'
import { SIGNAL_KINDS } from './domain/kinds.ts'
import { oddityOfConditions, proctoringNorms, thresholdsFor } from './norms.ts'

const edition = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const norm = (key: string) => edition.norms.find((each) => each.key === key)!
const set = (values: Record<string, NormValue>) => ({ ...edition, norms: edition.norms.map((each) => (each.key in values ? { ...each, value: values[each.key]! } : each)) })

it('every signal has its duration in the norms; a phone goes by the number of sightings', () => {
  const { seconds } = proctoringNorms(edition).signals
  expect(SIGNAL_KINDS.filter((kind) => seconds[kind] === undefined)).toEqual(['phone-in-view'])
  expect(Object.entries(seconds).filter(([, length]) => length === 0).map(([kind]) => kind).sort()).toEqual(['camera-lost', 'copy', 'device-changed', 'full-screen-left', 'line-lost', 'microphone-lost', 'paste', 'second-screen', 'weak-computer'])
})

it('an edition that is older than a norm is followed by the values that stood in the program', () => {
  const older = { ...edition, norms: edition.norms.filter((each) => !/^proctoring\.(answerHours|gapSeconds|coveredFaceComparison|closedMomentSeconds|otherSeconds|swayDegrees|speechScorePercent|quietScorePercent|speechPauseMilliseconds)$/.test(each.key)) }
  expect(proctoringNorms(older)).toEqual(proctoringNorms(edition))
})

it('the browser is told the same values', () => {
  expect(thresholdsFor(proctoringNorms(edition))).toMatchObject({ speech: { seconds: 3, score: 0.5, quiet: 0.35, pauseMs: 800 }, 'looking-away': { seconds: 8, yawDegrees: 25, swayDegrees: 5 }, 'line-lost': { seconds: 0 }, 'second-screen': { seconds: 0 } })
  const other = set({ 'proctoring.otherSeconds': 'line-lost:20 camera-lost:3', 'proctoring.swayDegrees': 2, 'proctoring.speechScorePercent': 70, 'proctoring.quietScorePercent': 40, 'proctoring.speechPauseMilliseconds': 1200 })
  expect(thresholdsFor(proctoringNorms(other))).toMatchObject({ speech: { score: 0.7, quiet: 0.4, pauseMs: 1200 }, 'looking-away': { swayDegrees: 2 }, 'line-lost': { seconds: 20 }, 'camera-lost': { seconds: 3 }, 'microphone-lost': { seconds: 0 } })
})

it.each([
  ['proctoring.otherSeconds', 'line-lost:20 copy:0', true], ['proctoring.otherSeconds', 'copy:5', false], ['proctoring.otherSeconds', 'line-lost:20 line-lost:30', false], ['proctoring.otherSeconds', 'line-lost:1000', false], ['proctoring.otherSeconds', 'no-face:3', false],
  ['proctoring.repeats', 'looking-away:3 copy:2', true], ['proctoring.repeats', 'copy:0', false], ['proctoring.repeats', 'copy:2 copy:3', false], ['proctoring.repeats', 'kiss:2', false],
  ['proctoring.offInPractice', SIGNAL_KINDS.join(' '), true], ['proctoring.offInPractice', 'copy copy', false], ['proctoring.offInPractice', 'kiss', false],
])('the desk of the norms: %s may be %s: %s', (key, typed, taken) => expect(readValue(typed, norm(key))).toBe(taken ? typed : undefined))

it.each([
  ['assistant:speech', true], ['tics:looking-away glasses:looking-away', true], ['tics:speech tics:looking-away', true], ['tics:speech tics:speech', false], ['tics', false], ['haste:speech', false], ['tics:kiss', false],
])('the desk of the norms: conditions may switch off %s: %s', (typed, taken) => expect(readValue(typed, norm('proctoring.offByCondition'))).toBe(taken ? typed : undefined))

it('each condition of the watch switches off what errs because of it; an edition that is older than they are gets the defaults, and keeps what it says of the others', () => {
  const own = { tics: ['looking-away', 'speech'], 'covered-face': ['no-face', 'looking-away'], glasses: ['looking-away'] }
  expect(proctoringNorms(edition).offByCondition).toEqual({ assistant: ['several-faces', 'speech'], ...own })
  expect(proctoringNorms({ ...edition, norms: edition.norms.filter((each) => each.key !== 'proctoring.offByCondition') }).offByCondition).toEqual(proctoringNorms(edition).offByCondition)
  expect(proctoringNorms(set({ 'proctoring.offByCondition': 'other:no-face' })).offByCondition).toEqual({ other: ['no-face'], ...own })
  expect(proctoringNorms(set({ 'proctoring.offByCondition': 'tics:looking-away' })).offByCondition).toEqual({ tics: ['looking-away'] })
})

it.each<[string, boolean, boolean]>([
  ['assistant:speech other:no-face', true, true], ['other:no-face glasses:looking-away', true, false], ['assistant:several-faces', false, true], ['tics:speech', false, false],
])('whoever reads that %s is off is told of a condition without a name (%s) and of the defaults that stand (%s)', (value, unnamed, defaults) => {
  const told = oddityOfConditions(value)
  expect([told.unnamed, told.defaults !== undefined]).toEqual([unnamed, defaults])
})

it('every kind may be named with its repetition', () => {
  const typed = SIGNAL_KINDS.map((kind, n) => `${kind}:${n + 1}`).join(' ')
  expect(readValue(typed, norm('proctoring.repeats'))).toBe(typed)
  expect(proctoringNorms(set({ 'proctoring.repeats': typed })).signals.repeats).toEqual(Object.fromEntries(SIGNAL_KINDS.map((kind, n) => [kind, n + 1])))
})

it('the desk names every kind that may stand in a norm of pairs', () => {
  expect(pairWordsOf('proctoring.repeats')).toEqual(SIGNAL_KINDS)
  const all = pairWordsOf('proctoring.otherSeconds')!.map((kind) => `${kind}:0`).join(' ')
  expect(readValue(all, norm('proctoring.otherSeconds'))).toBe(all)
})
