import { addDays } from '#kernel/day.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { passRuleOf } from '../attempts.ts'
import { policy } from '../policy.ts'
import { isTheoryPassed } from './domain/grading.ts'
import { selectResultsSince } from './store/credit-store.ts'

/** How many of the theory exams of the last `days` days would have been passed under another pass mark; nothing is written. */
export async function tryPassMark(ctx: Ctx, input: { before: NormEdition; after: NormEdition; days: number }): Promise<{ exams: number; passedBefore: number; passedAfter: number }> {
  return read(ctx, 'theory.try-mark', async (t) => {
    assertMay(t, policy, 'theory.try-mark', undefined as never)
    const [before, after] = [passRuleOf(input.before), passRuleOf(input.after)]
    const trial = { exams: 0, passedBefore: 0, passedAfter: 0 }
    for (const { correct, total, exams } of await selectResultsSince(t.sql, addDays(t.today, -input.days))) {
      trial.exams += exams
      if (isTheoryPassed(correct, total, before)) trial.passedBefore += exams
      if (isTheoryPassed(correct, total, after)) trial.passedAfter += exams
    }
    return trial
  })
}
