import { describe, expect, it } from 'vitest'
import { afterLook, asksForObjects, startPace, type PaceState } from './pace.ts'
import { parseOutbox, put, resume, taken, type Outbox } from './signal-outbox.ts'
import type { Raised } from './signals.ts'

const signal = (kind: Raised['kind'], from: number, to = from): Raised => ({ kind, from, to, peak: 1, detail: {} })

describe('the numbers of signals', () => {
  it('go up by one, and never back', () => {
    const outbox = put(put({ seq: 4, pending: [] }, [signal('copy', 1)]), [signal('paste', 2), signal('copy', 3)])
    expect(outbox.pending.map((each) => each.seq)).toEqual([5, 6, 7])
    expect(put(taken(outbox, 3), [signal('copy', 4)])).toMatchObject({ seq: 8, pending: [{ seq: 8 }] })
  })
  it('make a signal longer that still waits, instead of a second one', () => {
    expect(put(put({ seq: 0, pending: [] }, [signal('no-face', 0, 5)]), [signal('no-face', 0, 20)])).toEqual({ seq: 1, pending: [{ seq: 1, ...signal('no-face', 0, 20) }] })
  })
  it('but not one that is on its way', () => {
    expect(put(put({ seq: 0, pending: [] }, [signal('no-face', 0, 5)]), [signal('no-face', 0, 20)], 1).pending.map((each) => [each.seq, each.to])).toEqual([[1, 5], [2, 20]])
  })
  it('go on behind what the server has, when the page is drawn again', () => {
    const kept: Outbox = { seq: 6, pending: [5, 6].map((seq) => ({ seq, ...signal('copy', seq) })) }
    expect(resume(kept, 5)).toMatchObject({ seq: 6, pending: [{ seq: 6 }] })
    expect(resume(kept, 2)).toMatchObject({ seq: 4, pending: [{ seq: 3, from: 5 }, { seq: 4, from: 6 }] })
    expect(resume(undefined, 9)).toEqual({ seq: 9, pending: [] })
    expect(parseOutbox(JSON.stringify(kept))).toEqual(kept)
    expect(['{"seq":1', null, '{"seq":1,"pending":[{}]}'].map(parseOutbox)).toEqual([undefined, undefined, undefined])
  })
  it('are bounded: a flood does not fill the device', () => {
    const flood = Array.from({ length: 2000 }, (_, n) => signal('copy', n))
    expect(put({ seq: 0, pending: [] }, flood).pending).toHaveLength(1000)
  })
})

describe('a weak computer', () => {
  function after(looks: number, cost: number, from: PaceState = startPace()): { state: PaceState; said: string[] } {
    const said: string[] = []
    let state = from
    for (let n = 0; n < looks; n++) {
      const next = afterLook(state, cost)
      state = next.state
      if (next.weaker) said.push(next.weaker)
    }
    return { state, said }
  }
  it('is not one that spends 60 ms on a look, nor one that compiles its models for two seconds', () => {
    expect(after(100, 60).said).toEqual([])
    expect(after(100, 60, after(1, 2000).state).said).toEqual([])
  })
  it.each([[60, []], [190, ['slow']], [340, ['slow']], [400, ['slow', 'faces-only']], [900, ['slow', 'faces-only', 'none']]])('that spends %d ms on a look is spared so: %j', (cost, said) => expect(after(200, cost).said).toEqual(said))
  it('looks for objects every three seconds, at every sixth look, and not at all when it is too weak', () => {
    let state = startPace()
    const asked = Array.from({ length: 12 }, () => {
      const asks = asksForObjects(state)
      state = afterLook(state, 10).state
      return asks
    })
    expect(asked).toEqual([false, false, false, false, false, true, false, false, false, false, false, true])
    expect(asksForObjects({ pace: 'faces-only', count: 3, costs: [] })).toBe(false)
  })
  it('is not asked for more again during the exam', () => expect(after(500, 20, after(40, 190).state).said).toEqual([]))
})
