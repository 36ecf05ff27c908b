import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { day, legalDay, moment, type Day } from '#kernel/day.ts'
import { dueOn } from '#kernel/deadline-rule.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { deadlineRule } from '#kernel/norms.ts'
import { hasSecondInstance, lodgingBlockers, outcomeBlockers, type AppealDecision } from './appeal.ts'
import { eligibleForPanel, missingForPanel, panelBlockers, voteBlockers } from './appeal-panel.ts'
import { answerBlockers, complaintBlockers } from './complaint.ts'
import { lastRetakeDay } from '#modules/applications/index.ts'
import { closingBlockers } from './closing.ts'

const norms = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const rows = readFileSync('data/holidays-2024-2027.csv', 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
const calendar = buildCalendar(rows.map(([date, , mark, kind, , , , status]) => ({ date: day(date!), day: mark as 'off' | 'work', kind: kind!, status: status! })) as never, { version: 'test', source: 'test', years: [2024, 2025, 2026, 2027] })

function term(deliveredOn: Day) {
  return { startedOn: deliveredOn, lastOn: dueOn(deadlineRule(norms, 'T6'), deliveredOn, calendar)! }
}
const codes = (blockers: readonly { code: string }[]) => blockers.map((blocker) => blocker.code)

describe('the term of an appeal (T6)', () => {
  const cases: [string, string, string, string][] = [
    ['2026-04-03', '2026-04-10', '2026-04-11', 'delivered on a Friday: the five days are the whole next week'],
    ['2026-04-06', '2026-04-13', '2026-04-14', 'delivered on a Monday'],
    ['2026-04-04', '2026-04-10', '2026-04-11', 'delivered on a Saturday: Monday is the first day'],
    ['2026-03-05', '2026-03-13', '2026-03-14', 'Monday 9 March is a day off'],
    ['2026-03-18', '2026-03-30', '2026-03-31', 'the three days of Nauryz lie inside'],
    ['2026-04-30', '2026-05-12', '2026-05-13', 'the holidays of May lie inside'],
    ['2024-04-30', '2024-05-10', '2024-05-11', 'a worked Saturday counts'],
  ]
  for (const [delivered, last, next, why] of cases) {
    it(`delivered ${delivered}: the last day is ${last} (${why})`, () => {
      const facts = { isOwn: true, hasDecision: true, retakeAsked: false, appeals: 0, appealOpen: false, term: term(day(delivered)) }
      expect(lodgingBlockers(facts, day(delivered), norms)).toEqual([])
      expect(lodgingBlockers(facts, day(last), norms)).toEqual([])
      expect(lodgingBlockers(facts, day(next), norms)).toEqual([{ code: 'appeal.term-over', data: { lastOn: last } }])
    })
  }
  it('refuses an appeal lodged on the sixth working day', () => {
    expect(codes(lodgingBlockers({ isOwn: true, hasDecision: true, retakeAsked: false, appeals: 0, appealOpen: false, term: term(day('2026-04-03')) }, day('2026-04-13'), norms))).toEqual(['appeal.term-over'])
  })
  it('ends at midnight in Almaty, not in Greenwich', () => {
    const facts = { isOwn: true, hasDecision: true, retakeAsked: false, appeals: 0, appealOpen: false, term: term(day('2026-04-03')) }
    expect(lodgingBlockers(facts, legalDay(moment('2026-04-10T18:59:59.999Z')), norms)).toEqual([])
    expect(codes(lodgingBlockers(facts, legalDay(moment('2026-04-10T19:00:00.000Z')), norms))).toEqual(['appeal.term-over'])
  })
  it('does not run, and allows no appeal, before the result is made known', () => {
    expect(codes(lodgingBlockers({ isOwn: true, hasDecision: true, retakeAsked: false, appeals: 0, appealOpen: false, term: undefined }, day('2026-04-03'), norms))).toEqual(['appeal.no-result-yet'])
    expect(codes(lodgingBlockers({ isOwn: true, hasDecision: false, retakeAsked: false, appeals: 0, appealOpen: false, term: undefined }, day('2026-04-03'), norms))).toEqual(['appeal.no-result-yet'])
  })
  it('is no hard stop where the norm lets a missed term be restored', () => {
    const restoring = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'appeal.mayRestoreMissedTerm' ? { ...norm, value: true } : norm)) }
    const facts = { isOwn: true, hasDecision: true, retakeAsked: false, appeals: 0, appealOpen: false, term: term(day('2026-04-03')) }
    expect([lodgingBlockers(facts, day('2026-04-13'), restoring), codes(lodgingBlockers({ ...facts, retakeAsked: true }, day('2026-04-13'), restoring))]).toEqual([[], ['appeal.retake-asked']])
  })
  it('allows as many appeals from one decision as the norm says, one at a time', () => {
    const allowing = (value: number) => ({ ...norms, norms: norms.norms.map((norm) => (norm.key === 'appeal.perDecision' ? { ...norm, value } : norm)) })
    const after = (appeals: number, appealOpen: boolean, most: number) => codes(lodgingBlockers({ isOwn: true, hasDecision: true, retakeAsked: false, appeals, appealOpen, term: term(day('2026-04-03')) }, day('2026-04-06'), allowing(most)))
    expect([after(0, false, 1), after(1, false, 1), after(1, false, 2), after(1, true, 2), after(2, false, 2), after(0, false, 0)]).toEqual([[], ['appeal.already'], [], ['appeal.already'], ['appeal.already'], []])
  })
  it('may be followed by a second, once, where the norm gives a second instance: in a term of its own, and only once the first decision was handed over', () => {
    const base = { isOwn: true, hasDecision: true, retakeAsked: false, appeals: 1, appealOpen: false, term: term(day('2026-04-14')) }
    const on = (change: Partial<Parameters<typeof lodgingBlockers>[0]>, today = '2026-04-21') => codes(lodgingBlockers({ ...base, second: { lodged: false }, ...change }, day(today), norms))
    expect([on({}), on({}, '2026-04-22'), on({ second: { lodged: true } }), on({ appealOpen: true }), on({ term: undefined }), on({ retakeAsked: true }), on({ second: undefined })])
      .toEqual([[], ['appeal.term-over'], ['appeal.already'], ['appeal.already'], ['appeal.first-not-delivered'], ['appeal.retake-asked'], ['appeal.already']])
    const withNorm = (value: string | null | undefined) => ({ ...norms, norms: norms.norms.flatMap((norm) => (norm.key !== 'appeal.secondInstance' ? [norm] : value === undefined ? [] : [{ ...norm, value }])) })
    expect([norms, withNorm('none'), withNorm(null), withNorm(undefined), withNorm('panel-of-other-centres')].map(hasSecondInstance)).toEqual([false, false, false, false, true])
  })
  it('allows one appeal from one decision as the norms stand, and only to the candidate himself', () => {
    const facts = { isOwn: true, hasDecision: true, retakeAsked: false, appeals: 1, appealOpen: false, term: term(day('2026-04-03')) }
    expect(codes(lodgingBlockers(facts, day('2026-04-06'), norms))).toEqual(['appeal.already'])
    expect(codes(lodgingBlockers({ ...facts, isOwn: false }, day('2026-04-06'), norms))).toEqual(['appeal.not-yours'])
    expect(codes(lodgingBlockers({ ...facts, appeals: 0, appealOpen: false, retakeAsked: true }, day('2026-04-06'), norms))).toEqual(['appeal.retake-asked'])
  })
})

describe('the decision on an appeal', () => {
  const base: AppealDecision = { outcome: 'rejected', reasons: 'Хаттама зерделенді.', again: [], challenged: 'fail', unheld: [], unpassed: [], stages: ['theory', 'practice'], late: false, restored: undefined }
  const cases: [string, Partial<AppealDecision>, string[]][] = [
    ['a rejection with reasons is right', {}, []],
    ['without reasons nothing is decided', { reasons: '  ' }, ['appeal.reasons-missing']],
    ['a failure is changed to pass', { outcome: 'upheld-pass' }, []],
    ['a pass is not changed to pass', { outcome: 'upheld-pass', challenged: 'pass' }, ['appeal.passed-already']],
    ['who did not sit the exam is not passed by an appeal', { outcome: 'upheld-pass', unheld: ['theory', 'practice'], unpassed: ['theory', 'practice'] }, ['appeal.not-examined']],
    ['nor who failed the theory and never sat the practice', { outcome: 'upheld-pass', unheld: ['practice'], unpassed: ['theory', 'practice'] }, ['appeal.not-examined']],
    ['he sits the stages', { outcome: 'upheld-again', again: ['theory', 'practice'], unheld: ['practice'], unpassed: ['theory', 'practice'] }, []],
    ['and none that is not passed is left out', { outcome: 'upheld-again', again: ['theory'], unheld: ['practice'], unpassed: ['theory', 'practice'] }, ['appeal.stage-left-out']],
    ['who passed the theory and never sat the practice sits it', { outcome: 'upheld-again', again: ['practice'], unheld: ['practice'], unpassed: ['practice'] }, []],
    ['and the theory is not held again', { outcome: 'upheld-again', again: ['theory', 'practice'], unheld: ['practice'], unpassed: ['practice'] }, ['appeal.theory-passed']],
    ['nor alone', { outcome: 'upheld-again', again: ['theory'], unheld: ['practice'], unpassed: ['practice'] }, ['appeal.theory-passed']],
    ['whoever failed the practice may sit both again', { outcome: 'upheld-again', again: ['theory', 'practice'], unpassed: ['practice'] }, []],
    ['a stage is held again', { outcome: 'upheld-again', again: ['practice'] }, []],
    ['holding again without a stage says nothing', { outcome: 'upheld-again' }, ['appeal.stages-missing']],
    ['a late one says what becomes of its term', { late: true }, ['appeal.restoring-missing']],
    ['a late one is rejected where its term is not restored', { late: true, restored: false }, []],
    ['a late one is not upheld where its term is not restored', { late: true, restored: false, outcome: 'upheld-pass' }, ['appeal.not-restored']],
    ['a late one is upheld once its term is restored', { late: true, restored: true, outcome: 'upheld-pass' }, []],
    ['a stage that was not held is not held again', { outcome: 'upheld-again', again: ['practice'], stages: ['theory'] }, ['appeal.stage-not-of-attempt']],
  ]
  it.each(cases)('%s', (_, change, expected) => expect(codes(outcomeBlockers({ ...base, ...change }))).toEqual(expected))
})

describe('the appeal panel', () => {
  const staff = ['a', 'b', 'c', 'd', 'e']
  const proposal = { members: ['a', 'b', 'c'], chair: 'a', staff, tookPart: new Set(['e']), documentStands: false }
  const cases: [string, Partial<typeof proposal>, string[]][] = [
    ['three people who took no part are right', {}, []],
    ['one alone is allowed by the norm', { members: ['a'] }, []],
    ['one alone does not sit where a document stands: two people annul it', { members: ['a'], documentStands: true }, ['appeal.panel-alone-with-document']],
    ['three sit where a document stands', { documentStands: true }, []],
    ['two are too few', { members: ['a', 'b'] }, ['appeal.panel-too-small']],
    ['one named twice is still one', { members: ['a', 'a', 'b'] }, ['appeal.panel-too-small']],
    ['four are even', { members: ['a', 'b', 'c', 'd'] }, ['appeal.panel-even']],
    ['nobody of the first decision sits', { members: ['a', 'b', 'e'] }, ['appeal.panel-took-part']],
    ['a stranger does not sit', { members: ['a', 'b', 'x'] }, ['appeal.panel-stranger']],
    ['the chair is one of them', { chair: 'd' }, ['appeal.panel-chair-missing']],
    ['nobody is no panel', { members: [], chair: 'a' }, ['appeal.panel-too-small', 'appeal.panel-chair-missing']],
  ]
  it.each(cases)('%s', (_, change, expected) => expect(codes(panelBlockers({ ...proposal, ...change }, norms))).toEqual(expected))
  it('says how many people are missing', () => {
    expect(eligibleForPanel({ staff, tookPart: new Set(['a', 'b', 'c']) }, norms)).toEqual(['d', 'e'])
    expect([missingForPanel(2, norms), missingForPanel(3, norms), missingForPanel(0, norms)]).toEqual([1, 0, 3])
  })
  it('has guests of another centre where the norm says so, and names them where it does not', () => {
    const guests = new Map([['c', 'Ахметов С.']])
    const closed = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'panel.mayInviteFromOtherCentre' ? { ...norm, value: false } : norm)) }
    expect(panelBlockers({ ...proposal, guests }, norms)).toEqual([])
    expect(panelBlockers({ ...proposal, guests }, closed)).toEqual([{ code: 'appeal.panel-of-another-centre', data: { name: 'Ахметов С.' } }])
    expect([eligibleForPanel({ staff, tookPart: new Set(['e']), guests }, norms), eligibleForPanel({ staff, tookPart: new Set(['e']), guests }, closed)]).toEqual([['a', 'b', 'c', 'd'], ['a', 'b', 'd']])
  })
  it('is of other centres alone where the norm says that they hear appeals, whatever it says of invitations', () => {
    const others = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'appeal.body' ? { ...norm, value: 'panel-of-other-centres' } : norm.key === 'panel.mayInviteFromOtherCentre' ? { ...norm, value: false } : norm)) }
    const guests = new Map([['a', 'А.'], ['b', 'Б.'], ['c', 'В.']])
    expect(panelBlockers({ ...proposal, guests }, others)).toEqual([])
    expect(codes(panelBlockers({ ...proposal, guests: new Map([['a', 'А.']]) }, others))).toEqual(['appeal.panel-of-own-centre'])
    expect(eligibleForPanel({ staff, tookPart: new Set(['c']), guests }, others)).toEqual(['a', 'b'])
  })
  it('of the second instance is of other centres alone, without anybody of the decision or of the first appeal, whatever the norms say of the first', () => {
    const loose = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'appeal.panelSharesNobody' || norm.key === 'panel.mayInviteFromOtherCentre' ? { ...norm, value: false } : norm)) }
    const guests = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, id] as const))
    const second = { heard: new Set(['d']) }
    expect(panelBlockers({ ...proposal, guests, second }, loose)).toEqual([])
    expect(codes(panelBlockers({ ...proposal, guests, second, members: ['a', 'b', 'd'] }, loose))).toEqual(['appeal.panel-heard-first'])
    expect(codes(panelBlockers({ ...proposal, guests, second, members: ['a', 'b', 'e'] }, loose))).toEqual(['appeal.panel-took-part'])
    expect(codes(panelBlockers({ ...proposal, second }, loose))).toEqual(['appeal.panel-of-own-centre'])
    expect(eligibleForPanel({ staff, tookPart: new Set(['e']), guests, second }, loose)).toEqual(['a', 'b', 'c'])
  })
  it('decides by a quorum of two thirds and a majority, and never against it', () => {
    expect(codes(voteBlockers(3, ['uphold'], true, norms))).toEqual(['appeal.no-quorum'])
    expect(codes(voteBlockers(3, ['uphold', 'reject'], true, norms))).toEqual(['appeal.no-majority'])
    expect(codes(voteBlockers(3, ['uphold', 'uphold'], true, norms))).toEqual([])
    expect(codes(voteBlockers(3, ['uphold', 'reject', 'reject'], true, norms))).toEqual(['appeal.against-the-votes'])
    expect(codes(voteBlockers(1, ['reject'], false, norms))).toEqual([])
    expect(codes(voteBlockers(5, ['reject', 'reject', 'reject'], false, norms))).toEqual(['appeal.no-quorum'])
    const absolute = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'panel.majority' ? { ...norm, value: 'absolute' } : norm)) }
    const votes = ['uphold', 'uphold', 'reject'] as const
    expect([codes(voteBlockers(4, votes, true, norms)), codes(voteBlockers(4, votes, true, absolute)), codes(voteBlockers(4, [...votes, 'uphold'], true, absolute))]).toEqual([[], ['appeal.no-quorum'], []])
  })
})

describe('a complaint', () => {
  it('is about something, and about a person of the case if about one', () => {
    expect(complaintBlockers({ subject: 'price', body: 'Баға басқа.', about: null, people: [] })).toEqual([])
    expect(codes(complaintBlockers({ subject: '', body: ' ', about: 'x', people: ['a'] }))).toEqual(['complaint.subject-missing', 'complaint.body-missing', 'complaint.about-stranger'])
    expect(codes(complaintBlockers({ subject: 'other', body: 'а'.repeat(8001), about: null, people: [] }))).toEqual(['complaint.body-too-long'])
  })
  it('is answered once, in words, and never by the person it is about', () => {
    const facts = { answered: false, answer: 'Тексерілді.', finding: 'partly', about: 'a', answeredBy: 'b', complainant: 'c' }
    expect(answerBlockers(facts)).toEqual([])
    expect(codes(answerBlockers({ ...facts, answeredBy: 'a' }))).toEqual(['complaint.own-matter'])
    expect(codes(answerBlockers({ ...facts, answeredBy: 'c' }))).toEqual(['complaint.own-matter'])
    expect(codes(answerBlockers({ ...facts, answer: '', finding: '' }))).toEqual(['complaint.finding-missing', 'complaint.answer-missing'])
    expect(codes(answerBlockers({ ...facts, answered: true }))).toEqual(['complaint.answered-already'])
  })
})

describe('closing of a case', () => {
  const known = term(day('2026-04-03'))
  type Facts = Omit<Parameters<typeof closingBlockers>[0], 'retakeUntil'> & { retakeDaysWaited: number }
  const closing = ({ retakeDaysWaited, ...facts }: Facts, on: string, by = norms) => codes(closingBlockers({ ...facts, retakeUntil: facts.term && lastRetakeDay(facts.term.startedOn, by, retakeDaysWaited, calendar) }, day(on)))
  const cases: [string, Facts, string, string[]][] = [
    ['a document keeps its case open on the last day of the appeal', { step: 'document-issued', term: known, openAppeal: false, appealUndelivered: false, retakeDaysWaited: 0 }, '2026-04-10', ['closing.appeal-term-runs']],
    ['and closes it the day after', { step: 'document-issued', term: known, openAppeal: false, appealUndelivered: false, retakeDaysWaited: 0 }, '2026-04-11', []],
    ['an open appeal keeps it', { step: 'document-issued', term: known, openAppeal: true, appealUndelivered: false, retakeDaysWaited: 0 }, '2026-05-11', ['closing.appeal-open']],
    ['a decision on an appeal that was not handed over keeps it', { step: 'fail-notice-sent', term: known, openAppeal: false, appealUndelivered: true, retakeDaysWaited: 0 }, '2027-05-11', ['closing.appeal-not-delivered']],
    ['a result that was not made known never closes', { step: 'document-issued', term: undefined, openAppeal: false, appealUndelivered: false, retakeDaysWaited: 0 }, '2027-04-11', ['closing.result-not-made-known']],
    ['after a failure a retake may be asked for six months', { step: 'fail-notice-sent', term: known, openAppeal: false, appealUndelivered: false, retakeDaysWaited: 0 }, '2026-10-03', ['closing.retake-possible']],
    ['and then the case closes', { step: 'fail-notice-sent', term: known, openAppeal: false, appealUndelivered: false, retakeDaysWaited: 0 }, '2026-10-04', []],
    ['the days a retake waited for another centre are added', { step: 'fail-notice-sent', term: known, openAppeal: false, appealUndelivered: false, retakeDaysWaited: 10 }, '2026-10-13', ['closing.retake-possible']],
    ['the term of the second instance keeps it', { step: 'document-issued', term: known, openAppeal: false, appealUndelivered: false, secondUntil: day('2026-05-12'), retakeDaysWaited: 0 }, '2026-05-12', ['closing.appeal-term-runs']],
    ['and no longer', { step: 'document-issued', term: known, openAppeal: false, appealUndelivered: false, secondUntil: day('2026-05-12'), retakeDaysWaited: 0 }, '2026-05-13', []],
    ['a case on the road is not closed', { step: 'notified', term: known, openAppeal: false, appealUndelivered: false, retakeDaysWaited: 0 }, '2026-10-04', ['closing.not-at-this-step']],
  ]
  it.each(cases)('%s', (_, facts, on, expected) => expect(closing(facts, on)).toEqual(expected))
  it('waits for the working day to which the norm moves the last day of a retake', () => {
    const moved = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'deadline.moveOffDayOff' ? { ...norm, value: true } : norm)) }
    const facts = { step: 'fail-notice-sent', term: known, openAppeal: false, appealUndelivered: false, retakeDaysWaited: 0 }
    expect(['2026-10-03', '2026-10-05', '2026-10-06'].map((on) => closing(facts, on, moved))).toEqual([['closing.retake-possible'], ['closing.retake-possible'], []])
  })
})
