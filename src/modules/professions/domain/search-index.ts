import { Found } from './best-of.ts'
import { literalMatches } from './literal.ts'
import { misspelt, oneSlip } from './misspelt.ts'
import { piecesOf } from './pieces.ts'
import { MATCH_KINDS, MIN_TYPO, searchKey, type SearchMatch } from './search-key.ts'

/** A thing that can be searched for: the first texts are its names, the later ones its synonyms. */
export interface SearchCandidate {
  readonly code: string
  readonly texts: readonly string[]
}

/**
 * A register folded once: every distinct word stands in it once, so that what is typed is compared with a word and not with each entry that has it.
 * Texts and words are numbers; what is said of a text stands in arrays by its number.
 */
export interface SearchIndex {
  readonly codes: readonly string[]
  readonly keys: readonly string[]
  readonly entryOf: Uint32Array
  /** Place of the text among those of its entry. */
  readonly placeOf: Uint16Array
  /** How many pieces each text has. */
  readonly gramCounts: Uint16Array
  /** The words of the texts one after another, and where those of each text begin; one number more than there are texts. */
  readonly wordsOf: Uint32Array
  readonly wordsFrom: Uint32Array
  readonly words: readonly string[]
  readonly wordGramCounts: readonly number[]
  /** The texts in which a word stands. */
  readonly textsOfWord: readonly (readonly number[])[]
  readonly wordsWith: ReadonlyMap<number, readonly number[]>
}

/** Folds candidates into an index; costs about a millisecond for fifty of them. */
export function searchIndex(candidates: readonly SearchCandidate[]): SearchIndex {
  const keys: string[] = []
  const [entryOf, placeOf, gramCounts, wordsOf, wordsFrom]: number[][] = [[], [], [], [], [0]]
  const words: string[] = []
  const wordGramCounts: number[] = []
  const textsOfWord: number[][] = []
  const numberOf = new Map<string, number>()
  const wordsWith = new Map<number, number[]>()
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
      const inText = key.split(' ').map(wordNumber)
      const number = keys.push(key) - 1
      entryOf!.push(entry)
      placeOf!.push(seen.size)
      gramCounts!.push(piecesOf(key).length)
      for (const word of inText) wordsOf!.push(word)
      wordsFrom!.push(wordsOf!.length)
      for (const word of new Set(inText)) textsOfWord[word]!.push(number)
      seen.add(key)
    }
  })
  return {
    codes: candidates.map((each) => each.code), keys, entryOf: Uint32Array.from(entryOf!), placeOf: Uint16Array.from(placeOf!), gramCounts: Uint16Array.from(gramCounts!),
    wordsOf: Uint32Array.from(wordsOf!), wordsFrom: Uint32Array.from(wordsFrom!), words, wordGramCounts, textsOfWord, wordsWith,
  }
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** What is left of words that are one letter repeated: a key folds it to that letter, with which every third word begins. */
function squeezedIn(query: string): Set<string> {
  return new Set(query.split(/[^\p{L}]+/u).filter((word) => /^(\p{L})\1+$/iu.test(word)).map(searchKey))
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
  const found = new Found(index.codes.length)
  literalMatches(index, { key, sought, squeezed: squeezedIn(query) }, accepted, found)
  if (key.length >= MIN_TYPO) {
    if (found.size === 0) misspelt(index, key, sought, accepted, found)
    else if (sought.length === 1 && found.isAll(MATCH_KINDS.indexOf('inside'))) oneSlip(index, key, accepted, found)
  }
  return { matches: found.best(index.codes, limit), total: found.size }
}
