import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { addDays, day, moment } from '#kernel/day.ts'
import { choicesOf } from '#modules/norms/index.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { answerBlockers, extraPercentOf } from './accommodation-blockers.ts'
import { paymentBlockers, unpaidBlockers } from './payment-blockers.ts'
import { elsewhereBlockers, lastRetakeDay, RETAKE_PRICE_RULES, retakeBlockers, retakePrice, retakePriceRule, retakeStages, stageAgainIsFree, wasAskedFor } from './retake.ts'

const norms = parseNormEdition(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../norms/2026-01.json'), 'utf8')))
// A plain week with one feast: Monday 5 October.
const calendar = buildCalendar([{ date: day('2026-10-05'), day: 'off' }], { version: 'test', source: 'test', years: [2026] })
const passedAt = moment('2026-03-26T05:00:00.000Z')
const prices = { retakeTheory: 10000, retakePractice: 20000, retakeBoth: 25000 }

describe('a retake', () => {
  it.each([
    ['nothing was passed', {}, '2026-04-03', ['theory', 'practice'], 25000],
    ['the theory was passed', { theory: passedAt }, '2026-04-03', ['practice'], 20000],
    ['the practice was passed', { practice: passedAt }, '2026-04-03', ['theory'], 10000],
    ['the credit runs on its last day', { theory: passedAt }, '2026-09-26', ['practice'], 20000],
    ['the credit ended yesterday', { theory: passedAt }, '2026-09-27', ['theory', 'practice'], 25000],
  ])('holds the failed stages again at their published price: %s', (_what, passed, today, stages, price) => {
    const found = retakeStages({ theory: undefined, practice: undefined, ...passed }, day(today), norms)
    expect(found).toEqual(stages)
    expect(retakePrice(found, prices, { rule: 'published-list', before: 0 })).toBe(price)
  })
  it.each([
    ['published-list', 0, [25000, 10000, 20001]], ['published-list', 3, [25000, 10000, 20001]],
    ['first-free', 0, [0, 0, 0]], ['first-free', 1, [25000, 10000, 20001]],
    ['half-of-list', 0, [12500, 5000, 10000]], ['half-of-list', 2, [12500, 5000, 10000]],
  ] as const)('costs by the norm %s, after %i retakes, %j', (rule, before, sums) => {
    const odd = { ...prices, retakePractice: 20001 }
    expect([retakePrice(['theory', 'practice'], odd, { rule, before }), retakePrice(['theory'], odd, { rule, before }), retakePrice(['practice'], odd, { rule, before })]).toEqual(sums)
  })
  it('costs what the list says where the edition is older than the norm, or says a word nobody knows', () => {
    const without = { ...norms, norms: norms.norms.filter((norm) => norm.key !== 'retake.price') }
    const other = (value: string) => ({ ...norms, norms: norms.norms.map((norm) => (norm.key === 'retake.price' ? { ...norm, value } : norm)) })
    expect([norms, without, other('whatever'), other('first-free')].map(retakePriceRule)).toEqual(['published-list', 'published-list', 'published-list', 'first-free'])
    expect(choicesOf('retake.price')).toEqual(RETAKE_PRICE_RULES)
  })
  it.each([[true, undefined], [true, true], [false, false]])('after an appeal is free: %s, by the norm %s', (free, value) => {
    expect(stageAgainIsFree({ ...norms, norms: norms.norms.flatMap((norm) => (norm.key !== 'appeal.stageAgainIsFree' ? [norm] : value === undefined ? [] : [{ ...norm, value }])) })).toBe(free)
  })
  it('is one of those that were asked for when somebody has put his name to it', () => {
    expect([{ kind: 'retake', acceptedHow: 'account' }, { kind: 'retake', acceptedHow: 'paper' }, { kind: 'retake', acceptedHow: null }, { kind: 'first', acceptedHow: 'account' }].map(wasAskedFor)).toEqual([true, true, false, false])
  })
  it('is asked for within six months of the notice, the last day included', () => {
    const facts = { noticeSentOn: day('2026-04-03'), attempts: 1, hasPrice: true, hasProgramme: true, inScope: true, daysWaited: 0 }
    expect(lastRetakeDay(facts.noticeSentOn, norms, 0, calendar)).toBe('2026-10-03')
    expect(retakeBlockers(facts, day('2026-10-03'), norms, calendar)).toEqual([])
    const waiting = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'retake.waitingDays' ? { ...norm, value: 10 } : norm)) }
    const waited = (days: number) => retakeBlockers(facts, addDays(facts.noticeSentOn, days), waiting, calendar).map((each) => each.code)
    expect([waited(9), waited(10)]).toEqual([['retake.too-early'], []])
    expect(retakeBlockers(facts, day('2026-10-04'), norms, calendar).map((each) => each.code)).toEqual(['retake.too-late'])
  })
  it('may be asked for on the next working day where the norm moves a term off a day off', () => {
    const moved = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'deadline.moveOffDayOff' ? { ...norm, value: true } : norm)) }
    const last = (on: string, waited: number) => lastRetakeDay(day(on), moved, waited, calendar)
    // Saturday 3 October, its Sunday and the feast after them; a working day; a year whose calendar is not loaded yet.
    expect([last('2026-04-03', 0), last('2026-04-07', 0), last('2026-04-03', 4), last('2026-08-02', 0)]).toEqual(['2026-10-06', '2026-10-07', '2026-10-07', '2027-02-02'])
    const facts = { noticeSentOn: day('2026-04-03'), attempts: 1, hasPrice: true, hasProgramme: true, inScope: true, daysWaited: 0 }
    expect([retakeBlockers(facts, day('2026-10-06'), moved, calendar), retakeBlockers(facts, day('2026-10-07'), moved, calendar).map((each) => each.code)]).toEqual([[], ['retake.too-late']])
  })
  it('may be asked for longer by the days it waited for another centre in vain', () => {
    const facts = { noticeSentOn: day('2026-04-03'), attempts: 1, hasPrice: true, hasProgramme: true, inScope: true, daysWaited: 10 }
    expect([retakeBlockers(facts, day('2026-10-13'), norms, calendar), retakeBlockers(facts, day('2026-10-14'), norms, calendar).map((each) => each.code)]).toEqual([[], ['retake.too-late']])
  })
  it.each([
    ['a centre without scope', ['retake.centre-not-in-scope', 'retake.price-missing', 'retake.programme-missing'], []],
    ['a centre that has only no price', ['retake.price-missing'], ['retake.possible-here']],
    ['a centre that can hold it', [], ['retake.possible-here']],
    ['too late, wherever', ['retake.too-late', 'retake.centre-not-in-scope'], ['retake.too-late']],
    ['an open appeal', ['retake.appeal-open', 'retake.centre-not-in-scope'], ['retake.appeal-open']],
  ])('is asked for at another centre only where the own one lost its scope: %s', (_what, found, left) => {
    expect(elsewhereBlockers(found.map((code) => ({ code }))).map((each) => each.code)).toEqual(left)
  })
  it('has no limit of attempts while the norm sets none', () => {
    expect(retakeBlockers({ noticeSentOn: day('2026-04-03'), attempts: 40, hasPrice: true, hasProgramme: true, inScope: true, daysWaited: 0 }, day('2026-04-10'), norms, calendar)).toEqual([])
  })
})

describe('a payment', () => {
  it.each([
    ['nothing is demanded where no norm demands it', 0, undefined, []],
    ['the norm demands it before the notification, and nothing was paid', 0, 'notification', ['payment.required-first']],
    ['one tenge is missing', 44_999, 'notification', ['payment.required-first']],
    ['the whole price was paid', 45_000, 'notification', []],
  ] as const)('gates the notification only by the norm: %s', (_what, paid, requiredBefore, codes) => {
    expect(unpaidBlockers({ price: 45_000, paid, requiredBefore }).map((each) => each.code)).toEqual(codes)
  })
  const facts = { amount: 45000, paidOn: day('2026-03-02'), receipt: 'A-1', price: 45000, paid: 0, receiptsKnown: [] }
  it('is recorded with sum, day and receipt', () => {
    expect(paymentBlockers(facts, day('2026-03-02'))).toEqual([])
  })
  it.each([
    [{ paidOn: day('2026-03-03') }, 'payment.day-in-future'], [{ paidOn: undefined }, 'payment.day-wrong'], [{ amount: 0 }, 'payment.amount-wrong'], [{ amount: undefined }, 'payment.amount-wrong'],
    [{ amount: 45001 }, 'payment.more-than-price'], [{ paid: 1 }, 'payment.more-than-price'], [{ receipt: ' ' }, 'payment.receipt-missing'], [{ receiptsKnown: ['A-1'] }, 'payment.receipt-known'],
  ])('is not recorded: %o', (change, code) => {
    expect(paymentBlockers({ ...facts, ...change }, day('2026-03-02')).map((each) => each.code)).toEqual([code])
  })
})

describe('the extra time', () => {
  it.each([
    ['nothing was asked', [], 0],
    ['it was granted', [{ kind: 'extra-time', answer: 'granted', extraPercent: 25 }], 25],
    ['it was refused', [{ kind: 'extra-time', answer: 'refused', extraPercent: 25 }], 0],
    ['it is not answered yet', [{ kind: 'extra-time', answer: null, extraPercent: null }], 0],
    ['another condition was granted', [{ kind: 'place', answer: 'granted', extraPercent: 50 }], 0],
    ['it stands beside others', [{ kind: 'assistant', answer: 'granted', extraPercent: null }, { kind: 'extra-time', answer: 'granted', extraPercent: 50 }], 50],
  ])('where %s', (_says, conditions, percent) => {
    expect(extraPercentOf(conditions)).toBe(percent)
  })
})

describe('an answer on conditions', () => {
  const facts = { kind: 'extra-time', answer: 'granted', extraPercent: 25, note: '', answered: false, step: 'registered' }
  it.each([
    [{}, []], [{ extraPercent: undefined }, ['accommodation.percent-wrong']], [{ extraPercent: 101 }, ['accommodation.percent-wrong']], [{ kind: 'place', extraPercent: undefined }, []],
    [{ answer: 'refused' }, ['accommodation.note-missing']], [{ answer: 'refused', note: 'the building has no lift' }, []], [{ answer: '' }, ['accommodation.answer-missing']],
    [{ answered: true }, []], [{ answered: true, step: 'notified' }, ['accommodation.already-notified']], [{ step: 'notified' }, []],
  ])('%o → %o', (change, expected) => {
    expect(answerBlockers({ ...facts, ...change }).map((each) => each.code)).toEqual(expected)
  })
})
