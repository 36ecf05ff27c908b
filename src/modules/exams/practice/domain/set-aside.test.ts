import { expect, it } from 'vitest'
import { assessorsNow, setAsideBlockers, type SetAsideFacts } from './set-aside.ts'

const FACTS: SetAsideFacts = { assessors: ['a', 'b'], accepted: [], assessorsRequired: 1, by: 'head' }

it.each<[string, string, string | null, Partial<SetAsideFacts>, string | undefined]>([
  ['another goes on alone where one is enough', 'a', null, {}, undefined],
  ['nobody is left where two must mark', 'a', null, { assessorsRequired: 2 }, 'practice.successor-needed'],
  ['somebody takes over where two must mark', 'a', 'c', { assessorsRequired: 2 }, undefined],
  ['the only one goes and nobody takes over', 'a', null, { assessors: ['a'] }, 'practice.successor-needed'],
  ['he does not mark here', 'x', 'c', {}, 'practice.not-marking'],
  ['he has accepted his sheet', 'a', 'c', { accepted: ['a'] }, 'practice.already-accepted'],
  ['it is his own', 'head', 'c', { assessors: ['head'] }, 'practice.own-sheet'],
])('a sheet is set aside: %s', (_says, assessor, successor, facts, code) => expect(setAsideBlockers(assessor, successor, { ...FACTS, ...facts })[0]?.code).toBe(code))

it('who took over marks, and may be followed himself', () => {
  expect(assessorsNow(['a', 'b'], [{ assessorId: 'a', successorId: 'c' }])).toEqual(['b', 'c'])
  expect(assessorsNow(['a', 'b'], [{ assessorId: 'a', successorId: 'c' }, { assessorId: 'c', successorId: null }])).toEqual(['b'])
})
