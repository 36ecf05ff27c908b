import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { isUnanswered, lapseOf, mayAnswer, type LapseFacts } from './lapsed-voucher.ts'

const day = (text: string) => text as Day
const facts: LapseFacts = { voucher: { state: 'annulled', annulmentGround: 'unused', annulledOn: day('2026-04-17') }, contract: { payer: 'budget' }, step: 'contract-signed', payer: 'candidate-if-agrees', answerDays: 10 }
const ASKED = { who: 'candidate', answerBy: '2026-04-27' }

describe('who pays a contract whose voucher lapsed', () => {
  it.each([
    ['before the exam the candidate is asked', {}, ASKED], ['unsigned', { step: 'contract-sent' }, ASKED], ['notified', { step: 'notified' }, ASKED], ['briefed', { step: 'briefed' }, ASKED],
    ['an exam that was begun without asking him is at the centre’s cost', { step: 'theory-running' }, { who: 'centre' }], ['held too late', { step: 'decided-fail' }, { who: 'centre' }],
    ['a norm that says so leaves it to the centre', { payer: 'at-centre-cost' }, { who: 'centre' }], ['norms that did not know the question make nobody pay', { payer: undefined }, { who: 'centre' }],
    ['nor does a question without a term', { answerDays: undefined }, { who: 'centre' }],
    ['a contract that names the candidate is his already', { contract: { payer: 'candidate' } }, undefined], ['without a contract there is nothing to ask', { contract: undefined }, undefined],
    ['a voucher in force pays', { voucher: { state: 'bound', annulmentGround: null, annulledOn: null } }, undefined],
    ['a voucher annulled by the specialist never was of a case', { voucher: { state: 'annulled', annulmentGround: 'мәртебесі тоқтады', annulledOn: day('2026-04-17') } }, undefined], ['no voucher', { voucher: undefined }, undefined],
  ] as const)('%s', (_, change, expected) => expect(lapseOf({ ...facts, ...change } as LapseFacts)).toEqual(expected))

  it.each([['2026-04-17', true, false], ['2026-04-27', true, false], ['2026-04-28', false, true]] as const)('on %s he may answer: %s, it is unanswered: %s', (on, may, over) => {
    const lapse = lapseOf(facts)
    expect([mayAnswer(lapse, day(on)), isUnanswered(lapse, day(on))]).toEqual([may, over])
  })
  it('nobody answers for the centre', () => {
    const lapse = lapseOf({ ...facts, payer: 'at-centre-cost' })
    expect([mayAnswer(lapse, day('2026-04-18')), isUnanswered(lapse, day('2030-01-01'))]).toEqual([false, false])
  })
})
