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
/** The shortest part of a word that is looked for inside words. */
export const MIN_INSIDE = 4
/** The shortest text that is taken for a misspelling. */
export const MIN_TYPO = 4

/** Least likeness at which a word counts as a misspelling of another. */
export const TYPO_THRESHOLD = 0.36

/** How a query met a candidate, best first. */
export const MATCH_KINDS = ['exact', 'prefix', 'word', 'inside', 'typo'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]
/** The place of each kind in that order. */
export const MATCH_RANKS: Readonly<Record<MatchKind, number>> = { exact: 0, prefix: 1, word: 2, inside: 3, typo: 4 }

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

/** Short words lose most of their pieces to one wrong letter, so a single slip is looked for as such. */
export function isOneSlipApart(a: string, b: string): boolean {
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

/** Share of pieces in common. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const gram of a) if (b.has(gram)) common += 1
  return common / (a.size + b.size - common)
}

/** Better matches first, then by code. */
export function byRank(a: SearchMatch, b: SearchMatch): number {
  if (a.kind !== b.kind) return MATCH_RANKS[a.kind] - MATCH_RANKS[b.kind]
  if (a.score !== b.score) return b.score - a.score
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}
