import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { policy } from '#modules/people/index.ts'
import { selectUnmarkedWorks } from '../store/work-store.ts'

/** Which of these cases wait for the marking of a work on line that was handed in; in a demonstration only, so that a visitor finds it. */
export async function demonstrationUnmarked(ctx: Ctx, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  return read(ctx, 'demo.sign-in', async (t) => {
    assertMay(t, policy, 'demo.sign-in', { demo: t.demo })
    return new Set((await withSystemSight(t, () => selectUnmarkedWorks(t.sql, caseIds))).map((row) => row.caseId as string))
  })
}
