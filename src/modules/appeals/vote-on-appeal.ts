import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { APPEAL_VOTES, type AppealVote } from './domain/appeal-panel.ts'
import { keepVote, panelMembersOf } from './neighbours.ts'
import { policy } from './policy.ts'
import { selectAppeal } from './store/appeal-store.ts'

/** A member of the appeal panel votes, once. */
export async function voteOnAppeal(ctx: Ctx, input: { number: string; choice: string; note: string }): Promise<void> {
  await tx(ctx, 'appeal.vote', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    const appeal = kase.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    const members = appeal?.panelId ? await panelMembersOf(t, appeal.panelId) : []
    assertMay(t, policy, 'appeal.vote', { ...kase, members: members.map((member) => member.accountId) })
    if (kase.step !== 'panel-called') deny('appeal.not-at-this-step')
    const choice = APPEAL_VOTES.find((each): each is AppealVote => each === input.choice) ?? deny('appeal.vote-missing', { field: 'choice' })
    const voted = await keepVote(t.sql, { panelId: appeal!.panelId!, accountId: accountOf(t.actor)!, choice, note: input.note.trim(), at: t.now })
    if (voted === 0) deny('appeal.voted-already')
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, 'appeal-voted', { panelId: appeal!.panelId, choice })
  })
}
