import type { Tx } from '#platform/acts/ctx.ts'
import { currentContract } from '#modules/applications/index.ts'

/** The price of the contract that a voucher pays; undefined where somebody else pays, as in a retake that the norm does not let the voucher cover. */
export async function voucherPriceOf(t: Tx, caseId: string): Promise<number | undefined> {
  const contract = await currentContract(t, caseId)
  return contract?.payer === 'budget' ? contract.price : undefined
}
