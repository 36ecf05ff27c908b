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

/** What is wrong with one sum in tenge; undefined when it is right. The price of a recognition is not nothing unless the norm allows it, a stage may be retaken free of charge. */
function amountFault(part: (typeof PARTS)[number], sum: number, freeAllowed: boolean): string | undefined {
  if (!Number.isFinite(sum) || sum > HIGHEST) return 'price-list.amount-wrong'
  if (sum < 0) return 'price-list.amount-negative'
  if (!Number.isInteger(sum)) return 'price-list.amount-fraction'
  return sum === 0 && part === 'amount' && !freeAllowed ? 'price-list.amount-zero' : undefined
}

/**
 * Why a list cannot be published: it names everything in scope once, nothing else, in whole tenge, from a day that has not begun.
 * Periods never overlap: a list holds until the eve of the next one, so only the same first day is refused.
 */
export function priceListBlockers(
  list: { inForceFrom: Day; prices: readonly PriceLine[] },
  { scope, first, taken, freeAllowed }: { scope: readonly { professionCode: string; level: number }[]; first: Day; taken: readonly Day[]; freeAllowed: boolean },
): Blocker[] {
  const found: Blocker[] = []
  if (list.inForceFrom < first) found.push({ code: 'price-list.too-early', data: { field: 'from' } })
  if (taken.includes(list.inForceFrom)) found.push({ code: 'price-list.day-taken', data: { field: 'from' } })
  const key = (line: { professionCode: string; level: number }) => `${line.professionCode}, ${line.level}`
  const wanted = new Set(scope.map(key))
  if (wanted.size === 0) found.push({ code: 'price-list.no-scope' })
  const given = list.prices.map(key)
  for (const line of wanted) if (!given.includes(line)) found.push({ code: 'price-list.line-missing', data: { line } })
  for (const line of new Set(given)) {
    if (!wanted.has(line)) found.push({ code: 'price-list.line-out-of-scope', data: { line } })
    if (given.filter((each) => each === line).length > 1) found.push({ code: 'price-list.line-repeated', data: { line } })
  }
  for (const [place, price] of list.prices.entries()) {
    const faults = PARTS.flatMap((part): Blocker[] => {
      const code = amountFault(part, price[part], freeAllowed)
      return code === undefined ? [] : [{ code, data: { field: `${part}-${place}`, line: key(price) } }]
    })
    found.push(...faults)
    if (faults.length === 0 && (price.retakeTheory > price.retakeBoth || price.retakePractice > price.retakeBoth)) found.push({ code: 'price-list.part-over-whole', data: { field: `retakeBoth-${place}`, line: key(price) } })
  }
  return found
}
