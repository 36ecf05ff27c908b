import { expect, it } from 'vitest'
import type { StepState } from './practice.ts'
import { skillResults } from './skills.ts'

const named = (kk: string) => ({ kk, ru: kk })
const STEPS = [
  { no: 1, optional: false, skill: named('Дайындау') }, { no: 2, optional: false, skill: named('Пісіру') }, { no: 3, optional: true, skill: named(' пісіру ') }, { no: 4, optional: false },
]
const results = (...states: StepState[]) => skillResults(STEPS, (no) => states[no - 1]!).map((each) => [each.skill.kk, each.steps, each.done, each.held])

it.each<[string, StepState[], unknown]>([
  ['everything is done', ['done', 'done', 'done', 'done'], [['Дайындау', [1], 1, true], ['Пісіру', [2, 3], 2, true]]],
  ['an optional operation takes no skill away', ['done', 'done', 'not-done', 'done'], [['Дайындау', [1], 1, true], ['Пісіру', [2, 3], 1, true]]],
  ['an operation that counts does', ['done', 'not-done', 'done', 'done'], [['Дайындау', [1], 1, true], ['Пісіру', [2, 3], 1, false]]],
  ['what is not settled is not said', ['unmarked', 'disagreed', 'done', 'done'], [['Дайындау', [1], 0, null], ['Пісіру', [2, 3], 1, null]]],
])('a skill is held when its operations that count are done: %s', (_says, states, expected) => expect(results(...states)).toEqual(expected))

it('where every operation of a skill is optional, all of them speak for it', () => {
  expect(skillResults([{ no: 1, optional: true, skill: named('x') }], () => 'not-done')[0]!.held).toBe(false)
})
