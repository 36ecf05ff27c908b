// Cyrillic and Latin spellings meet in one Latin key space, so that a word typed without
// a Kazakh keyboard, in Latin letters or in a mixture of both still finds its profession.
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i',
  к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u',
  ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', і: 'i', ь: '',
  э: 'e', ю: 'iu', я: 'ia',
  ş: 'sh', ç: 'ch', ž: 'zh', š: 'sh', č: 'ch', ı: 'i', ə: 'a', ø: 'o', æ: 'a', ß: 'ss',
}

const LATIN_HABITS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'],
  [/tch/g, 'ch'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/c(?!h)/g, 'k'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/j/g, 'zh'],
  [/y/g, 'i'],
  [/([a-z])\1+/g, '$1'],
]

const MARKS = /\p{M}+/gu
const NOT_A_WORD = /[^a-z0-9]+/g
const MIN_INSIDE = 4
const MIN_TYPO = 4

/** Least likeness at which a word counts as a misspelling of another. */
export const TYPO_THRESHOLD = 0.36

/** How a query met a candidate, best first. */
export const MATCH_KINDS = ['exact', 'prefix', 'word', 'inside', 'typo'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]

interface SearchWord {
  readonly text: string
  readonly grams: ReadonlySet<string>
}

interface SearchText {
  readonly key: string
  readonly grams: ReadonlySet<string>
  readonly words: readonly SearchWord[]
}

/** A thing that can be searched for, with its names and synonyms folded once. */
export interface SearchCandidate {
  readonly code: string
  readonly texts: readonly SearchText[]
}

/** A candidate that answers a query; `score` orders matches of one kind, higher first. */
export interface SearchMatch {
  readonly code: string
  readonly kind: MatchKind
  readonly score: number
}

/** Folds a text of any of the three languages into the key by which it is searched. */
export function searchKey(text: string): string {
  let letters = ''
  for (const letter of text.normalize('NFC').toLowerCase()) {
    letters += LETTERS[letter] ?? letter.normalize('NFD').replace(MARKS, '')
  }
  for (const [habit, folded] of LATIN_HABITS) letters = letters.replace(habit, folded)
  return letters.replace(/['’ʼʹ`]/g, '').replace(NOT_A_WORD, ' ').trim()
}

/** The distinct three-letter pieces of a key, each word padded so that its beginning weighs more. */
export function trigrams(key: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const word of key.split(' ')) {
    if (word === '') continue
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i += 1) grams.add(padded.slice(i, i + 3))
  }
  return grams
}

/** Likeness of two keys from 0 (nothing in common) to 1 (the same pieces). */
export function similarity(a: string, b: string): number {
  return overlap(trigrams(a), trigrams(b))
}

/** Prepares a candidate: the first texts are its names, the later ones its synonyms. */
export function searchCandidate(code: string, texts: readonly string[]): SearchCandidate {
  const seen = new Set<string>()
  const folded: SearchText[] = []
  for (const text of texts) {
    const key = searchKey(text)
    if (key === '' || seen.has(key)) continue
    seen.add(key)
    folded.push({ key, grams: trigrams(key), words: key.split(' ').map((word) => ({ text: word, grams: trigrams(word) })) })
  }
  return { code, texts: folded }
}

/**
 * Orders the candidates that answer a query: the same text, its beginning, beginnings of its words,
 * a part of a word; misspellings are offered only when nothing better answers.
 */
export function rankMatches(query: string, candidates: readonly SearchCandidate[], limit: number): SearchMatch[] {
  const key = searchKey(query)
  if (key === '' || limit <= 0) return []
  const sought = key.split(' ')
  const found: SearchMatch[] = []
  for (const candidate of candidates) {
    const match = literalMatch(candidate, key, sought)
    if (match) found.push(match)
  }
  if (found.length === 0 && key.length >= MIN_TYPO) {
    for (const candidate of candidates) {
      const score = bestLikeness(candidate, key, sought)
      if (score >= TYPO_THRESHOLD) found.push({ code: candidate.code, kind: 'typo', score })
    }
  }
  return found.sort(byRank).slice(0, limit)
}

function literalMatch(candidate: SearchCandidate, key: string, sought: readonly string[]): SearchMatch | undefined {
  let best: SearchMatch | undefined
  candidate.texts.forEach((text, place) => {
    const kind = literalKind(text, key, sought)
    if (!kind) return
    const match = { code: candidate.code, kind, score: key.length / text.key.length - place / 1000 }
    if (!best || byRank(match, best) < 0) best = match
  })
  return best
}

function literalKind(text: SearchText, key: string, sought: readonly string[]): MatchKind | undefined {
  if (text.key === key) return 'exact'
  if (text.key.startsWith(key)) return 'prefix'
  if (sought.every((part) => text.words.some((word) => word.text.startsWith(part)))) return 'word'
  const inside = (part: string) => part.length >= MIN_INSIDE && text.words.some((word) => word.text.includes(part))
  if (sought.every(inside)) return 'inside'
  return undefined
}

function bestLikeness(candidate: SearchCandidate, key: string, sought: readonly string[]): number {
  const whole = trigrams(key)
  let best = 0
  for (const text of candidate.texts) {
    best = Math.max(best, overlap(whole, text.grams))
    let sum = 0
    let complete = true
    for (const part of sought) {
      const likeness = wordLikeness(part, text.words)
      if (likeness < TYPO_THRESHOLD) {
        complete = false
        break
      }
      sum += likeness
    }
    if (complete) best = Math.max(best, sum / sought.length)
  }
  return best
}

function wordLikeness(part: string, words: readonly SearchWord[]): number {
  const grams = trigrams(part)
  let best = 0
  for (const word of words) {
    best = Math.max(best, overlap(grams, word.grams))
    if (part.length < MIN_TYPO) continue
    if (isOneSlipApart(part, word.text)) best = Math.max(best, 1 - 1 / part.length)
    if (word.text.length > part.length) {
      best = Math.max(best, overlap(grams, trigrams(word.text.slice(0, part.length))))
      best = Math.max(best, overlap(grams, trigrams(word.text.slice(-part.length))))
    }
  }
  return best
}

// Short words lose most of their pieces to one wrong letter, so a single slip is looked for as such.
function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || b.length < MIN_TYPO) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const restA = a.slice(start, endA)
  const restB = b.slice(start, endB)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const gram of a) if (b.has(gram)) common += 1
  return common / (a.size + b.size - common)
}

function byRank(a: SearchMatch, b: SearchMatch): number {
  const kind = MATCH_KINDS.indexOf(a.kind) - MATCH_KINDS.indexOf(b.kind)
  if (kind !== 0) return kind
  if (a.score !== b.score) return b.score - a.score
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}
