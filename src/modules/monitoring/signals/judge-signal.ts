import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { lockFile, recordMonitoring } from '../centre-file.ts'
import { enterCheck, type CheckPlan } from '../plan-check.ts'
import { policy } from '../policy.ts'
import { judgementBlockers, type SignalOutcome } from './domain/signal.ts'
import { lockSignal, selectSignal, updateJudged } from './store/signal-store.ts'

/** A person has looked at a signal and says what it means: explained, or a check out of plan, entered in the same act. */
export async function judgeSignal(ctx: Ctx, input: { id: string; outcome: string; words: string; check?: Omit<CheckPlan, 'kind' | 'reason'> }): Promise<{ checkId: string | null }> {
  return tx(ctx, 'signal.judge', async (t) => {
    const seen = parseUuid(input.id) && (await selectSignal(t.sql, input.id))
    if (!seen) throw new Denial('not-found')
    assertMay(t, policy, 'signal.judge', seen)
    await lockFile(t, seen.centreId)
    const signal = (await lockSignal(t.sql, seen.id))!
    assertNone('signal.not-judgeable', judgementBlockers(signal, input))
    const outcome = input.outcome as SignalOutcome
    const checkId = outcome === 'check' ? await enterCheck(t, signal.centreId, { on: undefined, responsible: '', announced: false, ...input.check, kind: 'unplanned', reason: input.words }) : null
    await updateJudged(t.sql, { id: signal.id, by: accountOf(t.actor)!, at: t.now, outcome, words: input.words.trim(), checkId })
    await recordMonitoring(t, signal.centreId, 'monitoring-signal-judged', { signalId: signal.id, kind: signal.kind, outcome, ...(checkId ? { checkId } : {}) })
    return { checkId }
  })
}
