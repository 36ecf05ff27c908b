import { byRank, MATCH_KINDS, type MatchKind, type SearchMatch } from './search-key.ts'

const NONE = MATCH_KINDS.length

/** The best that was found for each entry, in arrays: a letter typed alone finds thousands, and a page shows twenty. */
export class Found {
  private readonly ranks: Uint8Array
  private readonly scores: Float64Array
  /** The entries found, in the order they were. */
  private readonly entries: number[] = []
  /** How many were found by each kind of match. */
  private readonly kinds = new Uint32Array(NONE)

  constructor(size: number) {
    this.ranks = new Uint8Array(size).fill(NONE)
    this.scores = new Float64Array(size)
  }

  get size(): number {
    return this.entries.length
  }
  /** Whether all that was found is of one kind. */
  isAll(rank: number): boolean {
    return this.kinds[rank] === this.entries.length
  }

  /** Takes a match unless the entry has as good a one. */
  offer(entry: number, rank: number, score: number): void {
    const before = this.ranks[entry]!
    if (rank > before || (rank === before && score <= this.scores[entry]!)) return
    if (before === NONE) this.entries.push(entry)
    else this.kinds[before]!--
    this.kinds[rank]!++
    this.ranks[entry] = rank
    this.scores[entry] = score
  }

  /** The first of them in their order. Only those that can be among the first are put in order. */
  best(codes: readonly string[], limit: number): SearchMatch[] {
    let chosen = this.entries
    if (chosen.length > limit) {
      const { rank, score } = this.lastOf(limit)
      chosen = chosen.filter((entry) => this.ranks[entry]! < rank || (this.ranks[entry] === rank && this.scores[entry]! >= score))
    }
    return chosen.map((entry): SearchMatch => ({ code: codes[entry]!, kind: MATCH_KINDS[this.ranks[entry]!] as MatchKind, score: this.scores[entry]! })).sort(byRank).slice(0, limit)
  }

  /** The kind and the score behind which nothing can be among the first. */
  private lastOf(limit: number): { rank: number; score: number } {
    let rank = 0
    let wanted = limit
    while (wanted > this.kinds[rank]!) wanted -= this.kinds[rank++]!
    const scores = new Float64Array(this.kinds[rank]!)
    let at = 0
    for (const entry of this.entries) if (this.ranks[entry] === rank) scores[at++] = this.scores[entry]!
    scores.sort()
    return { rank, score: scores[scores.length - wanted]! }
  }
}
