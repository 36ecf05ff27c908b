import { expect, test } from 'vitest'
import { Found } from './best-of.ts'
import { byRank, MATCH_KINDS, type SearchMatch } from './search-key.ts'

const CODES = Array.from({ length: 60 }, (_, at) => `K-${String((at * 37) % 60).padStart(2, '0')}`)

test('an entry keeps the best of what was offered for it', () => {
  const found = new Found(2)
  for (const [entry, rank, score] of [[1, 2, 0.5], [1, 4, 0.9], [1, 2, 0.4], [0, 4, 0.3], [1, 2, 0.6], [0, 3, 0.1]] as const) found.offer(entry, rank, score)
  expect([found.size, found.isAll(3), found.best(['a', 'b'], 9)]).toEqual([2, false, [{ code: 'b', kind: 'word', score: 0.6 }, { code: 'a', kind: 'inside', score: 0.1 }]])
  expect(new Found(3).best(['a'], 5)).toEqual([])
})

test.each([1, 2, 7, 19, 20, 21, 40, 59, 60, 100])('the first %i are those of the whole order, with equal ones by code', (limit) => {
  const found = new Found(CODES.length)
  const all = CODES.map((code, at): SearchMatch => ({ code, kind: MATCH_KINDS[at % MATCH_KINDS.length]!, score: (at % 4) / 4 }))
  all.forEach(({ kind, score }, at) => found.offer(at, MATCH_KINDS.indexOf(kind), score))
  expect(found.best(CODES, limit)).toEqual(all.toSorted(byRank).slice(0, limit))
})
