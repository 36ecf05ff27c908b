import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { notificationTermChange, notificationWaitsForPayment } from './domain/notification-term.ts'
import { outstanding, type ContractSums } from './domain/ledger.ts'

/**
 * Brings the term of the notification in line with what was paid under the contract in force, where the norms of the case say that it runs from the payment. The case
 * must be locked; at any other step, or for a contract that is not that of the case any more, nothing is done.
 */
export async function keepNotificationTerm(t: Tx, of: { caseId: string; contractId: string; sums: ContractSums; on: Day }): Promise<void> {
  await withSystemSight(t, async () => {
    const kase = await casework.getCase(t, of.caseId)
    const step = kase.step === 'waiting' ? (await casework.findHold(t.sql, kase.id))?.stepBefore : kase.step
    if (step !== 'contract-signed' || !notificationWaitsForPayment(await casework.normsOf(t, kase))) return
    // The contract in force is the one that the road named last.
    const named = (await casework.timelineOf(t, kase.id)).findLast((entry) => typeof entry.payload['contractId'] === 'string')?.payload['contractId']
    if (named !== undefined && named !== of.contractId) return
    const clocks = (await casework.deadlinesOf(t, kase.id)).filter((each) => each.rule === 'T2')
    const runs = clocks.some((each) => each.metAt === null && each.cancelledAt === null)
    const change = notificationTermChange({ rest: outstanding(of.sums), runs })
    if (change === 'stops') await casework.awaitClock(t, kase.id, 'T2')
    // What was paid before the contract was concluded is entered late at times: the term never begins before the contract.
    const concludedOn = clocks.at(-1)?.startedOn
    if (change === 'begins') await casework.restartClock(t, kase.id, 'T2', concludedOn !== undefined && concludedOn > of.on ? concludedOn : of.on)
  })
}
