import { describe, expect, it } from 'vitest'
import { sampleStandard } from '../../../../test/support/sample-standard.ts'
import { requirementsBlockers, standardBlockers, type ProfessionCard, type StandardContent } from './standard.ts'

const told = (change: (content: StandardContent, card: ProfessionCard) => void) => {
  const content = sampleStandard()
  change(content, content.cards[0]!)
  return standardBlockers(content).map(({ code, data }) => [code, ...(data ? [data['at']] : [])].join(' '))
}

describe('a standard that is whole', () => {
  it('meets no obstacle', () => expect(standardBlockers(sampleStandard())).toEqual([]))
})

describe('what a standard may not lack, each with the code of its place', () => {
  it.each<[string, (content: StandardContent, card: ProfessionCard) => void, string[]]>([
    ['a scope', (content) => { content.passport.scope = { kk: '', ru: ' ' } }, ['standards.text-missing scope']],
    ['Kazakh where there is Russian', (content) => { content.passport.terms.kk = '' }, ['standards.kazakh-missing terms']],
    ['Russian where there is Kazakh', (_, card) => { card.aim.ru = '' }, ['standards.russian-missing 1, aim']],
    ['a card', (content) => { content.cards = [] }, ['standards.cards-missing']],
    ['a level', (_, card) => { card.level = null }, ['standards.level-missing 1']],
    ['a level of the framework: there is no ninth', (_, card) => { card.level = 9 }, ['standards.level-wrong 1']],
    ['a mandatory labour function', (_, card) => { card.functions[0]!.mandatory = false }, ['standards.functions-missing 1']],
    ['education, even if it says that none is asked', (_, card) => { card.texts.education = { kk: '', ru: '' } }, ['standards.text-missing 1, education']],
    ['skills in each function', (_, card) => { card.functions[1]!.skills = [] }, ['standards.skills-missing 1, 1.2']],
    ['abilities in each skill', (_, card) => { card.functions[0]!.skills[0]!.abilities = [] }, ['standards.abilities-missing 1, 1.1.1']],
    ['knowledge in each skill', (_, card) => { card.functions[0]!.skills[0]!.knowledge = [] }, ['standards.knowledge-missing 1, 1.1.1']],
    ['an ability in both languages', (_, card) => { card.functions[0]!.skills[0]!.abilities[1]!.kk = '' }, ['standards.kazakh-missing 1, 1.1.1']],
    ['codes that differ', (_, card) => { card.functions[1]!.code = '1.1' }, ['standards.code-repeated 1, 1.1']],
    ['codes that can be read', (_, card) => { card.functions[1]!.skills[0]!.code = 'a b' }, ['standards.code-wrong 1, a b']],
  ])('%s', (_, change, expected) => expect(told(change)).toEqual(expected))

  it('one card only for a profession and a level', () => {
    const content = sampleStandard()
    content.cards.push({ ...sampleStandard().cards[0]!, code: '2' })
    expect(standardBlockers(content).map(({ code }) => code)).toEqual(['standards.profession-repeated'])
  })
})

describe('qualification requirements', () => {
  const whole = { text: { kk: 'm', ru: 't' }, page: 'https://example.kz/act', professions: [{ professionCode: 'K-T001', level: 3 }] }
  it.each([
    [whole, []], [{ ...whole, page: '' }, []],
    [{ ...whole, text: { kk: '', ru: 't' } }, ['standards.kazakh-missing']],
    [{ ...whole, page: 'javascript:alert(1)' }, ['standards.page-wrong']],
    [{ ...whole, professions: [] }, ['standards.professions-missing']],
    [{ ...whole, professions: [{ professionCode: 'K-T001', level: 0 }] }, ['standards.level-wrong']],
    [{ ...whole, professions: [whole.professions[0]!, whole.professions[0]!] }, ['standards.profession-repeated']],
  ])('%# say what they lack', (content, expected) => expect(requirementsBlockers(content).map(({ code }) => code)).toEqual(expected))
})
