import { describe, expect, it } from 'vitest'
import { sampleStandard } from '../../../../test/support/sample-standard.ts'
import { changesOfCard, compareStandards, type StandardChange } from './comparison.ts'
import type { ProfessionCard, StandardContent } from './standard.ts'

const both = (text: string) => ({ kk: `${text} kk`, ru: `${text} ru` })
const said = (change: StandardChange) => [change.kind, change.node, change.at, change.kind === 'changed' ? change.field : change.text.ru].join(' ')
const after = (change: (content: StandardContent, card: ProfessionCard) => void) => {
  const content = sampleStandard()
  change(content, content.cards[0]!)
  return compareStandards(sampleStandard(), content).map(said)
}

describe('two versions of a standard', () => {
  it('that say the same differ in nothing, whatever the spaces', () => {
    expect(after((content) => { content.passport.scope = { kk: ' scope  kk', ru: 'scope ru ' } })).toEqual([])
  })

  it.each<[string, (content: StandardContent, card: ProfessionCard) => void, string[]]>([
    ['the passport', (content) => { content.passport.oked = both('other') }, ['changed passport oked oked']],
    ['one language of a text', (_, card) => { card.aim.kk = 'otherwise' }, ['changed card 1 aim']],
    ['the level', (_, card) => { card.level = 5 }, ['changed card 1 level']],
    ['education', (_, card) => { card.texts.education = both('more') }, ['changed card 1 education']],
    ['an additional function that becomes mandatory', (_, card) => { card.functions[1]!.mandatory = true }, ['changed function 1.2 mandatory']],
    ['a skill that may no longer be recognised alone', (_, card) => { card.functions[0]!.skills[0]!.alone = false }, ['changed skill 1.1.1 alone']],
    ['a function that went', (_, card) => { card.functions.pop() }, ['removed function 1.2 weld ru']],
    ['a function that came, its number taken from another', (_, card) => {
      card.functions.unshift({ code: '1.1', name: both('plan'), mandatory: true, skills: [] })
      card.functions[1]!.code = '1.2'
      card.functions[2]!.code = '1.3'
    }, ['added function 1.1 plan ru']],
    ['an ability written otherwise: one went and one came', (_, card) => { card.functions[0]!.skills[0]!.abilities[1] = both('weigh') }, ['removed ability 1.1.1 measure ru', 'added ability 1.1.1 weigh ru']],
    ['knowledge that came', (_, card) => { card.functions[1]!.skills[0]!.knowledge.push(both('gases')) }, ['added knowledge 1.2.1 gases ru']],
    ['a skill renamed under its code', (_, card) => { card.functions[1]!.skills[0]!.name = both('joint') }, ['changed skill 1.2.1 name']],
    ['a card that came', (content) => { content.cards.push({ ...sampleStandard('K-T002').cards[0]!, code: '2', name: both('other') }) }, ['added card 2 other ru']],
    ['a card that went', (content) => { content.cards = [] }, ['removed card 1 card ru']],
  ])('differ in %s', (_, change, expected) => expect(after(change)).toEqual(expected))

  it('concern a programme in the passport and in its own card only', () => {
    const two = sampleStandard()
    two.cards.push({ ...sampleStandard('K-T002').cards[0]!, code: '2', name: both('other') })
    const changed = structuredClone(two)
    changed.passport.oked = both('new')
    changed.cards[1]!.level = 6
    expect(changesOfCard(compareStandards(two, changed), '1').map(said)).toEqual(['changed passport oked oked'])
  })
})
