import { expect, it } from 'vitest'
import { byteRange } from './byte-range.ts'

it.each<[string | undefined, number, ReturnType<typeof byteRange>]>([
  [undefined, 10, undefined], ['bytes=0-', 10, { first: 0, last: 9 }], ['bytes=2-5', 10, { first: 2, last: 5 }], ['bytes=2-99', 10, { first: 2, last: 9 }], ['bytes=-3', 10, { first: 7, last: 9 }], ['bytes=-99', 10, { first: 0, last: 9 }],
  ['bytes=10-', 10, 'none'], ['bytes=-0', 10, 'none'], ['bytes=0-', 0, 'none'], ['bytes=5-2', 10, undefined], ['bytes=0-1,4-5', 10, undefined], ['bytes=-', 10, undefined], ['items=0-1', 10, undefined], [`bytes=${'9'.repeat(20)}-`, 10, undefined],
])('of a film that asks %s of %i bytes the part is %j', (asked, size, expected) => expect(byteRange(asked, size)).toEqual(expected))
