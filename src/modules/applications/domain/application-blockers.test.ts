import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { applicationBlockers, demandedPapers, isWall, openCaseInTheWay, receivedOnBlockers, requiredAge, type ApplicationFacts } from './application-blockers.ts'

const norms = parseNormEdition(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../norms/2026-01.json'), 'utf8')))
const TODAY = day('2026-03-02')

function facts(change: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    profession: { track: 'voluntary', struckOn: null, levels: [3, 4], ageMin: null, educationRequired: false, experienceRequired: false, basis: 'standard', attributesProvenance: 'import' },
    level: 4, scope: 'valid', hasPrice: true, birthOn: day('1990-05-17'), openCases: [], barredUntil: undefined, papers: [], consented: true, missingFields: [], onPaper: false, ...change,
  }
}
const codes = (change: Partial<ApplicationFacts>) => applicationBlockers(facts(change), TODAY, norms).map((blocker) => blocker.code)

describe('an application', () => {
  it('is registered when nothing stands against it', () => {
    expect(codes({})).toEqual([])
  })

  it.each<[string, Partial<ApplicationFacts>, string[]]>([
    ['a level the profession does not have', { level: 5 }, ['application.level-unknown']],
    ['no level', { level: undefined }, ['application.level-missing']],
    ['no centre', { scope: 'no-centre' }, ['application.centre-missing']],
    ['a centre that was never accredited for it', { scope: 'none' }, ['application.centre-not-in-scope']],
    ['a certificate that ran out', { scope: 'ended' }, ['application.certificate-expired']],
    ['a price without a list', { hasPrice: false }, ['application.price-missing']],
    ['an open case for the same qualification', { openCases: [{ number: '2026-11-000001-A', level: 4 }] }, ['application.open-case']],
    ['a removal from an exam, while its ban runs', { barredUntil: day('2026-03-03') }, ['application.removed-before']],
    ['a missing consent', { consented: false }, ['application.consent-missing']],
    ['missing fields', { missingFields: ['contact', 'exam-language'] }, ['application.contact-missing', 'application.exam-language-missing']],
  ])('is stopped by %s', (_what, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  describe('while cases for the profession are open', () => {
    const third = { number: '2026-11-000003-A', level: 3 }
    const fourth = { number: '2026-11-000004-A', level: 4 }
    const allowing = (cases: number) => ({ ...norms, norms: norms.norms.map((norm) => (norm.key === 'application.openCasesPerQualification' ? { ...norm, value: cases } : norm)) })
    it.each<[string, number, (typeof third)[], number | undefined, string | undefined]>([
      ['waits for the case of its own level', 1, [fourth], 4, fourth.number],
      ['waits for a case of another level too, as the norm stands', 1, [third], 4, third.number],
      ['is told so before a level is chosen', 1, [third], undefined, third.number],
      ['is free where none is open', 1, [], 4, undefined],
      ['never runs beside one of its own level, however many the norm allows', 2, [fourth], 4, fourth.number],
      ['runs beside one of another level where the norm allows two', 2, [third], 4, undefined],
      ['may be begun where the norm allows two and one is open', 2, [third], undefined, undefined],
      ['waits where two are open and two are allowed', 2, [third, { ...fourth, level: 5 }], 4, third.number],
      ['is told of the case of its own level first', 2, [third, fourth], 4, fourth.number],
    ])('%s (%i allowed)', (_says, allowed, openCases, level, expected) => {
      expect(openCaseInTheWay({ openCases, level }, allowing(allowed))?.number).toBe(expected)
    })

    it('names the case and its level', () => {
      expect(applicationBlockers(facts({ openCases: [third] }), TODAY, norms)).toEqual([{ code: 'application.open-case', data: { number: third.number, level: 3 } }])
    })
  })

  it('for a mandatory profession meets one wall and is asked nothing more', () => {
    const profession = { ...facts().profession, track: 'mandatory' as const, levels: [], basis: null }
    expect(codes({ profession, level: undefined, scope: 'none', consented: false })).toEqual(['application.mandatory-profession'])
  })

  it('for a struck profession meets one wall, which names the day, and is asked nothing more', () => {
    const profession = { ...facts().profession, struckOn: day('2026-03-01') }
    expect(applicationBlockers(facts({ profession, level: undefined, scope: 'none' }), TODAY, norms)).toEqual([{ code: 'application.profession-struck', data: { on: '2026-03-01' } }])
    expect(isWall('application.profession-struck')).toBe(true)
  })

  it('tells every reason at once', () => {
    expect(codes({ scope: 'none', consented: false, missingFields: ['contact'] })).toEqual(['application.centre-not-in-scope', 'application.contact-missing', 'application.consent-missing'])
  })

  it.each([
    ['2010-03-02', []], // sixteenth birthday today
    ['2010-03-03', ['application.too-young']], // tomorrow
    ['2010-03-01', []],
  ])('of a person born on %s minds the floor of 16 years to the day', (birthOn, expected) => {
    expect(codes({ birthOn: day(birthOn) })).toEqual(expected)
  })

  it('takes the higher of the two ages, and says from which day the person may apply', () => {
    const profession = { ...facts().profession, ageMin: 18 }
    expect(requiredAge(profession, norms)).toBe(18)
    expect(requiredAge({ ageMin: 14 }, norms)).toBe(16)
    expect(applicationBlockers(facts({ profession, birthOn: day('2009-01-31') }), TODAY, norms)).toEqual([{ code: 'application.too-young', data: { age: 18, from: '2027-01-31' } }])
  })

  it('comes of age on 28 February when it was born on the 29th', () => {
    const born = facts({ birthOn: day('2012-02-29') })
    expect(applicationBlockers(born, day('2028-02-28'), norms).map((each) => each.code)).toEqual(['application.too-young'])
    expect(applicationBlockers(born, day('2028-02-29'), norms)).toEqual([])
    const leap = facts({ birthOn: day('2008-02-29'), profession: { ...facts().profession, ageMin: 18 } })
    expect(applicationBlockers(leap, day('2026-02-28'), norms)).toEqual([])
  })

  it('asks only for the papers that the basis demands', () => {
    expect(demandedPapers(facts().profession, norms)).toEqual([])
    const profession = { ...facts().profession, experienceRequired: true }
    expect(codes({ profession })).toEqual(['application.paper-work-missing'])
    expect(codes({ profession, papers: ['work'] })).toEqual([])
    expect(codes({ profession: { ...profession, educationRequired: true }, papers: ['work'] })).toEqual(['application.paper-education-missing'])
  })

  it.each<[string, object, string | null, string[]]>([
    ['nothing, while the norm is not set', { basis: null }, null, []],
    ['what the norm lists, where there is neither standard nor requirements', { basis: null }, 'education work', ['education', 'work']],
    ['what the norm lists, where the register does not know what the standard asks', { attributesProvenance: 'unknown' }, 'work', ['work']],
    ['nothing, where the standard asks nothing, whatever the norm says', {}, 'education work', []],
    ['what the basis asks, and not what the norm lists', { experienceRequired: true }, 'education', ['work']],
    ['what the register says is asked, though it names no basis', { basis: null, educationRequired: true }, 'work', ['education']],
  ])('asks for %s', (_, change, listed, papers) => {
    const edition = { ...norms, norms: norms.norms.map((norm) => (norm.key === 'application.papersWithoutBasis' ? { ...norm, value: listed } : norm)) }
    expect(demandedPapers({ ...facts().profession, ...change }, edition)).toEqual(papers)
  })

  it('on paper is registered though papers lack: that is checked afterwards', () => {
    const profession = { ...facts().profession, educationRequired: true }
    expect(codes({ profession, onPaper: true })).toEqual([])
  })
})

describe('a wall', () => {
  it('is what prevents registration, and is none of the two grounds of refusal', () => {
    expect(['application.mandatory-profession', 'application.centre-not-in-scope', 'application.too-young', 'application.open-case', 'application.removed-before'].every(isWall)).toBe(true)
    expect(isWall('application.paper-work-missing')).toBe(false)
    expect(isWall('application.consent-missing')).toBe(false)
  })
})

describe('the day of receipt', () => {
  it.each([
    ['2026-03-02', []], ['2026-02-27', []], ['2026-03-03', [{ code: 'application.received-in-future' }]],
  ])('%s', (text, expected) => {
    expect(receivedOnBlockers(day(text), TODAY)).toEqual(expected)
  })
  it('is asked for when it is no day', () => {
    expect(receivedOnBlockers(undefined, TODAY)).toEqual([{ code: 'application.received-on-wrong' }])
  })
})
