import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { blocksBy, conflictsOf, declarationBlockers, type CandidateTies, type ConflictKind, type StaffTies } from './conflict.ts'

const staff = (overrides: Partial<StaffTies> = {}): StaffTies => ({ accountId: 'a', personId: 'asel', name: 'A', employers: [], address: undefined, markedBefore: false, guest: false, declared: [], ...overrides })
const candidate = (overrides: Partial<CandidateTies> = {}): CandidateTies => ({ personId: 'nurlan', employer: undefined, onlyByGuests: false, addresses: [], ...overrides })
const always = () => true

describe('a conflict of interest', () => {
  it.each<[string, StaffTies, CandidateTies, ConflictKind[]]>([
    ['is none between strangers', staff(), candidate(), []],
    ['is none where neither address is known', staff({ address: undefined }), candidate({ addresses: [] }), []],
    ['is to judge oneself', staff({ personId: 'nurlan' }), candidate(), ['same-person']],
    ['is the employer who referred the candidate', staff({ employers: ['plant', 'other'] }), candidate({ employer: 'plant' }), ['same-employer']],
    ['is not an employer who did not refer him', staff({ employers: ['other'] }), candidate({ employer: 'plant' }), []],
    ['is an employer that was declared', staff({ declared: ['employer'] }), candidate(), ['same-employer']],
    ['is kin that was declared', staff({ declared: ['kin'] }), candidate(), ['declared-kin']],
    ['is a teacher who was declared', staff({ declared: ['taught'] }), candidate(), ['taught-by']],
    ['is to have marked him before', staff({ markedBefore: true }), candidate(), ['marked-before']],
    ['is one house', staff({ address: 'abai 12' }), candidate({ addresses: ['abai 12'] }), ['same-address']],
    ['is not a neighbour', staff({ address: 'abai 12' }), candidate({ addresses: ['abai 14'] }), []],
    ['is to examine one’s own organisation’s people without coming from elsewhere', staff(), candidate({ onlyByGuests: true }), ['own-organisation']],
    ['is none where he was invited from another centre', staff({ guest: true }), candidate({ onlyByGuests: true }), []],
    ['of who judges himself is said once', staff({ personId: 'nurlan' }), candidate({ onlyByGuests: true }), ['same-person']],
    ['is each kind once', staff({ employers: ['plant'], declared: ['employer', 'kin'] }), candidate({ employer: 'plant' }), ['same-employer', 'declared-kin']],
  ])('%s', (_says, one, other, kinds) => expect(conflictsOf(one, other, always)).toEqual(kinds))

  it('counts as the norms say, but nobody ever judges himself', () => {
    expect(conflictsOf(staff({ personId: 'nurlan', markedBefore: true, declared: ['kin'] }), candidate(), (kind) => kind === 'declared-kin')).toEqual(['same-person', 'declared-kin'])
  })
})

const edition = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const set = (values: Record<string, boolean>) => ({ ...edition, norms: edition.norms.map((norm) => (norm.key in values ? { ...norm, value: values[norm.key]! } : norm)) })

it.each<[string, Record<string, boolean>, boolean, boolean]>([
  ['by the norms of the platform keeps him from both', {}, true, true],
  ['may decide where its own norm says so, and still not examine', { 'panel.ownEmployerMaySit': true }, true, false],
  ['may examine and still not decide', { 'conflict.sameEmployer': false }, false, true],
  ['may do both', { 'conflict.sameEmployer': false, 'panel.ownEmployerMaySit': true }, false, false],
])('an employer in common %s', (_says, values, atExam, inPanel) => {
  const at = (place: 'exam' | 'panel') => conflictsOf(staff({ declared: ['employer'] }), candidate(), blocksBy(set(values), place)).length > 0
  expect([at('exam'), at('panel')]).toEqual([atExam, inPanel])
  expect(conflictsOf(staff({ declared: ['kin'] }), candidate(), blocksBy(set(values), 'panel'))).toEqual(['declared-kin'])
})

describe('a declaration', () => {
  const facts = { isStaff: true, standsAlready: false, isOwnCase: false }
  it.each([
    ['of a known kind about the staff', 'kin', facts, []],
    ['of an unknown kind', 'friend', facts, ['interest.kind-missing']],
    ['about a stranger', 'kin', { ...facts, isStaff: false }, ['interest.no-staff']],
    ['that stands already', 'taught', { ...facts, standsAlready: true }, ['interest.stands-already']],
    ['of oneself in one’s own case', 'kin', { ...facts, isOwnCase: true }, ['interest.own-case']],
  ])('%s', (_says, kind, known, codes) => expect(declarationBlockers(kind, known).map((each) => each.code)).toEqual(codes))
})
