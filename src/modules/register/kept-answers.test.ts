import { describe, expect, it } from 'vitest'
import { moment } from '#kernel/day.ts'
import { settableClock } from '#platform/acts/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { keptAnswers } from './kept-answers.ts'

function start() {
  const clock = settableClock(moment('2026-03-02T04:00:00.000Z'))
  const ctx = { db: {} as Database, clock }
  const keep = keptAnswers<number>({ freshMs: 30_000, keepMs: 300_000 })
  let made = 0
  const ask = (key = 'a') => keep(ctx, key, async () => ++made)
  const after = (seconds: number) => clock.set(moment(new Date(Date.parse('2026-03-02T04:00:00.000Z') + seconds * 1000).toISOString()))
  return { ask, after, keep, ctx }
}

describe('an answer that is kept', () => {
  it('is made once while it is fresh, however many ask at the same time', async () => {
    const { ask, after } = start()
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
    after(29)
    expect(await ask()).toBe(1)
    expect(await ask('b')).toBe(2)
  })

  it('is given once more while it is made anew, and then the new one', async () => {
    const { ask, after } = start()
    await ask()
    after(31)
    expect(await ask()).toBe(1)
    expect(await ask()).toBe(2)
  })

  it('is waited for when the old one is too old to be told', async () => {
    const { ask, after } = start()
    await ask()
    after(301)
    expect(await ask()).toBe(2)
  })

  it('is not kept when it failed', async () => {
    const { ask, keep, ctx } = start()
    await expect(keep(ctx, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await ask()).toBe(1)
  })
})
