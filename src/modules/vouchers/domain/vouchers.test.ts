import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildCalendar, type WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormEdition, NormValue } from '#kernel/norms.ts'
import { lastFilingDay } from '../ledger/figures.ts'
import { forecastOf, planBlockers, revisionBlockers, proposeReallocations, transferBlockers } from './places.ts'
import { automaticChecks, grantBlockers, refusalBlockers, requestBlockers, type RequestFacts } from './request.ts'
import { findFits, fitOf } from './road-fits.ts'
import { bindingBlockers, extendedTo, extensionBlockers, lastDayOf, paysRetake, usedInTime } from './validity.ts'

const day = (text: string) => text as Day
const own = parseNormEdition(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../norms/2026-01.json'), 'utf8')))
const norms = (values: Readonly<Record<string, NormValue>> = {}): NormEdition => ({ ...own, norms: own.norms.map((norm) => (norm.key in values ? { ...norm, value: values[norm.key]! } : norm)) })
const codes = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code)
const calendar: WorkingCalendar = calendarOf()
function calendarOf(): WorkingCalendar {
  const [header, ...lines] = readFileSync(join(import.meta.dirname, '../../../../data/holidays-2024-2027.csv'), 'utf8').trim().split(/\r?\n/)
  const place = (name: string) => header!.split(',').indexOf(name)
  const rows = lines.map((line) => line.split(',')).map((cells) => ({ date: day(cells[place('date')]!), day: cells[place('day')]!, kind: cells[place('kind')]!, status: cells[place('status')]! }))
  return buildCalendar(rows as never, { version: 'test', source: 'test', years: [2024, 2025, 2026, 2027] })
}

describe('the last day of filing', () => {
  const without = { ...own, norms: own.norms.filter((norm) => norm.key !== 'voucher.lastFilingDayInclusive') }
  it.each<[string, NormEdition, number, string]>([
    ['is the day that the term names', norms(), 2026, '2026-11-01'],
    ['is that day where an older edition does not say', without, 2026, '2026-11-01'],
    ['is the day before it where the norm leaves it out, a Saturday too', norms({ 'voucher.lastFilingDayInclusive': false }), 2026, '2026-10-31'],
    ['is of the month before where the term names a first day', norms({ 'voucher.lastFilingDayInclusive': false, 'deadline.T8.length': '03-01' }), 2024, '2024-02-29'],
    ['is of the year before where the term names New Year: nobody files then', norms({ 'voucher.lastFilingDayInclusive': false, 'deadline.T8.length': '01-01' }), 2026, '2025-12-31'],
  ])('%s', (_says, edition, year, last) => expect(lastFilingDay(edition, year, calendar)).toBe(last))
})

describe('a request for a voucher', () => {
  const facts: RequestFacts = {
    employment: { registered: true, regionKato: '330000000' }, regionKato: '330000000', issuedThisYear: false, underReview: false, lastDay: day('2026-11-01'), profession: 'voluntary', levelKnown: true, inScope: true,
    papersAsked: [], papersGiven: [], placeReserved: true,
  }
  it.each([
    ['2026-11-01', {}, []],
    ['2026-11-02', {}, ['voucher.after-deadline']],
    ['2026-06-01', { issuedThisYear: true }, ['voucher.issued-this-year']],
    ['2026-06-01', { underReview: true }, ['voucher.under-review']],
    ['2026-06-01', { profession: 'unknown' }, ['voucher.not-in-register']],
    ['2026-06-01', { profession: 'mandatory' }, ['voucher.mandatory-profession']],
    ['2026-06-01', { levelKnown: false }, ['application.level-unknown']],
    ['2026-06-01', { inScope: false }, ['application.centre-not-in-scope']],
    ['2026-06-01', { inScope: undefined }, []],
    ['2026-11-02', { issuedThisYear: true, profession: 'mandatory' }, ['voucher.issued-this-year', 'voucher.after-deadline', 'voucher.mandatory-profession']],
  ] as const)('on %s with %j: %j', (on, change, expected) => expect(codes(requestBlockers({ ...facts, ...change }, day(on)))).toEqual(expected))

  it.each([
    [{}, 'unemployed', 'yes'], [{ employment: undefined }, 'unemployed', 'unknown'], [{ employment: { registered: false, regionKato: undefined } }, 'unemployed', 'no'],
    [{ employment: { registered: true, regionKato: '110000000' } }, 'unemployed', 'no'], [{ issuedThisYear: true }, 'none-this-year', 'no'],
    [{ papersAsked: ['education'] }, 'documents', 'no'], [{ papersAsked: ['education', 'work'], papersGiven: ['work'] }, 'documents', 'no'], [{ papersAsked: ['education', 'work'], papersGiven: ['work', 'education'] }, 'documents', 'yes'], [{ papersGiven: ['work'] }, 'documents', 'yes'], [{}, 'documents', 'yes'], [{ placeReserved: false }, 'place', 'no'], [{ profession: 'mandatory' }, 'profession', 'no'],
  ] as const)('the automatic check of %j: %s is %s', (change, check, outcome) => expect(automaticChecks({ ...facts, ...change } as RequestFacts, day('2026-06-01'))[check]).toBe(outcome))

  it.each([
    [{ placeReserved: true, issuedThisYear: false, fit: 'surely', note: '' }, []],
    [{ placeReserved: true, issuedThisYear: false, fit: 'in-haste', note: '' }, []],
    [{ placeReserved: true, issuedThisYear: false, fit: 'nowhere', note: ' ' }, ['voucher.note-missing']],
    [{ placeReserved: true, issuedThisYear: false, fit: 'nowhere', note: 'Орталық сеанс ашады' }, []],
    [{ placeReserved: false, issuedThisYear: true, fit: 'surely', note: '' }, ['voucher.issued-this-year', 'voucher.no-place']],
    [{ placeReserved: true, issuedThisYear: false, fit: 'surely', note: '', identityKnown: false }, ['voucher.identity-not-seen']],
  ] as const)('is granted with %j when nothing speaks against it: %j', (grant, expected) => expect(codes(grantBlockers({ identityKnown: true, ...grant }))).toEqual(expected))

  it.each([
    [{ ground: 'DOCUMENTS_MISSING', reason: 'a', remedy: 'b', placeReserved: true }, []],
    [{ ground: 'QUOTA_EXHAUSTED', reason: 'a', remedy: 'b', placeReserved: true }, ['voucher.place-is-reserved']],
    [{ ground: 'QUOTA_EXHAUSTED', reason: 'a', remedy: 'b', placeReserved: false }, []],
    [{ ground: 'I_DO_NOT_LIKE_HIM', reason: '', remedy: ' ', placeReserved: false }, ['voucher.ground-missing', 'voucher.reason-missing', 'voucher.remedy-missing']],
  ] as const)('is refused only by a ground of the list, with reason and remedy: %j', (refusal, expected) => expect(codes(refusalBlockers(refusal))).toEqual(expected))
})

describe('the validity of a voucher', () => {
  it.each([
    // The worked examples of the domain text: 45 days are calendar days and end on the day itself.
    ['2026-02-23', [], '2026-04-09'], ['2026-11-04', [], '2026-12-19'], ['2026-02-23', [10], '2026-04-19'], ['2026-02-23', [10, 5], '2026-04-24'],
  ] as const)('granted on %s with extensions %j it lasts until %s', (on, extensions, until) => expect(extensions.reduce<Day>((until, days) => extendedTo(until, days, norms(), calendar), lastDayOf(day(on), norms(), calendar))).toBe(until))
  it('is used when the last stage was held on its last day, not a day later', () => {
    expect([usedInTime(day('2026-04-09'), day('2026-04-09')), usedInTime(day('2026-04-10'), day('2026-04-09'))]).toEqual([true, false])
  })
  it.each([
    [{ state: 'issued', days: 10, paper: '№ 5', on: '2026-04-09', validUntil: '2026-04-09' }, []],
    [{ state: 'bound', days: 180, paper: '№ 5', on: '2026-04-01', validUntil: '2026-04-09' }, []],
    [{ state: 'issued', days: 10, paper: '№ 5', on: '2026-04-10', validUntil: '2026-04-09' }, ['voucher.ended']],
    [{ state: 'used', days: 10, paper: '№ 5', on: '2026-04-01', validUntil: '2026-04-09' }, ['voucher.not-in-force']],
    [{ state: 'issued', days: 181, paper: '', on: '2026-04-01', validUntil: '2026-04-09' }, ['voucher.days-wrong', 'voucher.paper-missing']],
    [{ state: 'issued', days: 0, paper: 'x', on: '2026-04-01', validUntil: '2026-04-09' }, ['voucher.days-wrong']],
    [{ state: 'issued', days: undefined, paper: 'x', on: '2026-04-01', validUntil: '2026-04-09' }, ['voucher.days-wrong']],
  ] as const)('is extended by a paper, in time: %j', (facts, expected) => expect(codes(extensionBlockers(facts as never, norms()))).toEqual(expected))
  it.each([[180, 180, []], [180, 181, ['voucher.days-wrong']], [60, 60, []], [60, 61, ['voucher.days-wrong']], [365, 365, []]] as const)('with a norm of %i days at most, by %i days: %j', (most, days, expected) =>
    expect(codes(extensionBlockers({ state: 'issued', days, paper: '№ 5', on: day('2026-04-01'), validUntil: day('2026-04-09') }, norms({ 'voucher.extensionMostDays': most })))).toEqual(expected))
  it.each([[45, '2026-04-09'], [60, '2026-04-24']] as const)('lasts as long as the norm of its day says: %i days', (length, until) =>
    expect(lastDayOf(day('2026-02-23'), norms({ 'deadline.T7.length': length }), calendar)).toBe(until))
  it.each([
    ['a Saturday moves to the Monday', '2026-11-04', undefined, '2026-12-21'], ['a working day stays', '2026-02-23', undefined, '2026-04-09'], ['an extension to a Sunday moves', '2026-02-23', 10, '2026-04-20'],
    ['an extension is counted from the day that had moved', '2026-11-04', 1, '2026-12-22'],
  ] as const)('moves off a day off where the norm says so: %s', (_, on, extension, until) => {
    const moved = norms({ 'deadline.moveOffDayOff': true })
    const first = lastDayOf(day(on), moved, calendar)
    expect(extension === undefined ? first : extendedTo(first, extension, moved, calendar)).toBe(until)
  })
  it.each([
    ['no', false, { state: 'used' }, '2026-04-01', false, false], ['yes', true, { state: 'used' }, '2026-04-01', false, true], ['yes, on its last day', true, { state: 'used' }, '2026-04-09', false, true], ['yes, a day later', true, { state: 'used' }, '2026-04-10', false, false],
    ['yes, a second one', true, { state: 'used' }, '2026-04-01', true, false], ['yes, of an annulled voucher', true, { state: 'annulled' }, '2026-04-01', false, false], ['yes, in a case on no voucher', true, undefined, '2026-04-01', false, false],
  ] as const)('pays a retake where the norm says %s', (_, covers, of, on, paidBefore, expected) =>
    expect(paysRetake(of && { ...of, validUntil: day('2026-04-09') }, { on: day(on), paidBefore }, norms({ 'voucher.coversRetake': covers }))).toBe(expected))
  const voucher = { state: 'issued', validUntil: day('2026-04-09'), professionCode: 'K-1', level: 4 }
  it.each([
    [{}, '2026-04-09', []], [{}, '2026-04-10', ['voucher.ended']], [{ state: 'bound' }, '2026-03-01', ['voucher.bound-already']], [{ state: 'annulled' }, '2026-03-01', ['voucher.not-in-force']],
    [{ level: 3 }, '2026-03-01', ['voucher.other-qualification']], [{ professionCode: 'K-2' }, '2026-04-10', ['voucher.ended', 'voucher.other-qualification']],
  ] as const)('binds an application with %j on %s: %j', (change, on, expected) => expect(codes(bindingBlockers({ ...voucher, ...change }, { professionCode: 'K-1', level: 4, on: day(on) }))).toEqual(expected))
})

describe('whether the road fits into forty-five days', () => {
  const terms = { checkDays: 3, notifyDays: 3, noticeWholeDays: 10, noticeReading: 'whole-days-between' as const }
  const ask = (sittings: { centreId: string; stage: Stage; onDay: string }[], grantedOn = '2026-02-23') =>
    findFits({ grantedOn: day(grantedOn), validUntil: addDays(day(grantedOn), 45), terms, calendar, sittings: sittings as never })
  // Granted on Monday 23 February: at once the notice allows Thursday 12 March (8 and 9 March are days off); with three and three working days for check and notification it allows Thursday 26 March at the latest.
  it('is sure where a centre that takes all its time still finds free sittings', () => {
    expect(ask([{ centreId: 'a', stage: 'theory', onDay: '2026-03-27' }, { centreId: 'a', stage: 'practice', onDay: '2026-03-27' }])).toMatchObject([{ centreId: 'a', how: 'surely', spareDays: 13 }])
  })
  it('is possible in haste where only an earlier sitting is free', () => {
    const fits = ask([{ centreId: 'a', stage: 'theory', onDay: '2026-03-13' }, { centreId: 'a', stage: 'practice', onDay: '2026-03-16' }])
    expect([fitOf(fits), fits[0]!.practiceOn]).toEqual(['in-haste', '2026-03-16'])
  })
  it('fits nowhere when the notice leaves no sitting, the practice comes too late, or a stage is missing', () => {
    expect(fitOf(ask([{ centreId: 'a', stage: 'theory', onDay: '2026-03-05' }, { centreId: 'a', stage: 'practice', onDay: '2026-03-06' }]))).toBe('nowhere')
    expect(fitOf(ask([{ centreId: 'a', stage: 'theory', onDay: '2026-03-27' }, { centreId: 'a', stage: 'practice', onDay: '2026-04-10' }]))).toBe('nowhere')
    expect(fitOf(ask([{ centreId: 'a', stage: 'theory', onDay: '2026-03-27' }, { centreId: 'b', stage: 'practice', onDay: '2026-03-28' }]))).toBe('nowhere')
    expect(fitOf(ask([{ centreId: 'a', stage: 'theory', onDay: '2026-03-27' }]))).toBe('nowhere')
    expect(fitOf(ask([]))).toBe('nowhere')
  })
  it('a practice on the last day of the voucher still fits', () => {
    expect(ask([{ centreId: 'a', stage: 'theory', onDay: '2026-04-08' }, { centreId: 'a', stage: 'practice', onDay: '2026-04-09' }])[0]).toMatchObject({ spareDays: 0 })
  })
  it('names what is sure before what is only possible, the soonest first', () => {
    const fits = ask([
      { centreId: 'hasty', stage: 'theory', onDay: '2026-03-13' }, { centreId: 'hasty', stage: 'practice', onDay: '2026-03-13' },
      { centreId: 'late', stage: 'theory', onDay: '2026-04-01' }, { centreId: 'late', stage: 'practice', onDay: '2026-04-02' },
      { centreId: 'soon', stage: 'theory', onDay: '2026-03-27' }, { centreId: 'soon', stage: 'practice', onDay: '2026-03-30' },
    ])
    expect(fits.map((fit) => fit.centreId)).toEqual(['soon', 'late', 'hasty'])
  })
})

describe('places of a year', () => {
  const regions = new Set(['a', 'b', 'c'])
  const words = { ground: 'Сұраныс', document: '№ 5' }
  it.each([
    [{ lines: [{ region: 'a', places: 96 }, { region: 'b', places: 95 }] }, false, []],
    [{ lines: [{ region: 'a', places: 96 }] }, true, ['voucher-order.planned-already']],
    [{ lines: [] }, false, ['voucher-order.no-lines']],
    [{ lines: [{ region: 'a', places: 1 }, { region: 'a', places: 2 }] }, false, ['voucher-order.region-twice']],
    [{ lines: [{ region: 'x', places: 0 }] }, false, ['voucher-order.region-unknown', 'voucher-order.places-wrong']],
    [{ ground: ' ', document: '', lines: [{ region: 'a', places: 1.5 }] }, false, ['voucher-order.ground-missing', 'voucher-order.document-missing', 'voucher-order.places-wrong']],
  ])('a plan %j where planned is %s: %j', (change, planned, expected) => expect(codes(planBlockers({ ...words, ...change } as never, { planned, regions }))).toEqual(expected))
  it.each([
    [{ places: 5 }, 5, []], [{ places: 6 }, 5, ['voucher-order.not-so-many-free']], [{ places: 0 }, 5, ['voucher-order.places-wrong']], [{ places: 1, to: 'a' }, 5, ['voucher-order.same-region']],
    [{ places: undefined, from: 'x', ground: '' }, 5, ['voucher-order.ground-missing', 'voucher-order.region-unknown', 'voucher-order.places-wrong']],
  ])('a transfer %j with %s free: %j', (change, freeAtGiver, expected) =>
    expect(codes(transferBlockers({ ...words, from: 'a', to: 'b', ...change } as never, { planned: true, regions, freeAtGiver }))).toEqual(expected))

  it.each([
    [{ lines: [{ region: 'a', places: 10 }, { region: 'b', places: -5 }] }, true, []],
    [{ lines: [{ region: 'b', places: -6 }] }, true, ['voucher-order.would-keep-fewer']],
    [{ lines: [{ region: 'a', places: -1 }] }, true, ['voucher-order.would-keep-fewer']],
    [{ lines: [{ region: 'a', places: 0 }, { region: 'b', places: 1.5 }] }, true, ['voucher-order.change-wrong', 'voucher-order.change-wrong']],
    [{ lines: [{ region: 'a', places: 1 }, { region: 'a', places: 1 }, { region: 'x', places: 1 }] }, true, ['voucher-order.region-twice', 'voucher-order.region-unknown']],
    [{ lines: [], ground: '', document: ' ' }, false, ['voucher-order.ground-missing', 'voucher-order.document-missing', 'voucher-order.not-planned', 'voucher-order.no-lines']],
  ])('a revision %j where planned is %s and b has five free: %j', (change, planned, expected) => expect(codes(revisionBlockers({ ...words, ...change } as never, { planned, regions, free: new Map([['b', 5]]) }))).toEqual(expected))

  it('a forecast carries the pace of the last weeks on: Zhetysu runs out, Akmola leaves most unused', () => {
    const dayAfter = (days: number) => addDays(day('2026-08-04'), days)
    const zhetysu = forecastOf({ region: 'zhetysu', left: 20, lately: 20, windowDays: 60, daysLeft: 89, dayAfter })
    const akmola = forecastOf({ region: 'akmola', left: 92, lately: 4, windowDays: 60, daysLeft: 89, dayAfter })
    expect([zhetysu, akmola]).toEqual([{ region: 'zhetysu', left: 20, expected: 30, runsOutOn: '2026-10-03' }, { region: 'akmola', left: 92, expected: 6, runsOutOn: undefined }])
    expect(proposeReallocations([zhetysu, akmola])).toEqual([{ from: 'akmola', to: 'zhetysu', places: 10, lacks: 10, spare: 86 }])
  })
  it('nobody gives what he will need himself, and what is lacking is taken from several', () => {
    const f = (region: string, left: number, expected: number) => ({ region, left, expected, runsOutOn: undefined })
    expect(proposeReallocations([f('a', 0, 10), f('b', 8, 2), f('c', 5, 4), f('d', 9, 9)])).toEqual([{ from: 'b', to: 'a', places: 6, lacks: 10, spare: 6 }, { from: 'c', to: 'a', places: 1, lacks: 10, spare: 1 }])
    expect(proposeReallocations([f('a', 5, 5)])).toEqual([])
  })
  it('who waits lacks a place before anybody who is expected, and a place kept for a request is not to spare', () => {
    const f = (region: string, left: number, expected: number) => ({ region, left, expected, runsOutOn: undefined })
    expect(proposeReallocations([f('a', 0, 0), f('b', 8, 2)], [{ region: 'a', reserved: 0, waiting: 3 }])).toEqual([{ from: 'b', to: 'a', places: 3, lacks: 3, spare: 6 }])
    expect(proposeReallocations([f('a', 0, 9), f('b', 8, 2)], [{ region: 'b', reserved: 4, waiting: 0 }])).toEqual([{ from: 'b', to: 'a', places: 2, lacks: 9, spare: 2 }])
  })
})
