import { deny, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import * as casework from '#modules/casework/index.ts'
import { namesOf } from '#modules/people/index.ts'
import { contentBlockers } from './domain/programme-content.ts'
import type { ProgrammeContent } from './domain/programme-content.ts'
import { isWritable, programmeState, type ProgrammeState } from './domain/programme-state.ts'
import { policy } from './policy.ts'
import { selectItemPage, selectItems, selectItemsWithKeys, selectItemWithKey, selectKeys, type Item, type ItemWithKey } from './store/item-store.ts'
import { selectFaults, selectStandingFault, type ItemFault } from './store/fault-store.ts'
import * as store from './store/programme-store.ts'
import type { VersionRow } from './store/programme-store.ts'

/** A version of the programme of one qualification at one centre. */
export interface ProgrammeVersion extends VersionRow {
  state: ProgrammeState
}

const versionOf = (row: VersionRow): ProgrammeVersion => ({ ...row, state: programmeState(row) })

/** The newest approved version that is not retired; the one a contract is made under today. */
export async function findApprovedProgramme(sql: Sql, key: { centreId: string; professionCode: string; level: number }): Promise<ProgrammeVersion | undefined> {
  const row = await store.selectApproved(sql, key)
  return row && versionOf(row)
}

/** A version by id, also a retired one: a case keeps the version it was examined under. */
export async function getProgrammeVersion(sql: Sql, id: string): Promise<ProgrammeVersion> {
  const row = parseUuid(id) && (await store.selectVersion(sql, id))
  if (!row) throw new Denial('not-found')
  return versionOf(row)
}

/** The items of a version without their keys: what may go to a browser. */
export async function listItems(sql: Sql, versionId: string): Promise<Item[]> {
  return selectItems(sql, versionId)
}

/** Right options by item id; never leaves the server. */
export async function answerKey(sql: Sql, versionId: string): Promise<Map<string, readonly string[]>> {
  return new Map((await selectKeys(sql, versionId)).map((row) => [row.itemId, row.correct]))
}

/** A version locked for writing. */
export async function lockVersion(t: Tx, versionId: string): Promise<ProgrammeVersion> {
  const row = parseUuid(versionId) && (await store.lockVersion(t.sql, versionId))
  if (!row) throw new Denial('not-found')
  return versionOf(row)
}

/** Refuses somebody who did not see it as it is now. */
export function assertSeen(version: ProgrammeVersion, revision: number): void {
  if (version.revision !== revision) throw new Denial('programme.changed-meanwhile')
}

/** The same, and only a draft or a returned version may be written in. */
export function assertDraft(version: ProgrammeVersion, revision: number): void {
  if (!isWritable(version)) throw new Denial('programme.not-a-draft')
  assertSeen(version, revision)
}

/** Nobody reads or writes the questions of an exam that he has applied for himself [D]: neither at his own centre nor at another, until his case is closed. */
export async function assertNotExamined(t: Tx, programme: { professionCode: string; level: number }): Promise<void> {
  if (t.actor.kind !== 'person') return
  const number = await casework.findOpenCaseNumber(t, { personId: t.actor.personId, professionCode: programme.professionCode, level: programme.level })
  if (number) deny('programme.own-exam', { number })
}

export const chainOf = (versionId: string): string => `programme-version:${versionId}`
export const WRITING_KINDS = ['programme-drafted', 'programme-changed', 'item-added', 'item-changed', 'item-retired', 'items-imported'] as const

/** Everybody who has written in the version, or in the one of an application that it was copied from. */
export async function editorsOf(sql: Sql, versionId: string): Promise<string[]> {
  const entries = await entriesOf(sql, chainOf(versionId))
  const before = entries.flatMap((entry) => (Array.isArray(entry.payload['editors']) ? (entry.payload['editors'] as string[]) : []))
  return [...new Set([...before, ...entries.filter((entry) => (WRITING_KINDS as readonly string[]).includes(entry.kind)).flatMap((entry) => entry.actorId ?? [])])]
}

export interface ProgrammeLine {
  version: ProgrammeVersion
  items: number
  cases: number
}
/** All versions of a centre's programmes with their state and use. */
export async function listProgrammes(ctx: Ctx, centreId: string): Promise<ProgrammeLine[]> {
  return read(ctx, 'programme.list', async (t) => {
    assertMay(t, policy, 'programme.list', { centreId })
    const rows = await store.selectVersionsOfCentre(t.sql, centreId)
    const use = await store.selectUse(t.sql, rows.map((row) => row.id))
    return rows.map(({ items, ...row }) => ({ version: versionOf(row), items, cases: use.get(row.id) ?? 0 }))
  })
}

export interface ProgrammeShown {
  version: ProgrammeVersion
  versions: ProgrammeLine[]
  items: Item[]
  /** Undefined when the reader may not see keys. */
  keys: Map<string, readonly string[]> | undefined
  /** Questions reported as faulty; empty for who may not see keys. */
  faults: ItemFault[]
  /** Names of those who wrote and approved its versions, reported and decided its faults, by account. */
  names: Map<string, string>
  /** What still stands in the way of an exam by it. */
  blockers: ReturnType<typeof contentBlockers>
  may: { write: boolean; submit: boolean; return: boolean; approve: boolean; retire: boolean; draft: boolean; readKey: boolean; decideFault: boolean }
}
/** One version with all of it that the reader may see. */
export async function openProgramme(ctx: Ctx, versionId: string): Promise<ProgrammeShown> {
  return read(ctx, 'programme.read', async (t) => {
    const version = await getProgrammeVersion(t.sql, versionId)
    assertMay(t, policy, 'programme.read', version)
    await assertNotExamined(t, version)
    const { actor } = ctx
    const readKey = may(actor, policy, 'programme.read-key', version)
    const items = await selectItemsWithKeys(t.sql, version.id)
    const rows = await store.selectCountedVersions(t.sql, version.programmeId)
    const use = await store.selectUse(t.sql, rows.map((row) => row.id))
    const { state } = version
    const faults = readKey ? await selectFaults(t.sql, version.id) : []
    const writable = isWritable(version)
    const editors = await editorsOf(t.sql, version.id)
    return {
      version,
      versions: rows.map(({ items: count, ...row }) => ({ version: versionOf(row), items: count, cases: use.get(row.id) ?? 0 })),
      items: items.map(({ correct: _, ...item }) => item),
      keys: readKey ? new Map(items.map((item) => [item.id, item.correct])) : undefined,
      faults,
      names: await namesOf(t, [...rows.flatMap((row) => [row.authorId, row.approvedBy]), ...faults.flatMap((fault) => [fault.reportedBy, fault.decidedBy])]),
      blockers: contentBlockers(version.content, items),
      may: {
        readKey, decideFault: may(actor, policy, 'programme.decide-fault', version), write: writable && may(actor, policy, 'programme.write', version), submit: writable && may(actor, policy, 'programme.submit', version),
        return: state === 'submitted' && may(actor, policy, 'programme.return', version),
        approve: state === 'submitted' && may(actor, policy, 'programme.approve', version) && !(actor.kind === 'person' && editors.includes(actor.accountId)),
        retire: state !== 'retired' && state !== 'handed-in' && may(actor, policy, 'programme.retire', version), draft: may(actor, policy, 'programme.draft', version),
      },
    }
  })
}

/** A page of the item bank for the editor. */
export async function searchItems(ctx: Ctx, input: { versionId: string; topic: string; q: string; page: number; pageSize: number }): Promise<{ version: ProgrammeVersion; rows: Item[]; total: number; mayWrite: boolean }> {
  return read(ctx, 'programme.read', async (t) => {
    const version = await getProgrammeVersion(t.sql, input.versionId)
    assertMay(t, policy, 'programme.read-key', version)
    await assertNotExamined(t, version)
    const found = await selectItemPage(t.sql, version.id, { topic: input.topic, q: input.q, limit: input.pageSize, offset: (input.page - 1) * input.pageSize })
    return { version, ...found, mayWrite: isWritable(version) && may(ctx.actor, policy, 'programme.write', version) }
  })
}

/** One item with its key, for the editor; the item is undefined when a new one is being written. */
export async function openItem(ctx: Ctx, versionId: string, itemId: string | undefined): Promise<{ version: ProgrammeVersion; item: ItemWithKey | undefined; mayWrite: boolean; fault: ItemFault | undefined; mayReport: boolean }> {
  return read(ctx, 'programme.read-key', async (t) => {
    const version = await getProgrammeVersion(t.sql, versionId)
    assertMay(t, policy, 'programme.read-key', version)
    await assertNotExamined(t, version)
    const item = itemId === undefined ? undefined : parseUuid(itemId) && (await selectItemWithKey(t.sql, version.id, itemId))
    if (itemId !== undefined && !item) throw new Denial('not-found')
    const fault = item && (await selectStandingFault(t.sql, item.id))
    return {
      version, item, fault, mayWrite: isWritable(version) && may(ctx.actor, policy, 'programme.write', version),
      mayReport: item !== undefined && fault === undefined && version.approvedAt !== null && may(ctx.actor, policy, 'programme.report-fault', version),
    }
  })
}

export type { ProgrammeContent, Uuid }
