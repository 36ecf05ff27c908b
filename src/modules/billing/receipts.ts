import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { post } from './book.ts'
import { movement } from './domain/ledger.ts'
import { writeOfPayment } from './letters.ts'

interface ReceiptOfContract {
  centreId: Uuid
  caseId: Uuid
  contractId: Uuid
  /** The row of the receipt, or of its reversal. */
  paymentId: Uuid
  /** Whole tenge above zero. */
  amount: number
  on: Day
}

/** Writes a receipt that a clerk entered into the book, in the transaction of his act. */
export async function bookReceipt(t: Tx, receipt: ReceiptOfContract): Promise<void> {
  await post(t, { centreId: receipt.centreId, subjectId: receipt.contractId, caseId: receipt.caseId, source: `receipt:${receipt.paymentId}`, on: receipt.on }, movement.paid('receipt', receipt.amount))
  await writeOfPayment(t, receipt)
}
/** Takes a wrongly entered receipt back by a second entry; the first one stays. */
export async function bookReversal(t: Tx, receipt: ReceiptOfContract): Promise<void> {
  await post(t, { centreId: receipt.centreId, subjectId: receipt.contractId, caseId: receipt.caseId, source: `receipt:${receipt.paymentId}`, on: receipt.on }, movement.reversed(receipt.amount))
  await writeOfPayment(t, receipt, 'payment-reversed')
}
