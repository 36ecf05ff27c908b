import { assertNone, Denial } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { assertDraft, assertSeen, chainOf, editorsOf, factsOf, lockVersion, requirementsOf, standardOf, versionBlockers } from './bases.ts'
import { approverBlockers, firstDayBlockers } from './domain/basis-state.ts'
import type { BasisFor } from './domain/standard.ts'
import { writeToApprovers, writeToHeads } from './letters.ts'
import { policy } from './policy.ts'
import { redosAmong } from './programmes-to-redo.ts'
import * as store from './store/basis-store.ts'
import type { BasisVersion } from './store/basis-store.ts'

interface Seen {
  versionId: string
  revision: number
}

/** The author sends a version for approval: whole, in both languages. */
export async function submitBasis(ctx: Ctx, input: Seen): Promise<void> {
  await tx(ctx, 'basis.submit', async (t) => {
    const version = await lockVersion(t, input.versionId)
    const facts = await factsOf(t, version)
    assertMay(t, policy, 'basis.submit', facts)
    assertDraft(version, input.revision)
    assertNone('standards.not-whole', versionBlockers(version))
    await assertFirstDay(t, version)
    await store.markSubmitted(t.sql, version.id, t.now)
    await record(t, chainOf(version.id), 'basis-submitted')
    await writeToApprovers(t, version, { organisationId: facts.organisationId, wrote: await editorsOf(t, version.id) })
  })
}

/** A second person gives a version back with the reason. */
export async function returnBasis(ctx: Ctx, input: Seen & { note: string }): Promise<void> {
  await tx(ctx, 'basis.return', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'basis.return', await factsOf(t, version))
    assertSubmitted(version, input.revision)
    if (input.note.trim() === '') throw new Denial('standards.note-missing')
    await store.markReturned(t.sql, version.id, t.now, input.note.trim())
    await record(t, chainOf(version.id), 'basis-returned')
  })
}

/**
 * A second person approves: the version before it ends on the day this one begins, and the heads of centres are told which programmes have to be redone.
 * A case keeps the version in force on the day of its application [D].
 */
export async function approveBasis(ctx: Ctx, input: Seen): Promise<void> {
  await tx(ctx, 'basis.approve', async (t) => {
    const version = await lockVersion(t, input.versionId)
    const facts = await factsOf(t, version)
    if (accountOf(t.actor) === version.authorId) assertMay(t, policy, 'basis.read', facts)
    else assertMay(t, policy, 'basis.approve', facts)
    assertSubmitted(version, input.revision)
    assertNone('standards.not-whole', [...approverBlockers(accountOf(t.actor)!, { authorId: version.authorId, editorIds: await editorsOf(t, version.id) }), ...versionBlockers(version)])
    const last = await assertFirstDay(t, version)
    if (last) await store.endVersion(t.sql, last.id, version.validFrom!)
    await store.markApproved(t.sql, version.id, t.now, accountOf(t.actor)!)
    const named = namedBy(version)
    await store.insertProfessions(t.sql, version.id, named)
    const before = last ? (await store.selectBases(t.sql, undefined)).find((each) => each.versionId === last.id)?.professions ?? [] : []
    const professionCodes = [...new Set([...named, ...before].map((each) => each.professionCode))]
    const redos = (await redosAmong(t, { professionCodes })).filter(({ redo }) => redo.after.versionId === version.id)
    const letters = await writeToHeads(t, version, redos)
    await record(t, chainOf(version.id), 'basis-approved', { code: version.code, versionNo: version.versionNo, validFrom: version.validFrom, programmesToRedo: redos.length, letters })
  })
}

/** For which professions a version is the basis, and by which of its cards. */
export function namedBy(version: BasisVersion): (BasisFor & { cardCode: string | null })[] {
  const standard = standardOf(version)
  if (standard) return standard.cards.flatMap(({ code, professionCode, level }) => (professionCode !== null && level !== null ? [{ professionCode, level, cardCode: code }] : []))
  return (requirementsOf(version)?.professions ?? []).map((each) => ({ ...each, cardCode: null }))
}

async function assertFirstDay(t: Tx, version: BasisVersion) {
  const last = await store.lockLast(t.sql, version.code)
  assertNone('standards.no-first-day', firstDayBlockers(version.validFrom, { today: t.today, lastFrom: last?.validFrom ?? null }))
  return last
}

function assertSubmitted(version: BasisVersion, revision: number): void {
  if (version.submittedAt === null || version.approvedAt !== null) throw new Denial('standards.not-submitted')
  assertSeen(version, revision)
}
