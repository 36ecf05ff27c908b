import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { policy } from './policy.ts'
import { selectOpenPanel, selectSeats } from './store/decision-store.ts'

/** A member of the panel called opens what was recorded of a stage: nobody decides on a violation that he has not seen. The candidate sees who looked. */
export async function openRecordingToDecide(ctx: Ctx, input: { number: string; stage: Stage }): Promise<Uuid> {
  return proctoring.openRecordingFor(ctx, { ...input, purpose: 'decision' }, async (t, kase) => {
    const panel = await selectOpenPanel(t.sql, kase.id)
    const members = panel ? await selectSeats(t.sql, panel.id) : []
    assertMay(t, policy, 'panel.vote', { ...kase, memberIds: members.map((member) => member.accountId) })
  })
}
