import { plusMs } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { policy } from './policy.ts'
import { forgetTablesBefore } from './store/import-store.ts'

const DAY_MS = 86_400_000

/** Throws away the sealed rows of files that were examined and never entered, a day after they were brought; what was found in them stays. Answers of how many files. */
export async function forgetTables(ctx: Ctx, olderThanMs = DAY_MS): Promise<number> {
  return tx(ctx, 'mandatory-outcome.forget-tables', async (t) => {
    assertMay(t, policy, 'mandatory-outcome.forget-tables', undefined as never)
    return forgetTablesBefore(t.sql, plusMs(t.now, -olderThanMs))
  })
}
