import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentBlockers, emptyContent, type ProgrammeContent, type ProgrammeItem } from './programme-content.ts'
import { approverBlockers, programmeState } from './programme-state.ts'

const both = (text: string) => ({ kk: text, ru: text })
const item = (overrides: Partial<ProgrammeItem> = {}): ProgrammeItem => ({
  code: 'I-1', topic: 'T1', kind: 'single', stem: both('2 + 2'), options: [{ key: 'a', text: both('3') }, { key: 'b', text: both('4') }, { key: 'c', text: both('5') }], correct: ['b'], ...overrides,
})
const content = (overrides: Partial<ProgrammeContent> = {}): ProgrammeContent => ({
  title: both('Пісу'), topics: [{ code: 'T1', name: both('Есеп') }], blueprint: [{ topic: 'T1', count: 1 }], theoryMinutes: 20,
  map: { title: both('Карта'), task: both('Тапсырма'), minutes: 60, steps: [{ no: 1, operation: both('Қадам'), criterion: both('Таза'), minutes: 5, critical: true, optional: false, topic: 'T1' }] },
  methodology: both('Әдіс'), briefing: both('Нұсқама'), recommendations: { T1: both('Қайталаңыз') }, needs: both('Құжат'), modes: ['offline'], ...overrides,
})
const codes = (blockers: readonly { code: string }[]) => blockers.map((blocker) => blocker.code.replace('programme.', ''))
const step = content().map.steps[0]!

describe('a programme by which an exam can be held', () => {
  it('has nothing missing', () => {
    expect(contentBlockers(content(), [item()])).toEqual([])
  })

  it.each<[string, Partial<ProgrammeContent>, string]>([
    ['has a title in both languages', { title: { kk: 'Пісу', ru: ' ' } }, 'title-missing'],
    ['names its methodology', { methodology: both('') }, 'methodology-missing'],
    ['has a briefing', { briefing: both('') }, 'briefing-missing'],
    ['says what to bring', { needs: both('') }, 'needs-missing'],
    ['gives time for the theory', { theoryMinutes: 0 }, 'theory-minutes-wrong'],
    ['gives whole minutes', { theoryMinutes: 1.5 }, 'theory-minutes-wrong'],
    ['draws at least one question', { blueprint: [{ topic: 'T1', count: 0 }] }, 'blueprint-empty'],
    ['draws only from its topics', { blueprint: [{ topic: 'T1', count: 1 }, { topic: 'T9', count: 0 }] }, 'blueprint-topic-unknown'],
    ['has enough items for its blueprint', { blueprint: [{ topic: 'T1', count: 2 }] }, 'topic-too-few-items'],
    ['draws no topic twice', { blueprint: [{ topic: 'T1', count: 1 }, { topic: 'T1', count: 0 }] }, 'blueprint-topic-repeated'],
    ['has a recommendation for every topic', { recommendations: {} }, 'recommendation-missing'],
    ['has a map with operations', { map: { ...content().map, steps: [] } }, 'map-empty'],
    ['has an operation that counts', { map: { ...content().map, steps: [{ ...step, critical: false, optional: true }] } }, 'map-all-optional'],
    ['numbers its operations from one on', { map: { ...content().map, steps: [{ ...step, no: 2 }] } }, 'step-order'],
    ['has a criterion for every operation', { map: { ...content().map, steps: [{ ...step, criterion: both('') }] } }, 'step-criterion-missing'],
    ['names a skill in both languages, or none', { map: { ...content().map, steps: [{ ...step, skill: { kk: 'Пісіру', ru: '' } }] } }, 'step-skill-half'],
    ['lets no safety operation be optional', { map: { ...content().map, steps: [step, { ...step, no: 2, optional: true }] } }, 'step-critical-and-optional'],
    ['ties operations to its own topics', { map: { ...content().map, steps: [{ ...step, topic: 'T9' }] } }, 'step-topic-unknown'],
    ['says how it is held', { modes: [] }, 'modes-missing'],
    ['holds the practice on line only where the theory may be', { practiceModes: ['offline', 'online'] }, 'practice-online-theory-not'],
    ['lets the practice be taken in the centre', { modes: ['offline', 'online'], practiceModes: ['online'] }, 'practice-centre-missing'],
    ['gives time for the practice', { map: { ...content().map, minutes: 0 } }, 'map-minutes-wrong'],
  ])('%s', (_says, overrides, code) => {
    expect(codes(contentBlockers(content(overrides), [item()]))).toEqual([code])
  })

  it.each<[string, Partial<ProgrammeItem>, string]>([
    ['has a question in Kazakh and in Russian', { stem: { kk: '', ru: '2 + 2' } }, 'item-text-missing'],
    ['has every option in both languages', { options: [{ key: 'a', text: { kk: '3', ru: '' } }, ...item().options.slice(1)] }, 'item-option-text-missing'],
    ['marks an option that exists', { correct: ['d'] }, 'item-key-unknown'],
    ['has one right option when one is asked', { correct: ['a', 'b'] }, 'item-single-key'],
    ['has a key', { correct: [] }, 'item-single-key'],
    ['has two right options when several are asked', { kind: 'multiple', correct: ['b'] }, 'item-multiple-key'],
    ['has a wrong option when several are asked', { kind: 'multiple', correct: ['a', 'b', 'c'] }, 'item-multiple-key'],
    ['has different options', { options: item().options.map((option) => ({ ...option, text: both(option.key === 'a' ? ' 4' : option.text.kk) })) }, 'item-options-same'],
    ['has a code without spaces', { code: 'I 1' }, 'item-code-wrong'],
    ['has options with different signs', { options: [...item().options, { key: 'a', text: both('6') }] }, 'item-option-key-wrong'],
  ])('asks that every item %s', (_says, overrides, code) => {
    expect(codes(contentBlockers(content(), [item(overrides)]))).toEqual([code])
  })

  it('asks for two options at least', () => {
    expect(codes(contentBlockers(content(), [item({ options: item().options.slice(1, 2) })]))).toEqual(['item-options-count'])
  })

  it('counts items with several right options', () => {
    expect(contentBlockers(content(), [item({ kind: 'multiple', correct: ['b', 'c'] })])).toEqual([])
  })

  it('has no code twice and no item of a foreign topic', () => {
    expect(codes(contentBlockers(content(), [item(), item()]))).toEqual(['item-code-repeated'])
    expect(codes(contentBlockers(content(), [item(), item({ code: 'I-2', topic: 'T9' })]))).toEqual(['item-topic-unknown'])
  })

  it('is not the empty one', () => {
    expect(contentBlockers(emptyContent(), []).length).toBeGreaterThan(8)
  })

  it.each(['confectioner', 'welder', 'software-tester', 'web-administrator'])('is the demonstration programme of the %s', (name) => {
    const file = JSON.parse(readFileSync(`demo/programmes/${name}.json`, 'utf8')) as ProgrammeContent & { items: ProgrammeItem[] }
    expect(contentBlockers({ ...file, modes: file.modes ?? ['offline'] }, file.items)).toEqual([])
  })
})

describe('the state of a version', () => {
  const none = { submittedAt: null, approvedAt: null, returnedAt: null, retiredAt: null, handedInAt: null }
  it.each([
    ['draft', none], ['submitted', { ...none, submittedAt: 'x' }], ['returned', { ...none, returnedAt: 'x' }],
    ['approved', { ...none, submittedAt: 'x', approvedAt: 'x' }], ['handed-in', { ...none, handedInAt: 'x' }], ['retired', { ...none, submittedAt: 'x', approvedAt: 'x', retiredAt: 'x' }],
  ] as const)('is %s', (state, facts) => {
    expect(programmeState(facts)).toBe(state)
  })

  it('is approved by nobody who wrote in it', () => {
    expect(codes(approverBlockers('a', { authorId: 'a', editorIds: ['a'] }))).toEqual(['approver-is-author'])
    expect(codes(approverBlockers('b', { authorId: 'a', editorIds: ['a', 'b'] }))).toEqual(['approver-wrote-in-it'])
    expect(approverBlockers('c', { authorId: 'a', editorIds: ['a', 'b'] })).toEqual([])
  })
})
