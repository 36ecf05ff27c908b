import { describe, expect, it } from 'vitest'
import { creditConsequence, type CreditFacts } from './credit-consequence.ts'

const failed: CreditFacts = { newlyPassed: true, passed: true, step: 'held', newest: true, practice: 'not-held', decided: undefined, appealOpen: false, elsewhere: false }

describe('a faulty question credited afterwards', () => {
  it.each<[string, Partial<CreditFacts>, ReturnType<typeof creditConsequence>]>([
    ['changes nothing for who had passed', { newlyPassed: false, passed: true }, 'nothing'],
    ['is told to who still has not passed', { newlyPassed: false, passed: false }, 'told'],
    ['is told whatever the step, when the result stays', { newlyPassed: false, passed: false, step: 'closed', decided: 'fail' }, 'told'],
    ['opens the practice before the panel has decided', {}, 'practice'],
    ['puts the new count before the panel, where the practice was held', { practice: 'passed' }, 'panel'],
    ['puts the new count before the panel, where the practice was not done by the map', { practice: 'failed' }, 'panel'],
    ['opens the practice after a decision of not passing', { step: 'decided-fail', decided: 'fail' }, 'practice'],
    ['opens the practice after the notice', { step: 'fail-notice-sent', decided: 'fail' }, 'practice'],
    ['opens the practice of a closed case', { step: 'closed', decided: 'fail' }, 'practice'],
    ['calls a new panel where the practice is passed', { step: 'fail-notice-sent', decided: 'fail', practice: 'passed' }, 'panel'],
    ['calls a new panel in a closed case where the practice is passed', { step: 'closed', decided: 'fail', practice: 'passed' }, 'panel'],
    ['is told where the practice failed too: the decision has its other ground', { step: 'fail-notice-sent', decided: 'fail', practice: 'failed' }, 'told'],
    ['lets a practice go on that was admitted to without the theory', { step: 'practice-running' }, 'facts'],
    ['lets the case go on where the practice is still to come', { step: 'theory-passed' }, 'facts'],
    ['is left to a person when a retake is under way', { step: 'contract-signed', decided: 'fail' }, 'left'],
    ['is left to a person when it was an earlier attempt', { newest: false, step: 'fail-notice-sent', decided: 'fail' }, 'left'],
    ['is left to the panel of an open appeal', { step: 'fail-notice-sent', decided: 'fail', appealOpen: true }, 'left'],
    ['opens no second case of the same person', { step: 'closed', decided: 'fail', elsewhere: true }, 'left'],
    ['touches no case that was withdrawn', { step: 'withdrawn' }, 'left'],
    ['touches no decision of passing', { step: 'document-issued', decided: 'pass' }, 'left'],
  ])('%s', (_says, change, expected) => {
    expect(creditConsequence({ ...failed, ...change })).toBe(expected)
  })
})
