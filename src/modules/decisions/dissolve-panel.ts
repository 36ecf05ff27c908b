import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { closeRecordingFor } from '#modules/proctoring/index.ts'
import { letterOf } from './letters.ts'
import { heldCase } from './panel-facts.ts'
import { membersOf } from './panel-members.ts'
import { standingOf } from './panel-standing.ts'
import { policy } from './policy.ts'
import { dissolveSeats, type Dissolution } from './seats.ts'
import { selectOpenPanel } from './store/decision-store.ts'

/** Dissolves a panel that cannot decide; the centre calls another, and the term of the decision runs on. A lawful panel whose votes decide is not dissolved. */
export async function dissolvePanel(ctx: Ctx, input: Dissolution & { number: string; version: number }): Promise<void> {
  await tx(ctx, 'panel.change', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'panel.change', kase)
    casework.assertUnchanged(kase, input.version)
    const panel = kase.step === 'held' ? await selectOpenPanel(t.sql, kase.id) : undefined
    if (!panel) deny('panel.not-open')
    const { members, voidVotes } = await dissolveSeats(t, panel.id, input, standingOf(await membersOf(t, panel.id), await heldCase(t, kase), t.lang))
    await closeRecordingFor(t, kase.id, { viewers: members, purpose: 'decision' })
    await casework.record(t, kase.id, 'panel-dissolved', { panelId: panel.id, ground: input.ground, voidVotes })
    await casework.touchCase(t, kase, { whoseMove: 'centre' })
    for (const member of members) await people.sendLetter(t, { accountId: member }, letterOf('panel-dissolved', kase))
  })
}
