import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('one is done after the other, and the answers come in their order', async () => {
  const heard: string[] = []
  const answers = await inTurn(new Set([30, 1, 10]), async (each, place) => {
    heard.push(`begin ${each}`)
    await new Promise((resolve) => setTimeout(resolve, each))
    heard.push(`end ${each}`)
    return `${place}:${each}`
  })
  expect(answers).toEqual(['0:30', '1:1', '2:10'])
  expect(heard).toEqual(['begin 30', 'end 30', 'begin 1', 'end 1', 'begin 10', 'end 10'])
})

test('the first failure ends the row', async () => {
  const heard: number[] = []
  await expect(inTurn([1, 2, 3], async (each) => {
    heard.push(each)
    if (each === 2) throw new Error('two')
  })).rejects.toThrow('two')
  expect(heard).toEqual([1, 2])
})
