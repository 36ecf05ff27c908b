import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQueue, push, resume, settle, waitAfter, type Change, type Queue } from './queue.ts'

/** The server's log as the module of exams keeps it: no holes, never an older word over a newer one. */
function aLog() {
  const events: Change[] = []
  return {
    events,
    deliver(changes: readonly Change[]) {
      const outcomes = [...changes].sort((a, b) => a.seq - b.seq).map((change) => {
        const known = events.find((event) => event.seq === change.seq)
        if (known) return { seq: change.seq, outcome: JSON.stringify(known) === JSON.stringify(change) ? 'repeated' : 'taken' }
        if (change.seq !== events.length + 1) return { seq: change.seq, outcome: 'gap' }
        events.push(change)
        return { seq: change.seq, outcome: 'saved' }
      })
      return { lastSeq: events.length, outcomes }
    },
  }
}

describe('the queue of answers in the browser', () => {
  it('numbers answers one after another from where the log of the server ends', () => {
    const queue = push(push(resume(undefined, 7), 1, ['a']), 2, ['b', 'c'])
    expect(queue).toEqual({ seq: 9, pending: [{ seq: 8, itemNo: 1, chosen: ['a'] }, { seq: 9, itemNo: 2, chosen: ['b', 'c'] }] })
  })

  it('keeps what was not acknowledged and numbers it anew when another window was faster', () => {
    const log = aLog()
    const first = push({ seq: 0, pending: [] }, 1, ['a'])
    log.deliver(push({ seq: 0, pending: [] }, 5, ['z']).pending)
    const after = settle(first, log.deliver(first.pending))
    expect(after).toEqual({ seq: 2, pending: [{ seq: 2, itemNo: 1, chosen: ['a'] }] })
    expect(settle(after, log.deliver(after.pending))).toEqual({ seq: 2, pending: [] })
  })

  it('goes on after the browser was closed in the middle', () => {
    expect(resume({ seq: 4, pending: [{ seq: 4, itemNo: 2, chosen: ['b'] }] }, 3)).toEqual({ seq: 4, pending: [{ seq: 4, itemNo: 2, chosen: ['b'] }] })
    expect(resume({ seq: 4, pending: [{ seq: 4, itemNo: 2, chosen: ['b'] }] }, 6)).toEqual({ seq: 7, pending: [{ seq: 7, itemNo: 2, chosen: ['b'] }] })
    expect(parseQueue('{"seq":1')).toBeUndefined()
    expect(parseQueue(null)).toBeUndefined()
    expect(parseQueue(JSON.stringify({ seq: 4, pending: [] }))).toEqual({ seq: 4, pending: [] })
  })

  it('waits longer after every failure, but never longer than fifteen seconds', () => {
    expect([1, 2, 3, 4, 5, 9].map(waitAfter)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000])
  })

  it('loses no last word, whatever requests and answers are lost on the way', () => {
    const moves = fc.array(fc.oneof(
      fc.record({ kind: fc.constant('choose' as const), itemNo: fc.integer({ min: 1, max: 4 }), chosen: fc.subarray(['a', 'b', 'c']) }),
      fc.record({ kind: fc.constantFrom('delivered' as const, 'request-lost' as const, 'answer-lost' as const, 'reload' as const) }),
    ), { maxLength: 60 })
    fc.assert(fc.property(moves, (all) => {
      const log = aLog()
      const wanted = new Map<number, string>()
      let queue: Queue = { seq: 0, pending: [] }
      for (const move of all) {
        if (move.kind === 'choose') {
          queue = push(queue, move.itemNo, move.chosen)
          wanted.set(move.itemNo, move.chosen.join())
        } else if (move.kind === 'delivered') queue = settle(queue, log.deliver(queue.pending))
        else if (move.kind === 'answer-lost') log.deliver(queue.pending)
        else if (move.kind === 'reload') queue = resume(parseQueue(JSON.stringify(queue)), log.events.length)
      }
      for (let tries = 0; tries < 3; tries++) queue = settle(queue, log.deliver(queue.pending))
      expect(queue.pending).toEqual([])
      const last = new Map(log.events.map((event) => [event.itemNo, event.chosen.join()]))
      expect(last).toEqual(wanted)
    }), { numRuns: 300 })
  })
})
