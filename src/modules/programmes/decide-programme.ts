import { assertNone, Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { contentBlockers } from './domain/programme-content.ts'
import { approverBlockers } from './domain/programme-state.ts'
import { policy } from './policy.ts'
import { assertDraft, assertNotExamined, assertSeen, chainOf, editorsOf, lockVersion } from './programmes.ts'
import { selectItemsWithKeys } from './store/item-store.ts'
import { markApproved, markRetired, markReturned, markSubmitted } from './store/programme-store.ts'

interface Seen {
  versionId: string
  revision: number
}

/** Sends a draft to the second person; an exam must be possible by it. */
export async function submitProgramme(ctx: Ctx, input: Seen): Promise<void> {
  await tx(ctx, 'programme.submit', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.submit', version)
    await assertNotExamined(t, version)
    assertDraft(version, input.revision)
    assertNone('programme.not-whole', contentBlockers(version.content, await selectItemsWithKeys(t.sql, version.id)))
    await markSubmitted(t.sql, version.id, t.now)
    await record(t, chainOf(version.id), 'programme-submitted')
  })
}

/** Gives a submitted version back to its author with what is to be changed. */
export async function returnProgramme(ctx: Ctx, input: Seen & { note: string }): Promise<void> {
  await tx(ctx, 'programme.return', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.return', version)
    await assertNotExamined(t, version)
    assertSeen(version, input.revision)
    if (version.state !== 'submitted') throw new Denial('programme.not-submitted')
    const note = input.note.trim()
    if (note === '') throw new Denial('programme.return-note-missing', { data: { field: 'note' } })
    await markReturned(t.sql, version.id, t.now, note)
    await record(t, chainOf(version.id), 'programme-returned')
  })
}

/** Approves a submitted version; by another person than those who wrote it. */
export async function approveProgramme(ctx: Ctx, input: Seen): Promise<void> {
  await tx(ctx, 'programme.approve', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.approve', version)
    await assertNotExamined(t, version)
    assertSeen(version, input.revision)
    if (version.state !== 'submitted') throw new Denial('programme.not-submitted')
    if (t.actor.kind !== 'person') throw new Denial('not-found')
    assertNone('programme.not-approvable', approverBlockers(t.actor.accountId, { authorId: version.authorId, editorIds: await editorsOf(t.sql, version.id) }))
    assertNone('programme.not-whole', contentBlockers(version.content, await selectItemsWithKeys(t.sql, version.id)))
    await markApproved(t.sql, version.id, t.now, t.actor.accountId)
    await record(t, chainOf(version.id), 'programme-approved')
  })
}

/** Takes a version out of use, or drops a draft; cases that hold it keep it. */
export async function retireProgrammeVersion(ctx: Ctx, input: Seen): Promise<void> {
  await tx(ctx, 'programme.retire', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.retire', version)
    assertSeen(version, input.revision)
    if (version.state === 'retired') throw new Denial('programme.retired-already')
    // What was handed in stays with its case.
    if (version.state === 'handed-in') throw new Denial('programme.handed-in')
    await markRetired(t.sql, version.id, t.now)
    await record(t, chainOf(version.id), 'programme-retired', { was: version.state })
  })
}
