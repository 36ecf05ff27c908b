import { expect, it } from 'vitest'
import { isAnswerOfForm, placeChange } from './answer-order.ts'

const change = (seq: number, itemNo = 1, chosen = ['a']) => ({ seq, itemNo, chosen })

it.each([
  ['the next number is saved', 4, change(5), undefined, 'saved'],
  ['a repeated request changes nothing', 5, change(5), change(5), 'repeated'],
  ['a number used by another window for another answer is taken', 5, change(5, 1, ['b']), change(5), 'taken'],
  ['a number used by another window for another question is taken', 5, change(5, 2), change(5), 'taken'],
  ['a hole in the sequence waits for what is missing', 4, change(6), undefined, 'gap'],
  ['the first change of a run is number one', 0, change(1), undefined, 'saved'],
] as const)('%s', (_says, last, sent, kept, outcome) => {
  expect(placeChange(last, sent, kept)).toBe(outcome)
})

it('knows only the questions of the form and their options', () => {
  const form = [{ no: 1, kind: 'single' as const, options: ['a', 'b'] }, { no: 2, kind: 'multiple' as const, options: ['a', 'b', 'c'] }]
  expect(isAnswerOfForm(form, change(1, 1, ['b']))).toBe(true)
  expect(isAnswerOfForm(form, change(1, 1, []))).toBe(true)
  expect(isAnswerOfForm(form, change(1, 2, ['a', 'c']))).toBe(true)
  expect(isAnswerOfForm(form, change(1, 1, ['a', 'b']))).toBe(false)
  expect(isAnswerOfForm(form, change(1, 2, ['a', 'a']))).toBe(false)
  expect(isAnswerOfForm(form, change(1, 2, ['d']))).toBe(false)
  expect(isAnswerOfForm(form, change(1, 3, ['a']))).toBe(false)
})
