import type { Day } from '#kernel/day.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { countEveryRow, keptCounts } from './count.ts'
import { bringDaysUpToDate } from './days.ts'
import { differencesBetween, type CountDifference } from './domain/count-differences.ts'
import { policy } from './policy.ts'

export interface DaysChecked {
  asOf: Day
  /** Numbers that were compared. */
  numbers: number
  differences: CountDifference[]
}

/** Counts cases and people as of a day from every row, before anything is withheld, and compares each number with what the numbers kept by day say. */
export async function checkDays(asked: Ctx, asOf: Day): Promise<DaysChecked> {
  const { requestKey: _, ...plain } = asked
  const ctx: Ctx = { ...plain, actor: SYSTEM }
  await bringDaysUpToDate(ctx)
  return read(ctx, 'statistics.count', async (t) => {
    assertMay(t, policy, 'statistics.count', undefined as never)
    return withSystemSight(t, async () => ({ asOf, ...differencesBetween(await keptCounts(t, asOf), await countEveryRow(t, asOf)) }))
  })
}
