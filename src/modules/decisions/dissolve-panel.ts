import { assertNone, deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { dissolutionBlockers } from './domain/panel.ts'
import { heldCase } from './panel-facts.ts'
import { membersOf } from './panel-members.ts'
import { standingOf } from './panel-standing.ts'
import { policy } from './policy.ts'
import { closePanel, selectOpenPanel } from './store/decision-store.ts'

/**
 * Dissolves a panel that cannot decide: a member fell ill, left the centre or turns out to have assessed. Its votes are void and stay
 * in the journal; another panel is called. A lawful panel whose votes already decide is not dissolved: nobody chooses his panel by its votes.
 */
export async function dissolvePanel(ctx: Ctx, input: { number: string; version: number; ground: string }): Promise<void> {
  await tx(ctx, 'panel.dissolve', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'panel.dissolve', kase)
    casework.assertUnchanged(kase, input.version)
    if (kase.step !== 'held') deny('case.not-at-this-step', { step: kase.step })
    const open = await selectOpenPanel(t.sql, kase.id)
    if (!open) deny('panel.not-called')
    const members = await membersOf(t, open.id)
    const { blockers, votes } = standingOf(members, await heldCase(t, kase), t.lang)
    assertNone('panel.not-dissolved', dissolutionBlockers({ ground: input.ground, decides: votes.state === 'decided', lawful: blockers.length === 0 }))
    await closePanel(t.sql, open.id, t.now)
    await casework.record(t, kase.id, 'panel-dissolved', { panelId: open.id, ground: input.ground.trim().slice(0, 500), votes: members.filter((member) => member.choice !== null).length })
    await casework.touchCase(t, kase, { whoseMove: 'centre' })
  })
}
