import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { policy } from '#modules/people/index.ts'
import { selectSummariesOfAccounts, type CaseSummary } from './store/case-list-store.ts'

/** Far more than the story tells; visitors add to it. */
const MOST = 500

/** Where the people of a demonstration stand, their newest cases first; in a demonstration only, where a visitor may become any of them. */
export async function demonstrationCases(ctx: Ctx, accountIds: readonly Uuid[]): Promise<CaseSummary[]> {
  return read(ctx, 'demo.sign-in', async (t) => {
    assertMay(t, policy, 'demo.sign-in', { demo: t.demo })
    return withSystemSight(t, () => selectSummariesOfAccounts(t.sql, accountIds, MOST))
  })
}
