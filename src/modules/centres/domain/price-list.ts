import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export interface PriceLine {
  professionCode: string
  level: number
  amount: number
  retakeTheory: number
  retakePractice: number
  retakeBoth: number
}

const PARTS = ['amount', 'retakeTheory', 'retakePractice', 'retakeBoth'] as const
const HIGHEST = 100_000_000

/** Why a list cannot be published: it names everything in scope once, nothing else, in whole tenge, from a day that has not begun. */
export function priceListBlockers(
  list: { inForceFrom: Day; prices: readonly PriceLine[] },
  { scope, first, taken }: { scope: readonly { professionCode: string; level: number }[]; first: Day; taken: readonly Day[] },
): Blocker[] {
  const found: Blocker[] = []
  if (list.inForceFrom < first) found.push({ code: 'price-list.too-early' })
  if (taken.includes(list.inForceFrom)) found.push({ code: 'price-list.day-taken' })
  const key = (line: { professionCode: string; level: number }) => `${line.professionCode}, ${line.level}`
  const wanted = new Set(scope.map(key))
  if (wanted.size === 0) found.push({ code: 'price-list.no-scope' })
  const given = list.prices.map(key)
  for (const line of wanted) if (!given.includes(line)) found.push({ code: 'price-list.line-missing', data: { line } })
  for (const line of new Set(given)) {
    if (!wanted.has(line)) found.push({ code: 'price-list.line-out-of-scope', data: { line } })
    if (given.filter((each) => each === line).length > 1) found.push({ code: 'price-list.line-repeated', data: { line } })
  }
  for (const price of list.prices) {
    if (PARTS.some((part) => !Number.isInteger(price[part]) || price[part] < 0 || price[part] > HIGHEST)) found.push({ code: 'price-list.amount-wrong', data: { line: key(price) } })
    else if (price.retakeTheory > price.retakeBoth || price.retakePractice > price.retakeBoth) found.push({ code: 'price-list.part-over-whole', data: { line: key(price) } })
  }
  return found
}
