import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { closeRecordingFor } from '#modules/proctoring/index.ts'
import { memberBlockers } from './domain/panel.ts'
import { letterOf } from './letters.ts'
import { heldCase } from './panel-facts.ts'
import { membersOf } from './panel-members.ts'
import { standingOf } from './panel-standing.ts'
import { policy } from './policy.ts'
import { replaceSeat, type Replacement } from './seats.ts'
import { selectOpenPanel } from './store/decision-store.ts'

/** Puts somebody else in the seat of a member who fell ill, has a conflict of interest or lost his role, before the panel has decided. */
export async function replaceMember(ctx: Ctx, input: Replacement & { number: string; version: number }): Promise<void> {
  await tx(ctx, 'panel.change', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'panel.change', kase)
    casework.assertUnchanged(kase, input.version)
    const panel = kase.step === 'held' ? await selectOpenPanel(t.sql, kase.id) : undefined
    if (!panel) deny('panel.not-open')
    const held = await heldCase(t, kase)
    const successor = held.people.find((person) => person.accountId === input.successorId) ?? { accountId: input.successorId, name: '', roles: [] }
    const { voidVote } = await replaceSeat(t, panel.id, input, standingOf(await membersOf(t, panel.id), held, t.lang), memberBlockers(successor, held.panel, held.norms))
    await closeRecordingFor(t, kase.id, { viewers: [input.memberId], purpose: 'decision' })
    await casework.record(t, kase.id, 'panel-member-replaced', { panelId: panel.id, member: input.memberId, successor: input.successorId, ground: input.ground, voidVote })
    await casework.touchCase(t, kase, {})
    await people.sendLetter(t, { accountId: input.memberId }, letterOf('panel-seat-left', kase))
    await people.sendLetter(t, { accountId: input.successorId }, letterOf('panel-called', kase, t))
  })
}
