import { expect, it } from 'vitest'
import { assessorFigures, cohensKappa, kappaBand, pairFigures, type QualityMark } from './examiner-quality.ts'

const norms = { minMarks: 4, agreedMarks: 6 }
/** Marks of one assessor, one a minute, `+` done and `-` not done, a space where he marked nothing. */
const of = (assessorId: string, text: string, runId = 'r', every = 60_000): QualityMark[] =>
  [...text].flatMap((sign, place) => (sign === ' ' ? [] : [{ runId, stepNo: place + 1, assessorId, done: sign === '+', at: place * every }]))

it.each<[string, Parameters<typeof cohensKappa>, number | undefined]>([
  ['the example of the books', [{ bothDone: 20, onlyFirst: 5, onlySecond: 10, neither: 15 }], 0.4],
  ['always alike, both marks used', [{ bothDone: 5, onlyFirst: 0, onlySecond: 0, neither: 5 }], 1],
  ['never alike', [{ bothDone: 0, onlyFirst: 5, onlySecond: 5, neither: 0 }], -1],
  ['as chance would have it', [{ bothDone: 25, onlyFirst: 25, onlySecond: 25, neither: 25 }], 0],
  ['everything done by both: chance explains it', [{ bothDone: 40, onlyFirst: 0, onlySecond: 0, neither: 0 }], undefined],
  ['nothing marked', [{ bothDone: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }], undefined],
])('kappa: %s', (_says, [counts], expected) => {
  const kappa = cohensKappa(counts)
  if (expected === undefined) expect(kappa).toBeUndefined()
  else expect(kappa).toBeCloseTo(expected, 10)
})

it.each([[-1, 'none'], [0.2, 'none'], [0.21, 'weak'], [0.4, 'weak'], [0.41, 'moderate'], [0.6, 'moderate'], [0.61, 'good'], [0.8, 'good'], [0.81, 'very-good'], [1, 'very-good']])('kappa %d is told as %s', (kappa, band) => {
  expect(kappaBand(kappa)).toBe(band)
})

it('compares two only on the operations that both marked', () => {
  expect(pairFigures([...of('b', '+-+-+'), ...of('a', '++-- ')], norms)).toEqual([{ a: 'a', b: 'b', both: 4, differ: 2, kappa: 0, band: 'none', never: false }])
})

it('shows no kappa under the least number of operations, and still says how many there are', () => {
  expect(pairFigures([...of('a', '+-+'), ...of('b', '+-+')], norms)).toEqual([{ a: 'a', b: 'b', both: 3, differ: 0, kappa: null, band: null, never: false }])
})

it.each([['+-+-+', false], ['+-+-+-', true]])('names a pair that never differed only from the norm on: %s', (text, never) => {
  expect(pairFigures([...of('a', text), ...of('b', text)], norms)[0]!.never).toBe(never)
})

it('tells severity by the same operations as the colleague marked', () => {
  const [a, b] = assessorFigures([...of('a', '--++', 'r'), ...of('b', '-+++', 'r'), ...of('a', '----', 's')], norms)
  expect(a).toMatchObject({ assessorId: 'a', runs: 2, marks: 8, notDonePercent: 75, shared: 4, ownNotDonePercent: 50, othersNotDonePercent: 25 })
  expect(b).toMatchObject({ assessorId: 'b', runs: 1, marks: 4, notDonePercent: 25, ownNotDonePercent: 25, othersNotDonePercent: 50 })
})

it('shows no share and no speed of somebody who marked too little', () => {
  expect(assessorFigures(of('a', '+-+'), norms)).toEqual([{ assessorId: 'a', runs: 1, marks: 3, notDonePercent: null, shared: 0, ownNotDonePercent: null, othersNotDonePercent: null, secondsPerMark: null }])
})

it('takes the median time between marks of one practice, never across two', () => {
  expect(assessorFigures([...of('a', '+++', 'r', 10_000), ...of('a', '++', 's', 40_000)], norms)[0]!.secondsPerMark).toBe(10)
})
