import { assertNone, deny } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import { assertDraft, chainOf, factsOf, lockVersion, standardOf } from './bases.ts'
import { emptyStandard, type PassportText, type BasisText, type StandardContent } from './domain/standard.ts'
import * as tree from './domain/tree-change.ts'
import type { NodeDraft, TreeChange } from './domain/tree-change.ts'
import { policy } from './policy.ts'
import * as store from './store/basis-store.ts'

/** The draft as its officer saw it: another change meanwhile refuses the act, since places are counted in that state. */
interface Seen {
  versionId: string
  revision: number
}

/** Adds a node under another one; answers with its place. */
export async function addTreeNode(ctx: Ctx, input: Seen & { under: string; draft: NodeDraft }): Promise<string> {
  return changeTree(ctx, input, { did: 'added', at: input.under, node: input.draft.node }, async (t, content) => {
    await assertProfession(t, input.draft)
    return tree.addNode(content, input.under, input.draft)
  })
}

/** Writes a node of the tree anew; answers with its place. */
export async function changeTreeNode(ctx: Ctx, input: Seen & { at: string; draft: NodeDraft }): Promise<string> {
  return changeTree(ctx, input, { did: 'changed', at: input.at, node: input.draft.node }, async (t, content) => {
    await assertProfession(t, input.draft)
    return tree.changeNode(content, input.at, input.draft)
  })
}

/** Moves a node by one place among those of its kind; answers with its new place. */
export async function moveTreeNode(ctx: Ctx, input: Seen & { at: string; by: -1 | 1 }): Promise<string> {
  return changeTree(ctx, input, { did: input.by < 0 ? 'moved-up' : 'moved-down', at: input.at }, async (_, content) => tree.moveNode(content, input.at, input.by))
}

/** Takes a node out with everything under it; answers with the place of the node above. */
export async function removeTreeNode(ctx: Ctx, input: Seen & { at: string }): Promise<string> {
  return changeTree(ctx, input, { did: 'removed', at: input.at }, async (_, content) => tree.removeNode(content, input.at))
}

/** Writes the passport and the general part of a draft. */
export async function savePassport(ctx: Ctx, input: Seen & { passport: Record<PassportText, BasisText> }): Promise<void> {
  await changeTree(ctx, input, { did: 'changed', at: 'passport' }, async (_, content) => ({ content: { ...content, passport: input.passport }, at: '' }))
}

async function changeTree(ctx: Ctx, seen: Seen, said: Readonly<Record<string, string>>, change: (t: Tx, content: StandardContent) => Promise<TreeChange>): Promise<string> {
  return tx(ctx, 'basis.write', async (t) => {
    const version = await lockVersion(t, seen.versionId)
    assertMay(t, policy, 'basis.write', await factsOf(t, version))
    if (version.kind !== 'standard') deny('not-found')
    assertDraft(version, seen.revision)
    const before = standardOf(version) ?? emptyStandard()
    const changed = (await change(t, before)) ?? deny('not-found')
    if ('blockers' in changed) assertNone('standards.node-wrong', changed.blockers)
    else if (changed.content !== before) {
      await store.updateContent(t.sql, version.id, changed.content)
      await record(t, chainOf(version.id), 'basis-changed', { part: 'tree', ...said })
    }
    return 'at' in changed ? changed.at : ''
  })
}

/** A card names a profession that the register has, or none. */
async function assertProfession(t: Tx, draft: NodeDraft): Promise<void> {
  if (draft.node !== 'card' || draft.professionCode === null) return
  if (!(await professions.findProfession(t.sql, draft.professionCode, t.today))) deny('standards.profession-unknown', { code: draft.professionCode, field: 'professionCode' })
}
