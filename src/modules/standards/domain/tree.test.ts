import { describe, expect, it } from 'vitest'
import { sampleStandard } from '../../../../test/support/sample-standard.ts'
import { standardBlockers, textsOf, CARD_TEXTS, type StandardContent } from './standard.ts'
import { addNode, changeNode, moveNode, removeNode, type NodeDraft, type TreeChange } from './tree-change.ts'
import { countBelow, nextCode, nodeAt } from './tree.ts'

const SAMPLE = sampleStandard()
const both = (text: string) => ({ kk: `${text} kk`, ru: `${text} ru` })
const CARD: NodeDraft = { node: 'card', code: '2', name: both('other'), professionCode: null, occupationCode: null, level: 5, tariffGrade: null, aim: both('aim'), texts: { ...textsOf(CARD_TEXTS), education: both('education') } }
const labour = (code: string): NodeDraft => ({ node: 'function', code, name: both('mend'), mandatory: true })
const skill = (code: string): NodeDraft => ({ node: 'skill', code, name: both('hold'), alone: true })
const text = (node: 'ability' | 'knowledge', said = 'said'): NodeDraft => ({ node, name: both(said) })

const done = (change: TreeChange): { content: StandardContent; at: string } => {
  if (!change || 'blockers' in change) throw new Error(JSON.stringify(change))
  return change
}
const refused = (change: TreeChange) => (change && 'blockers' in change ? change.blockers.map(({ code, data }) => `${code} ${data?.['field']}`) : change && 'done')
/** What the code or the Russian text of the nodes says, in their order. */
const order = (content: StandardContent) => [
  content.cards.map((each) => each.code).join(' '), content.cards[0]!.functions.map((each) => each.code).join(' '), content.cards[0]!.functions[0]!.skills.map((each) => each.code).join(' '),
  content.cards[0]!.functions[0]!.skills[0]!.abilities.map((each) => each.ru).join(', '), content.cards[0]!.functions[0]!.skills[0]!.knowledge.map((each) => each.ru).join(', '),
]

describe('the tree of a draft: card → labour function → skill → abilities and knowledge', () => {
  it.each<[string, NodeDraft, string, (string | undefined)[]]>([
    ['', CARD, '1', ['1 2', '1.1 1.2', '1.1.1', 'see ru, measure ru', 'rules ru']],
    ['0', labour('1.3'), '0-2', ['1', '1.1 1.2 1.3', '1.1.1', 'see ru, measure ru', 'rules ru']],
    ['0-0', skill('1.1.2'), '0-0-1', ['1', '1.1 1.2', '1.1.1 1.1.2', 'see ru, measure ru', 'rules ru']],
    ['0-0-0', text('ability'), '0-0-0-a2', ['1', '1.1 1.2', '1.1.1', 'see ru, measure ru, said ru', 'rules ru']],
    ['0-0-0', text('knowledge'), '0-0-0-k1', ['1', '1.1 1.2', '1.1.1', 'see ru, measure ru', 'rules ru, said ru']],
  ])('under «%s» a node is added as the last of its kind', (under, draft, at, expected) => {
    const after = done(addNode(SAMPLE, under, draft))
    expect([after.at, order(after.content)]).toEqual([at, expected])
    expect(nodeAt(after.content, at)).toMatchObject({ node: draft.node })
    expect(SAMPLE).toEqual(sampleStandard())
  })

  it.each<[string, NodeDraft]>([
    ['', labour('9')], ['', text('ability')], ['0', CARD], ['0', skill('9')], ['0-0', labour('9')], ['0-0', text('knowledge')], ['0-0-0', skill('9')], ['0-0-0-a0', text('ability')],
    ['7', labour('9')], ['0-9', skill('9')], ['0-0-7', text('ability')], ['-1', labour('9')], ['x', labour('9')], ['0-0-0-z0', text('ability')], ['cards', CARD],
  ])('under «%s» nothing of another kind is added, and nothing under what does not exist', (under, draft) => {
    expect(addNode(SAMPLE, under, draft)).toBeUndefined()
  })

  it('is written anew without what stands under it', () => {
    const { content } = done(changeNode(SAMPLE, '0-0', { node: 'function', code: '1.9', name: both('clean'), mandatory: false }))
    expect(content.cards[0]!.functions[0]).toEqual({ ...SAMPLE.cards[0]!.functions[0]!, code: '1.9', name: both('clean'), mandatory: false })
    expect(done(changeNode(SAMPLE, '0', { ...CARD, code: '1' } as NodeDraft)).content.cards[0]).toMatchObject({ level: 5, functions: SAMPLE.cards[0]!.functions })
    expect(order(done(changeNode(SAMPLE, '0-0-0-a1', text('ability', 'weigh'))).content)[3]).toBe('see ru, weigh ru')
    expect(order(done(changeNode(SAMPLE, '0-0-0-k0', text('knowledge', 'norms'))).content)[4]).toBe('norms ru')
    expect(changeNode(SAMPLE, '0-0-0-k0', text('ability'))).toBeUndefined()
    expect(changeNode(SAMPLE, '0-5', labour('1'))).toBeUndefined()
  })

  it.each<[string, -1 | 1, string, number, string]>([
    ['0-1', -1, '0-0', 1, '1.2 1.1'], ['0-0', 1, '0-1', 1, '1.2 1.1'], ['0-0', -1, '0-0', 1, '1.1 1.2'], ['0-1', 1, '0-1', 1, '1.1 1.2'],
    ['0-0-0-a1', -1, '0-0-0-a0', 3, 'measure ru, see ru'], ['0-0-0-k0', 1, '0-0-0-k0', 4, 'rules ru'], ['0', 1, '0', 0, '1'],
  ])('«%s» moved by %i stands at «%s», and at the edge it stays', (at, by, expected, list, said) => {
    const after = done(moveNode(SAMPLE, at, by))
    expect([after.at, order(after.content)[list]]).toEqual([expected, said])
  })

  it.each<[string, string, number, string]>([['0-0', '0', 1, '1.2'], ['0-0-0-a0', '0-0-0', 3, 'measure ru'], ['0-0-0-k0', '0-0-0', 4, '']])('«%s» is taken out, and one stands at «%s»', (at, above, list, said) => {
    const after = done(removeNode(SAMPLE, at))
    expect([after.at, order(after.content)[list]]).toEqual([above, said])
  })

  it('loses with a node everything under it, and nothing that does not exist', () => {
    expect(done(removeNode(SAMPLE, '0')).content.cards).toEqual([])
    expect([removeNode(SAMPLE, '1'), removeNode(SAMPLE, ''), moveNode(SAMPLE, '0-0-0-a9', 1)]).toEqual([undefined, undefined, undefined])
    expect(['0', '0-0', '0-0-0', '0-0-0-a0'].map((at) => countBelow(nodeAt(SAMPLE, at)!))).toEqual([{ function: 2, skill: 2, ability: 3, knowledge: 2 }, { skill: 1, ability: 2, knowledge: 1 }, { ability: 2, knowledge: 1 }, {}])
  })

  it.each<[string, NodeDraft, string[]]>([
    ['0', { ...labour('1.1') } as NodeDraft, ['standards.node-code-repeated code']],
    ['0', labour('1.1.1'), ['standards.node-code-repeated code']],
    ['0-0', skill('1.2.1'), ['standards.node-code-repeated code']],
    ['', { ...CARD, code: '1' } as NodeDraft, ['standards.node-code-repeated code']],
    ['', { ...CARD, code: '', name: { kk: ' ', ru: '' }, level: 9 } as NodeDraft, ['standards.node-text-missing nameKk', 'standards.node-code-wrong code', 'standards.level-not-1-8 level']],
    ['0', labour('a b'), ['standards.node-code-wrong code']],
    ['0-0-0', { node: 'ability', name: { kk: '', ru: '' } }, ['standards.node-text-missing nameKk']],
  ])('under «%s» a node with a wrong or repeated code, or without a text, is refused at its field', (under, draft, expected) => {
    expect(refused(addNode(SAMPLE, under, draft))).toEqual(expected)
  })

  it('keeps the own code of a node, and takes one that is borne in another card', () => {
    expect(refused(changeNode(SAMPLE, '0-0', labour('1.1')))).toBe('done')
    expect(refused(changeNode(SAMPLE, '0-0', labour('1.2')))).toEqual(['standards.node-code-repeated code'])
    expect(refused(addNode(done(addNode(SAMPLE, '', CARD)).content, '1', labour('1.1')))).toBe('done')
  })

  it('may be unfinished while it is a draft: the other language is asked for before it is sent', () => {
    const { content } = done(addNode(SAMPLE, '0-0-0', { node: 'ability', name: { kk: 'машық', ru: '' } }))
    expect(standardBlockers(content)).toEqual([{ code: 'standards.russian-missing', data: { at: '1, 1.1.1' } }])
  })

  it('offers the next free code', () => {
    expect(['', '0', '0-0', '0-0-0', '9'].map((under) => nextCode(SAMPLE, under))).toEqual(['2', '1.3', '1.1.2', '', ''])
    const content = sampleStandard()
    content.cards[0]!.functions[0]!.code = '1.3'
    expect(nextCode(content, '0')).toBe('1.4')
  })
})
