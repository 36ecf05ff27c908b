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

/** In which turn a piece was met last; one comparison is one turn, and none is interrupted. */
const SEEN = new Uint32Array(RADIX ** 3)
let turn = 0

function nextTurn(): number {
  if (++turn > 0xffffffff) {
    SEEN.fill(0)
    turn = 1
  }
  return turn
}

/** The pieces of what was typed, ready to be compared with many words. */
export class Pieces {
  readonly list: readonly number[]
  private readonly own = new Uint8Array(RADIX ** 3)

  constructor(key: string) {
    this.list = piecesOf(key)
    for (const piece of this.list) this.own[piece] = 1
  }

  get size(): number {
    return this.list.length
  }

  /** Share of pieces in common with one word, from 0 to 1. */
  overlapWith(word: string): number {
    const now = nextTurn()
    let common = 0
    let distinct = 0
    let before = 0
    let last = 0
    for (let at = 0; at <= word.length; at++) {
      const letter = at === word.length ? 0 : numberOf(word.charCodeAt(at))
      const piece = (before * RADIX + last) * RADIX + letter
      before = last
      last = letter
      if (SEEN[piece] === now) continue
      SEEN[piece] = now
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

/** Which of the pieces of what was typed each word of a vocabulary has: a text has those that its words have. */
export class PiecesOfWords {
  /** How many each word has. */
  readonly counts: Uint16Array
  /** By word, 32 pieces in each number. */
  private readonly masks: Uint32Array
  private readonly width: number

  constructor(pieces: readonly number[], having: ReadonlyMap<number, readonly number[]>, size: number) {
    this.counts = countPieces(pieces, having, size)
    this.width = Math.ceil(pieces.length / 32)
    this.masks = new Uint32Array(size * this.width)
    pieces.forEach((piece, at) => {
      const list = having.get(piece) ?? []
      for (let each = 0; each < list.length; each++) this.masks[list[each]! * this.width + (at >>> 5)]! |= 1 << (at & 31)
    })
  }

  /** How many of the pieces the words from one place of a list until another have together. */
  distinctIn(words: Uint32Array, from: number, until: number): number {
    let count = 0
    for (let part = 0; part < this.width; part++) {
      let all = 0
      for (let at = from; at < until; at++) all |= this.masks[words[at]! * this.width + part]!
      count += bitsOf(all)
    }
    return count
  }
}

function bitsOf(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
