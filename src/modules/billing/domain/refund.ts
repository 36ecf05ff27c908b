import { normNumberOr, type NormEdition } from '#kernel/norms.ts'
import type { Blocker } from '#kernel/denial.ts'
import { outstanding, type ContractSums } from './ledger.ts'

export const REFUND_GROUNDS = ['withdrawal', 'no-show', 'centre-fault', 'case-closed', 'overpaid'] as const
export type RefundGround = (typeof REFUND_GROUNDS)[number]
/** Grounds that a clerk enters; the others follow from an act of the candidate or of the ministry. */
export const ENTERED_GROUNDS = ['centre-fault', 'no-show', 'overpaid'] as const satisfies readonly RefundGround[]

export const REFUND_STATES = ['due', 'prepared', 'sent', 'paid'] as const
export type RefundState = (typeof REFUND_STATES)[number]

/** Where a refund stands, from its dated facts. */
export function refundState(refund: { preparedAt: string | null; sentAt: string | null; paidAt: string | null }): RefundState {
  return refund.paidAt ? 'paid' : refund.sentAt ? 'sent' : refund.preparedAt ? 'prepared' : 'due'
}

/**
 * Percent of the price that goes back by the norms the case is pinned to [D]. After the notification the norm for it holds where it is set.
 * Nothing set: everything goes back after a withdrawal, nothing after a failure to come, as the contract says.
 */
export function refundPercent(ground: RefundGround, norms: NormEdition, wasNotified: boolean): number {
  if (ground === 'no-show') return normNumberOr(norms, 'contract.refundOnNoShowPercent', 0)
  if (ground !== 'withdrawal') return 100
  const before = normNumberOr(norms, 'contract.refundOnWithdrawalPercent', 100)
  return wasNotified ? normNumberOr(norms, 'contract.refundAfterNoticePercent', before) : before
}

/** What happens to the money of a contract: how much goes back of what was paid, and how much of the invoice is asked for no more. */
export interface RefundSums {
  refund: number
  cancel: number
  /** Whether it comes off what was received too much. */
  ofExcess: boolean
}

/** The sums of a refund; `carried` came with the case from another centre and counts as paid. What the centre keeps is rounded down to a whole tenge: a broken tenge is the payer's. */
export function refundSums(ground: RefundGround, sums: ContractSums, percent: number, carried = 0): RefundSums {
  const rest = outstanding(sums)
  if (ground === 'overpaid') return { refund: Math.max(0, -rest), cancel: 0, ofExcess: true }
  const price = sums.invoiced - sums.cancelled + carried
  const kept = Math.floor((price * (100 - percent)) / 100)
  const owedAlready = sums.refundDue - sums.returnedExcess
  const counted = Math.min(price, sums.received - sums.returnedExcess + carried) - owedAlready
  return { refund: Math.max(0, counted - kept), cancel: Math.max(0, rest), ofExcess: false }
}

/** Why a refund cannot be entered by a clerk. */
export function refundBlockers(facts: { ground: string; note: string; refund: number; enteredBefore: boolean }): Blocker[] {
  const blockers: Blocker[] = []
  if (!(ENTERED_GROUNDS as readonly string[]).includes(facts.ground)) return [{ code: 'refund.ground-unknown' }]
  if (facts.enteredBefore) blockers.push({ code: 'refund.entered-before' })
  else if (facts.refund <= 0) blockers.push({ code: 'refund.nothing-to-give-back' })
  if (facts.note.trim() === '') blockers.push({ code: 'refund.note-missing' })
  return blockers
}
