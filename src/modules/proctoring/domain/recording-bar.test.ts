import { expect, it } from 'vitest'
import { moment } from '#kernel/day.ts'
import { placeOn, recordingBar, together } from './recording-bar.ts'

const at = (time: string) => moment(`2026-03-26T05:${time}.000Z`)
const stretch = (from: string, to: string) => ({ fromAt: at(from), toAt: at(to) })
const piece = (from: string, ms: number) => ({ fromAt: at(from), ms })
const bar = stretch('00:00', '10:00')

it.each<[string, ReturnType<typeof stretch>, ReturnType<typeof placeOn>]>([
  ['the whole of it', bar, { left: 0, width: 100, outside: null }],
  ['a minute in the middle', stretch('05:00', '06:00'), { left: 50, width: 10, outside: null }],
  ['a moment', stretch('02:30', '02:30'), { left: 25, width: 0, outside: null }],
  ['its first moment', stretch('00:00', '00:00'), { left: 0, width: 0, outside: null }],
  ['its last moment', stretch('10:00', '10:00'), { left: 100, width: 0, outside: null }],
  ['begun before the first piece', { fromAt: moment('2026-03-26T04:59:00.000Z'), toAt: at('01:00') }, { left: 0, width: 10, outside: null }],
  ['over before the first piece', { fromAt: moment('2026-03-26T04:58:00.000Z'), toAt: moment('2026-03-26T04:59:00.000Z') }, { left: 0, width: 0, outside: 'before' }],
  ['over after the last piece', stretch('09:00', '12:00'), { left: 90, width: 10, outside: null }],
  ['begun after the last piece', stretch('10:01', '10:30'), { left: 100, width: 0, outside: 'after' }],
  ['an end before its beginning is a moment', stretch('05:00', '04:00'), { left: 50, width: 0, outside: null }],
])('places on a recording %s', (_, what, place) => {
  expect(placeOn(bar, what)).toEqual(place)
})

it('places on a recording without length, and divides by nothing', () => {
  expect(placeOn(stretch('00:00', '00:00'), stretch('00:00', '00:00'))).toEqual({ left: 0, width: 0, outside: null })
  expect(placeOn(stretch('00:00', '00:00'), stretch('00:01', '00:02'))).toEqual({ left: 100, width: 0, outside: 'after' })
})

it.each<[string, ReturnType<typeof piece>[], ReturnType<typeof recordingBar>]>([
  ['nothing', [], undefined],
  ['one piece', [piece('00:00', 4000)], { ...stretch('00:00', '00:04'), gaps: [] }],
  ['one piece without length', [piece('00:00', 0)], { ...stretch('00:00', '00:00'), gaps: [] }],
  ['pieces in another order', [piece('00:04', 4000), piece('00:00', 4000)], { ...stretch('00:00', '00:08'), gaps: [] }],
  ['a hole as short as a browser makes', [piece('00:00', 4000), piece('00:09', 4000)], { ...stretch('00:00', '00:13'), gaps: [] }],
  ['a hole', [piece('00:00', 4000), piece('00:10', 4000)], { ...stretch('00:00', '00:14'), gaps: [stretch('00:04', '00:10')] }],
  ['a piece within another one hides no hole and makes none', [piece('00:00', 20_000), piece('00:02', 4000), piece('00:30', 4000)], { ...stretch('00:00', '00:34'), gaps: [stretch('00:20', '00:30')] }],
])('reckons a recording out of its pieces: %s', (_, pieces, expected) => {
  expect(recordingBar(pieces)).toEqual(expected)
})

it('draws as one what would stand upon each other, but never what lies outside with what lies within', () => {
  const marks = ['00:00', '00:03', '00:06', '05:00', '10:00', '10:20', '11:00'].map((from) => ({ from, place: placeOn(bar, stretch(from, from)) }))
  expect(together(marks, 1).map((group) => group.map((each) => each.from))).toEqual([['00:00', '00:03'], ['00:06'], ['05:00'], ['10:00'], ['10:20', '11:00']])
  expect(together([], 1)).toEqual([])
})
