import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { readReferral, stateOf, takeUpBlockers, type ReferralMeasure, type ReferralTyped } from './referral.ts'
import { readReferralTable } from './referral-table.ts'

const day = (text: string) => text as Day
const iin = makeDemonstrationIin(day('1990-05-17'), 700).reveal()
const measure: ReferralMeasure = {
  today: day('2026-11-28'), demo: true, ownCentre: '09', words: { yes: ['иә', 'да'], no: ['жоқ', 'нет'] },
  professions: new Map([['K-1', { track: 'voluntary', levels: [3, 4], struck: false }], ['K-2', { track: 'mandatory', levels: [4], struck: false }], ['K-3', { track: 'voluntary', levels: [4], struck: true }]]),
  scopes: new Map([['01', new Set(['K-1 4'])], ['09', new Set(['K-1 4'])]]),
}
const typed = (change: Partial<ReferralTyped> = {}): ReferralTyped => ({
  number: '15-ж', referred_on: '', iin, surname: 'Оспанова', given_name: 'Айжан', patronymic: '', email: '', profession: 'k-1', level: '4', centre: '', pays: '', pay_limit: '', ...change,
})

describe('a referral as an employer writes it', () => {
  it('is right with a number, a person and a qualification; it is of today, the worker chooses the centre and pays himself', () => {
    expect(readReferral(typed(), measure)).toMatchObject({ ok: true, referral: { referredOn: '2026-11-28', professionCode: 'K-1', level: 4, centreSerial: null, pays: false, payLimit: null, email: null } })
  })

  it.each([
    [{ number: ' ' }, 'number', 'referral.number-missing'],
    [{ referred_on: '2026-11-29' }, 'referred_on', 'referral.day-in-future'],
    [{ referred_on: '31.02.2026' }, 'referred_on', 'referral.day-wrong'],
    [{ iin: '123' }, 'iin', 'iin.twelve-digits'],
    [{ surname: '' }, 'surname', 'person.surname-missing'],
    [{ given_name: '' }, 'given_name', 'person.given-name-missing'],
    [{ email: 'нет' }, 'email', 'referral.email-wrong'],
    [{ surname: 'А\u0007' }, 'surname', 'referral.text-wrong'],
    [{ profession: 'K-9' }, 'profession', 'referral.profession-unknown'],
    [{ profession: 'K-2' }, 'profession', 'referral.profession-mandatory'],
    [{ profession: 'K-3' }, 'profession', 'referral.profession-struck'],
    [{ level: '5' }, 'level', 'referral.level-unknown'],
    [{ level: '4.0' }, 'level', 'referral.level-unknown'],
    [{ centre: '77' }, 'centre', 'referral.centre-unknown'],
    [{ centre: '1', level: '3' }, 'centre', 'referral.centre-not-in-scope'],
    [{ centre: '9' }, 'centre', 'referral.own-centre'],
    [{ pays: 'может быть' }, 'pays', 'referral.pays-wrong'],
    [{ pays: 'иә', pay_limit: '0' }, 'pay_limit', 'referral.limit-wrong'],
    [{ pays: 'да', pay_limit: '12,5' }, 'pay_limit', 'referral.limit-wrong'],
    [{ pays: '', pay_limit: '40000' }, 'pay_limit', 'referral.limit-without-payment'],
  ] as const)('%j is refused at %s: %s', (change, field, code) => {
    const read = readReferral(typed(change), measure)
    expect(read.ok ? [] : read.faults.map((fault) => [fault.field, fault.code])).toEqual([[field, code]])
  })

  it.each([['иә', true], ['Да', true], ['yes', true], ['1', true], ['жоқ', false], ['', false], ['no', false]] as const)('%j to paying is %s', (pays, expected) => {
    expect(readReferral(typed({ pays }), measure)).toMatchObject({ ok: true, referral: { pays: expected } })
  })

  it('the most the employer pays is whole tenge, with blanks and the sign of the tenge', () => {
    expect(readReferral(typed({ pays: 'да', pay_limit: '45 000 ₸' }), measure)).toMatchObject({ ok: true, referral: { payLimit: 45_000 } })
  })

  it('a demonstration IIN is refused where nothing is a demonstration', () => {
    expect(readReferral(typed(), { ...measure, demo: false })).toMatchObject({ ok: false, faults: [{ field: 'iin', code: 'iin.demonstration' }] })
  })

  it('a file names every fault by row and column, and a person twice for one qualification', () => {
    const row = (line: number, change: Partial<ReferralTyped> = {}) => ({ line, cells: { ...typed(change) } as Record<string, string> })
    expect(readReferralTable([row(2), row(3, { number: '', level: '9' }), row(4), row(5, { level: '3' })], measure).faults).toEqual([
      { line: 3, column: 'number', reason: 'referral.number-missing' }, { line: 3, column: 'level', reason: 'referral.level-unknown' }, { line: 4, column: 'iin', reason: 'import.twice' },
    ])
  })
})

describe('how a referral stands and when it opens an application', () => {
  const open = { takenAt: null, declinedAt: null, withdrawnAt: null, validUntil: day('2027-02-26') }
  it.each([
    [open, '2027-02-26', 'sent'], [open, '2027-02-27', 'expired'],
    [{ ...open, takenAt: 'x' }, '2027-02-27', 'taken'], [{ ...open, declinedAt: 'x' }, '2026-12-01', 'declined'], [{ ...open, withdrawnAt: 'x' }, '2026-12-01', 'withdrawn'],
  ] as const)('%j on %s is %s', (referral, on, state) => expect(stateOf(referral, day(on))).toBe(state))

  const referral = { ...open, professionCode: 'K-1', level: 4, centreId: null as string | null, organisationId: 'employer', pays: true, payLimit: 40_000 as number | null }
  const application = { professionCode: 'K-1', level: 4, centreId: 'centre', price: 40_000 as number | undefined }
  const codes = (change: object, asked: object = {}, facts: object = {}) =>
    takeUpBlockers({ ...referral, ...change }, { ...application, ...asked }, { on: day('2026-12-01'), ownPeople: 'refuse', ...facts }).map((each) => each.code)
  it('opens it up to the most the employer pays, to the tenge', () => {
    expect(codes({})).toEqual([])
    expect(codes({}, { price: 40_001 })).toEqual(['referral.over-limit'])
    expect(codes({ payLimit: null }, { price: 900_000 })).toEqual([])
    expect(codes({ pays: false, payLimit: null }, { price: 900_000 })).toEqual([])
  })
  it('says every reason at once, and only the state when it is over', () => {
    expect(codes({ centreId: 'other' }, { level: 3, price: 50_000 })).toEqual(['referral.other-qualification', 'referral.other-centre', 'referral.over-limit'])
    expect(codes({ withdrawnAt: 'x', centreId: 'other' }, { level: 3 })).toEqual(['referral.withdrawn'])
  })
  it('a centre does not examine its own employer’s people, unless the norm allows it', () => {
    expect(codes({ organisationId: 'centre' })).toEqual(['referral.own-centre'])
    expect(codes({ organisationId: 'centre' }, {}, { ownPeople: 'allowed' })).toEqual([])
  })
})
