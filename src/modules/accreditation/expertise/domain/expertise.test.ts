import { describe, expect, it } from 'vitest'
import { conflictOf, finishBlockers } from './expertise.ts'

const codes = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code.replace('accreditation.', ''))

describe('an expert', () => {
  it.each([
    [{ ofApplicant: false, wroteProgramme: false, declared: false }, []],
    [{ ofApplicant: true, wroteProgramme: false, declared: false }, ['expert-of-applicant']],
    [{ ofApplicant: false, wroteProgramme: true, declared: false }, ['expert-wrote-programme']],
    [{ ofApplicant: false, wroteProgramme: false, declared: true }, ['expert-declared']],
    [{ ofApplicant: true, wroteProgramme: true, declared: true }, ['expert-of-applicant', 'expert-wrote-programme', 'expert-declared']],
  ])('reviews nothing that is his own: %j', (facts, expected) => expect(codes(conflictOf(facts))).toEqual(expected))
})

describe('the review', () => {
  it.each([
    [[], 1, ['too-few-experts']],
    [[true], 1, []],
    [[true], 2, ['too-few-experts']],
    [[true, false], 1, ['opinions-waiting']],
    [[true, true], 2, []],
  ] as const)('of experts who have given their opinion %j is finished where %i are needed: %j', (given, needed, expected) =>
    expect(codes(finishBlockers(given.map((each) => ({ given: each })), needed))).toEqual(expected))
})
