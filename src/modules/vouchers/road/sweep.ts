import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { policy } from '../policy.ts'
import { lockVoucher, selectLapsed, type VoucherRow } from '../store/voucher-store.ts'
import { endUnused } from './use-voucher.ts'

const BATCH = 200
/**
 * Steps at which an exam of the case may have been held in time although the voucher's last day is over: the decision says. A case that waits for the ministry, since its centre lost
 * the scope, stands still by nobody's fault on the holder's side: its voucher is looked at again when the case goes on [D].
 */
const JUDGED_LATER: readonly string[] = ['theory-running', 'theory-passed', 'practice-running', 'held', 'waiting']

/** What becomes of the case of a voucher that lapsed while it was bound; a module above says it. In the transaction that annuls the voucher. */
export type OnLapsed = (t: Tx, caseId: string) => Promise<void>

/** Annuls vouchers that were not used by their last day, page by page; one transaction each. Answers how many. */
export async function annulLapsed(ctx: Ctx, onLapsed: OnLapsed, limit = BATCH): Promise<number> {
  let annulled = 0
  for (let page = await lapsedAfter(ctx, undefined, limit); page.length > 0; page = page.length < limit ? [] : await lapsedAfter(ctx, page.at(-1), limit)) {
    annulled += await eachInTurn(page, (each) => annulOne(ctx, each, onLapsed))
  }
  return annulled
}

function lapsedAfter(ctx: Ctx, after: VoucherRow | undefined, limit: number): Promise<VoucherRow[]> {
  return read(ctx, 'voucher.sweep', async (t) => {
    assertMay(t, policy, 'voucher.sweep', undefined as never)
    return withSystemSight(t, () => selectLapsed(t.sql, t.today, { after, limit }))
  })
}

async function annulOne(ctx: Ctx, { id, caseId }: Pick<VoucherRow, 'id' | 'caseId'>, onLapsed: OnLapsed): Promise<boolean> {
  return tx(ctx, 'voucher.sweep', async (t) => {
    assertMay(t, policy, 'voucher.sweep', undefined as never)
    return withSystemSight(t, async () => {
      // Whoever moves a case holds the case before its voucher.
      if (caseId) await casework.lockCase(t, caseId)
      const voucher = await lockVoucher(t.sql, id)
      if (!voucher || voucher.caseId !== caseId || voucher.validUntil >= t.today || (voucher.state !== 'issued' && voucher.state !== 'bound')) return false
      if (voucher.state === 'bound' && JUDGED_LATER.includes((await casework.getCase(t, voucher.caseId!)).step)) return false
      await endUnused(t, voucher)
      if (voucher.state === 'bound') await onLapsed(t, voucher.caseId!)
      return true
    })
  })
}
