import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawForm, SEED_BYTES, type DrawableItem } from './draw-form.ts'

const bank = (topic: string, size: number): DrawableItem[] =>
  Array.from({ length: size }, (_, n) => ({ id: `${topic}-${String(n).padStart(3, '0')}`, topic, options: ['a', 'b', 'c', 'd'].map((key) => ({ key })) }))
const BANK = [...bank('T1', 9), ...bank('T2', 14), ...bank('T3', 6)]
const BLUEPRINT = [{ topic: 'T1', count: 3 }, { topic: 'T2', count: 5 }, { topic: 'T3', count: 6 }]
const seeds = fc.uint8Array({ minLength: SEED_BYTES, maxLength: SEED_BYTES })
const seedOf = (n: number) => {
  const seed = new Uint8Array(SEED_BYTES)
  new DataView(seed.buffer).setUint32(0, n)
  return seed
}

describe('the draw of an exam form', () => {
  it('takes as many items of every topic as the blueprint says and none twice', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const form = drawForm(BANK, BLUEPRINT, seed)
      const topics = form.map(({ itemId }) => itemId.slice(0, 2))
      expect(BLUEPRINT.map(({ topic }) => topics.filter((each) => each === topic).length)).toEqual([3, 5, 6])
      expect(new Set(form.map(({ itemId }) => itemId)).size).toBe(14)
    }))
  })

  it('gives every option of an item exactly once', () => {
    fc.assert(fc.property(seeds, (seed) => {
      for (const { optionOrder } of drawForm(BANK, BLUEPRINT, seed)) expect(optionOrder.toSorted()).toEqual(['a', 'b', 'c', 'd'])
    }))
  })

  it('draws the same form from the same seed, whatever the order of the bank', () => {
    fc.assert(fc.property(seeds, fc.shuffledSubarray(BANK, { minLength: BANK.length }), (seed, shuffled) => {
      expect(drawForm(shuffled, BLUEPRINT, seed)).toEqual(drawForm(BANK, BLUEPRINT, seed))
    }))
  })

  it('keeps drawing what it drew from a stored seed', () => {
    const seed = Uint8Array.from({ length: SEED_BYTES }, (_, n) => n)
    expect(drawForm(bank('T1', 5), [{ topic: 'T1', count: 3 }], seed)).toMatchInlineSnapshot(`
      [
        {
          "itemId": "T1-003",
          "optionOrder": [
            "a",
            "d",
            "c",
            "b",
          ],
        },
        {
          "itemId": "T1-000",
          "optionOrder": [
            "a",
            "b",
            "d",
            "c",
          ],
        },
        {
          "itemId": "T1-004",
          "optionOrder": [
            "d",
            "a",
            "c",
            "b",
          ],
        },
      ]
    `)
  })

  it('draws every item of a topic, every place in the form and every first option equally often', () => {
    const drawn = new Map<string, number>()
    const first = new Map<string, number>()
    const option = new Map<string, number>()
    const rounds = 6000
    const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
    for (let n = 0; n < rounds; n++) {
      const form = drawForm(bank('T1', 10), [{ topic: 'T1', count: 4 }], seedOf(n))
      for (const { itemId } of form) count(drawn, itemId)
      count(first, form[0]!.itemId)
      count(option, form[0]!.optionOrder[0]!)
    }
    const near = (map: Map<string, number>, places: number, expected: number) => {
      expect(map.size).toBe(places)
      for (const seen of map.values()) expect(Math.abs(seen - expected) / expected).toBeLessThan(0.12)
    }
    near(drawn, 10, rounds * 0.4)
    near(first, 10, rounds / 10)
    near(option, 4, rounds / 4)
  })

  it('refuses a bank that is smaller than the blueprint and a seed of another length', () => {
    expect(() => drawForm(bank('T1', 2), [{ topic: 'T1', count: 3 }], seedOf(1))).toThrow('asks for 3')
    expect(() => drawForm(bank('T1', 2), [{ topic: 'T1', count: 1 }], new Uint8Array(8))).toThrow('16 bytes')
  })
})
