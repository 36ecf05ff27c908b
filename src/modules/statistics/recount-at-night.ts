import { SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { bringDaysUpToDate } from './days.ts'
import { isDueForWhole } from './domain/whole-recount.ts'
import { policy } from './policy.ts'
import { selectProgress } from './store/day-store.ts'

const CHAIN = 'statistics:days'

/**
 * Once a night every day is counted anew. Numbers that were kept otherwise are put right and their number is noted in the journal: somebody changed rows
 * without an entry, or the count by changes has a fault. Answers how many there were.
 */
export async function recountAtNight(asked: Ctx): Promise<number> {
  const { requestKey: _, ...plain } = asked
  const ctx: Ctx = { ...plain, actor: SYSTEM }
  const progress = await selectProgress(ctx.db)
  if (!progress || !isDueForWhole(progress.wholeAt, ctx.clock.now())) return 0
  const { differences } = await bringDaysUpToDate(ctx, { whole: true })
  if (differences > 0) {
    await tx(ctx, 'statistics.count', async (t) => {
      assertMay(t, policy, 'statistics.count', undefined as never)
      await record(t, CHAIN, 'statistics-days-differed', { differences })
    })
  }
  return differences
}
