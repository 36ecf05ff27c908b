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

  it('the act of the survey says in its own words what is missing', () => {
    const act = { ...paper, kind: 'survey-act' as const }
    expect(handOverBlockers({ ...facts, paper: act, deliveredOn: day('2026-03-04'), recipient: '', capacity: '', hasScan: false }, TODAY).map((each) => each.code)).toEqual([
      'survey-on-paper.before-made', 'survey-on-paper.recipient-missing', 'survey-on-paper.capacity-missing', 'survey-on-paper.scan-missing'])
  })

  it('the act of the survey is there to be signed after the last surveyor, until it is taken back or answered otherwise', () => {
    const at = (kind: string, on: string, more: { paperId?: string; onPaper?: boolean } = {}) => ({ kind: `accreditation-survey-${kind}`, on: day(on), ...more })
    const acts = (...entries: ReturnType<typeof at>[]) => handables(entries).map((each) => [each.kind, each.no, each.paperId])
    const signed = [at('signed', '2026-03-05'), at('signed', '2026-03-06', { paperId: 'first' })]
    expect(acts(signed[0]!)).toEqual([])
    expect(acts(...signed)).toEqual([['survey-act', 1, 'first']])
    expect(acts(...signed, at('reopened', '2026-03-06'))).toEqual([])
    expect(acts(...signed, at('reopened', '2026-03-06'), at('signed', '2026-03-07', { paperId: 'second' }))).toEqual([['survey-act', 1, 'second']])
    expect(acts(...signed, at('answered', '2026-03-07', { paperId: 'final' }))).toEqual([])
    expect(acts(...signed, at('answered', '2026-03-07', { paperId: 'final', onPaper: true }))).toEqual([['survey-act', 1, 'first']])
  })

  it('the second giving back is another paper than the first', () => {
    const at = (kind: string, on: string) => ({ kind, on: day(on) })
    expect(handables([at('accreditation-submitted', '2026-03-01'), at('accreditation-given-back', '2026-03-02'), at('accreditation-given-back', '2026-03-05'), at('accreditation-returned', '2026-03-09')])).toEqual([
      { kind: 'given-back', no: 1, madeOn: '2026-03-02', paperId: undefined }, { kind: 'given-back', no: 2, madeOn: '2026-03-05', paperId: undefined }, { kind: 'returned', no: 1, madeOn: '2026-03-09', paperId: undefined },
    ])
  })
})
