import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { takeAll } from './create-sitting.ts'
import { sittingBlockers } from './domain/sitting.ts'
import { planFacts } from './plan-facts.ts'
import { policy } from './policy.ts'
import { releasePeopleOfSitting } from './store/booking-store.ts'
import { lockDay, replaceStaff, type PlannedSitting } from './store/sitting-store.ts'

/**
 * Other people conduct a sitting that stands already: all that is asked of a new one is asked again. Who calls this has looked at what binds them to
 * the candidates, and holds the row of the sitting.
 */
export async function changeStaffWithin(t: Tx, sitting: PlannedSitting, staff: { invigilatorId: Uuid | undefined; assessorIds: readonly Uuid[] }): Promise<void> {
  assertMay(t, policy, 'sitting.change-staff', sitting)
  if (sitting.cancelledAt) throw new Denial('sitting.cancelled-already')
  if (sitting.endsAt <= t.now) throw new Denial('sitting.over')
  await lockDay(t.sql, sitting.onDay)
  const plan = { ...sitting, roomId: sitting.roomId ?? undefined, proctorId: sitting.proctorId ?? undefined, ...staff, kits: [] }
  // It may have begun: who falls ill in the middle is replaced, too.
  const blockers = sittingBlockers(plan, await planFacts(t, plan, sitting.id)).filter((blocker) => blocker.code !== 'sitting.in-the-past' && !/room|seats/.test(blocker.code))
  assertNone('sitting.not-possible', blockers)
  await releasePeopleOfSitting(t.sql, sitting.id, t.now)
  await replaceStaff(t.sql, sitting.id, { invigilatorId: staff.invigilatorId ?? null, assessorIds: staff.assessorIds })
  await takeAll(t, [...(staff.invigilatorId ? [staff.invigilatorId] : []), ...(sitting.proctorId ? [sitting.proctorId] : []), ...staff.assessorIds].map((resourceId) => ({ kind: 'person', resourceId, from: sitting.startsAt, until: sitting.endsAt, sittingId: sitting.id })))
  await record(t, `sitting:${sitting.id}`, 'sitting-staff-changed', {
    from: { invigilatorId: sitting.invigilatorId, assessorIds: sitting.assessorIds }, to: { invigilatorId: staff.invigilatorId ?? null, assessorIds: [...staff.assessorIds] },
  })
}
