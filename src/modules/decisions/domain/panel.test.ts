import { describe, expect, it } from 'vitest'
import { groundOf, panelMay, type HeldFacts } from './ground.ts'
import { outcomeOf, quorumOf } from '#kernel/panel-vote.ts'
import { memberBlockers, missingPeople, panelBlockers, type PanelFacts, type PanelNorms, type PanelPerson } from './panel.ts'

const NORMS: PanelNorms = { size: 3, sizeOneAllowed: true, odd: true, quorum: { numerator: 2, denominator: 3 }, assessorMaySit: false, majority: 'simple', mayInvite: true }
const FACTS: PanelFacts = { assessorIds: ['assessor'], candidateAccountId: 'candidate', tookPartIds: [] }
const member = (accountId: string, roles: readonly string[] = ['panel-member']): PanelPerson => ({ accountId, name: accountId, roles })
const codes = (people: readonly PanelPerson[], chair: string | undefined = people[0]?.accountId, facts = FACTS, norms = NORMS) => panelBlockers(people, chair, facts, norms).map((each) => each.code)

describe('composition of the panel', () => {
  it.each([
    ['one person alone, as the norm allows', [member('a')], []],
    ['three lawful people', [member('a'), member('b'), member('c')], []],
    ['five lawful people', ['a', 'b', 'c', 'd', 'e'].map((id) => member(id)), []],
    ['the head among them', [member('a', ['centre-head']), member('b'), member('c')], []],
    ['two people', [member('a'), member('b')], ['panel.too-small', 'panel.even']],
    ['four people', ['a', 'b', 'c', 'd'].map((id) => member(id)), ['panel.even']],
    ['nobody', [], ['panel.too-small', 'panel.chair-missing']],
    ['the same person twice', [member('a'), member('a'), member('b')], ['panel.member-twice']],
    ['somebody who assessed', [member('a'), member('b'), member('assessor')], ['panel.member-assessed']],
    ['the candidate himself', [member('a'), member('b'), member('candidate')], ['panel.member-is-candidate']],
    ['an operator without the role', [member('a'), member('b'), member('c', ['centre-operator'])], ['panel.member-without-role']],
    ['somebody without any role that day', [member('a'), member('b'), member('c', [])], ['panel.member-without-role']],
  ])('%s', (_name, people, expected) => {
    expect(codes(people)).toEqual(expected)
  })

  it('refuses one person alone where the norm does not allow it, and says how many are missing', () => {
    expect(panelBlockers([member('a')], 'a', FACTS, { ...NORMS, sizeOneAllowed: false })).toEqual([{ code: 'panel.too-small', data: { have: 1, need: 3, missing: 2 } }])
  })
  it('needs a chair who is a member', () => {
    expect(codes([member('a'), member('b'), member('c')], 'd')).toEqual(['panel.chair-missing'])
  })
  it('lets an assessor sit where the norm says so', () => {
    expect(memberBlockers(member('assessor'), FACTS, { ...NORMS, assessorMaySit: true })).toEqual([])
  })
  it('has guests of another centre where the norm says so, and keeps them out where it does not', () => {
    const guest = { ...member('guest'), guest: true }
    expect(codes([member('a'), member('b'), guest])).toEqual([])
    expect(panelBlockers([member('a'), member('b'), guest], 'a', FACTS, { ...NORMS, mayInvite: false })).toEqual([{ code: 'panel.member-of-another-centre', data: { name: 'guest' } }])
    expect(panelBlockers([member('a'), member('b'), member('c')], 'a', FACTS, { ...NORMS, mayInvite: false })).toEqual([])
  })
  it('keeps members of the first panel out of the second', () => {
    expect(codes([member('a'), member('b'), member('c')], 'a', { ...FACTS, tookPartIds: ['b'] })).toEqual(['panel.member-took-part'])
  })
  it('counts the people a small centre lacks', () => {
    expect([0, 1, 2, 3, 4].map((lawful) => missingPeople(lawful, NORMS))).toEqual([3, 2, 1, 0, 0])
  })
})

describe('votes', () => {
  it.each([[1, 1], [3, 2], [5, 4], [7, 5], [9, 6]])('of %i members %i make a quorum of two thirds', (size, needed) => {
    expect(quorumOf(size, NORMS.quorum)).toBe(needed)
  })
  it.each([
    [3, [], { state: 'waiting', votes: 0, needed: 2 }],
    [3, ['pass'], { state: 'waiting', votes: 1, needed: 2 }],
    [3, ['pass', 'pass'], { state: 'decided', outcome: 'pass' }],
    [3, ['pass', 'fail'], { state: 'tie' }],
    [3, ['pass', 'fail', 'fail'], { state: 'decided', outcome: 'fail' }],
    [5, ['pass', 'pass', 'pass'], { state: 'waiting', votes: 3, needed: 4 }],
    [5, ['pass', 'pass', 'fail', 'fail'], { state: 'tie' }],
    [5, ['pass', 'pass', 'pass', 'fail'], { state: 'decided', outcome: 'pass' }],
    [1, ['fail'], { state: 'decided', outcome: 'fail' }],
  ] as const)('a panel of %i with votes %j', (size, votes, expected) => {
    expect(outcomeOf<'pass' | 'fail'>(votes, size, NORMS.quorum)).toEqual(expected)
  })

  it.each([
    [3, ['pass', 'pass'], { state: 'decided', outcome: 'pass' }],
    [4, ['pass', 'pass', 'fail'], { state: 'waiting', votes: 3, needed: 4 }],
    [4, ['pass', 'pass', 'fail', 'fail'], { state: 'tie' }],
    [4, ['pass', 'pass', 'fail', 'pass'], { state: 'decided', outcome: 'pass' }],
    [5, ['pass', 'pass', 'fail', 'fail'], { state: 'waiting', votes: 4, needed: 5 }],
    [9, ['fail', 'fail', 'fail', 'fail', 'pass', 'pass'], { state: 'waiting', votes: 6, needed: 9 }],
    [9, ['fail', 'fail', 'fail', 'fail', 'fail', 'pass'], { state: 'decided', outcome: 'fail' }],
    [1, ['fail'], { state: 'decided', outcome: 'fail' }],
    [1, [], { state: 'waiting', votes: 0, needed: 1 }],
  ] as const)('a panel of %i with votes %j, where more than half of all members is needed', (size, votes, expected) => {
    expect(outcomeOf<'pass' | 'fail'>(votes, size, NORMS.quorum, 'absolute')).toEqual(expected)
  })
})

const passed = { passed: true, endKind: 'handed-in' }
const failed = { passed: false, endKind: 'handed-in' }
const held = (facts: Partial<HeldFacts>): HeldFacts => ({ violations: [], violationsEnd: 2, ...facts })

describe('the ground of non-passing', () => {
  it.each([
    ['both stages passed', held({ theory: passed, practice: passed }), undefined],
    ['theory not passed', held({ theory: failed }), 'THEORY_NOT_PASSED'],
    ['theory ended by time and not passed', held({ theory: { passed: false, endKind: 'time' } }), 'THEORY_NOT_PASSED'],
    ['practice not by the map', held({ theory: passed, practice: { passed: false, endKind: 'finished' } }), 'PRACTICE_NOT_PER_MAP'],
    ['practice stopped for safety', held({ theory: passed, practice: { passed: false, endKind: 'safety' } }), 'PRACTICE_NOT_PER_MAP'],
    ['one violation is a warning', held({ theory: passed, practice: passed, violations: [{ ordinal: 1 }] }), undefined],
    ['a warning in each stage, where each counts by itself', held({ theory: passed, practice: passed, violations: [{ ordinal: 1 }, { ordinal: 1 }] }), undefined],
    ['the second violation', held({ theory: { passed: false, endKind: 'removal' }, violations: [{ ordinal: 1 }, { ordinal: 2 }] }), 'VIOLATION'],
    ['removed from the practice', held({ theory: passed, practice: { passed: false, endKind: 'removal' }, violations: [{ ordinal: 1 }, { ordinal: 2 }] }), 'VIOLATION'],
    ['did not come', held({ noShow: { notLetIn: null } }), 'NO_SHOW'],
    ['passed theory, did not come to practice', held({ theory: passed, noShow: { notLetIn: null } }), 'NO_SHOW'],
    ['came and was not let in', held({ theory: passed, noShow: { notLetIn: { ground: 'no-document' } } }), 'NOT_LET_IN'],
  ] as const)('%s', (_name, facts, ground) => {
    expect(groundOf(facts)).toBe(ground)
    expect(panelMay('fail', facts).length === 0).toBe(ground !== undefined)
  })

  it.each([
    ['who passed both stages', held({ theory: passed, practice: passed }), []],
    ['who failed the theory', held({ theory: failed }), ['decision.theory-not-passed']],
    ['who failed the practice', held({ theory: passed, practice: failed }), ['decision.practice-not-per-map']],
    ['who was removed', held({ theory: passed, practice: { passed: false, endKind: 'removal' }, violations: [{ ordinal: 1 }, { ordinal: 2 }] }), ['decision.violation', 'decision.practice-not-per-map']],
    ['who did not come', held({ noShow: { notLetIn: null } }), ['decision.no-show']],
    ['who came and was not let in', held({ theory: passed, noShow: { notLetIn: { ground: 'face-differs' } } }), ['decision.not-let-in']],
    ['whose practice was never held', held({ theory: passed }), ['decision.stage-not-held']],
    ['of whom nothing is known', held({}), ['decision.stage-not-held']],
  ] as const)('may pass nobody but one %s', (_name, facts, expected) => {
    expect(panelMay('pass', facts).map((each) => each.code)).toEqual(expected)
  })
})
