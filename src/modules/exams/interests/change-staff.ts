import { assertNone, Denial, type Blocker } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { changeStaffWithin, lockSitting } from '#modules/scheduling/index.ts'
import { policy } from '../policy.ts'
import { lockSittings, selectCasesOfSitting } from '../preparation/store/preparation-store.ts'
import { conflictBlockers } from './find-conflicts.ts'

/** Names other people to a sitting: all that is asked of a new one, and no tie between one of them and a candidate who is called. */
export async function changeStaff(ctx: Ctx, input: { sittingId: string; invigilatorId?: Uuid | undefined; assessorIds: readonly Uuid[] }): Promise<void> {
  await tx(ctx, 'sitting.name-staff', async (t) => {
    if (!parseUuid(input.sittingId)) throw new Denial('not-found')
    // As whoever gives out a seat: nobody is called to it while its people change.
    await lockSittings(t.sql, [input.sittingId])
    const sitting = await lockSitting(t, input.sittingId)
    assertMay(t, policy, 'sitting.name-staff', sitting)
    const named = [...(input.invigilatorId ? [input.invigilatorId] : []), ...input.assessorIds].map((accountId) => ({ accountId, on: sitting.onDay }))
    const blockers: Blocker[] = []
    for (const caseId of await selectCasesOfSitting(t.sql, sitting.id)) {
      for (const found of await conflictBlockers(t, await casework.getCase(t, caseId), named)) if (!blockers.some((each) => each.code === found.code && each.data?.['name'] === found.data?.['name'])) blockers.push(found)
    }
    assertNone('sitting.staff-not-possible', blockers)
    await changeStaffWithin(t, sitting, { invigilatorId: input.invigilatorId, assessorIds: input.assessorIds })
  })
}
