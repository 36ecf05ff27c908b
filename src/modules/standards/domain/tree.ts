import type { BasisText, LabourFunction, ProfessionCard, Skill, StandardContent } from './standard.ts'

export const TREE_NODES = ['card', 'function', 'skill', 'ability', 'knowledge'] as const
export type TreeNode = (typeof TREE_NODES)[number]
/** What may stand directly under a node; `root` is the document itself. */
export const UNDER: Readonly<Record<TreeNode | 'root', readonly TreeNode[]>> = { root: ['card'], card: ['function'], function: ['skill'], skill: ['ability', 'knowledge'], ability: [], knowledge: [] }

/** A node with what it is. */
export type Found =
  | { node: 'card'; value: ProfessionCard }
  | { node: 'function'; value: LabourFunction }
  | { node: 'skill'; value: Skill }
  | { node: 'ability'; value: BasisText }
  | { node: 'knowledge'; value: BasisText }

const PLACE = /^\d{1,4}(?:-\d{1,4}(?:-\d{1,4}(?:-[ak]\d{1,4})?)?)?$/

/**
 * The node at a place. A place is counted from 0 along the tree: `1` the second card, `1-0` its first labour function, `1-0-2` the third skill of it,
 * `1-0-2-a0` and `1-0-2-k0` its first ability and its first piece of knowledge. A place holds for one state of the document only.
 */
export function nodeAt(content: StandardContent, place: string): Found | undefined {
  if (!PLACE.test(place)) return undefined
  const [card, labour, skill, text] = place.split('-')
  const inCard = content.cards[Number(card)]
  if (labour === undefined) return inCard && { node: 'card', value: inCard }
  const inLabour = inCard?.functions[Number(labour)]
  if (skill === undefined) return inLabour && { node: 'function', value: inLabour }
  const inSkill = inLabour?.skills[Number(skill)]
  if (text === undefined) return inSkill && { node: 'skill', value: inSkill }
  const node = text.startsWith('a') ? 'ability' : 'knowledge'
  const value = inSkill?.[node === 'ability' ? 'abilities' : 'knowledge'][Number(text.slice(1))]
  return value && { node, value }
}

/** The nodes of one kind under a place, the very list of the document; the empty place is the document. */
export function childrenAt(content: StandardContent, under: string, node: TreeNode): unknown[] | undefined {
  if (under === '') return node === 'card' ? content.cards : undefined
  const parent = nodeAt(content, under)
  if (parent?.node === 'card' && node === 'function') return parent.value.functions
  if (parent?.node === 'function' && node === 'skill') return parent.value.skills
  if (parent?.node === 'skill' && node === 'ability') return parent.value.abilities
  return parent?.node === 'skill' && node === 'knowledge' ? parent.value.knowledge : undefined
}

/** The place of the node above; empty above a card. */
export function parentOf(place: string): string {
  return place.split('-').slice(0, -1).join('-')
}
/** The number of a node among those of its kind, from 0. */
export function orderOf(place: string): number {
  return Number(place.split('-').at(-1)!.replace(/^[ak]/, ''))
}
export function placeOf(under: string, node: TreeNode, order: number): string {
  return [...(under === '' ? [] : [under]), `${node === 'ability' ? 'a' : node === 'knowledge' ? 'k' : ''}${order}`].join('-')
}

/** How many nodes of each kind stand below one. */
export function countBelow({ node, value }: Found): Readonly<Partial<Record<TreeNode, number>>> {
  const functions = node === 'card' ? value.functions : node === 'function' ? [value] : []
  const skills = node === 'skill' ? [value] : functions.flatMap((each) => each.skills)
  const sum = (of: (skill: Skill) => number) => skills.reduce((total, skill) => total + of(skill), 0)
  const all = { function: node === 'card' ? functions.length : 0, skill: node === 'skill' ? 0 : skills.length, ability: sum((each) => each.abilities.length), knowledge: sum((each) => each.knowledge.length) }
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0))
}

/** A code that is free: that of the node above with the next number. */
export function nextCode(content: StandardContent, under: string): string {
  if (under === '') return freeCode('', content.cards.length, content.cards.map((each) => each.code))
  const parent = nodeAt(content, under)
  if (parent?.node !== 'card' && parent?.node !== 'function') return ''
  const taken = codesOfCard(content.cards[Number(under.split('-')[0])]!)
  return freeCode(`${parent.value.code}.`, parent.node === 'card' ? parent.value.functions.length : parent.value.skills.length, taken)
}
function freeCode(head: string, count: number, taken: readonly string[]): string {
  let number = count + 1
  while (taken.includes(`${head}${number}`)) number++
  return `${head}${number}`
}

/** The codes of functions and skills of a card: within one card each is borne once. */
export function codesOfCard(card: ProfessionCard): string[] {
  return card.functions.flatMap((each) => [each.code, ...each.skills.map((skill) => skill.code)])
}
