import { describe, expect, it } from 'vitest'
import { readCheckLines } from './check-lines.ts'

describe('a list that an employer checks', () => {
  it.each([
    ['K7Q2-9M4D-XW3C-5 0183', 'K7Q2-9M4D-XW3C-5', '0183'],
    ['K7Q2-9M4D-XW3C-5;0183', 'K7Q2-9M4D-XW3C-5', '0183'],
    ['МС-1 2024 ; 0183', 'МС-1 2024', '0183'],
    ['\tK7Q2 9M4D XW3C 5\t0183 ', 'K7Q2 9M4D XW3C 5', '0183'],
    ['K7Q2-9M4D-XW3C-5', 'K7Q2-9M4D-XW3C-5', ''],
    ['K7Q2-9M4D-XW3C-5, 183', 'K7Q2-9M4D-XW3C-5, 183', ''],
  ])('reads %j as number %j and last four digits %j', (text, number, lastFour) => {
    expect(readCheckLines(text)).toEqual([{ line: 1, number, lastFour }])
  })

  it('passes over empty lines and keeps the numbers of the others', () => {
    expect(readCheckLines('\n\nA-1 0001\r\n\nB-2 0002\n').map(({ line, number }) => [line, number])).toEqual([[3, 'A-1'], [5, 'B-2']])
  })
})
