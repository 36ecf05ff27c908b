/** Invoices that one order pays at most: so many cases are held while it is booked. */
export const MOST_INVOICES_AT_ONCE = 200

/** An employer's invoices that are read at most, the newest; the open ones are among them as a rule. */
export const MOST_INVOICES_READ = 1_000

/** Which of the open invoices "pay all" takes, of invoices in the order of their issue, the newest first: the oldest, as many as one order pays. */
export function paidAtOnce<T>(open: readonly T[]): T[] {
  return open.slice(-MOST_INVOICES_AT_ONCE)
}

/**
 * Splits money that came for a joint order over its parts, in whole tenge and without a rest: in proportion to what was ordered, the tenge
 * left by rounding down to the largest remainders, of equal ones to the earlier part. The sum that was ordered splits into the parts themselves.
 */
export function splitSum(amount: number, parts: readonly number[]): number[] {
  const [whole, total] = [BigInt(amount), parts.reduce((sum, part) => sum + BigInt(part), 0n)]
  if (total <= 0n) throw new RangeError('a joint order without parts')
  const shares = parts.map((part, place) => ({ place, floor: (whole * BigInt(part)) / total, rest: (whole * BigInt(part)) % total }))
  let left = Number(whole - shares.reduce((sum, share) => sum + share.floor, 0n))
  const answer = shares.map((share) => Number(share.floor))
  for (const { place } of [...shares].sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break
    answer[place]! += 1
    left -= 1
  }
  return answer
}
