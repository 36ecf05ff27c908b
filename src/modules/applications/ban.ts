import { addDays, type Day } from '#kernel/day.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { banDays, barredUntil, firstDayAfter } from './domain/ban.ts'
import { policy } from './policy.ts'
import { countRemovedSince, selectRemovals } from './store/removal-store.ts'

/** The first day on which the person may apply again after a removal, wherever it happened; undefined when nothing bars him. Where and when he was removed is told to nobody. */
export async function banOf(t: Tx, personId: string, on: Day): Promise<Day | undefined> {
  const rows = await withSystemSight(t, () => selectRemovals(t.sql, personId))
  const removals = []
  for (const row of rows) removals.push({ removedOn: row.removedOn, norms: await t.law.norms(t.sql, row.edition) })
  return barredUntil(removals, on)
}

export interface BanTrial {
  removed: number
  before: { days: number | undefined; first: Day | undefined }
  after: { days: number | undefined; first: Day | undefined }
}

/** Whom another length of the ban would have concerned, and until when somebody removed on the day would wait; nothing is written. */
export async function tryBan(ctx: Ctx, input: { before: NormEdition; after: NormEdition; from: Day; days: number }): Promise<BanTrial> {
  return read(ctx, 'ban.try', async (t) => {
    assertMay(t, policy, 'ban.try', undefined as never)
    const waits = (norms: NormEdition) => {
      const days = banDays(norms)
      return { days, first: days === undefined ? undefined : firstDayAfter(input.from, days) }
    }
    return { removed: await countRemovedSince(t.sql, addDays(t.today, -input.days)), before: waits(input.before), after: waits(input.after) }
  })
}
