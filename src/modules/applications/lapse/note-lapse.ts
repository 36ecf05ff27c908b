import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { writeToCandidate } from '../letters.ts'
import { findLapse } from './lapse.ts'

/**
 * The voucher of a case lapsed, in the transaction of the act that annulled it: the candidate is asked whether he goes on at his own cost, or told that he pays nothing. While he is
 * asked, the centre's term for the notification does not run.
 */
export async function noteLapse(t: Tx, caseId: string): Promise<void> {
  await withSystemSight(t, async () => {
    const kase = await casework.lockCase(t, caseId)
    const found = await findLapse(t, kase)
    if (!found) {
      if (kase.step !== 'registered') return
      await casework.record(t, kase.id, 'voucher-lapsed', { kind: 'before-contract' })
      return writeToCandidate(t, kase, 'voucher-lapsed-before-contract')
    }
    const { lapse, contract } = found
    if (lapse.who === 'centre') {
      await casework.record(t, kase.id, 'voucher-lapsed', { who: 'centre' })
      return writeToCandidate(t, kase, 'voucher-lapsed-centre-pays')
    }
    if (kase.step === 'contract-signed') {
      await casework.cancelClocks(t, kase.id)
      await casework.touchCase(t, kase, { whoseMove: 'candidate', nextDueOn: null })
    }
    await casework.record(t, kase.id, 'voucher-lapsed', { kind: 'asked', answerBy: lapse.answerBy })
    await writeToCandidate(t, kase, 'voucher-lapsed-who-pays', { due: lapse.answerBy, price: contract.price })
  })
}
