import { describe, expect, it } from 'vitest'
import { countedSteps, openDisputes, practiceEndBlockers, practicePassed, safetyStopBlockers, stepState, type PracticeMark } from './practice.ts'

const STEPS = [{ no: 1, optional: false, critical: true }, { no: 2, optional: false, critical: false }, { no: 3, optional: true, critical: false }]
const marks = (...given: [number, boolean, string?][]): PracticeMark[] => given.map(([stepNo, done, assessorId = 'a']) => ({ stepNo, done, assessorId }))

it.each<[string, PracticeMark[], boolean]>([
  ['every operation done', marks([1, true], [2, true], [3, true]), true],
  ['only the optional one missed', marks([1, true], [2, true], [3, false]), true],
  ['one minor operation missed: every operation counts', marks([1, true], [2, false], [3, true]), false],
  ['one operation left without a mark', marks([1, true], [3, true]), false],
  ['assessors who disagree', marks([1, true], [2, true, 'a'], [2, false, 'b'], [3, true]), false],
  ['nothing marked', [], false],
])('%s', (_says, given, passed) => {
  expect(practicePassed(STEPS, given)).toBe(passed)
})

describe('where the norm says that operations count only when the card calls them critical', () => {
  const none = STEPS.map((step) => ({ ...step, critical: false }))
  it.each<[string, typeof STEPS, boolean, PracticeMark[], boolean]>([
    ['a minor operation missed fails under yes', STEPS, true, marks([1, true], [2, false], [3, true]), false],
    ['and not under no', STEPS, false, marks([1, true], [2, false], [3, true]), true],
    ['the critical one missed fails under both', STEPS, false, marks([1, false], [2, true], [3, true]), false],
    ['even when everything else was missed, the critical one decides', STEPS, false, marks([1, true], [2, false], [3, false]), true],
    ['a card without a critical operation is not passed by nothing', none, false, marks([1, true], [2, false], [3, true]), false],
    ['there the optional one still does not count', none, false, marks([1, true], [2, true], [3, false]), true],
    ['nothing marked', STEPS, false, [], false],
    ['a card without operations', [], false, [], false],
  ])('%s', (_says, steps, unlessOptional, given, passed) => expect(practicePassed(countedSteps(steps, unlessOptional), given)).toBe(passed))

  it('calls for no settling of a dispute on which nothing depends, and leaves the card as it was written', () => {
    const given = marks([1, true, 'a'], [1, true, 'b'], [2, true, 'a'], [2, false, 'b'])
    expect([true, false].map((unless) => openDisputes(countedSteps(STEPS, unless), given, 2, { verdicts: [], way: 'joint' }))).toEqual([[2], []])
    expect(STEPS.map((step) => step.optional)).toEqual([false, false, true])
  })
})

it('waits for the second assessor where the norm asks for two', () => {
  expect(stepState(1, marks([1, true, 'a']), 2)).toBe('waiting')
  expect(stepState(1, marks([1, true, 'a'], [1, true, 'b']), 2)).toBe('done')
  expect(stepState(1, marks([1, true, 'a'], [1, false, 'b']), 2)).toBe('disagreed')
  expect(practicePassed(STEPS, marks([1, true], [2, true], [3, true]), 2)).toBe(false)
})

it('is not closed before everything is marked, the optional operations too, and names what is missing', () => {
  expect(practiceEndBlockers(STEPS, marks([1, true]))).toEqual([{ code: 'practice.not-all-marked', data: { steps: '2, 3' } }])
  expect(practiceEndBlockers(STEPS, marks([1, true], [2, false], [3, false]))).toEqual([])
})

it('stops only at an operation that the map calls critical', () => {
  expect(safetyStopBlockers(STEPS, 1)).toEqual([])
  expect(safetyStopBlockers(STEPS, 2)).toEqual([{ code: 'practice.step-not-critical', data: { step: 2 } }])
  expect(safetyStopBlockers(STEPS, 9)).toEqual([{ code: 'practice.no-such-step', data: { step: 9 } }])
})
