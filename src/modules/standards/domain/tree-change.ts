import type { Blocker } from '#kernel/denial.ts'
import { isLevel, NODE_CODE, type BasisText, type LabourFunction, type ProfessionCard, type Skill, type StandardContent } from './standard.ts'
import { childrenAt, codesOfCard, nodeAt, orderOf, parentOf, placeOf, type TreeNode } from './tree.ts'

/** A node as it is written in a form: without what stands under it. */
export type NodeDraft =
  | ({ node: 'card' } & Omit<ProfessionCard, 'functions'>)
  | ({ node: 'function' } & Omit<LabourFunction, 'skills'>)
  | ({ node: 'skill' } & Omit<Skill, 'abilities' | 'knowledge'>)
  | { node: 'ability'; name: BasisText }
  | { node: 'knowledge'; name: BasisText }

/** The document after a change with the place where the changed node now stands, or why it cannot be. A place that does not exist is `undefined`. */
export type TreeChange = { content: StandardContent; at: string } | { blockers: Blocker[] } | undefined

/** Adds a node as the last one of its kind under a place. */
export function addNode(before: StandardContent, under: string, draft: NodeDraft): TreeChange {
  const content = structuredClone(before)
  const list = childrenAt(content, under, draft.node)
  if (!list) return undefined
  const blockers = draftBlockers(before, draft, under, undefined)
  if (blockers.length > 0) return { blockers }
  return { content, at: placeOf(under, draft.node, list.push(fresh(draft)) - 1) }
}

/** Writes a node anew; what stands under it stays. */
export function changeNode(before: StandardContent, at: string, draft: NodeDraft): TreeChange {
  const content = structuredClone(before)
  const [found, list] = [nodeAt(content, at), childrenAt(content, parentOf(at), draft.node)]
  if (!found || !list || found.node !== draft.node) return undefined
  const blockers = draftBlockers(before, draft, parentOf(at), found.value)
  if (blockers.length > 0) return { blockers }
  if (draft.node === 'ability' || draft.node === 'knowledge') list[orderOf(at)] = draft.name
  else Object.assign(found.value, written(draft))
  return { content, at }
}

/** Changes places with the neighbour above (-1) or below (1) among the nodes of the same kind; at the edge it stays where it is. */
export function moveNode(before: StandardContent, at: string, by: -1 | 1): TreeChange {
  const content = structuredClone(before)
  const found = nodeAt(content, at)
  const list = found && childrenAt(content, parentOf(at), found.node)
  if (!list) return undefined
  const [from, to] = [orderOf(at), orderOf(at) + by]
  if (to < 0 || to >= list.length) return { content: before, at }
  ;[list[from], list[to]] = [list[to], list[from]]
  return { content, at: placeOf(parentOf(at), found.node, to) }
}

/** Takes a node out with everything under it; the place is that of the node above. */
export function removeNode(before: StandardContent, at: string): TreeChange {
  const content = structuredClone(before)
  const found = nodeAt(content, at)
  const list = found && childrenAt(content, parentOf(at), found.node)
  if (!list) return undefined
  list.splice(orderOf(at), 1)
  return { content, at: parentOf(at) }
}

/** What the same change of an unfinished document is refused for; what it merely lacks keeps it from being sent and not from being written. */
function draftBlockers(content: StandardContent, draft: NodeDraft, under: string, own: { code?: string } | BasisText | undefined): Blocker[] {
  const found: Blocker[] = []
  if (draft.name.kk.trim() === '' && draft.name.ru.trim() === '') found.push({ code: 'standards.node-text-missing', data: { field: 'nameKk' } })
  if (draft.node === 'ability' || draft.node === 'knowledge') return found
  const ownCode = own && 'code' in own ? own.code : undefined
  const taken = draft.node === 'card' ? content.cards.map((each) => each.code) : codesOfCard(content.cards[Number(under.split('-')[0])]!)
  const place = ownCode === undefined ? -1 : taken.indexOf(ownCode)
  if (!NODE_CODE.test(draft.code)) found.push({ code: 'standards.node-code-wrong', data: { field: 'code' } })
  else if (taken.some((code, at) => at !== place && code === draft.code)) found.push({ code: 'standards.node-code-repeated', data: { field: 'code', code: draft.code } })
  if (draft.node === 'card' && draft.level !== null && !isLevel(draft.level)) found.push({ code: 'standards.level-not-1-8', data: { field: 'level' } })
  return found
}

function fresh(draft: NodeDraft): ProfessionCard | LabourFunction | Skill | BasisText {
  switch (draft.node) {
    case 'card': return { ...withoutNode(draft), functions: [] }
    case 'function': return { ...withoutNode(draft), skills: [] }
    case 'skill': return { ...withoutNode(draft), abilities: [], knowledge: [] }
    default: return draft.name
  }
}
const written = (draft: NodeDraft): object => withoutNode(draft)
function withoutNode<T extends { node: TreeNode }>({ node: _, ...rest }: T): Omit<T, 'node'> {
  return rest
}
