import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOneSlipApart } from './search-key.ts'
import { slipsApart, stemsOf } from './slips.ts'

describe('slips between words', () => {
  test.each([
    ['konditer', 'konditer', 0], ['kanditer', 'konditer', 1], ['kondietr', 'konditer', 1], ['konditr', 'konditer', 1], ['kondittter', 'konditer', 2], ['kanidter', 'konditer', 2], ['kodinter', 'konditer', 2],
    ['kandidat', 'konditer', 3], ['', 'ab', 2], ['abcdef', 'ab', 3],
  ])('«%s» is «%s» with %i', (typed, word, slips) => {
    expect(slipsApart(typed, word, 2)).toBe(slips)
    expect(slipsApart(word, typed, 2)).toBe(slips)
  })

  test('one of them is one slip for the short search too', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k'), minLength: 4, maxLength: 7 })
    fc.assert(fc.property(word, word, (a, b) => { expect(slipsApart(a, b, 1) <= 1).toBe(isOneSlipApart(a, b)) }))
  })
})

test.each([
  ['konditerler', ['konditer']], ['konditerlerge', ['konditerler', 'konditer']], ['konditerom', ['konditer']], ['povarov', ['povar']], ['kanidteri', ['kanidter']], ['aspza', []],
])('«%s» is cut to %o', (word, stems) => expect(stemsOf(word)).toEqual(expect.arrayContaining(stems)))
