import { describe, expect, it } from 'vitest'
import { gather } from './gather.ts'

const later = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('gathered calls', () => {
  it('go together when they arrive together, and each gets its own answer', async () => {
    const batches: number[][] = []
    const ask = gather<number, number>(async (calls) => { batches.push([...calls]); await later(); return calls.map((call) => call * 10) }, { most: 3, atOnce: 1 })
    expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual([10, 20, 30, 40])
    expect(batches).toEqual([[1, 2, 3], [4]])
  })

  it('are refused one by one: an answer that is an error harms its own call only', async () => {
    const ask = gather<number, string>(async (calls) => calls.map((call) => (call === 2 ? new Error('two') : `${call}`)), { most: 10, atOnce: 1 })
    expect(await Promise.allSettled([1, 2, 3].map(ask))).toMatchObject([{ value: '1' }, { reason: { message: 'two' } }, { value: '3' }])
  })

  it('are repeated one by one when their batch fails', async () => {
    const ask = gather<number, string>(async (calls) => { if (calls.includes(2)) throw new Error('broken'); return calls.map((call) => `${call}`) }, { most: 10, atOnce: 1 })
    expect(await Promise.allSettled([1, 2, 3].map(ask))).toMatchObject([{ value: '1' }, { reason: { message: 'broken' } }, { value: '3' }])
  })

  it('of one lane are never under way in two batches, while other lanes go on', async () => {
    const underway: string[][] = []
    let now = new Set<string>()
    const ask = gather<string, string>(async (calls) => {
      for (const call of calls) expect(now.has(call[0]!)).toBe(false)
      now = new Set([...now, ...calls.map((call) => call[0]!)])
      underway.push([...calls])
      await later()
      for (const call of calls) now.delete(call[0]!)
      return calls
    }, { most: 10, atOnce: 2, lane: (call) => call[0]! })
    const first = ask('a1')
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    expect(await Promise.all([first, ask('a2'), ask('b1')])).toEqual(['a1', 'a2', 'b1'])
    expect(underway).toEqual([['a1'], ['b1'], ['a2']])
  })
})
