/** Accounts of a centre's book; the first two are kept for every contract or act of works apart. */
export const ACCOUNT_KINDS = ['receivable', 'refundable', 'income', 'provider', 'bank', 'receipt', 'unmatched'] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** Where money lies once it came. */
export const WAYS = ['provider', 'bank', 'receipt'] as const
export type Way = (typeof WAYS)[number]

export const ENTRY_KINDS = ['invoiced', 'invoice-cancelled', 'paid', 'payment-reversed', 'came-unmatched', 'matched', 'refund-due', 'refund-paid'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** One movement: what is debited, what is credited, whole tenge above zero. */
export interface Movement {
  kind: EntryKind
  debit: AccountKind
  credit: AccountKind
  amount: number
}

/** Every movement the book knows, by what happened. */
export const movement = {
  invoiced: (amount: number): Movement => ({ kind: 'invoiced', debit: 'receivable', credit: 'income', amount }),
  cancelled: (amount: number): Movement => ({ kind: 'invoice-cancelled', debit: 'income', credit: 'receivable', amount }),
  paid: (way: Way, amount: number): Movement => ({ kind: 'paid', debit: way, credit: 'receivable', amount }),
  reversed: (amount: number): Movement => ({ kind: 'payment-reversed', debit: 'receivable', credit: 'receipt', amount }),
  unmatched: (way: 'provider' | 'bank', amount: number): Movement => ({ kind: 'came-unmatched', debit: way, credit: 'unmatched', amount }),
  matched: (amount: number): Movement => ({ kind: 'matched', debit: 'unmatched', credit: 'receivable', amount }),
  /** Too much was paid: it comes off what was received; otherwise the centre gives up what it had contracted. */
  refundDue: (amount: number, paidTooMuch: boolean): Movement => ({ kind: 'refund-due', debit: paidTooMuch ? 'receivable' : 'income', credit: 'refundable', amount }),
  refundPaid: (way: Way, amount: number): Movement => ({ kind: 'refund-paid', debit: 'refundable', credit: way, amount }),
} as const

/** Sums of what happened on the account of one contract. */
export interface ContractSums {
  invoiced: number
  cancelled: number
  /** What came, less what was taken back. */
  received: number
  /** What was paid too much and is owed back. */
  returnedExcess: number
  refundDue: number
  refunded: number
}
export const NOTHING: ContractSums = { invoiced: 0, cancelled: 0, received: 0, returnedExcess: 0, refundDue: 0, refunded: 0 }

/** What the payer still owes; below zero: he paid too much. */
export function outstanding(sums: ContractSums): number {
  return sums.invoiced - sums.cancelled - sums.received + sums.returnedExcess
}

/** Adds one movement to the sums of its contract. */
export function addTo(sums: ContractSums, entry: Movement): ContractSums {
  const { kind, amount } = entry
  switch (kind) {
    case 'invoiced': return { ...sums, invoiced: sums.invoiced + amount }
    case 'invoice-cancelled': return { ...sums, cancelled: sums.cancelled + amount }
    case 'paid': case 'matched': return { ...sums, received: sums.received + amount }
    case 'payment-reversed': return { ...sums, received: sums.received - amount }
    case 'came-unmatched': return sums
    case 'refund-due': return { ...sums, refundDue: sums.refundDue + amount, returnedExcess: sums.returnedExcess + (entry.debit === 'receivable' ? amount : 0) }
    case 'refund-paid': return { ...sums, refunded: sums.refunded + amount }
  }
}
