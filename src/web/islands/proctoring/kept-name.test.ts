import { describe, expect, it } from 'vitest'
import { keptName } from './kept-name.ts'

const NAME = '018f3c5a-0000-4000-8000-000000000001'
const shelf = (start: Record<string, string> = {}) => {
  const kept = new Map(Object.entries(start))
  return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) }
}

describe('the name of a browser', () => {
  it('is made once and kept from page to page', () => {
    const store = shelf()
    const name = keptName(() => store)
    expect([name, keptName(() => store), [...store.kept.values()]]).toEqual([name, name, [name]])
    expect(keptName(() => shelf({ 'tanu-device': NAME }))).toBe(NAME)
  })

  it.each<[string, () => Pick<Storage, 'getItem' | 'setItem'>]>([
    ['the very look at the store is forbidden', () => { throw new DOMException('denied', 'SecurityError') }],
    ['reading is forbidden', () => ({ getItem: () => { throw new Error('no') }, setItem: () => undefined })],
    ['nothing may be written', () => ({ getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError') } })],
    ['what is written is not kept', () => ({ getItem: () => null, setItem: () => undefined })],
    ['there is no store at all', () => null as never],
  ])('is none where %s', (_says, store) => expect(keptName(store)).toBeUndefined())

  it('is made anew where something else stands in its place', () => {
    const store = shelf({ 'tanu-device': '<script>' })
    expect(keptName(() => store)).toMatch(/^[0-9a-f-]{36}$/)
  })
})
