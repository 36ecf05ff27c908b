import { describe, expect, it } from 'vitest'
import { dissolutionBlockers, replacementBlockers, type ReplacementFacts } from './panel-change.ts'

const codes = (blockers: readonly { code: string }[]) => blockers.map((blocker) => blocker.code)

describe('a panel that is put right', () => {
  const base: ReplacementFacts = { seated: ['a', 'b', 'c'], left: ['z'], actorId: 'clerk', memberId: 'b', successorId: 'd', ground: 'illness', note: '', decides: false, memberLawful: true }
  const cases: [string, Partial<ReplacementFacts>, string[]][] = [
    ['a member who fell ill gives his seat to somebody new', {}, []],
    ['without a ground nobody is replaced', { ground: '' }, ['panel.ground-missing']],
    ['a ground of no list is no ground', { ground: 'whim' }, ['panel.ground-missing']],
    ['another ground is put into words', { ground: 'other', note: ' ' }, ['panel.note-missing']],
    ['another ground in words suffices', { ground: 'other', note: 'Іссапарға кетті.' }, []],
    ['who does not sit is not replaced', { memberId: 'x' }, ['panel.member-not-seated']],
    ['who sits takes no second seat', { successorId: 'c' }, ['panel.successor-sat']],
    ['nobody takes his own seat', { successorId: 'b' }, ['panel.successor-sat']],
    ['who was replaced does not come back', { successorId: 'z' }, ['panel.successor-sat']],
    ['an empty seat is no panel', { successorId: '' }, ['panel.successor-missing']],
    ['a member does not choose those he votes with', { actorId: 'a' }, ['panel.own-panel']],
    ['once the votes decide nobody falls ill', { decides: true }, ['panel.votes-decide']],
    ['nor is absent, nor leaves for another ground', { decides: true, ground: 'other', note: 'x' }, ['panel.votes-decide']],
    ['but a conflict of interest ends his seat, in words', { decides: true, ground: 'conflict', note: 'Кандидаттың туысы.' }, []],
    ['a conflict of interest without words is none', { decides: true, ground: 'conflict' }, ['panel.note-missing']],
    ['who may not sit any more goes whatever the votes say', { decides: true, memberLawful: false, ground: 'role-lost' }, []],
    ['a member gives up his own seat', { actorId: 'b' }, []],
  ]
  it.each(cases)('%s', (_, change, expected) => expect(codes(replacementBlockers({ ...base, ...change }))).toEqual(expected))

  it('is dissolved with a ground, and never by one of its members', () => {
    const facts = { seated: ['a', 'b', 'c'], actorId: 'clerk', ground: 'unable', note: '', decides: false, lawful: true }
    expect(dissolutionBlockers(facts)).toEqual([])
    expect(codes(dissolutionBlockers({ ...facts, actorId: 'a' }))).toEqual(['panel.own-panel'])
    expect(codes(dissolutionBlockers({ ...facts, decides: true }))).toEqual(['panel.votes-decide'])
    expect(dissolutionBlockers({ ...facts, decides: true, lawful: false })).toEqual([])
    expect(codes(dissolutionBlockers({ ...facts, ground: 'illness' }))).toEqual(['panel.ground-missing'])
    expect(codes(dissolutionBlockers({ ...facts, ground: 'other' }))).toEqual(['panel.note-missing'])
  })
})
