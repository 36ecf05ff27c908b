import { describe, expect, it } from 'vitest'
import { LEGAL_TITLES, lineBlockers, missingOf, PAPER_KINDS, PAPER_LANGUAGES, type FilingFacts } from './filing.ts'
import { acceptBlockers, giveBackBlockers, itemsOf, type ItemCheck } from './receipt.ts'

const codes = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code.replace('accreditation.', ''))
const line = { professionCode: 'K-1', level: 4, track: 'voluntary' as const, levels: [3, 4], programme: [] }
const papers = PAPER_KINDS.filter((kind) => kind !== 'programme').flatMap((kind) => PAPER_LANGUAGES.map((language) => ({ kind, language, professionCode: null, level: null })))
const whole: FilingFacts = { bin: '240190007291', lines: [line], premisesTitle: 'ownership', premises: 'x', equipment: 'x', resources: 'x', staff: [{ professionCode: 'K-1' }], papers }

describe('an application', () => {
  it('is whole with its papers in two languages, a draft programme per profession, premises under an allowed title and staff of the field', () => {
    expect([PAPER_KINDS.length, LEGAL_TITLES.length]).toEqual([5, 5])
    expect(missingOf(whole)).toEqual([])
  })

  it('comes from a legal entity: without a BIN it is not submitted', () => expect(codes(missingOf({ ...whole, bin: null }))).toEqual(['bin-missing']))

  it.each(papers)('lacks each paper by its language: %j', (gone) =>
    expect(codes(missingOf({ ...whole, papers: papers.filter((paper) => paper !== gone) }))).toEqual([`paper-${gone.kind}-${gone.language}`]))

  it('needs staff and a draft programme for every profession, whole by the rules of programmes, and says what a programme lacks', () => {
    const second = { ...line, professionCode: 'K-2', programme: undefined }
    expect(codes(missingOf({ ...whole, lines: [line, second] }))).toEqual(['staff-missing', 'programme-missing'])
    const lacks = [...'abcdefg'].map((each) => ({ code: `programme.${each}` }))
    expect(missingOf({ ...whole, lines: [{ ...line, programme: lacks }] })).toEqual([{ code: 'accreditation.programme-not-whole', data: { profession: 'K-1 (4)', n: 7 } }, ...lacks.slice(0, 5)])
  })

  it.each([
    [{ ...line }, []],
    [{ ...line, track: 'mandatory' as const }, ['profession-mandatory']],
    [{ ...line, track: undefined }, ['profession-unknown']],
    [{ ...line, level: 5 }, ['level-unknown']],
  ])('names voluntary professions at levels of the register: %j', (facts, expected) => expect(codes(lineBlockers(facts))).toEqual(expected))
})

describe('the receipt', () => {
  const items = itemsOf([line])
  const all = (verdict: 'right' | 'wrong'): ItemCheck[] => items.map((item) => ({ item, verdict, reason: 'x' }))
  it.each([
    [[], 0, ['items-unchecked'], ['items-unchecked']],
    [all('right'), 0, [], ['nothing-wrong']],
    [all('wrong'), 0, ['items-wrong'], []],
    [all('wrong'), 1, ['items-wrong'], ['no-more-corrections']],
    [all('right').slice(1), 1, ['items-unchecked'], ['items-unchecked', 'no-more-corrections']],
  ])('of checks %j after %i corrections', (checks, corrections, accept, giveBack) => {
    expect(codes(acceptBlockers(items, checks))).toEqual(accept)
    expect(codes(giveBackBlockers(items, checks, corrections, 1))).toEqual(giveBack)
  })
})
