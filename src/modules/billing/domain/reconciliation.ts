import type { EntryKind, AccountKind } from './ledger.ts'

/** Sums of one day of one centre by kind and by where the money lay. */
export interface DaySum {
  kind: EntryKind
  debit: AccountKind
  credit: AccountKind
  amount: number
  count: number
}

/** The day's book of a centre. `opening + invoiced - cancelled - received + reversed + excess = closing`. */
export interface DayBook {
  opening: number
  invoiced: number
  cancelled: number
  paid: { provider: number; bank: number; receipt: number; matched: number }
  reversed: number
  /** What was paid too much and turned into a debt of the centre. */
  excess: number
  closing: number
  refundDue: number
  refunded: number
  /** Money that came today and belongs nowhere yet, and what was found an owner for. */
  cameUnmatched: number
  unmatched: number
  provider: { book: number; told: number; difference: number }
}

/** Makes the day's book from the sums of its entries; what is owed at the close is reckoned, and the caller compares it with the accounts. */
export function dayBook(opening: number, sums: readonly DaySum[], more: { unmatched: number; providerTold: number }): DayBook {
  const total = (wanted: (sum: DaySum) => boolean) => sums.filter(wanted).reduce((all, sum) => all + sum.amount, 0)
  const paidBy = (debit: AccountKind) => total((sum) => sum.kind === 'paid' && sum.debit === debit)
  const paid = { provider: paidBy('provider'), bank: paidBy('bank'), receipt: paidBy('receipt'), matched: total((sum) => sum.kind === 'matched') }
  const [invoiced, cancelled, reversed] = [total((sum) => sum.kind === 'invoiced'), total((sum) => sum.kind === 'invoice-cancelled'), total((sum) => sum.kind === 'payment-reversed')]
  const excess = total((sum) => sum.kind === 'refund-due' && sum.debit === 'receivable')
  const book = total((sum) => sum.debit === 'provider') - total((sum) => sum.credit === 'provider')
  return {
    opening, invoiced, cancelled, paid, reversed, excess,
    closing: opening + invoiced - cancelled - paid.provider - paid.bank - paid.receipt - paid.matched + reversed + excess,
    refundDue: total((sum) => sum.kind === 'refund-due'), refunded: total((sum) => sum.kind === 'refund-paid'),
    cameUnmatched: total((sum) => sum.kind === 'came-unmatched'), unmatched: more.unmatched,
    provider: { book, told: more.providerTold, difference: more.providerTold - book },
  }
}
