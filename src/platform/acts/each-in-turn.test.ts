import { expect, test } from 'vitest'
import { eachInTurn } from './each-in-turn.ts'

const act = (failing: readonly number[], still: readonly number[], heard: number[]) => async (each: number) => {
  heard.push(each)
  if (failing.includes(each)) throw new Error(`no ${each}`)
  return !still.includes(each)
}

test('a failure holds up no other, and how many moved is told', async () => {
  const heard: number[] = []
  expect(await eachInTurn([1, 2, 3, 4], act([1, 3], [4], heard))).toBe(1)
  expect(heard).toEqual([1, 2, 3, 4])
})

test('where nothing moved all failures are told together; nothing to do is no failure', async () => {
  const heard: number[] = []
  await expect(eachInTurn([1, 2, 3], act([1, 3], [2], heard))).rejects.toMatchObject({ message: '2 of 3 failed', errors: [new Error('no 1'), new Error('no 3')] })
  expect(heard).toEqual([1, 2, 3])
  expect([await eachInTurn([], act([], [], heard)), await eachInTurn([1], act([], [1], heard))]).toEqual([0, 0])
})
