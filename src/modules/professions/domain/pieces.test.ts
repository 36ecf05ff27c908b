import { expect, test } from 'vitest'
import { Pieces, PiecesOfWords, piecesOf } from './pieces.ts'
import { similarity, trigrams } from './search-key.ts'

const KEYS = ['', 'a', 'ab c', 'aspaz', 'aspas', 'baspashi', 'ananas', 'kommentariev 1s', 'zz 99 z', 'konditer', 'kanditer']

test.each(KEYS)('the pieces of «%s» are as many as its trigrams', (key) => {
  expect(piecesOf(key)).toHaveLength(trigrams(key).size)
})

test('likeness is the same by numbers as by letters', () => {
  for (const key of KEYS.filter(Boolean)) {
    const pieces = new Pieces(key)
    for (const word of KEYS.filter((each) => each !== '' && !each.includes(' '))) expect(pieces.overlapWith(word)).toBe(similarity(key, word))
  }
})

test('the words of a text have together as many of the pieces typed as the text itself, also of more than thirty-two', () => {
  const words = ['kommentariev', '1s', 'konditer', 'kanditer', 'ananas', 'aspaz']
  const having = new Map<number, number[]>()
  words.forEach((word, at) => piecesOf(word).forEach((piece) => having.set(piece, [...(having.get(piece) ?? []), at])))
  for (const typed of ['aspas', 'konditer ananas', 'kommentariev 1s konditer kanditer ananas aspaz baspashi zz 99 z']) {
    const pieces = piecesOf(typed)
    const inWords = new PiecesOfWords(pieces, having, words.length)
    for (const [from, until] of [[0, 1], [0, 3], [2, 4], [0, 6]] as const) {
      const ofText = new Set(words.slice(from, until).flatMap(piecesOf))
      expect(inWords.distinctIn(Uint32Array.from(words.keys()), from, until)).toBe(pieces.filter((piece) => ofText.has(piece)).length)
    }
  }
})
