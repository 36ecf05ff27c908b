import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import { assertNone } from '#kernel/denial.ts'
import { emptyContent, itemBlockers, type ProgrammeContent, type ProgrammeItem } from './domain/programme-content.ts'
import { programmeState } from './domain/programme-state.ts'
import { assertNotExamined, chainOf } from './programmes.ts'
import { policy } from './policy.ts'
import { selectFaultyItems } from './store/fault-store.ts'
import { insertItems, selectItemsWithKeys } from './store/item-store.ts'
import * as store from './store/programme-store.ts'

export interface ProgrammeKey {
  centreId: Uuid
  professionCode: string
  level: number
}

/** Opens a draft: a copy of the newest version with its items, or an empty one for the first. */
export async function draftProgramme(ctx: Ctx, input: ProgrammeKey): Promise<Uuid> {
  return tx(ctx, 'programme.draft', async (t) => {
    assertMay(t, policy, 'programme.draft', input)
    await assertNotExamined(t, input)
    return openDraft(t, input, undefined)
  })
}

/** A programme as a file brings it. Files of its task are bytes, and join the draft by an act of their own. */
export type ProgrammeFile = Omit<ProgrammeContent, 'modes'> & { modes?: ProgrammeContent['modes']; items: ProgrammeItem[] }

/** Opens a draft with everything a programme file says: the demonstration and a centre that moves house. */
export async function importProgramme(ctx: Ctx, input: ProgrammeKey & { json: ProgrammeFile }): Promise<Uuid> {
  return tx(ctx, 'programme.draft', async (t) => {
    assertMay(t, policy, 'programme.draft', input)
    await assertNotExamined(t, input)
    return openDraft(t, input, input.json)
  })
}

/** The items of a version without those found faulty: a copy does not carry the fault on. */
export async function soundItems(t: Tx, versionId: string) {
  const faulty = new Set(await selectFaultyItems(t.sql, versionId))
  return (await selectItemsWithKeys(t.sql, versionId)).filter((item) => !faulty.has(item.id))
}

async function openDraft(t: Tx, input: ProgrammeKey, file: ProgrammeFile | undefined): Promise<Uuid> {
  if (t.actor.kind !== 'person') throw new Denial('not-found')
  const scope = await centres.findScope(t.sql, { ...input, on: t.today })
  if (!scope) throw new Denial('programme.out-of-scope')
  const programmeId = await store.lockProgramme(t.sql, { id: t.newId(), centreId: input.centreId, professionCode: input.professionCode, level: input.level, createdAt: t.now })
  const versions = await store.selectVersions(t.sql, programmeId)
  if (versions.some((version) => ['draft', 'returned', 'submitted'].includes(programmeState(version)))) throw new Denial('programme.draft-open')
  const last = versions[0]
  const id = t.newId()
  const content = file ? contentOf(file) : (last?.content ?? emptyContent())
  const items = file ? file.items : last ? await soundItems(t, last.id) : []
  if (file) assertNone('programme.not-whole', file.items.flatMap((item) => itemBlockers(item, content.topics)))
  await store.insertVersion(t.sql, { id, programmeId, versionNo: (last?.versionNo ?? 0) + 1, content, authorId: t.actor.accountId, createdAt: t.now })
  if (items.length > 0) await insertItems(t.sql, id, items.map((item) => ({ ...item, id: t.newId() })))
  await record(t, chainOf(id), 'programme-drafted', { programmeId, copiedFrom: file ? null : (last?.id ?? null), items: items.length })
  return id
}

export function contentOf(file: ProgrammeFile): ProgrammeContent {
  const { title, topics, blueprint, theoryMinutes, map: { files: _, ...map }, methodology, briefing, recommendations, needs, practiceModes } = file
  return { title, topics, blueprint, theoryMinutes, map, methodology, briefing, recommendations, needs, modes: file.modes ?? ['offline'], ...(practiceModes ? { practiceModes } : {}) }
}
