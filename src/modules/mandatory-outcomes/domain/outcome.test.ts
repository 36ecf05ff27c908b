import { describe, expect, it } from 'vitest'
import { readOfficialDay, type Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { entryOn } from './entry-on.ts'
import { numberKey } from './number-key.ts'
import { annulmentBlockers, correctionBlockers, differingFields, readOutcome, type OutcomeTyped } from './outcome.ts'
import { readOutcomeTable } from './outcome-table.ts'

const day = (text: string) => text as Day
const IIN = makeDemonstrationIin(day('1990-05-17'), 1).reveal()
const version = (id: string, validFrom: string, validUntil: string | null, track: 'voluntary' | 'mandatory' = 'mandatory', bodyCode: string | null = 'D04') =>
  ({ id, track, bodyCode, validFrom: day(validFrom), validUntil: validUntil === null ? null : day(validUntil) })
const measure = {
  bodyCode: 'D04', today: day('2026-03-02'), demo: true,
  entries: new Map([
    ['K-1', [version('one', '2024-01-01', '2025-01-01'), version('two', '2025-01-01', null)]],
    ['K-2', [version('was-voluntary', '2024-01-01', '2026-01-01', 'voluntary'), version('mandatory', '2026-01-01', null)]],
    ['K-3', [version('ours', '2024-01-01', '2026-01-01'), version('moved', '2026-01-01', null, 'mandatory', 'D05')]],
  ]),
}
const right: OutcomeTyped = { number: 'AB-12/3', profession: 'K-1', iin: IIN, surname: 'Сейітқали', given_name: 'Нұрлан', patronymic: '', issued_on: '2026-02-01', valid_until: '', ground: 'хаттама № 4' }
const codes = (change: Partial<OutcomeTyped>, other = {}) => {
  const read = readOutcome({ ...right, ...change }, { ...measure, ...other })
  return read.ok ? [] : read.faults.map((fault) => `${fault.field} ${fault.code}`)
}

describe('an outcome of mandatory recognition', () => {
  it('is right with its number, person, profession, days and ground', () => {
    const read = readOutcome({ ...right, number: ' ab – 12 / 3 ', valid_until: '31.01.2029' }, measure)
    expect(read).toMatchObject({ ok: true, outcome: { number: 'ab – 12 / 3', numberKey: 'AB-12/3', professionVersionId: 'two', patronymic: null, issuedOn: '2026-02-01', validUntil: '2029-01-31' } })
    expect(JSON.stringify(read)).not.toContain(IIN)
  })

  it.each<[string, Partial<OutcomeTyped>, string[]]>([
    ['needs a number', { number: ' № ' }, ['number mandatory-outcome.number-missing']],
    ['has a number of at most sixty signs', { number: 'A'.repeat(61) }, ['number mandatory-outcome.text-wrong']],
    ['has no invisible signs', { ground: 'a\u0000b' }, ['ground mandatory-outcome.text-wrong']],
    ['needs a ground', { ground: ' ' }, ['ground mandatory-outcome.ground-missing']],
    ['needs names', { surname: '', given_name: '' }, ['surname person.surname-missing', 'given_name person.given-name-missing']],
    ['needs an IIN with its check digit', { iin: IIN.slice(0, 11) + ((Number(IIN[11]) + 1) % 10) }, ['iin iin.check-digit']],
    ['needs twelve digits', { iin: '123' }, ['iin iin.twelve-digits']],
    ['is of a day', { issued_on: '30.02.2026' }, ['issued_on mandatory-outcome.issued-on-wrong']],
    ['may be of today', { issued_on: '2026-03-02' }, []],
    ['is not of tomorrow', { issued_on: '2026-03-03' }, ['issued_on mandatory-outcome.issued-in-future']],
    ['may be of the day of birth', { issued_on: '1990-05-17' }, []],
    ['is not from before birth', { issued_on: '1990-05-16' }, ['issued_on mandatory-outcome.issued-before-birth']],
    ['may end on its first day', { valid_until: '2026-02-01' }, []],
    ['does not end before it begins', { valid_until: '2026-01-31' }, ['valid_until mandatory-outcome.valid-before-issue']],
    ['ends on a day', { valid_until: 'never' }, ['valid_until mandatory-outcome.valid-until-wrong']],
    ['names its profession', { profession: ' ' }, ['profession mandatory-outcome.profession-missing']],
    ['is of a profession of the body', { profession: 'K-9' }, ['profession mandatory-outcome.profession-not-of-body']],
    ['is of a profession that was mandatory on its day', { profession: 'K-2', issued_on: '2025-12-31' }, ['profession mandatory-outcome.profession-not-mandatory']],
    ['counts from the day the profession became mandatory', { profession: 'k-2', issued_on: '2026-01-01' }, []],
    ['stays of the body that had the profession then', { profession: 'K-3', issued_on: '2025-12-31' }, []],
    ['is not of a body that has lost the profession', { profession: 'K-3', issued_on: '2026-01-01' }, ['profession mandatory-outcome.profession-not-mandatory']],
    ['from before the register is measured by its first edition', { profession: 'K-1', issued_on: '2011-01-01' }, []],
    ['tells everything that is wrong at once', { number: '', iin: '', issued_on: '', ground: '' }, ['number mandatory-outcome.number-missing', 'iin iin.twelve-digits', 'issued_on mandatory-outcome.issued-on-wrong', 'ground mandatory-outcome.ground-missing']],
  ])('%s', (_says, change, expected) => expect(codes(change)).toEqual(expected))

  it('takes a demonstration IIN only in a demonstration', () => expect(codes({}, { demo: false })).toEqual(['iin iin.demonstration']))
})

describe('the number of a document', () => {
  it.each([
    ['№ 12-3', '12-3'], ['N° 12—3', '12-3'], ['ав 1 2', 'AB12'], ['НАУ-01', 'HAY-01'], ['1/23', '1/23'], ['12/3', '12/3'], ['', ''], ['№', ''],
  ])('%s is compared as %s', (typed, key) => expect(numberKey(typed)).toBe(key))
})

describe('the register by which an outcome is measured', () => {
  const versions = [version('one', '2024-01-01', '2025-01-01'), version('two', '2025-01-01', '2025-01-01'), version('three', '2025-01-01', null)]
  it.each([['2010-01-01', 'one'], ['2024-12-31', 'one'], ['2025-01-01', 'three'], ['2030-01-01', 'three']])('on %s is %s', (on, id) => expect(entryOn(versions, day(on))?.id).toBe(id))
  it('is none after an entry has ended', () => expect(entryOn([version('one', '2024-01-01', '2025-01-01')], day('2025-01-01'))).toBeUndefined())
})

describe('a day as officials write it', () => {
  it.each([['2026-02-01', '2026-02-01'], ['01.02.2026', '2026-02-01'], ['1.2.2026', undefined], ['02/01/2026', undefined], ['31.02.2026', undefined]])('%s is %s', (typed, expected) => expect(readOfficialDay(typed)).toBe(expected))
})

describe('a correction', () => {
  it.each([
    ['needs its reason', { annulled: false, reason: ' ', differing: ['ground'] as const }, ['mandatory-outcome.reason-missing']],
    ['needs a difference', { annulled: false, reason: 'қате', differing: [] }, ['mandatory-outcome.nothing-changed']],
    ['leaves the number', { annulled: false, reason: 'қате', differing: ['number'] as const }, ['mandatory-outcome.number-stays']],
    ['comes too late after an annulment', { annulled: true, reason: '', differing: [] }, ['mandatory-outcome.annulled-already']],
    ['is allowed', { annulled: false, reason: 'қате', differing: ['ground'] as const }, []],
  ])('%s', (_says, facts, expected) => expect(correctionBlockers(facts).map((each) => each.code)).toEqual(expected))

  it('sees the person by the index of his IIN', () => {
    const said = { numberKey: '1', professionCode: 'K-1', iinIndex: 'aa', surname: 'a', givenName: 'b', patronymic: null, issuedOn: day('2026-01-01'), validUntil: null, ground: 'g' }
    expect(differingFields(said, said)).toEqual([])
    expect(differingFields(said, { ...said, iinIndex: 'bb', validUntil: day('2027-01-01') })).toEqual(['iin', 'valid_until'])
  })
})

describe('an annulment', () => {
  const facts = { annulled: false, reason: 'сот шешімі', annulledOn: day('2026-03-02'), issuedOn: day('2026-02-01'), today: day('2026-03-02') }
  it.each<[string, Partial<Omit<typeof facts, 'annulledOn'>> & { annulledOn?: Day | undefined }, string[]]>([
    ['is allowed from today', {}, []],
    ['is allowed from the day of issue', { annulledOn: day('2026-02-01') }, []],
    ['is not from before the issue', { annulledOn: day('2026-01-31') }, ['mandatory-outcome.annulled-before-issue']],
    ['is not from tomorrow', { annulledOn: day('2026-03-03') }, ['mandatory-outcome.annulled-in-future']],
    ['needs a day and a reason', { annulledOn: undefined, reason: '' }, ['mandatory-outcome.reason-missing', 'mandatory-outcome.annulled-on-wrong']],
    ['happens once', { annulled: true }, ['mandatory-outcome.annulled-already']],
  ])('%s', (_says, change, expected) => expect(annulmentBlockers({ ...facts, ...change }).map((each) => each.code)).toEqual(expected))
})

describe('a table of outcomes', () => {
  it('names every row, column and reason, and a number that stands twice', () => {
    const cells = { ...right } as unknown as Record<string, string>
    const { outcomes, faults } = readOutcomeTable([{ line: 2, cells }, { line: 3, cells: { ...cells, number: 'аВ-12/3' } }, { line: 4, cells: { ...cells, number: '5', iin: 'x', issued_on: '' } }, { line: 5, cells: {} }], measure)
    expect(outcomes.map((each) => each.line)).toEqual([2, 3])
    expect(faults.slice(0, 3)).toEqual([
      { line: 3, column: 'number', reason: 'import.twice' }, { line: 4, column: 'iin', reason: 'iin.twelve-digits' }, { line: 4, column: 'issued_on', reason: 'mandatory-outcome.issued-on-wrong' },
    ])
    expect(faults.filter((each) => each.line === 5).map((each) => each.column)).toEqual(['number', 'profession', 'iin', 'surname', 'given_name', 'issued_on', 'ground'])
  })
})
