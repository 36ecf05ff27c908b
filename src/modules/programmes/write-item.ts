import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { itemBlockers, type ProgrammeItem } from './domain/programme-content.ts'
import { policy } from './policy.ts'
import { assertDraft, assertNotExamined, chainOf, lockVersion, type ProgrammeVersion } from './programmes.ts'
import { insertItems, markItemRetired, selectItems, selectItemWithKey, updateItem, type ItemWithKey } from './store/item-store.ts'
import { touchVersion } from './store/programme-store.ts'

interface DraftSeen {
  versionId: string
  revision: number
}

/** Adds one item with its key to a draft. */
export async function addItem(ctx: Ctx, input: DraftSeen & { item: ProgrammeItem }): Promise<Uuid> {
  return tx(ctx, 'programme.write', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.write', version)
    await assertNotExamined(t, version)
    assertDraft(version, input.revision)
    await assertItem(t, version, input.item, undefined)
    const id = t.newId()
    await insertItems(t.sql, version.id, [{ ...input.item, id }])
    await written(t, version, 'item-added', id)
    return id
  })
}

/** Changes an item of a draft; an approved version keeps its own. */
export async function changeItem(ctx: Ctx, input: DraftSeen & { itemId: string; item: ProgrammeItem }): Promise<void> {
  await tx(ctx, 'programme.write', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.write', version)
    await assertNotExamined(t, version)
    assertDraft(version, input.revision)
    const before = await getItem(t, version, input.itemId)
    await assertItem(t, version, input.item, before.id)
    await updateItem(t.sql, { ...input.item, id: before.id })
    await written(t, version, 'item-changed', before.id)
  })
}

/** Takes an item out of a draft. */
export async function retireItem(ctx: Ctx, input: DraftSeen & { itemId: string }): Promise<void> {
  await tx(ctx, 'programme.write', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.write', version)
    await assertNotExamined(t, version)
    assertDraft(version, input.revision)
    const before = await getItem(t, version, input.itemId)
    await markItemRetired(t.sql, before.id, t.now)
    await written(t, version, 'item-retired', before.id)
  })
}

async function getItem(t: Tx, version: ProgrammeVersion, itemId: string): Promise<ItemWithKey> {
  const found = parseUuid(itemId) && (await selectItemWithKey(t.sql, version.id, itemId))
  if (!found) throw new Denial('not-found')
  return found
}

async function assertItem(t: Tx, version: ProgrammeVersion, item: ProgrammeItem, own: Uuid | undefined): Promise<void> {
  assertNone('programme.item-wrong', itemBlockers(item, version.content.topics))
  const others = await selectItems(t.sql, version.id)
  if (others.some((other) => other.code === item.code && other.id !== own)) throw new Denial('programme.item-code-repeated', { data: { item: item.code } })
}

async function written(t: Tx, version: ProgrammeVersion, kind: 'item-added' | 'item-changed' | 'item-retired', itemId: Uuid): Promise<void> {
  await touchVersion(t.sql, version.id)
  await record(t, chainOf(version.id), kind, { itemId })
}
