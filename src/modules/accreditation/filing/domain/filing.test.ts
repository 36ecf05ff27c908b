import { describe, expect, it } from 'vitest'
import { LEGAL_TITLES, lineBlockers, missingOf, PAPER_KINDS, PAPER_LANGUAGES, type FilingFacts } from './filing.ts'
import { acceptBlockers, giveBackBlockers, itemsOf, type ItemCheck } from './receipt.ts'

const codes = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code.replace('accreditation.', ''))
const line = { professionCode: 'K-1', level: 4, track: 'voluntary' as const, levels: [3, 4], linked: false }
const papers = PAPER_KINDS.flatMap((kind) => PAPER_LANGUAGES.map((language) => ({ kind, language, professionCode: kind === 'programme' ? 'K-1' : null, level: kind === 'programme' ? 4 : null })))
const whole: FilingFacts = { bin: '240190007291', lines: [line], premisesTitle: 'ownership', premises: 'x', equipment: 'x', resources: 'x', staff: [{ professionCode: 'K-1' }], papers }

describe('an application', () => {
  it('is whole with five kinds of papers in two languages, premises under an allowed title and staff of the field', () => {
    expect([PAPER_KINDS.length, LEGAL_TITLES.length]).toEqual([5, 5])
    expect(missingOf(whole)).toEqual([])
  })

  it('comes from a legal entity: without a BIN it is not submitted', () => expect(codes(missingOf({ ...whole, bin: null }))).toEqual(['bin-missing']))

  it.each(papers)('lacks each paper by its language: %j', (gone) =>
    expect(codes(missingOf({ ...whole, papers: papers.filter((paper) => paper !== gone) }))).toEqual([`paper-${gone.kind}-${gone.language}`]))

  it('needs a programme and staff for every profession, and no paper where a draft programme is linked', () => {
    const second = { ...line, professionCode: 'K-2' }
    expect(codes(missingOf({ ...whole, lines: [line, second] }))).toEqual(['staff-missing', 'paper-programme-kk', 'paper-programme-ru'])
    expect(missingOf({ ...whole, lines: [{ ...line, linked: true }], papers: papers.filter((paper) => paper.kind !== 'programme') })).toEqual([])
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
