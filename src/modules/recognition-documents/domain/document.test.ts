import { describe, expect, it } from 'vitest'
import { day, type Day } from '#kernel/day.ts'
import type { NormValue } from '#kernel/norms.ts'
import { carriesEnglish, deliveryBlockers, issueBlockers, proposalBlockers, publicNameOf, statusOn, validUntilOf, type DeliveryFacts } from './document.ts'
import { draftRecommendations, type RecommendationContent } from './recommendations.ts'

describe('the languages of the document', () => {
  it.each<[string, NormValue | undefined, boolean]>([['kk ru', 'kk ru', false], ['kk ru en', 'kk ru en', true], ['not set', null, false], ['unknown to an older edition', undefined, false]])('%s', (_says, value, english) => {
    const norms = value === undefined ? [] : [{ key: 'document.languages', value, mark: 'D' as const, source: { kk: 'x', ru: 'x', en: 'x' } }]
    expect(carriesEnglish({ edition: 'test', validFrom: day('2026-01-01'), norms })).toBe(english)
  })
})

describe('validity of the document', () => {
  it.each([
    ['2026-10-14', 60, '2031-10-14'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-04', null, null],
  ] as const)('issued on %s for %s months it is valid until %s', (issued, months, until) => {
    expect(validUntilOf(day(issued), months)).toBe(until)
  })

  it.each([
    ['the day before the last', '2031-10-13', '2031-10-14', null, 'valid'],
    ['its last day', '2031-10-14', '2031-10-14', null, 'valid'],
    ['the day after the last', '2031-10-15', '2031-10-14', null, 'expired'],
    ['without an end', '2099-01-01', null, null, 'valid'],
    ['the day of the annulment', '2027-05-05', '2031-10-14', '2027-05-05', 'annulled'],
    ['the day before the annulment', '2027-05-04', '2031-10-14', '2027-05-05', 'valid'],
    ['annulled and past its end', '2032-01-01', '2031-10-14', '2027-05-05', 'annulled'],
    ['without an end and annulled', '2032-01-01', null, '2027-05-05', 'annulled'],
  ] as const)('%s', (_name, on, validUntil, annulledOn, status) => {
    expect(statusOn({ validUntil: validUntil as Day | null, annulledOn: annulledOn as Day | null }, day(on))).toBe(status)
  })
})

describe('what strangers see of a name', () => {
  it.each([
    [{ surname: 'Сәдуақасова', givenName: 'Айгерім', patronymic: 'Маратқызы' }, 'Айгерім М. С.'],
    [{ surname: 'Ким', givenName: 'Виктор', patronymic: null }, 'Виктор К.'],
    [{ surname: 'өтеғұлова', givenName: 'Жұлдыз', patronymic: '' }, 'Жұлдыз Ө.'],
  ])('%j', (name, shown) => expect(publicNameOf(name)).toBe(shown))
})

describe('issue of the document', () => {
  const codes = (facts: Partial<Parameters<typeof issueBlockers>[0]>) => issueBlockers({ decidedPass: true, alreadyIssued: false, certificateFault: undefined, ...facts }).map((each) => each.code)
  it.each([
    ['after a pass, with a certificate in force', {}, []],
    ['without a decision of passing', { decidedPass: false }, ['document.not-passed']],
    ['a second time', { alreadyIssued: true }, ['document.already-issued']],
    ['with an expired certificate', { certificateFault: 'expired' }, ['document.certificate-expired']],
    ['with a withdrawn certificate', { certificateFault: 'withdrawn' }, ['document.certificate-withdrawn']],
    ['with a terminated certificate', { certificateFault: 'terminated' }, ['document.certificate-terminated']],
    ['with a certificate that does not name the profession', { certificateFault: 'none' }, ['document.certificate-none']],
  ] as const)('%s', (_name, facts, expected) => expect(codes(facts)).toEqual(expected))
})

describe('delivery under signature', () => {
  const lawful: DeliveryFacts = { issuedOn: day('2026-04-03'), deliveredOn: day('2026-04-06'), today: day('2026-04-07'), alreadyDelivered: false, hasScan: true, witnessId: 'b', clerkId: 'a', staffIds: ['a', 'b'] }
  it.each([
    ['with scan, day and a second person', {}, []],
    ['on the day of issue', { deliveredOn: day('2026-04-03') }, []],
    ['today', { deliveredOn: day('2026-04-07') }, []],
    ['tomorrow', { deliveredOn: day('2026-04-08') }, ['delivery.in-future']],
    ['before it was issued', { deliveredOn: day('2026-04-02') }, ['delivery.before-issue']],
    ['without a day', { deliveredOn: undefined }, ['delivery.day-wrong']],
    ['without the scan', { hasScan: false }, ['delivery.scan-missing']],
    ['witnessed by the clerk himself', { witnessId: 'a' }, ['delivery.witness-is-clerk']],
    ['witnessed by a stranger', { witnessId: 'c' }, ['delivery.witness-unknown']],
    ['a second time', { alreadyDelivered: true, hasScan: false }, ['delivery.already']],
  ])('%s', (_name, change, expected) => expect(deliveryBlockers({ ...lawful, ...change }).map((each) => each.code)).toEqual(expected))
})

describe('annulment', () => {
  const lawful = { annulled: false, proposalOpen: false, ground: 'court', grounds: ['appeal', 'forged-papers', 'court'], note: 'Сот шешімі' }
  it.each([
    ['with a ground of the list and a note', {}, []],
    ['of what is annulled already', { annulled: true }, ['annulment.already-annulled']],
    ['proposed twice', { proposalOpen: true }, ['annulment.already-proposed']],
    ['for a ground nobody set', { ground: 'displeasure' }, ['annulment.ground-unknown']],
    ['without words', { note: '  ' }, ['annulment.note-missing']],
  ])('%s', (_name, change, expected) => expect(proposalBlockers({ ...lawful, ...change }).map((each) => each.code)).toEqual(expected))
})

const text = (kk: string) => ({ kk, ru: `${kk}-ru` })
const CONTENT: RecommendationContent = {
  topics: [{ code: 'A', name: text('a') }, { code: 'B', name: text('b') }, { code: 'C', name: text('c') }],
  map: {
    steps: [
      { no: 1, operation: text('o1'), criterion: text('c1'), topic: 'A' }, { no: 2, operation: text('o2'), criterion: text('c2') },
      { no: 3, operation: text('o3'), criterion: text('c3'), topic: 'C' }, { no: 4, operation: text('o4'), criterion: text('c4'), topic: 'A' },
    ],
  },
  recommendations: { A: text('learn a'), B: text('learn b'), C: text('learn c') },
}

describe('draft of the recommendations', () => {
  it('names every failed topic of the theory, in the order of the programme', () => {
    expect(draftRecommendations({ theory: { passed: false, failedTopics: ['B', 'A'] } }, CONTENT)).toEqual([
      { kind: 'topic', name: text('a'), text: text('learn a') }, { kind: 'topic', name: text('b'), text: text('learn b') },
    ])
  })
  it('names the operations that were not done, but neither those that do not count nor unmarked ones, and a topic once', () => {
    const steps = [{ no: 1, counts: true, done: false }, { no: 2, counts: true, done: null }, { no: 3, counts: false, done: false }, { no: 4, counts: true, done: false }]
    expect(draftRecommendations({ theory: { passed: true, failedTopics: ['B'] }, practice: { passed: false, steps } }, CONTENT)).toEqual([
      { kind: 'step', no: 1, operation: text('o1'), criterion: text('c1'), text: text('learn a') },
      { kind: 'step', no: 4, operation: text('o4'), criterion: text('c4'), text: undefined },
    ])
  })
  it('drafts nothing for a candidate who did not come', () => {
    expect(draftRecommendations({}, CONTENT)).toEqual([])
  })

})
