import { Denial } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import { lockSitting } from './sittings.ts'
import { releaseSitting } from './store/booking-store.ts'
import { countChosen, countNotified, markCancelled } from './store/sitting-store.ts'

/** Takes a sitting out of the schedule while nobody has been notified of it: those who have need a new notice first. */
export async function cancelSitting(ctx: Ctx, input: { sittingId: string }): Promise<void> {
  await tx(ctx, 'sitting.cancel', async (t) => {
    const sitting = await lockSitting(t, input.sittingId)
    assertMay(t, policy, 'sitting.cancel', sitting)
    if (sitting.cancelledAt) throw new Denial('sitting.cancelled-already')
    if (sitting.startsAt <= t.now) throw new Denial('sitting.begun')
    const notified = await countNotified(t.sql, sitting.id)
    if (notified > 0) throw new Denial('sitting.has-candidates', { data: { notified } })
    const chosen = await countChosen(t.sql, sitting.id)
    if (chosen > 0) throw new Denial('sitting.chosen', { data: { chosen } })
    await markCancelled(t.sql, sitting.id, t.now)
    await releaseSitting(t.sql, sitting.id, t.now)
    await record(t, `sitting:${sitting.id}`, 'sitting-cancelled')
  })
}

/** The same for a sitting to which candidates were called, when whoever calls this has called them off; the row must be locked and the caller has asked its own policy. */
export async function cancelWithin(t: Tx, sitting: { id: string }, payload: Record<string, unknown>): Promise<void> {
  await markCancelled(t.sql, sitting.id, t.now)
  await releaseSitting(t.sql, sitting.id, t.now)
  await record(t, `sitting:${sitting.id}`, 'sitting-called-off', payload)
}
