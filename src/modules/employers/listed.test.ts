import { describe, expect, it } from 'vitest'
import { listedProof } from './listed.ts'

describe('what stays of a list in the journal', () => {
  it('is the same however the list was sorted, and another where one of it is missing, added or different', () => {
    const whole = listedProof(['a', 'b', 'c'])
    expect(whole).toEqual({ counted: 3, digest: 'ea7fb08b7a2dc4619ffb7c7bb38d95a2047935fa165d71b12efd3852a2e6d0cc' })
    expect(listedProof(['c', 'a', 'b'])).toEqual(whole)
    for (const other of [['a', 'b'], ['a', 'b', 'c', 'd'], ['a', 'b', 'd'], ['ab', 'c', ''], []]) expect(listedProof(other).digest).not.toBe(whole.digest)
  })

  it('is as long for ten thousand as for one', () => {
    const many = listedProof(Array.from({ length: 10_000 }, (_, n) => `referral-${n}`))
    expect([many.counted, JSON.stringify(many).length - String(many.counted).length]).toEqual([10_000, JSON.stringify(listedProof(['referral'])).length - 1])
  })
})
