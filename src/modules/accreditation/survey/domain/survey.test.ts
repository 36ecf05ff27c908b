import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { day } from '#kernel/day.ts'
import { checklistOf } from './checklist.ts'
import { conflictsOf, entryBlockers, readNumber, standOf, type LoggedEntry } from './entries.ts'
import { answerBlockers, assignmentBlockers, reopenBlockers, signBlockers } from './survey.ts'

const calendar = buildCalendar([{ date: day('2026-03-09'), day: 'off' }], { version: 'test', source: 'test', years: [2026] })
const today = day('2026-03-05')
const assignment = (over: Partial<Parameters<typeof assignmentBlockers>[0]> = {}) => ({
  surveyors: ['a', 'b'], heldOn: day('2026-03-06'), known: new Set(['a', 'b', 'c']), ofApplicant: new Set<string>(), tookPart: new Set<string>(), needed: 2, ...over,
})
const codes = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code)

describe('who goes and when', () => {
  it.each([
    ['today itself', '2026-03-05', []],
    ['tomorrow', '2026-03-06', []],
    ['yesterday', '2026-03-04', ['survey.day-past']],
    ['a Saturday', '2026-03-07', ['survey.day-off']],
    ['a Monday that is a holiday', '2026-03-09', ['survey.day-off']],
    ['a year without a calendar', '2027-01-04', ['survey.day-unknown']],
  ])('the day: %s', (_words, heldOn, wanted) => expect(codes(assignmentBlockers(assignment({ heldOn: day(heldOn) }), today, calendar))).toEqual(wanted))

  it('is no day at all when nobody typed one', () => expect(codes(assignmentBlockers(assignment({ heldOn: undefined }), today, calendar))).toEqual(['survey.day-wrong']))
  it('takes as many people as the norm says, and counts one person once', () => expect(codes(assignmentBlockers(assignment({ surveyors: ['a', 'a'] }), today, calendar))).toEqual(['survey.too-few']))
  it('sends nobody without the role, nobody of the applicant and nobody of the earlier stages', () => {
    expect(codes(assignmentBlockers(assignment({ surveyors: ['a', 'x'] }), today, calendar))).toEqual(['survey.not-a-surveyor'])
    expect(codes(assignmentBlockers(assignment({ ofApplicant: new Set(['b']) }), today, calendar))).toEqual(['survey.of-the-applicant'])
    expect(codes(assignmentBlockers(assignment({ tookPart: new Set(['a']) }), today, calendar))).toEqual(['survey.took-part'])
  })
})

const items = checklistOf([{ professionCode: 'K-1', level: 4 }, { professionCode: 'K-2', level: 3 }])
const entry = (no: number, accountId: string, word: object, refused: string | null = null): LoggedEntry => ({ no, accountId, device: `d-${accountId}`, seq: no, refused, paperId: null, ...word }) as LoggedEntry
const mark = (no: number, accountId: string, item: string, as: string, note = '') => entry(no, accountId, { kind: 'mark', body: { item, mark: as, note } })

describe('what was written', () => {
  it('asks about the place once and about equipment, material, staff and practice for each profession', () => {
    expect(items.filter((item) => item.question === 'premises-title').map((item) => item.key)).toEqual(['premises-title'])
    expect(items.filter((item) => item.question === 'equipment-present').map((item) => item.key)).toEqual(['equipment-present@K-1/4', 'equipment-present@K-2/3'])
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length)
  })

  it('counts the last mark of each surveyor, and shows where two differ', () => {
    const stand = standOf([mark(1, 'a', 'safety-fire', 'fails'), mark(2, 'b', 'safety-fire', 'meets'), mark(3, 'a', 'safety-fire', 'meets'), mark(4, 'a', 'access-seat', 'fails'), mark(5, 'b', 'access-seat', 'meets')])
    expect(stand.marks.get('safety-fire')!.map((each) => each.mark)).toEqual(['meets', 'meets'])
    expect(conflictsOf(stand)).toEqual(['access-seat'])
  })

  it('forgets what was struck out and what was not taken, but only in what counts', () => {
    const measured = { kind: 'measurement', body: { item: '', what: 'x', value: '1', unit: 'm' } }
    expect(standOf([entry(1, 'a', measured), entry(2, 'a', measured), entry(3, 'a', { kind: 'strike', body: { target: 'd-a:1' } }), entry(4, 'a', measured, 'survey.measured-unit')]).measurements.map((each) => each.name)).toEqual(['d-a:2'])
  })

  it.each([['42,5', '42.5'], ['1 200', '1200'], ['-3', '-3'], ['0.0001', '0.0001'], ['', undefined], ['4,5,6', undefined], ['1e3', undefined], ['много', undefined]])('reads the number "%s"', (text, wanted) => expect(readNumber(text)).toBe(wanted))

  it('takes no measurement without its unit, no finding without its gravity and remedy, no word about what is not asked, and strikes only what is one’s own', () => {
    const keys = new Set(items.map((item) => item.key))
    const refusals = (word: object) => codes(entryBlockers(word as never, keys, new Set(['d:1'])))
    expect(refusals({ kind: 'measurement', body: { item: '', what: 'a', value: 'b', unit: 'c' } })).toEqual(['survey.measured-number', 'survey.measured-unit'])
    expect(refusals({ kind: 'finding', body: { item: '', text: 'a', gravity: 'x', remedy: '' } })).toEqual(['survey.finding-gravity', 'survey.finding-remedy'])
    expect(refusals({ kind: 'mark', body: { item: 'nothing', mark: 'meets', note: '' } })).toEqual(['survey.item-unknown'])
    expect(refusals({ kind: 'strike', body: { target: 'd:2' } })).toEqual(['survey.strike-not-own'])
    expect(refusals({ kind: 'strike', body: { target: 'd:1' } })).toEqual([])
  })

  it('says the same however the entries of two surveyors are woven into each other', () => {
    const own = fc.array(fc.record({ item: fc.constantFrom('a', 'b'), mark: fc.constantFrom('meets', 'fails') }), { maxLength: 8 })
    fc.assert(fc.property(own, own, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (first, second, weave) => {
      const [left, right] = [[...first], [...second]]
      const log: LoggedEntry[] = []
      for (const turn of [...weave, ...Array<boolean>(16).fill(true), ...Array<boolean>(16).fill(false)]) {
        const next = (turn ? left : right).shift()
        if (next) log.push(mark(log.length + 1, turn ? '1' : '2', next.item, next.mark))
      }
      const last = (words: typeof first, item: string) => words.filter((each) => each.item === item).at(-1)?.mark
      for (const item of ['a', 'b']) {
        const marks = standOf(log).marks.get(item) ?? []
        expect(marks.find((each) => each.accountId === '1')?.mark).toBe(last(first, item))
        expect(marks.find((each) => each.accountId === '2')?.mark).toBe(last(second, item))
      }
    }), { numRuns: 200 })
  })
})

describe('signing', () => {
  const all = (as: string, note = '') => items.map((item, place) => mark(place + 1, 'a', item.key, as, note))
  it('needs every question answered, no two who differ, and a reason for every "does not meet"', () => {
    expect(codes(signBlockers(items, standOf(all('meets').slice(1))))).toEqual(['survey.items-open'])
    expect(codes(signBlockers(items, standOf([...all('meets'), mark(99, 'b', 'safety-fire', 'not-applicable')])))).toEqual(['survey.conflicts-open'])
    expect(codes(signBlockers(items, standOf(all('fails'))))).toEqual(['survey.failure-without-note'])
    expect(signBlockers(items, standOf(all('fails', 'жоқ')))).toEqual([])
    expect(signBlockers(items, standOf(all('meets')))).toEqual([])
  })

  const state = { closed: true, signatures: 2, surveyors: 2, answered: false }
  it('lets the applicant answer once, after all surveyors, with a reason when it refuses', () => {
    expect(answerBlockers(state, 'signed', '')).toEqual([])
    expect(answerBlockers(state, 'refused', 'себебі')).toEqual([])
    expect(codes(answerBlockers(state, 'refused', ''))).toEqual(['survey.reason-missing'])
    expect(codes(answerBlockers({ ...state, signatures: 1 }, 'signed', ''))).toEqual(['survey.not-signed-yet'])
    expect(codes(answerBlockers({ ...state, answered: true }, 'signed', ''))).toEqual(['survey.answered-already'])
  })

  it('takes the act back only with a reason and before the applicant has answered', () => {
    expect(reopenBlockers(state, 'ұмытылған')).toEqual([])
    expect(codes(reopenBlockers(state, ''))).toEqual(['survey.reopen-reason-missing'])
    expect(codes(reopenBlockers({ ...state, answered: true }, 'x'))).toEqual(['survey.answered-already'])
  })
})
