const RADIX = 37

/** A letter of a search key as a number: blank 0, digits 1–10, letters 11–36. */
function numberOf(letter: number): number {
  return letter === 32 ? 0 : letter < 58 ? letter - 47 : letter - 86
}

/** The distinct three-letter pieces of a key as numbers; the same pieces as `trigrams`, each word padded by two before and one after. */
export function piecesOf(key: string): number[] {
  const found = new Set<number>()
  let before = 0
  let last = 0
  for (let at = 0; at <= key.length; at++) {
    const letter = at === key.length ? 0 : numberOf(key.charCodeAt(at))
    if (letter !== 0 || last !== 0) found.add((before * RADIX + last) * RADIX + letter)
    before = letter === 0 ? 0 : last
    last = letter
  }
  return [...found]
}

/** The pieces of what was typed, ready to be compared with many words. */
export class Pieces {
  readonly list: readonly number[]
  private readonly seen = new Uint32Array(RADIX ** 3)
  private readonly own = new Uint8Array(RADIX ** 3)
  private turn = 0

  constructor(key: string) {
    this.list = piecesOf(key)
    for (const piece of this.list) this.own[piece] = 1
  }

  get size(): number {
    return this.list.length
  }

  /** Share of pieces in common with one word, from 0 to 1. */
  overlapWith(word: string): number {
    this.turn++
    let common = 0
    let distinct = 0
    let before = 0
    let last = 0
    for (let at = 0; at <= word.length; at++) {
      const letter = at === word.length ? 0 : numberOf(word.charCodeAt(at))
      const piece = (before * RADIX + last) * RADIX + letter
      before = last
      last = letter
      if (this.seen[piece] === this.turn) continue
      this.seen[piece] = this.turn
      distinct++
      common += this.own[piece]!
    }
    return common === 0 ? 0 : common / (this.size + distinct - common)
  }
}

/** How many of the pieces each numbered thing has. */
export function countPieces(pieces: readonly number[], having: ReadonlyMap<number, readonly number[]>, size: number): Uint16Array {
  const counts = new Uint16Array(size)
  for (const piece of pieces) {
    const list = having.get(piece)
    if (list) for (let at = 0; at < list.length; at++) counts[list[at]!]!++
  }
  return counts
}
