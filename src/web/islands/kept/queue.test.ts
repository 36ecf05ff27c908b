import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextToSend, renumber, settle, waitAfter, type Answer, type Kept } from './queue.ts'

const kept = (seq: number, kind: Kept['kind'] = 'mark', body: Record<string, unknown> = {}): Kept => ({ seq, kind, body, writtenAt: '' })

/** The log of the server as the module keeps it: every number of a device once, without holes. */
function aLog() {
  const entries: { device: string; seq: number; body: string }[] = []
  return {
    entries,
    deliver(device: string, sent: readonly Kept[]): Answer {
      const outcomes = sent.map(({ seq, body }) => {
        const own = entries.filter((entry) => entry.device === device)
        const known = own.find((entry) => entry.seq === seq)
        if (known) return { seq, outcome: known.body === JSON.stringify(body) ? 'repeated' : 'taken' }
        if (seq !== own.length + 1) return { seq, outcome: 'gap' }
        entries.push({ device, seq, body: JSON.stringify(body) })
        return { seq, outcome: 'saved' }
      })
      return { lastSeq: entries.filter((entry) => entry.device === device).length, outcomes }
    },
  }
}

describe('the queue of a tablet', () => {
  it('sends in the order of the numbers, and a photo alone', () => {
    expect(nextToSend([kept(3, 'photo'), kept(2), kept(1)]).map((each) => each.seq)).toEqual([1, 2])
    expect(nextToSend([kept(4), kept(3, 'photo')]).map((each) => each.seq)).toEqual([3])
    expect(nextToSend([kept(5), kept(4, 'video'), kept(3)]).map((each) => each.seq)).toEqual([3])
    expect(nextToSend([kept(5), kept(4, 'video')]).map((each) => each.seq)).toEqual([4])
    expect(nextToSend([])).toEqual([])
    expect(nextToSend(Array.from({ length: 250 }, (_, place) => kept(place + 1)))).toHaveLength(100)
  })

  it('lets go only of what the server has, and says what the law did not take', () => {
    expect(settle({ lastSeq: 3, outcomes: [{ seq: 1, outcome: 'saved' }, { seq: 2, outcome: 'repeated' }, { seq: 3, outcome: 'refused', code: 'x' }, { seq: 5, outcome: 'gap' }] })).toEqual({ gone: [1, 2, 3], refused: [{ seq: 3, code: 'x' }], rename: true })
  })

  it('numbers anew from one under a new name', () => expect(renumber([kept(9), kept(7)]).map((each) => each.seq)).toEqual([1, 2]))
  it('waits longer after every failure, but never longer than fifteen seconds', () => expect([1, 2, 3, 4, 5, 9].map(waitAfter)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]))

  it('delivers everything once and in order, whatever requests and answers are lost on the way', () => {
    const moves = fc.array(fc.constantFrom('write', 'photo', 'delivered', 'request-lost', 'answer-lost'), { maxLength: 60 })
    fc.assert(fc.property(moves, (all) => {
      const log = aLog()
      let [pending, seq, written]: [Kept[], number, number] = [[], 0, 0]
      for (const move of [...all, ...Array<string>(130).fill('delivered')]) {
        const next = nextToSend(pending)
        if (move === 'write' || move === 'photo') pending = [...pending, kept(++seq, move === 'photo' ? 'photo' : 'mark', { n: ++written })]
        else if (move === 'answer-lost') log.deliver('device', next)
        else if (move === 'delivered') {
          const { gone, rename } = settle(log.deliver('device', next))
          expect(rename).toBe(false)
          pending = pending.filter((each) => !gone.includes(each.seq))
        }
      }
      expect(pending).toEqual([])
      expect(log.entries.map((entry) => entry.body)).toEqual(Array.from({ length: written }, (_, place) => JSON.stringify({ n: place + 1 })))
    }), { numRuns: 200 })
  })
})
