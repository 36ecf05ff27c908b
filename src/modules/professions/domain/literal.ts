import type { Found } from './best-of.ts'
import type { SearchIndex } from './search-index.ts'
import { MATCH_RANKS, MIN_INSIDE } from './search-key.ts'

/**
 * Offers the entries that have what was typed as it stands: the whole text, its beginning, beginnings of words, parts of words.
 * A part of `squeezed` is met by itself alone: one letter typed again and again says nothing of how a word begins.
 */
export function literalMatches(index: SearchIndex, { key, sought, squeezed }: { key: string; sought: readonly string[]; squeezed: ReadonlySet<string> }, accepted: readonly boolean[] | undefined, found: Found): void {
  const begins = sought.map((part) => flagsOf(index.words, squeezed.has(part) ? (word) => word === part : (word) => word.startsWith(part)))
  const holds = sought.map((part) => (part.length >= MIN_INSIDE ? flagsOf(index.words, (word) => word.includes(part)) : undefined))
  const texts = textsToTry(index, sought.map((_, at) => holds[at] ?? begins[at]!))
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at]!
    const entry = index.entryOf[text]!
    if (accepted && !accepted[entry]) continue
    const rank = literalRank(index, text, key, begins, holds)
    if (rank >= 0) found.offer(entry, rank, key.length / index.keys[text]!.length - index.placeOf[text]! / 1000)
  }
}

/** The place of the kind of match among all kinds; -1 when the text does not have what was typed. */
function literalRank(index: SearchIndex, text: number, key: string, begins: readonly Uint8Array[], holds: readonly (Uint8Array | undefined)[]): number {
  const own = index.keys[text]!
  // The first word of a text that begins with the key begins with the first part of it.
  if (begins[0]![index.wordsOf[index.wordsFrom[text]!]!] === 1 && (begins.length === 1 || own.startsWith(key))) return own.length === key.length ? MATCH_RANKS.exact : MATCH_RANKS.prefix
  if (hasAll(index, text, begins)) return MATCH_RANKS.word
  return hasAll(index, text, holds) ? MATCH_RANKS.inside : -1
}

/** Whether each part is met by some word of the text. */
function hasAll(index: SearchIndex, text: number, parts: readonly (Uint8Array | undefined)[]): boolean {
  const from = index.wordsFrom[text]!
  const until = index.wordsFrom[text + 1]!
  for (let part = 0; part < parts.length; part++) {
    const flags = parts[part]
    if (!flags) return false
    let at = from
    while (at < until && flags[index.wordsOf[at]!] === 0) at++
    if (at === until) return false
  }
  return true
}

function flagsOf(words: readonly string[], holds: (word: string) => boolean): Uint8Array {
  const flags = new Uint8Array(words.length)
  for (let number = 0; number < words.length; number++) if (holds(words[number]!)) flags[number] = 1
  return flags
}

/** The texts that have the rarest of the words sought: no other can have all of them. */
export function textsToTry(index: SearchIndex, flags: readonly Uint8Array[]): number[] {
  let fewest: number[] = []
  let least = Infinity
  for (const flagged of flags) {
    const words: number[] = []
    let size = 0
    for (let word = 0; word < flagged.length; word++) {
      if (flagged[word] === 0) continue
      words.push(word)
      size += index.textsOfWord[word]!.length
    }
    if (size < least) [fewest, least] = [words, size]
  }
  const seen = new Uint8Array(index.keys.length)
  const texts: number[] = []
  for (const word of fewest) {
    const having = index.textsOfWord[word]!
    for (let at = 0; at < having.length; at++) {
      const text = having[at]!
      if (seen[text] === 1) continue
      seen[text] = 1
      texts.push(text)
    }
  }
  return texts
}
