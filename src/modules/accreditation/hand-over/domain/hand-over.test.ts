import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { handables, handOverBlockers, type HandOverFacts } from './hand-over.ts'

const TODAY = day('2026-03-10')
const paper = { kind: 'given-back' as const, no: 1, madeOn: day('2026-03-05'), paperId: undefined }
const facts: HandOverFacts = { paper, alreadyOn: undefined, represented: false, deliveredOn: day('2026-03-06'), recipient: 'Асқаров Д.', capacity: 'директор', hasScan: true }
const codes = (change: Partial<HandOverFacts>) => handOverBlockers({ ...facts, ...change }, TODAY).map((each) => each.code.replace('accreditation-delivery.', ''))

describe('a paper of accreditation is handed over', () => {
  it.each<[string, Partial<HandOverFacts>, string[]]>([
    ['with its day, the recipient and the scan', {}, []],
    ['on the day on which it was made', { deliveredOn: day('2026-03-05') }, []],
    ['not before that day', { deliveredOn: day('2026-03-04') }, ['before-made']],
    ['today', { deliveredOn: TODAY }, []],
    ['not on a day to come', { deliveredOn: day('2026-03-11') }, ['in-future']],
    ['not without day, name, capacity and scan', { deliveredOn: undefined, recipient: ' ', capacity: '', hasScan: false }, ['day-wrong', 'recipient-missing', 'capacity-missing', 'scan-missing']],
    ['once', { alreadyOn: day('2026-03-06') }, ['already']],
    ['not to whoever reads it in his account', { represented: true }, ['represented']],
    ['only where there is one', { paper: undefined }, ['nothing']],
  ])('%s', (_says, change, expected) => expect(codes(change)).toEqual(expected))

  it('the second giving back is another paper than the first', () => {
    const at = (kind: string, on: string) => ({ kind, on: day(on) })
    expect(handables([at('accreditation-submitted', '2026-03-01'), at('accreditation-given-back', '2026-03-02'), at('accreditation-given-back', '2026-03-05'), at('accreditation-returned', '2026-03-09')])).toEqual([
      { kind: 'given-back', no: 1, madeOn: '2026-03-02', paperId: undefined }, { kind: 'given-back', no: 2, madeOn: '2026-03-05', paperId: undefined }, { kind: 'returned', no: 1, madeOn: '2026-03-09', paperId: undefined },
    ])
  })
})
