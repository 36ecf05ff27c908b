import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { waitsForReview } from '#modules/proctoring/index.ts'
import { panelBlockers } from './domain/panel.ts'
import { letterOf } from './letters.ts'
import { heldCase } from './panel-facts.ts'
import { policy } from './policy.ts'
import { insertPanel, selectOpenPanel } from './store/decision-store.ts'

/** Calls the panel that decides: as many people as the norm says, nobody who assessed, one of them in the chair. */
export async function callPanel(ctx: Ctx, input: { number: string; version: number; memberIds: readonly string[]; chairId: string }): Promise<Uuid> {
  try {
    return await tx(ctx, 'panel.call', async (t) => {
      const kase = await casework.lockCaseByNumber(t, input.number)
      assertMay(t, policy, 'panel.call', kase)
      casework.assertUnchanged(kase, input.version)
      if (kase.step !== 'held') deny('case.not-at-this-step', { step: kase.step })
      if (await waitsForReview(t, kase.id)) deny('decision.waits-for-review')
      if (await selectOpenPanel(t.sql, kase.id)) deny('panel.called-already')
      const { panel, norms, people: staff, attemptId } = await heldCase(t, kase)
      const members = input.memberIds.map((id) => staff.find((person) => person.accountId === id) ?? { accountId: id, name: '', roles: [] })
      assertNone('panel.not-lawful', panelBlockers(members, input.chairId, panel, norms))
      const id = t.newId()
      await insertPanel(t.sql, { id, caseId: kase.id, attemptId: attemptId as Uuid, purpose: 'decision', calledBy: accountOf(t.actor)!, calledAt: t.now }, input.memberIds, input.chairId)
      await casework.record(t, kase.id, 'panel-called', { panelId: id, members: input.memberIds.length })
      await casework.touchCase(t, kase, { whoseMove: 'panel' })
      for (const member of input.memberIds) await people.sendLetter(t, { accountId: member }, letterOf('panel-called', kase, t))
      return id
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_panel_per_case') deny('panel.called-already')
    throw error
  }
}
