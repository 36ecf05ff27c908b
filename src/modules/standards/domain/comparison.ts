import { CARD_TEXTS, PASSPORT_TEXTS, type BasisText, type CardText, type LabourFunction, type PassportText, type ProfessionCard, type Skill, type StandardContent } from './standard.ts'

export const NODES = ['passport', 'card', 'function', 'skill', 'ability', 'knowledge'] as const
export type Node = (typeof NODES)[number]
export type CardField = CardText | 'name' | 'aim' | 'level' | 'profession' | 'occupation' | 'tariffGrade'
export type NodeField = PassportText | CardField | 'mandatory' | 'alone' | 'code'
/** A text in two languages, or a value that is the same in all. */
export type NodeValue = BasisText | string | number | boolean | null

/** One difference of two versions. `card` is the code of the card it lies in, null for the passport; `at` the code of the node. */
export type StandardChange = { node: Node; card: string | null; at: string } & (
  | { kind: 'added' | 'removed'; text: BasisText }
  | { kind: 'changed'; field: NodeField; before: NodeValue; after: NodeValue }
)

/** The computed difference of two versions, in the order of the document. */
export function compareStandards(before: StandardContent, after: StandardContent): StandardChange[] {
  const passport = PASSPORT_TEXTS.flatMap((field) => fieldChange({ node: 'passport', card: null, at: field }, field, before.passport[field], after.passport[field]))
  const cards = matched(before.cards, after.cards).flatMap(({ was, is }) => nodeChanges('card', null, was, is, (one, other) => cardChanges(one, other)))
  return [...passport, ...cards]
}

function cardChanges(was: ProfessionCard, is: ProfessionCard): StandardChange[] {
  const at = { node: 'card', card: is.code, at: is.code } as const
  return [
    ...fieldChange(at, 'code', was.code, is.code), ...fieldChange(at, 'name', was.name, is.name), ...fieldChange(at, 'profession', was.professionCode, is.professionCode),
    ...fieldChange(at, 'occupation', was.occupationCode, is.occupationCode), ...fieldChange(at, 'level', was.level, is.level), ...fieldChange(at, 'tariffGrade', was.tariffGrade, is.tariffGrade),
    ...fieldChange(at, 'aim', was.aim, is.aim), ...CARD_TEXTS.flatMap((field) => fieldChange(at, field, was.texts[field], is.texts[field])),
    ...matched(was.functions, is.functions).flatMap((pair) => nodeChanges('function', is.code, pair.was, pair.is, (one, other) => functionChanges(is.code, one, other))),
  ]
}

function functionChanges(card: string, was: LabourFunction, is: LabourFunction): StandardChange[] {
  const at = { node: 'function', card, at: is.code } as const
  return [
    ...fieldChange(at, 'name', was.name, is.name), ...fieldChange(at, 'mandatory', was.mandatory, is.mandatory),
    ...matched(was.skills, is.skills).flatMap((pair) => nodeChanges('skill', card, pair.was, pair.is, (one, other) => skillChanges(card, one, other))),
  ]
}

function skillChanges(card: string, was: Skill, is: Skill): StandardChange[] {
  const at = { node: 'skill', card, at: is.code } as const
  return [
    ...fieldChange(at, 'name', was.name, is.name), ...fieldChange(at, 'alone', was.alone, is.alone),
    ...listChanges('ability', card, is.code, was.abilities, is.abilities), ...listChanges('knowledge', card, is.code, was.knowledge, is.knowledge),
  ]
}

/** Abilities and knowledge have no codes: one that reads otherwise is another one. */
function listChanges(node: 'ability' | 'knowledge', card: string, at: string, was: readonly BasisText[], is: readonly BasisText[]): StandardChange[] {
  const without = (texts: readonly BasisText[], others: readonly BasisText[]) => texts.filter((text) => !others.some((other) => isSame(text, other)))
  return [
    ...without(was, is).map((text): StandardChange => ({ kind: 'removed', node, card, at, text })),
    ...without(is, was).map((text): StandardChange => ({ kind: 'added', node, card, at, text })),
  ]
}

interface Named {
  code: string
  name: BasisText
}
interface Pair<T> {
  was: T | undefined
  is: T | undefined
}

/** Pairs nodes that bear the same name, then those that bear the same code: a node that only moved is not removed and added. */
function matched<T extends Named>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const partner = new Map<T, T>()
  const taken = new Set<T>()
  const pair = (like: (was: T, is: T) => boolean) => {
    for (const is of after) {
      if (partner.has(is)) continue
      const was = before.find((each) => !taken.has(each) && like(each, is))
      if (was) {
        partner.set(is, was)
        taken.add(was)
      }
    }
  }
  pair((was, is) => was.code === is.code && isSame(was.name, is.name))
  pair((was, is) => isSame(was.name, is.name))
  pair((was, is) => was.code === is.code)
  return [...before.filter((each) => !taken.has(each)).map((was) => ({ was, is: undefined })), ...after.map((is) => ({ was: partner.get(is), is }))]
}

function nodeChanges<T extends Named>(node: 'card' | 'function' | 'skill', card: string | null, was: T | undefined, is: T | undefined, inside: (was: T, is: T) => StandardChange[]): StandardChange[] {
  if (was && is) return inside(was, is)
  const only = (was ?? is)!
  return [{ kind: was ? 'removed' : 'added', node, card: card ?? only.code, at: only.code, text: only.name }]
}

function fieldChange(where: { node: Node; card: string | null; at: string }, field: NodeField, before: NodeValue, after: NodeValue): StandardChange[] {
  const same = isText(before) && isText(after) ? isSame(before, after) : before === after
  return same ? [] : [{ ...where, kind: 'changed', field, before, after }]
}

export function isText(value: NodeValue): value is BasisText {
  return typeof value === 'object' && value !== null
}
function isSame(one: BasisText, other: BasisText): boolean {
  return folded(one.kk) === folded(other.kk) && folded(one.ru) === folded(other.ru)
}
function folded(text: string): string {
  return text.trim().replace(/\s+/gu, ' ')
}

/** What of a comparison a programme for one card has to answer: the passport concerns every card. */
export function changesOfCard(changes: readonly StandardChange[], card: string): StandardChange[] {
  return changes.filter((change) => change.card === null || change.card === card)
}
