import { byRank, isOneSlipApart, MATCH_KINDS, MATCH_RANKS, MIN_INSIDE, MIN_TYPO, searchKey, TYPO_THRESHOLD, type MatchKind, type SearchMatch } from './search-key.ts'
import { countPieces, Pieces, piecesOf } from './pieces.ts'

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
  /** Its words, as numbers in the vocabulary. */
  readonly words: readonly number[]
}

/** A register folded once: every distinct word stands in it once, so that what is typed is compared with a word and not with each entry that has it. */
export interface SearchIndex {
  readonly codes: readonly string[]
  readonly texts: readonly IndexedText[]
  /** How many pieces each text has. */
  readonly gramCounts: readonly number[]
  readonly words: readonly string[]
  readonly wordGramCounts: readonly number[]
  /** The texts in which a word stands. */
  readonly textsOfWord: readonly (readonly number[])[]
  readonly wordsWith: ReadonlyMap<number, readonly number[]>
  readonly textsWith: ReadonlyMap<number, readonly number[]>
}

/** Folds candidates into an index; costs about a millisecond for fifty of them. */
export function searchIndex(candidates: readonly SearchCandidate[]): SearchIndex {
  const texts: IndexedText[] = []
  const gramCounts: number[] = []
  const words: string[] = []
  const wordGramCounts: number[] = []
  const textsOfWord: number[][] = []
  const numberOf = new Map<string, number>()
  const wordsWith = new Map<number, number[]>()
  const textsWith = new Map<number, number[]>()
  const wordNumber = (word: string): number => {
    const known = numberOf.get(word)
    if (known !== undefined) return known
    const number = words.push(word) - 1
    numberOf.set(word, number)
    textsOfWord.push([])
    const grams = piecesOf(word)
    wordGramCounts.push(grams.length)
    for (const gram of grams) put(wordsWith, gram, number)
    return number
  }
  candidates.forEach(({ texts: named }, entry) => {
    const seen = new Set<string>()
    for (const name of named) {
      const key = searchKey(name)
      if (key === '' || seen.has(key)) continue
      const grams = piecesOf(key)
      const inText = key.split(' ').map(wordNumber)
      const number = texts.push({ key, place: seen.size, entry, words: inText }) - 1
      gramCounts.push(grams.length)
      for (const word of new Set(inText)) textsOfWord[word]!.push(number)
      for (const gram of grams) put(textsWith, gram, number)
      seen.add(key)
    }
  })
  return { codes: candidates.map((each) => each.code), texts, gramCounts, words, wordGramCounts, textsOfWord, wordsWith, textsWith }
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/**
 * Orders the entries that answer a query: the same text, its beginning, beginnings of its words, a part of a word; misspellings are
 * offered when nothing better answers, and the nearest of them (one slip in a word) also beside mere parts of words: who types «аспас»
 * means «аспаз» and not «баспашы». `accept` leaves entries out before anything is offered.
 */
export function searchIn(index: SearchIndex, query: string, limit: number, accept?: (code: string) => boolean): SearchMatch[] {
  return searchBest(index, query, limit, accept).matches
}

/** The same, with the number of all entries that answer. */
export function searchBest(index: SearchIndex, query: string, limit: number, accept?: (code: string) => boolean): { matches: SearchMatch[]; total: number } {
  const key = searchKey(query)
  if (key === '' || limit <= 0) return { matches: [], total: 0 }
  const sought = key.split(' ')
  const accepted = accept ? index.codes.map(accept) : undefined
  const found = literalMatches(index, key, sought, accepted)
  if (key.length >= MIN_TYPO) {
    if (found.size === 0) misspelt(index, key, sought, accepted, found)
    else if (sought.length === 1 && [...found.values()].every((each) => each.kind === 'inside')) oneSlip(index, key, accepted, found)
  }
  return { matches: bestOf([...found.values()], limit), total: found.size }
}

/** The first of many in their order; a letter typed alone finds thousands, and a page shows twenty. */
function bestOf(matches: SearchMatch[], limit: number): SearchMatch[] {
  if (matches.length <= limit) return matches.sort(byRank)
  const ranks = Float64Array.from(matches, ({ kind, score }) => MATCH_RANKS[kind] * 4 - score)
  const last = ranks.slice().sort()[limit - 1]!
  return matches.filter((_, at) => ranks[at]! <= last).sort(byRank).slice(0, limit)
}

function literalMatches(index: SearchIndex, key: string, sought: readonly string[], accepted: readonly boolean[] | undefined): Map<number, SearchMatch> {
  const begins = sought.map((part) => flagsOf(index.words, (word) => word.startsWith(part)))
  const holds = sought.map((part) => (part.length >= MIN_INSIDE ? flagsOf(index.words, (word) => word.includes(part)) : undefined))
  const best = new Map<number, SearchMatch>()
  for (const number of textsToTry(index, sought.map((_, at) => holds[at] ?? begins[at]!))) {
    const text = index.texts[number]!
    if (accepted && !accepted[text.entry]) continue
    const kind = literalKind(text, key, begins, holds)
    if (!kind) continue
    const score = key.length / text.key.length - text.place / 1000
    const before = best.get(text.entry)
    if (!before || isBetter(kind, score, before)) best.set(text.entry, { code: index.codes[text.entry]!, kind, score })
  }
  return best
}

function isBetter(kind: MatchKind, score: number, than: SearchMatch): boolean {
  return kind === than.kind ? score > than.score : MATCH_RANKS[kind] < MATCH_RANKS[than.kind]
}

function flagsOf(words: readonly string[], holds: (word: string) => boolean): Uint8Array {
  const flags = new Uint8Array(words.length)
  for (let number = 0; number < words.length; number++) if (holds(words[number]!)) flags[number] = 1
  return flags
}

/** The texts that have the rarest of the words sought: no other can have all of them. */
function textsToTry(index: SearchIndex, flags: readonly Uint8Array[]): ReadonlySet<number> {
  let fewest: number[] = []
  let least = Infinity
  for (const flagged of flags) {
    const words: number[] = []
    let size = 0
    flagged.forEach((flag, word) => {
      if (flag === 0) return
      words.push(word)
      size += index.textsOfWord[word]!.length
    })
    if (size < least) [fewest, least] = [words, size]
  }
  const texts = new Set<number>()
  for (const word of fewest) for (const text of index.textsOfWord[word]!) texts.add(text)
  return texts
}

function literalKind(text: IndexedText, key: string, begins: readonly Uint8Array[], holds: readonly (Uint8Array | undefined)[]): MatchKind | undefined {
  if (text.key.startsWith(key)) return text.key.length === key.length ? MATCH_KINDS[0] : MATCH_KINDS[1]
  if (begins.every((flags) => text.words.some((word) => flags[word] === 1))) return 'word'
  return holds.every((flags) => flags !== undefined && text.words.some((word) => flags[word] === 1)) ? 'inside' : undefined
}

/** Entries with a word that is one slip away from the one typed. */
function oneSlip(index: SearchIndex, typed: string, accepted: readonly boolean[] | undefined, found: Map<number, SearchMatch>): void {
  index.words.forEach((word, number) => {
    if (!isOneSlipApart(typed, word)) return
    for (const at of index.textsOfWord[number]!) {
      const { entry, key, place } = index.texts[at]!
      const score = typed.length / Math.max(typed.length, key.length) - place / 1000
      const before = found.get(entry)
      if ((!accepted || accepted[entry]) && (!before || isBetter('typo', score, before))) found.set(entry, { code: index.codes[entry]!, kind: 'typo', score })
    }
  })
}

function misspelt(index: SearchIndex, key: string, sought: readonly string[], accepted: readonly boolean[] | undefined, found: Map<number, SearchMatch>): void {
  const whole = new Pieces(key)
  const common = countPieces(whole.list, index.textsWith, index.texts.length)
  const likeness = sought.map((part) => likenessOfWords(index, part))
  const offer = (number: number, score: number) => {
    const { entry } = index.texts[number]!
    if (score < TYPO_THRESHOLD || (accepted && !accepted[entry]) || score <= (found.get(entry)?.score ?? 0)) return
    found.set(entry, { code: index.codes[entry]!, kind: 'typo', score })
  }
  for (const number of textsToTry(index, likeness.map((like) => flagsFrom(like)))) offer(number, byWords(index.texts[number]!, likeness))
  for (let number = 0; number < common.length; number++) {
    const shared = common[number]!
    if (shared >= TYPO_THRESHOLD * whole.size) offer(number, shared / (whole.size + index.gramCounts[number]! - shared))
  }
}

function flagsFrom(like: Float64Array): Uint8Array {
  const flags = new Uint8Array(like.length)
  for (let word = 0; word < like.length; word++) if (like[word]! >= TYPO_THRESHOLD) flags[word] = 1
  return flags
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
  return like
}
