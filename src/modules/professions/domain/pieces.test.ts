import { expect, test } from 'vitest'
import { Pieces, piecesOf } from './pieces.ts'
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
