import { expect, it } from 'vitest'
import { keptFiles } from './kept-files.ts'

it('a kept file is made once for all who ask, a failed one anew, and the oldest makes room', async () => {
  const made: string[] = []
  const files = keptFiles(2)
  const ask = (key: string) => files.of(key, async () => { made.push(key); if (key === 'bad') throw new Error('no'); return new Uint8Array([made.length]) })
  expect(await Promise.all([ask('a'), ask('a')])).toEqual([new Uint8Array([1]), new Uint8Array([1])])
  await expect(ask('bad')).rejects.toThrow('no')
  await expect(ask('bad')).rejects.toThrow('no')
  await ask('b')
  await ask('c')
  await ask('a')
  expect(made).toEqual(['a', 'bad', 'bad', 'b', 'c', 'a'])
})
