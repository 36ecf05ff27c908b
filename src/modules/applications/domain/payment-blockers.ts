import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export interface PaymentFacts {
  amount: number | undefined
  paidOn: Day | undefined
  receipt: string
  price: number
  paid: number
  receiptsKnown: readonly string[]
}

/** Whether the whole price must have been recorded before the notification is sent: nothing demands it unless the norm does [D]. */
export function unpaidBlockers(facts: { price: number; paid: number; requiredBefore: string | undefined }): Blocker[] {
  return facts.requiredBefore === 'notification' && facts.paid < facts.price ? [{ code: 'payment.required-first', data: { rest: facts.price - facts.paid } }] : []
}

/** A payment is a recorded fact: a sum, a day that has come, a receipt not yet entered, and never more than the price. */
export function paymentBlockers(facts: PaymentFacts, today: Day): Blocker[] {
  const blockers: Blocker[] = []
  if (facts.amount === undefined || facts.amount <= 0) blockers.push({ code: 'payment.amount-wrong' })
  else if (facts.paid + facts.amount > facts.price) blockers.push({ code: 'payment.more-than-price', data: { rest: Math.max(0, facts.price - facts.paid) } })
  if (facts.paidOn === undefined) blockers.push({ code: 'payment.day-wrong' })
  else if (facts.paidOn > today) blockers.push({ code: 'payment.day-in-future' })
  if (facts.receipt.trim() === '') blockers.push({ code: 'payment.receipt-missing' })
  else if (facts.receiptsKnown.includes(facts.receipt.trim())) blockers.push({ code: 'payment.receipt-known' })
  return blockers
}
