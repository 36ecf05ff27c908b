import { addDays, type Day } from '#kernel/day.ts'
import { outstanding, type ContractSums } from './ledger.ts'

export const INVOICE_STATES = ['open', 'part', 'overdue', 'paid', 'overpaid', 'cancelled'] as const
export type InvoiceState = (typeof INVOICE_STATES)[number]

/** Where an invoice stands: derived from the book, stored nowhere. The due day itself is still in time. */
export function invoiceState(sums: ContractSums, dueOn: Day | null, today: Day): InvoiceState {
  const rest = outstanding(sums)
  if (rest < 0) return 'overpaid'
  if (rest === 0) return sums.cancelled > 0 ? 'cancelled' : 'paid'
  if (dueOn !== null && today > dueOn) return 'overdue'
  return sums.received > 0 ? 'part' : 'open'
}

/** Last day to pay: so many calendar days after the invoice; null where the norm is not set [D]. */
export function invoiceDueOn(issuedOn: Day, days: number | undefined): Day | null {
  return days === undefined ? null : addDays(issuedOn, days)
}

/** Number of the n-th invoice of a case: the case's, so that whoever pays by a bank writes one number. */
export function invoiceNumber(caseNumber: string, n: number): string {
  return `${caseNumber}-${n}`
}
export function refundNumber(caseNumber: string, n: number): string {
  return `${caseNumber}-R${n}`
}
