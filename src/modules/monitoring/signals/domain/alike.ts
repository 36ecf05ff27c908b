import { binomialTail } from './chance.ts'
import type { Found, SignalNorms } from './signal.ts'

/** The wrong answers of one run: question → the options chosen, in one text. */
export interface WrongAnswers {
  runId: string
  caseId: string
  centreId: string
  sittingId: string
  onDay: string
  wrong: ReadonlyMap<string, string>
}

/** How often each wrong answer to a question was given, over all runs; how many different wrong ones there are at least. */
export interface ItemCounts {
  counts: Map<string, number>
  total: number
  options: number
}

export function countWrong(runs: readonly WrongAnswers[], optionsOf: ReadonlyMap<string, number>): Map<string, ItemCounts> {
  const items = new Map<string, ItemCounts>()
  for (const run of runs) {
    for (const [item, chosen] of run.wrong) {
      let known = items.get(item)
      if (!known) items.set(item, (known = { counts: new Map(), total: 0, options: Math.max(1, (optionsOf.get(item) ?? 4) - 1) }))
      known.counts.set(chosen, (known.counts.get(chosen) ?? 0) + 1)
      known.total++
    }
  }
  return items
}

/**
 * The chance that two people who both answer a question wrongly choose the same wrong answer, from what all others chose, the two left out.
 * With few others it is not known and taken high by the norm, so that nobody is accused by a small number.
 */
export function sameChance(item: ItemCounts | undefined, a: string, b: string, norms: SignalNorms): number {
  const others = (item?.total ?? 2) - 2
  if (!item || others < norms.minCases) return norms.alikeUnknownPercent / 100
  const options = Math.max(item.options, item.counts.size)
  let chance = (options - item.counts.size) * (1 / (others + options)) ** 2
  for (const [chosen, count] of item.counts) chance += ((count - Number(chosen === a) - Number(chosen === b) + 1) / (others + options)) ** 2
  return chance
}

interface Compared {
  a: WrongAnswers
  b: WrongAnswers
  both: number
  same: number
  expected: number
  tail: number
}

/**
 * Pairs of one sitting who gave the same wrong answers far more often than chance. Of the questions that both answered wrongly, `same` were
 * answered alike; by chance it would be `expected`. How rare that is, is bounded by the binomial distribution with the mean chance (for at
 * least one more than expected it is never below the true one), times the number of pairs compared.
 */
export function alikeSignals(runs: readonly WrongAnswers[], items: ReadonlyMap<string, ItemCounts>, norms: SignalNorms): { found: Found[]; pairs: number } {
  const sittings = new Map<string, WrongAnswers[]>()
  for (const run of runs) {
    const own = sittings.get(run.sittingId)
    if (own) own.push(run)
    else sittings.set(run.sittingId, [run])
  }
  let pairs = 0
  const close: Compared[] = []
  for (const own of sittings.values()) {
    for (const [place, a] of own.entries()) {
      for (const b of own.slice(place + 1)) {
        pairs++
        const compared = compare(a, b, items, norms)
        if (compared) close.push(compared)
      }
    }
  }
  const found = close.filter((each) => each.tail * pairs * norms.alikeOneIn <= 1).map((each): Found => ({
    kind: 'alike', centreId: each.a.centreId, subject: [each.a.runId, each.b.runId].sort().join(' '), weight: 2, caseIds: [each.a.caseId, each.b.caseId].sort(),
    figures: { same: each.same, both: each.both, expected: Math.round(each.expected * 10) / 10, oneIn: Math.min(1e12, Math.round(1 / each.tail)), pairs, day: each.a.onDay },
  })).sort((x, y) => (x.subject < y.subject ? -1 : 1))
  return { found, pairs }
}

function compare(a: WrongAnswers, b: WrongAnswers, items: ReadonlyMap<string, ItemCounts>, norms: SignalNorms): Compared | undefined {
  let [both, same, expected] = [0, 0, 0]
  for (const [item, chosen] of a.wrong) {
    const other = b.wrong.get(item)
    if (other === undefined) continue
    both++
    if (chosen === other) same++
    expected += sameChance(items.get(item), chosen, other, norms)
  }
  if (same < norms.alikeMin || same < expected + 1) return undefined
  return { a, b, both, same, expected, tail: binomialTail(same, both, expected / both) }
}
