import { assertNone, deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { panelMay, type Outcome } from './domain/ground.ts'
import { heldCase } from './panel-facts.ts'
import { membersOf } from './panel-members.ts'
import { policy } from './policy.ts'
import { insertVote, selectOpenPanel } from './store/decision-store.ts'

/** A member votes once. Votes confirm what was held; they cannot pass who failed a stage, nor fail who passed both. */
export async function castVote(ctx: Ctx, input: { number: string; choice: Outcome; note: string }): Promise<void> {
  await tx(ctx, 'panel.vote', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    const panel = await selectOpenPanel(t.sql, kase.id)
    const members = panel ? await membersOf(t, panel.id) : []
    assertMay(t, policy, 'panel.vote', { ...kase, memberIds: members.map((member) => member.accountId) })
    casework.assertNotWaiting(kase)
    if (!panel || kase.step !== 'held') deny('panel.not-open')
    assertNone('vote.not-possible', panelMay(input.choice, (await heldCase(t, kase)).held))
    const given = await insertVote(t.sql, { panelId: panel.id, accountId: accountOf(t.actor)!, choice: input.choice, note: input.note.trim().slice(0, 2000), at: t.now })
    if (given === 0) deny('vote.given-already')
    await casework.record(t, kase.id, 'vote-cast', { panelId: panel.id, choice: input.choice })
  })
}
