import { expect, it } from 'vitest'
import { practicePassed, settledState, type DisagreementWay, type PracticeMark } from './practice.ts'
import { acceptBlockers, areSheetsClosed, closeBlockers, mayDecide, openSheets } from './sheets.ts'

const STEPS = [{ no: 1, optional: false, critical: true }, { no: 2, optional: false, critical: false }, { no: 3, optional: true, critical: false }]
const marks = (assessorId: string, ...done: boolean[]): PracticeMark[] => done.map((each, place) => ({ stepNo: place + 1, done: each, assessorId }))
const word = (assessorId: string, done: boolean, stepNo = 2): PracticeMark => ({ stepNo, done, assessorId })
const APART = [...marks('a', true, true, true), ...marks('b', true, false, true)]

it('is accepted only when every operation has the mark of its own assessor', () => {
  expect(acceptBlockers(STEPS, marks('a', true, false))).toEqual([{ code: 'practice.not-all-marked', data: { steps: '3' } }])
  expect(acceptBlockers(STEPS, marks('a', true, false, true))).toEqual([])
})

it.each<[string, PracticeMark[], string[], number, boolean]>([
  ['nobody has finished', APART, [], 2, false],
  ['one of two has finished', APART, ['a'], 2, false],
  ['both have finished', APART, ['a', 'b'], 2, true],
  ['one is enough, and nobody else began', marks('a', true, true, true), ['a'], 1, true],
  ['one is enough, but another is still writing', APART, ['a'], 1, false],
  ['one of two has finished, and the other has not begun', marks('a', true, true, true), ['a'], 2, false],
])('the marks of the other are seen when both have finished: %s', (_says, given, accepted, assessorsRequired, closed) => {
  expect(areSheetsClosed({ marks: given, accepted, assessorsRequired })).toBe(closed)
})

it('names who is still writing', () => {
  expect(openSheets({ marks: APART, accepted: ['b'] })).toEqual(['a'])
})

it.each<[string, DisagreementWay, PracticeMark[], ReturnType<typeof settledState>]>([
  ['nobody has said a word', 'joint', [], 'disagreed'],
  ['only one has', 'joint', [word('a', true)], 'disagreed'],
  ['both say that it is done', 'joint', [word('a', true), word('b', true)], 'done'],
  ['both say that it is not', 'joint', [word('a', false), word('b', false)], 'not-done'],
  ['they still differ', 'joint', [word('a', true), word('b', false)], 'disagreed'],
  ['words on another operation settle nothing', 'joint', [word('a', true, 1), word('b', true, 1)], 'disagreed'],
  ['a third decides nothing where they decide together', 'joint', [word('c', true)], 'disagreed'],
  ['a third says that it is done', 'third', [word('c', true)], 'done'],
  ['a third says that it is not', 'third', [word('c', false)], 'not-done'],
  ['their own words do not count where a third decides', 'third', [word('a', true), word('b', true)], 'disagreed'],
])('a dispute is settled by the norm: %s', (_says, way, verdicts, state) => {
  expect(settledState(2, APART, 2, { verdicts, way })).toBe(state)
  expect(practicePassed(STEPS, APART, 2, { verdicts, way })).toBe(state === 'done')
})

it('is closed when everything is marked, accepted and settled, and says what comes first', () => {
  const sheets = { marks: APART, accepted: ['a', 'b'], assessorsRequired: 2, verdicts: [], way: 'joint' as const }
  expect(closeBlockers(STEPS, { ...sheets, marks: marks('a', true, true, true) })).toEqual([{ code: 'practice.not-all-marked', data: { steps: '1, 2, 3' } }])
  expect(closeBlockers(STEPS, { ...sheets, accepted: ['a'] })).toEqual([{ code: 'practice.sheets-open' }])
  expect(closeBlockers(STEPS, sheets)).toEqual([{ code: 'practice.joint-needed', data: { steps: '2' } }])
  expect(closeBlockers(STEPS, { ...sheets, way: 'third' })).toEqual([{ code: 'practice.third-needed', data: { steps: '2' } }])
  expect(closeBlockers(STEPS, { ...sheets, verdicts: [word('a', true), word('b', true)] })).toEqual([])
})

it('does not wait for a dispute on an operation that does not count', () => {
  const given = [...marks('a', true, true, true), ...marks('b', true, true, false)]
  expect(closeBlockers(STEPS, { marks: given, accepted: ['a', 'b'], assessorsRequired: 2, verdicts: [], way: 'joint' })).toEqual([])
})

it('lets those decide whom the norm calls', () => {
  expect(mayDecide('a', { accepted: ['a', 'b'], way: 'joint' }, undefined)).toBe(true)
  expect(mayDecide('a', { accepted: ['a', 'b'], way: 'third' }, 'c')).toBe(false)
  expect(mayDecide('c', { accepted: ['a', 'b'], way: 'third' }, 'c')).toBe(true)
})
