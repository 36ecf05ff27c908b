import { describe, expect, it } from 'vitest'
import { gradeTheory, isTheoryPassed, neededCorrect, type FormQuestion } from './grading.ts'

const RULE = { percent: 70, strict: true }
const question = (no: number, kind: FormQuestion['kind'] = 'single'): FormQuestion => ({ no, itemId: `i${no}`, kind, topic: `T${no}`, options: ['a', 'b', 'c', 'd'] })

describe('theory is passed with more than 70 % of the questions', () => {
  it.each([
    [10, 8, 7], [20, 15, 14], [30, 22, 21], [40, 29, 28], [1, 1, 0], [3, 3, 2], [50, 36, 35], [100, 71, 70],
  ])('of %i questions %i right answers pass and %i do not', (total, passes, fails) => {
    expect(isTheoryPassed(passes, total, RULE)).toBe(true)
    expect(isTheoryPassed(fails, total, RULE)).toBe(false)
    expect(neededCorrect(total, RULE)).toBe(passes)
  })

  it('does not pass with exactly 70 %', () => {
    expect(isTheoryPassed(7, 10, RULE)).toBe(false)
    expect(isTheoryPassed(700, 1000, RULE)).toBe(false)
    expect(isTheoryPassed(701, 1000, RULE)).toBe(true)
  })

  it('passes with exactly the percent where an edition of the norms does not ask for more', () => {
    expect(isTheoryPassed(7, 10, { percent: 70, strict: false })).toBe(true)
  })
})

describe('grading', () => {
  const form = [question(1), question(2, 'multiple'), question(3)]
  const key = new Map([['i1', ['b']], ['i2', ['a', 'c']], ['i3', ['d']]])
  const grade = (answers: [number, string[]][]) => gradeTheory(form, new Map(answers), key)

  it.each<[string, [number, string[]][], number]>([
    ['all right, in any order', [[1, ['b']], [2, ['c', 'a']], [3, ['d']]], 3],
    ['one of several right options missing', [[1, ['b']], [2, ['a']], [3, ['d']]], 2],
    ['one option too many', [[1, ['b']], [2, ['a', 'b', 'c']], [3, ['d']]], 2],
    ['an unanswered question is in the total and not correct', [[1, ['b']]], 1],
    ['an answer taken back', [[1, []], [2, ['a', 'c']]], 1],
    ['nothing answered', [], 0],
    ['an option named twice counts once', [[2, ['a', 'a', 'c']]], 1],
  ])('%s', (_says, answers, correct) => {
    expect(grade(answers)).toMatchObject({ total: 3, correct })
  })

  it('names the topics in which something is missing', () => {
    expect(grade([[1, ['b']], [2, ['a']]]).failedTopics).toEqual(['T2', 'T3'])
  })

  it('refuses to grade a question without a key instead of counting it wrong', () => {
    expect(() => gradeTheory(form, new Map(), new Map())).toThrow(/no key/)
  })
})
