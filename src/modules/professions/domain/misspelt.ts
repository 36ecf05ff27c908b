import type { Found } from './best-of.ts'
import { textsToTry } from './literal.ts'
import { countPieces, Pieces, piecesOf, PiecesOfWords } from './pieces.ts'
import type { SearchIndex } from './search-index.ts'
import { isOneSlipApart, MATCH_RANKS, MIN_TYPO, TYPO_THRESHOLD } from './search-key.ts'
import { slipsAllowed, slipsApart, stemsOf } from './slips.ts'

/** Offers entries with a word that is one slip away from the one typed. */
export function oneSlip(index: SearchIndex, typed: string, accepted: readonly boolean[] | undefined, found: Found): void {
  index.words.forEach((word, number) => {
    if (!isOneSlipApart(typed, word)) return
    for (const text of index.textsOfWord[number]!) {
      const entry = index.entryOf[text]!
      if (!accepted || accepted[entry]) found.offer(entry, MATCH_RANKS.typo, typed.length / Math.max(typed.length, index.keys[text]!.length) - index.placeOf[text]! / 1000)
    }
  })
}

/** Offers entries with texts like what was typed: by the likeness of its words, or by the pieces that the whole of it has in common. */
export function misspelt(index: SearchIndex, key: string, sought: readonly string[], accepted: readonly boolean[] | undefined, found: Found): void {
  const likeness = sought.map((part) => likenessOfWords(index, part))
  const offer = (text: number, score: number) => {
    const entry = index.entryOf[text]!
    if (score >= TYPO_THRESHOLD && (!accepted || accepted[entry])) found.offer(entry, MATCH_RANKS.typo, score)
  }
  for (const text of textsToTry(index, likeness.map((like) => flagsFrom(like)))) offer(text, byWords(index, text, likeness))
  const whole = piecesOf(key)
  const inWords = new PiecesOfWords(whole, index.wordsWith, index.words.length)
  const { gramCounts, wordsFrom, wordsOf } = index
  // The likeness of the whole is shared / (own + others - shared): with that many pieces a text must share so many, and has no more of them than its words together.
  const share = TYPO_THRESHOLD / (1 + TYPO_THRESHOLD) - 1e-9
  for (let text = 0; text < gramCounts.length; text++) {
    const least = share * (whole.length + gramCounts[text]!)
    if (least > whole.length) continue
    const until = wordsFrom[text + 1]!
    let most = 0
    for (let at = wordsFrom[text]!; at < until; at++) most += inWords.counts[wordsOf[at]!]!
    if (most < least) continue
    const shared = inWords.distinctIn(wordsOf, wordsFrom[text]!, until)
    if (shared >= least) offer(text, shared / (whole.length + gramCounts[text]! - shared))
  }
}

function flagsFrom(like: Float64Array): Uint8Array {
  const flags = new Uint8Array(like.length)
  for (let word = 0; word < like.length; word++) if (like[word]! >= TYPO_THRESHOLD) flags[word] = 1
  return flags
}

/** The mean likeness of every word sought to the word of the text that is most like it; 0 when one is like none. */
function byWords(index: SearchIndex, text: number, likeness: readonly Float64Array[]): number {
  const from = index.wordsFrom[text]!
  const until = index.wordsFrom[text + 1]!
  let sum = 0
  for (let part = 0; part < likeness.length; part++) {
    const like = likeness[part]!
    let best = 0
    for (let at = from; at < until; at++) {
      const of = like[index.wordsOf[at]!]!
      if (of > best) best = of
    }
    if (best < TYPO_THRESHOLD) return 0
    sum += best
  }
  return sum / likeness.length
}

/** How like every word of the vocabulary is to what was typed. Words that share no piece with it are like nothing. */
function likenessOfWords(index: SearchIndex, part: string): Float64Array {
  const grams = new Pieces(part)
  const like = new Float64Array(index.words.length)
  const counts = countPieces(grams.list, index.wordsWith, index.words.length)
  for (let number = 0; number < counts.length; number++) {
    const common = counts[number]!
    if (common === 0) continue
    const word = index.words[number]!
    let best = common / (grams.size + index.wordGramCounts[number]! - common)
    if (part.length >= MIN_TYPO) {
      if (isOneSlipApart(part, word)) best = Math.max(best, 1 - 1 / part.length)
      // A cut word has at most two pieces that the whole one has not: the padded ones at the cut.
      if (word.length > part.length && common + 2 >= TYPO_THRESHOLD * grams.size) {
        best = Math.max(best, grams.overlapWith(word.slice(0, part.length)), grams.overlapWith(word.slice(-part.length)))
      }
    }
    like[number] = best
  }
  if (part.length >= MIN_TYPO) for (const each of [part, ...stemsOf(part)]) likenessBySlips(index, each, each === part ? 1 : ENDED, like)
  return like
}

/** A word without its ending is a little less than the word as it was typed. */
const ENDED = 0.97
/** What every slip takes from the likeness, in letters; less than one letter each would make two slips as good as one. */
const SLIP = 1.25

/** Raises the likeness of words that are a slip or two away from what was typed, its ending cut or not: of their pieces too few may be left to tell. */
function likenessBySlips(index: SearchIndex, typed: string, worth: number, like: Float64Array): void {
  const most = slipsAllowed(typed.length)
  for (let number = 0; number < index.words.length; number++) {
    const word = index.words[number]!
    // Who mistypes a word begins it as it begins; the few that do not are found by their pieces.
    if (word.length < MIN_TYPO || word[0] !== typed[0] || Math.abs(word.length - typed.length) > most) continue
    const slips = slipsApart(typed, word, most)
    if (slips <= most) like[number] = Math.max(like[number]!, worth * (1 - (slips * SLIP) / typed.length))
  }
}
