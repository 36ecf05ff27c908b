import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterAnswer, ChunkQueue, waitAfter, type Chunk, type ChunkAnswer } from './chunk-queue.ts'

const piece = (id: number, bytes = 100): Omit<Chunk, 'number'> => ({ id, from: id * 4000, ms: 4000, type: 'video/webm', sha256: `hash-${id}`, bytes, begins: id === 0 })

/** The track of the server as the contract says it: no holes, the same piece twice is harmless, another piece under a known number is not. */
function aTrack() {
  const stored: string[] = []
  return {
    stored,
    put(chunk: Chunk): ChunkAnswer {
      const known = stored[chunk.number]
      if (known !== undefined) return known === chunk.sha256 ? { status: 200 } : { status: 409, code: 'proctoring.chunk-differs' }
      if (chunk.number !== stored.length) return { status: 409, code: 'proctoring.chunk-order', next: stored.length }
      stored.push(chunk.sha256)
      return { status: 201 }
    },
  }
}

describe('what follows from the server’s word on a piece of the recording', () => {
  const head = { number: 7, bytes: 140_000 }
  it.each<[string, ChunkAnswer, number, unknown]>([
    ['stored: the next one goes', { status: 201 }, 0, { do: 'next' }],
    ['known already: the next one goes', { status: 200 }, 0, { do: 'next' }],
    ['out of order: it goes again under the number that is free', { status: 409, code: 'proctoring.chunk-order', next: 5 }, 0, { do: 'renumber', from: 5 }],
    ['the server is ahead: it goes behind what the server has', { status: 409, code: 'proctoring.chunk-order', next: 9 }, 0, { do: 'renumber', from: 9 }],
    ['another piece has its number: the server is asked where its end is', { status: 409, code: 'proctoring.chunk-differs' }, 0, { do: 'ask' }],
    ['an order that changes nothing is no loop: the server is asked', { status: 409, code: 'proctoring.chunk-order', next: 7 }, 0, { do: 'ask' }],
    ['too large: in two halves', { status: 413 }, 0, { do: 'split' }],
    ['damaged on the way: again', { status: 422 }, 0, { do: 'again', afterMs: 1000, why: 'hash' }],
    ['damaged three times: it is given up, the exam goes on', { status: 422 }, 2, { do: 'give-up' }],
    ['disk of the server full: kept and tried in half a minute', { status: 507 }, 4, { do: 'again', afterMs: 30_000, why: 'store-full' }],
    ['signed out: kept', { status: 401 }, 0, { do: 'pause' }],
    ['the exam is over', { status: 410 }, 0, { do: 'end' }],
    ['not ours', { status: 404 }, 0, { do: 'end' }],
    ['no line: again, later each time', { status: 0 }, 2, { do: 'again', afterMs: 4000, why: 'line' }],
    ['the server stumbles: the same', { status: 503 }, 0, { do: 'again', afterMs: 1000, why: 'line' }],
    ['what cannot be right ever: given up', { status: 400 }, 0, { do: 'give-up' }],
  ])('%s', (_name, answer, failures, step) => expect(afterAnswer(head, answer, failures)).toEqual(step))

  it('a small piece that is still too large is given up', () => expect(afterAnswer({ number: 1, bytes: 60_000 }, { status: 413 }, 0)).toEqual({ do: 'give-up' }))
  it('waits longer after every failure, but never longer than fifteen seconds', () => expect([1, 2, 3, 4, 5, 9].map(waitAfter)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]))
})

describe('the queue of a recording', () => {
  it('numbers pieces from where the server waits', () => {
    const queue = new ChunkQueue([], 4, 1e6)
    expect([queue.take(piece(0)).number, queue.take(piece(1)).number]).toEqual([4, 5])
  })
  it('goes on after the page was closed with pieces on the device', () => {
    const queue = new ChunkQueue([{ ...piece(9), number: 5 }, { ...piece(8), number: 4 }], 5, 1e6)
    expect(queue.head?.number).toBe(4)
    expect(queue.take(piece(10)).number).toBe(6)
  })
  it('takes no more than the device may keep, and takes again when something has gone', () => {
    const queue = new ChunkQueue([], 0, 250)
    queue.take(piece(0))
    queue.take(piece(1))
    expect(queue.hasRoomFor(100)).toBe(false)
    queue.done()
    expect(queue.hasRoomFor(100)).toBe(true)
  })
  it('moves up behind a piece that can never be taken', () => {
    const queue = new ChunkQueue([], 3, 1e6)
    for (const id of [0, 1, 2]) queue.take(piece(id))
    queue.lose()
    expect(queue.all.map((chunk) => [chunk.id, chunk.number])).toEqual([[1, 3], [2, 4]])
    expect(queue.take(piece(3)).number).toBe(5)
  })
  it('puts two halves in the place of one that is too large', () => {
    const queue = new ChunkQueue([], 0, 1e6)
    for (const id of [0, 2]) queue.take(piece(id))
    queue.split([piece(0, 50), piece(1, 50)])
    expect(queue.all.map((chunk) => [chunk.id, chunk.number])).toEqual([[0, 0], [1, 1], [2, 2]])
  })

  it('delivers every piece once and in order, whatever requests, answers and windows are lost on the way', () => {
    const moves = fc.array(fc.constantFrom('record', 'deliver', 'answer-lost', 'request-lost', 'reload'), { maxLength: 80 })
    fc.assert(fc.property(moves, (all) => {
      const track = aTrack()
      let queue = new ChunkQueue([], 0, 1e9)
      let made = 0
      const settle = (answer: ChunkAnswer) => {
        const step = afterAnswer(queue.head!, answer, 0)
        if (step.do === 'next') queue.done()
        else if (step.do === 'renumber') queue.renumber(step.from)
        else if (step.do === 'ask') queue.renumber(track.stored.length)
      }
      for (const move of all) {
        if (move === 'record') queue.take(piece(made++))
        else if (move === 'reload') queue = new ChunkQueue(queue.all, track.stored.length, 1e9)
        else if (!queue.head) continue
        else if (move === 'deliver') settle(track.put(queue.head))
        else if (move === 'answer-lost') track.put(queue.head)
      }
      for (let tries = 0; queue.head && tries < 300; tries++) settle(track.put(queue.head))
      expect(track.stored).toEqual(Array.from({ length: made }, (_, id) => `hash-${id}`))
    }), { numRuns: 300 })
  })
})
