import { describe, expect, it } from 'vitest'
import { comparableAddress } from './address-letters.ts'

describe('two addresses', () => {
  it.each([
    ['Хромтау, Абай к-сі, 12', 'г. Хромтау, ул. Абай, дом 12', true],
    ['Хромтау, Абай көшесі, 12-үй, 5-пәтер', 'ХРОМТАУ  Абай 12 кв.5', true],
    ['Алматы, Сәтбаев көшесі 22', 'Алматы, ул. Сатбаев, 22', true],
    ['Алматы, Абай 12А', 'Алматы, Абай 12 а', true],
    ['Абай 12, Хромтау', 'Хромтау, Абай 12', true],
    ['Хромтау, Абай 12, кв. 5', 'Хромтау, Абай 12, кв. 6', false],
    ['Хромтау, Абай 12, кв. 5', 'Хромтау, Абай 5, кв. 12', false],
    ['Хромтау, Абай 12', 'Ақтөбе, Абай 12', false],
  ])('%s and %s are the same: %s', (one, other, same) => {
    expect(comparableAddress(one) !== undefined && comparableAddress(one) === comparableAddress(other)).toBe(same)
  })
  it.each(['Алматы', 'г. Хромтау, ул. Абая', '', null, '12', 'д. 12'])('are not compared where one names no house: %s', (text) => expect(comparableAddress(text)).toBeUndefined())
})
