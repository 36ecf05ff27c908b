import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { faultDecisionBlockers, reportBlockers } from './domain/item-fault.ts'
import { policy } from './policy.ts'
import { assertNotExamined, chainOf, getProgrammeVersion, lockVersion, type ProgrammeVersion } from './programmes.ts'
import * as faults from './store/fault-store.ts'
import { selectItemWithKey } from './store/item-store.ts'

/** Somebody who may read the key says that a question of an approved version is faulty, and why. */
export async function reportFault(ctx: Ctx, input: { versionId: string; itemId: string; ground: string; note: string }): Promise<Uuid> {
  return tx(ctx, 'programme.report-fault', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.report-fault', version)
    await assertNotExamined(t, version)
    const item = parseUuid(input.itemId) && (await selectItemWithKey(t.sql, version.id, input.itemId))
    if (!item) throw new Denial('not-found')
    const standing = await faults.selectStandingFault(t.sql, item.id)
    assertNone('fault.not-reportable', reportBlockers({ ground: input.ground, note: input.note, approved: version.approvedAt !== null, standing: standing !== undefined }))
    const id = t.newId()
    await faults.insertFault(t.sql, { id, itemId: item.id, ground: input.ground, note: input.note.trim().slice(0, 2000), reportedBy: accountOf(t.actor)!, reportedAt: t.now })
    await record(t, chainOf(version.id), 'item-fault-reported', { itemId: item.id, faultId: id, ground: input.ground })
    return id
  })
}

/**
 * Another person upholds or rejects the report. An upheld one is drawn no more and credited to everybody who got the question; the same
 * question in other versions of the programme shares its lot.
 */
export async function decideFault(ctx: Ctx, input: { versionId: string; faultId: string; upheld: boolean; note: string }): Promise<void> {
  await tx(ctx, 'programme.decide-fault', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.decide-fault', version)
    await assertNotExamined(t, version)
    const fault = parseUuid(input.faultId) && (await faults.lockFault(t.sql, input.faultId))
    if (!fault || fault.programmeVersionId !== version.id) throw new Denial('not-found')
    if (fault.decidedAt) deny('fault.decided-already')
    const by = accountOf(t.actor)!
    assertNone('fault.not-decidable', faultDecisionBlockers({ reportedBy: fault.reportedBy, decidedBy: by, upheld: input.upheld, note: input.note }))
    const decided = { by, at: t.now, upheld: input.upheld, note: input.note.trim().slice(0, 2000) }
    await faults.markFaultDecided(t.sql, fault.id, decided)
    await record(t, chainOf(version.id), input.upheld ? 'item-fault-upheld' : 'item-fault-rejected', { itemId: fault.itemId, faultId: fault.id })
    if (input.upheld) await upholdTwins(t, version, fault, decided)
  })
}

async function upholdTwins(t: Tx, version: ProgrammeVersion, fault: faults.ItemFault, decided: { by: string; at: string; upheld: boolean; note: string }): Promise<void> {
  for (const itemId of await faults.selectTwins(t.sql, fault.itemId)) {
    const id = t.newId()
    await faults.insertFault(t.sql, { id, itemId, ground: fault.ground, note: fault.note, reportedBy: fault.reportedBy, reportedAt: fault.reportedAt })
    await faults.markFaultDecided(t.sql, id, decided as Parameters<typeof faults.markFaultDecided>[2])
    const twin = (await faults.lockFault(t.sql, id))!
    await record(t, chainOf(twin.programmeVersionId), 'item-fault-upheld', { itemId, faultId: id, sameAs: { version: version.id, fault: fault.id } })
  }
}

/** Upheld faults whose runs wait to be credited; for the chore. */
export async function listFaultsToSettle(t: Tx, limit: number): Promise<faults.ItemFault[]> {
  return faults.selectFaultsToSettle(t.sql, limit)
}
/** Everybody who got the question has been credited. */
export async function settleFault(t: Tx, fault: faults.ItemFault): Promise<void> {
  await faults.markFaultSettled(t.sql, fault.id, t.now)
  await record(t, chainOf((await getProgrammeVersion(t.sql, fault.programmeVersionId)).id), 'item-fault-settled', { faultId: fault.id })
}
