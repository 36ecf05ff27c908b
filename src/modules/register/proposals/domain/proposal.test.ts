import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { day, legalDay, moment } from '#kernel/day.ts'
import { dueOn } from '#kernel/deadline-rule.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { deadlineRule } from '#kernel/norms.ts'
import { firstDayBlockers, protocolBlockers, type Protocol } from './council.ts'
import { entryProposalBlockers, firstDraftOf, onTrack, type Entry, type ProposalFacts } from './entry.ts'
import { readTypedEntry, type TypedEntry } from './entry-form.ts'
import { ENDED_STEPS, nextStep, ROAD, ROAD_ACTS, STEPS, updateTermRuns, WHOSE_MOVE } from './road.ts'
import { roundOf } from './round.ts'

const norms = parseNormEdition(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../norms/2026-01.json'), 'utf8')))
const codes = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code)

describe('the road of a proposal', () => {
  it('goes association, sector body, sectoral council, National Council, ministry', () => {
    const acts = ['file', 'agree', 'recommend', 'prepare', 'enter'] as const
    expect(acts.reduce<(typeof STEPS)[number]>((step, act) => nextStep(step, act)!, 'draft')).toBe('entered')
  })
  it.each(STEPS.flatMap((step) => ROAD_ACTS.map((act) => [step, act] as const)))('at %s knows whether %s has a place', (step, act) => {
    const allowed: Record<string, string> = {
      draft: 'file withdraw', filed: 'agree refuse-agreement withdraw', agreed: 'recommend refuse-recommendation withdraw', recommended: 'prepare', proposed: 'prepare send-back enter',
    }
    expect(nextStep(step, act) !== undefined).toBe((allowed[step] ?? '').split(' ').includes(act))
  })
  it('ends where nothing can happen any more, and then it is nobody’s move', () => {
    expect(STEPS.filter((step) => Object.keys(ROAD[step]).length === 0)).toEqual(STEPS.filter((step) => ENDED_STEPS.includes(step)))
    expect(STEPS.filter((step) => WHOSE_MOVE[step] === 'nobody')).toEqual(STEPS.filter((step) => ENDED_STEPS.includes(step)))
  })
  it('has the ministry owe the update from the recommendation until the register is updated', () => {
    expect(STEPS.filter(updateTermRuns)).toEqual(['recommended', 'proposed'])
  })
})

describe('the round of a proposal: by 1 February and 1 September, the last day included', () => {
  const { dates } = deadlineRule(norms, 'T11')
  it.each([
    ['2026-01-31', '2026-02-01'], ['2026-02-01', '2026-02-01'], ['2026-02-02', '2026-09-01'], ['2026-08-31', '2026-09-01'], ['2026-09-01', '2026-09-01'],
    ['2026-09-02', '2027-02-01'], ['2026-12-31', '2027-02-01'], ['2027-01-01', '2027-02-01'],
  ])('filed on %s it belongs to the round that closes on %s', (filed, closes) => {
    expect(roundOf(dates, day(filed))?.closesOn).toBe(closes)
  })
  it.each([
    ['2026-02-01T18:59:59.999Z', '2026-02-01'], // the last instant of 1 February in Almaty
    ['2026-02-01T19:00:00.000Z', '2026-09-01'], // midnight there
    ['2026-09-01T18:59:59.999Z', '2026-09-01'],
    ['2026-09-01T19:00:00.000Z', '2027-02-01'],
  ])('the day is the one of Almaty: at %s', (at, closes) => {
    expect(roundOf(dates, legalDay(moment(at)))?.closesOn).toBe(closes)
  })
  it('opens on the day after the last one closed, and without dates there is none', () => {
    expect(roundOf(dates, day('2026-02-02'))).toEqual({ closesOn: '2026-09-01', opensOn: '2026-02-02' })
    expect(roundOf(dates, day('2026-12-01'))?.opensOn).toBe('2026-09-02')
    expect(roundOf([], day('2026-02-01'))).toBeUndefined()
  })
})

describe('the term of the ministry: ten working days after the recommendation', () => {
  const calendar = buildCalendar([{ date: day('2026-03-09'), day: 'off' }, { date: day('2026-03-14'), day: 'work' }], { version: 'test', source: 'test', years: [2026, 2027] })
  it.each([
    ['2026-02-02', '2026-02-16'], // Monday to Monday two weeks later
    ['2026-02-06', '2026-02-20'], // Friday: the weekend is not counted
    ['2026-02-07', '2026-02-20'], // Saturday is day 0 as well
    ['2026-03-02', '2026-03-16'], // a day off is left out, a worked Saturday is counted
  ])('recommended on %s it is due on %s', (on, due) => {
    expect(dueOn(deadlineRule(norms, 'T10'), day(on), calendar)).toBe(due)
  })
})

const entry: Entry = {
  code: 'K-1', name: { kk: 'Дәнекерлеуші', ru: 'Сварщик' }, track: 'voluntary', basis: 'standard', basisTitle: { ru: 'Сварка' }, fieldCode: null, levels: [3], educationRequired: false, experienceRequired: false,
  educationText: {}, experienceText: {}, validityMonths: 36, ageMin: null, bodyCode: 'D01', act: {}, form: null, synonyms: [],
}
const moved: Entry = { ...onTrack(entry, 'mandatory'), form: 'attestation', act: { kk: 'Заң', ru: 'Закон' } }
const facts = (change: Partial<ProposalFacts>): ProposalFacts => ({ kind: 'change', bodyCode: 'D01', code: 'K-1', entry, base: entry, changed: ['validity'], contradictions: [], ...change })

describe('what a proposal may ask for', () => {
  it.each<[string, Partial<ProposalFacts>, string[]]>([
    ['a change of the own entry', {}, []],
    ['a change that is the same as the version in force', { changed: [] }, ['proposal.nothing-changes']],
    ['an entry that contradicts itself', { contradictions: [{ code: 'profession.levels-missing' }] }, ['profession.levels-missing']],
    ['an entry of another body', { bodyCode: 'D02' }, ['proposal.another-bodys-profession']],
    ['an entry that has no body yet', { base: { ...entry, bodyCode: null } }, []],
    ['a change of what is not in the register', { base: undefined }, ['proposal.entry-not-in-force']],
    ['a new entry', { kind: 'add', base: undefined, changed: [] }, []],
    ['a new entry under a code that is taken', { kind: 'add' }, ['proposal.code-taken']],
    ['a code with a space', { kind: 'add', code: 'K 1', base: undefined }, ['proposal.code-wrong']],
    ['a name in one language only', { entry: { ...entry, name: { ru: 'Сварщик' } } }, ['proposal.name-in-both-languages']],
    ['a move to mandatory with form and act', { kind: 'move', entry: moved, changed: ['track'] }, []],
    ['a move to mandatory without form and act', { kind: 'move', entry: onTrack(entry, 'mandatory'), changed: ['track'] }, ['proposal.form-missing', 'proposal.act-missing']],
    ['a move that stays where it is', { kind: 'move' }, ['proposal.track-stays']],
    ['a move that calls itself a change', { entry: moved, changed: ['track'] }, ['proposal.track-changes']],
    ['to strike the own entry', { kind: 'strike', entry: undefined, changed: [] }, []],
    ['to strike the entry of another body', { kind: 'strike', entry: undefined, bodyCode: 'D02' }, ['proposal.another-bodys-profession']],
    ['to strike what is not there', { kind: 'strike', entry: undefined, base: undefined }, ['proposal.entry-not-in-force']],
  ])('%s', (_what, change, expected) => {
    expect(codes(entryProposalBlockers(facts(change)))).toEqual(expected)
  })

  it('begins with the entry as it stands, on the other track, or empty', () => {
    expect(firstDraftOf({ kind: 'change', bodyCode: 'D01', code: 'K-1', base: { ...entry, bodyCode: null } })).toEqual(entry)
    expect(firstDraftOf({ kind: 'move', bodyCode: 'D01', code: 'K-1', base: entry })).toMatchObject({ track: 'mandatory', basis: null, basisTitle: {} })
    expect(firstDraftOf({ kind: 'move', bodyCode: 'D01', code: 'K-1', base: moved })).toMatchObject({ track: 'voluntary', form: null, act: {} })
    expect(firstDraftOf({ kind: 'add', bodyCode: 'D01', code: 'K-9', base: undefined })).toMatchObject({ code: 'K-9', bodyCode: 'D01', levels: [] })
    expect(firstDraftOf({ kind: 'strike', bodyCode: 'D01', code: 'K-1', base: entry })).toBeUndefined()
  })
})

describe('what was typed of an entry', () => {
  const typed: TypedEntry = {
    nameKk: ' Дәнекерлеуші ', nameRu: 'Сварщик', nameEn: '', track: 'mandatory', basis: 'standard', basisTitleKk: '', basisTitleRu: 'Сварка', fieldCode: 'industry', levels: ['4', '3', '4', '9', 'x'],
    educationRequired: true, educationTextKk: '', educationTextRu: '', experienceRequired: false, experienceTextKk: '', experienceTextRu: '', validityMonths: '48', ageMin: '', actKk: '', actRu: '', form: '',
  }
  const read = (change: Partial<TypedEntry>, chooses = false) => readTypedEntry({ ...typed, ...change }, entry, chooses, new Set(['industry']))
  it('is read into the entry; levels once and in order', () => {
    expect(read({})).toMatchObject({ blockers: [], entry: { name: { kk: 'Дәнекерлеуші', ru: 'Сварщик' }, levels: [3, 4], validityMonths: 48, ageMin: null, educationRequired: true, track: 'voluntary', fieldCode: 'industry' } })
  })
  it('chooses the track of a new entry only', () => {
    expect(read({}, true).entry).toMatchObject({ track: 'mandatory', basis: null })
  })
  it.each<[Partial<TypedEntry>, string]>([
    [{ validityMonths: 'three' }, 'proposal.not-a-number'], [{ ageMin: '-1' }, 'proposal.not-a-number'], [{ fieldCode: 'moon' }, 'proposal.field-unknown'], [{ actRu: 'x'.repeat(2001) }, 'proposal.text-too-long'],
  ])('that cannot be read is named: %j', (change, code) => {
    expect(codes(read(change).blockers)).toEqual([code])
  })
})

describe('the protocol of a council', () => {
  const whole: Protocol = { number: '7', on: day('2026-02-10'), paper: true, grounds: '' }
  const when = { notBefore: day('2026-02-01'), today: day('2026-02-10'), refuses: false }
  it.each<[string, Partial<Protocol>, boolean, string[]]>([
    ['whole, of today', {}, false, []],
    ['of the day of the filing', { on: day('2026-02-01') }, false, []],
    ['of a day before the filing', { on: day('2026-01-31') }, false, ['proposal.protocol-too-early']],
    ['of a day to come', { on: day('2026-02-11') }, false, ['proposal.protocol-day-to-come']],
    ['without number, day and paper', { number: ' ', on: undefined, paper: false }, false, ['proposal.protocol-number-missing', 'proposal.protocol-day-missing', 'proposal.protocol-paper-missing']],
    ['of a refusal without grounds', {}, true, ['proposal.grounds-missing']],
    ['of a refusal with grounds', { grounds: 'Қайталанады' }, true, []],
  ])('%s', (_what, change, refuses, expected) => {
    expect(codes(protocolBlockers({ ...whole, ...change }, { ...when, refuses }))).toEqual(expected)
  })
})

describe('the first day of a version', () => {
  const when = { today: day('2026-03-02'), baseFrom: day('2026-03-01') }
  it.each<[string | undefined, { today: ReturnType<typeof day>; baseFrom: ReturnType<typeof day> | undefined }, string[]]>([
    ['2026-03-02', when, []], ['2026-03-03', when, []], ['2026-03-01', when, ['proposal.first-day-passed']], [undefined, when, ['proposal.first-day-missing']],
    ['2026-03-31', { ...when, baseFrom: day('2026-04-01') }, ['proposal.before-the-version-to-come']], ['2026-04-01', { ...when, baseFrom: day('2026-04-01') }, []], ['2026-03-02', { ...when, baseFrom: undefined }, []],
  ])('%s', (first, facts, expected) => {
    expect(codes(firstDayBlockers(first === undefined ? undefined : day(first), facts))).toEqual(expected)
  })
})
