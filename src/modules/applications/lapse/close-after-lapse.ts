import { addDays } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { isUnanswered } from '../domain/lapsed-voucher.ts'
import { refundAfterMove } from '../end-contract.ts'
import { writeToCandidate } from '../letters.ts'
import { policy } from '../policy.ts'
import { accountIdOf } from '../standing.ts'
import { endContractRow } from '../store/contract-store.ts'
import { findLapse } from './lapse.ts'

/** How far back lapsed vouchers are looked through: longer than any term of answer that the norm allows. */
const LOOK_BACK_DAYS = 400

/** Ends the contracts of candidates who did not say in time that they go on at their own cost: nothing is owed by anybody, and a new application is free. Answers how many. */
export async function closeUnanswered(ctx: Ctx): Promise<number> {
  const found = await read(ctx, 'voucher-lapse.sweep', async (t) => {
    assertMay(t, policy, 'voucher-lapse.sweep', undefined as never)
    return withSystemSight(t, async () => {
      const caseIds = await vouchers.listLapsedCases(t.sql, addDays(t.today, -LOOK_BACK_DAYS))
      return casework.listStandingAt(t.sql, caseIds, casework.LAPSABLE)
    })
  })
  return eachInTurn(found, (caseId) => closeOne(ctx, caseId))
}

async function closeOne(ctx: Ctx, caseId: string): Promise<boolean> {
  return tx(ctx, 'voucher-lapse.sweep', async (t) => {
    assertMay(t, policy, 'voucher-lapse.sweep', undefined as never)
    return withSystemSight(t, async () => {
      const kase = await casework.lockCase(t, caseId)
      const lapse = await findLapse(t, kase)
      if (!lapse || !isUnanswered(lapse.lapse, t.today)) return false
      await refundAfterMove(t, kase)
      await endContractRow(t.sql, lapse.contract.id, { by: accountIdOf(t), at: t.now, ground: 'voucher-lapsed', stagesLeft: null })
      const closed = await casework.advance(t, kase, 'contract.lapse', 'closed-after-lapse', { payload: { contractId: lapse.contract.id } })
      await writeToCandidate(t, closed, 'closed-after-lapse')
      return true
    })
  })
}
