import { expect, it } from 'vitest'
import { comparisonFault } from './comparison.ts'

it.each<[string, string, boolean, string | undefined]>([
  ['nothing is written where there is a photograph', '', true, undefined],
  ['what was written without having seen the photograph is not taken', 'ID card', true, 'proctoring.reference-shown'],
  ['nothing', '', false, 'proctoring.compared-missing'],
  ['two letters', 'ID', false, 'proctoring.compared-missing'],
  ['three', 'IDs', false, undefined],
  ['as long as may be', 'x'.repeat(200), false, undefined],
  ['one longer', 'x'.repeat(201), false, 'proctoring.compared-too-long'],
  ['the number of a paper', 'ID 012345678', false, 'proctoring.compared-number'],
  ['the same in groups', 'ID 012 345-678', false, 'proctoring.compared-number'],
  ['a year is no number of a paper', 'ID card of 2024', false, undefined],
])('of what the proctor compared with: %s', (_, text, hasReference, code) => {
  expect(comparisonFault(text, { hasReference })?.code).toBe(code)
})
