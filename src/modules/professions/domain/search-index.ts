import { byRank, isOneSlipApart, MATCH_KINDS, MIN_INSIDE, MIN_TYPO, overlap, searchKey, trigrams, TYPO_THRESHOLD, type MatchKind, type SearchMatch } from './search-key.ts'

/** A thing that can be searched for: the first texts are its names, the later ones its synonyms. */
export interface SearchCandidate {
  readonly code: string
  readonly texts: readonly string[]
}

interface IndexedText {
  readonly key: string
  /** Place of the text among those of its entry. */
  readonly place: number
  readonly entry: number
  readonly gramCount: number
  /** Its words, as numbers in the vocabulary. */
  readonly words: readonly number[]
}

/** A register folded once: every distinct word stands in it once, so that what is typed is compared with a word and not with each entry that has it. */
export interface SearchIndex {
  readonly codes: readonly string[]
  readonly texts: readonly IndexedText[]
  readonly words: readonly string[]
  readonly wordGrams: readonly ReadonlySet<string>[]
  readonly wordsWith: ReadonlyMap<string, readonly number[]>
  readonly textsWith: ReadonlyMap<string, readonly number[]>
}

/** Folds candidates into an index; costs about a millisecond for fifty of them. */
export function searchIndex(candidates: readonly SearchCandidate[]): SearchIndex {
  const texts: IndexedText[] = []
  const words: string[] = []
  const wordGrams: ReadonlySet<string>[] = []
  const numberOf = new Map<string, number>()
  const wordsWith = new Map<string, number[]>()
  const textsWith = new Map<string, number[]>()
  const wordNumber = (word: string): number => {
    const known = numberOf.get(word)
    if (known !== undefined) return known
    const number = words.push(word) - 1
    numberOf.set(word, number)
    wordGrams.push(trigrams(word))
    for (const gram of wordGrams[number]!) put(wordsWith, gram, number)
    return number
  }
  candidates.forEach(({ texts: named }, entry) => {
    const seen = new Set<string>()
    for (const name of named) {
      const key = searchKey(name)
      if (key === '' || seen.has(key)) continue
      const grams = trigrams(key)
      const number = texts.push({ key, place: seen.size, entry, gramCount: grams.size, words: key.split(' ').map(wordNumber) }) - 1
      for (const gram of grams) put(textsWith, gram, number)
      seen.add(key)
    }
  })
  return { codes: candidates.map((each) => each.code), texts, words, wordGrams, wordsWith, textsWith }
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/**
 * Orders the entries that answer a query: the same text, its beginning, beginnings of its words, a part of a word; misspellings are
 * offered only when nothing better answers. `accept` leaves entries out before anything is offered.
 */
export function searchIn(index: SearchIndex, query: string, limit: number, accept: (code: string) => boolean = () => true): SearchMatch[] {
  const key = searchKey(query)
  if (key === '' || limit <= 0) return []
  const sought = key.split(' ')
  const accepted = index.codes.map(accept)
  const literal = literalMatches(index, key, sought, accepted)
  const found = literal.length > 0 || key.length < MIN_TYPO ? literal : misspelt(index, key, sought, accepted)
  return found.sort(byRank).slice(0, limit)
}

function literalMatches(index: SearchIndex, key: string, sought: readonly string[], accepted: readonly boolean[]): SearchMatch[] {
  const begins = sought.map((part) => index.words.map((word) => word.startsWith(part)))
  const holds = sought.map((part) => (part.length >= MIN_INSIDE ? index.words.map((word) => word.includes(part)) : undefined))
  const best = new Map<number, SearchMatch>()
  for (const text of index.texts) {
    if (!accepted[text.entry]) continue
    const kind = literalKind(text, key, begins, holds)
    if (!kind) continue
    const match = { code: index.codes[text.entry]!, kind, score: key.length / text.key.length - text.place / 1000 }
    const before = best.get(text.entry)
    if (!before || byRank(match, before) < 0) best.set(text.entry, match)
  }
  return [...best.values()]
}

function literalKind(text: IndexedText, key: string, begins: readonly (readonly boolean[])[], holds: readonly (readonly boolean[] | undefined)[]): MatchKind | undefined {
  if (text.key.startsWith(key)) return text.key.length === key.length ? MATCH_KINDS[0] : MATCH_KINDS[1]
  if (begins.every((flags) => text.words.some((word) => flags[word]))) return 'word'
  return holds.every((flags) => flags !== undefined && text.words.some((word) => flags[word])) ? 'inside' : undefined
}

function misspelt(index: SearchIndex, key: string, sought: readonly string[], accepted: readonly boolean[]): SearchMatch[] {
  const whole = trigrams(key)
  const common = countCommon(whole, index.textsWith, index.texts.length)
  const likeness = sought.map((part) => likenessOfWords(index, part))
  const best = new Map<number, number>()
  index.texts.forEach((text, number) => {
    if (!accepted[text.entry]) return
    const score = Math.max(common[number]! / (whole.size + text.gramCount - common[number]!), byWords(text, likeness))
    if (score >= TYPO_THRESHOLD && score > (best.get(text.entry) ?? 0)) best.set(text.entry, score)
  })
  return [...best].map(([entry, score]) => ({ code: index.codes[entry]!, kind: 'typo', score }))
}

/** The mean likeness of every word sought to the word of the text that is most like it; 0 when one is like none. */
function byWords(text: IndexedText, likeness: readonly Float64Array[]): number {
  let sum = 0
  for (const like of likeness) {
    let best = 0
    for (const word of text.words) if (like[word]! > best) best = like[word]!
    if (best < TYPO_THRESHOLD) return 0
    sum += best
  }
  return sum / likeness.length
}

/** How like every word of the vocabulary is to what was typed. Words that share no piece with it are like nothing. */
function likenessOfWords(index: SearchIndex, part: string): Float64Array {
  const grams = trigrams(part)
  const like = new Float64Array(index.words.length)
  countCommon(grams, index.wordsWith, index.words.length).forEach((common, number) => {
    if (common === 0) return
    const word = index.words[number]!
    let best = common / (grams.size + index.wordGrams[number]!.size - common)
    if (part.length >= MIN_TYPO) {
      if (isOneSlipApart(part, word)) best = Math.max(best, 1 - 1 / part.length)
      if (word.length > part.length) best = Math.max(best, overlap(grams, trigrams(word.slice(0, part.length))), overlap(grams, trigrams(word.slice(-part.length))))
    }
    like[number] = best
  })
  return like
}

function countCommon(grams: ReadonlySet<string>, having: ReadonlyMap<string, readonly number[]>, size: number): Uint16Array {
  const counts = new Uint16Array(size)
  for (const gram of grams) for (const number of having.get(gram) ?? []) counts[number]!++
  return counts
}
