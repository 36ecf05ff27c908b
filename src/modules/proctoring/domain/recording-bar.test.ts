import { expect, it } from 'vitest'
import { moment } from '#kernel/day.ts'
import { isShown, placeOn, recordingBar, standApart } from './recording-bar.ts'

const at = (time: string) => moment(`2026-03-26T05:${time}.000Z`)
const stretch = (from: string, to: string) => ({ fromAt: at(from), toAt: at(to) })
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

it('is as long as all its tracks together, and each keeps its own beginning, end and holes', () => {
  const whole = (track: 'camera' | 'screen', from: string, to: string) => ({ track, isGap: false, ...stretch(from, to) })
  const gap = (track: 'camera' | 'screen', from: string, to: string) => ({ track, isGap: true, ...stretch(from, to) })
  expect(recordingBar([])).toBeUndefined()
  expect(recordingBar([whole('camera', '00:00', '09:00'), gap('camera', '02:00', '03:00')])).toEqual({ ...stretch('00:00', '09:00'), tracks: [{ track: 'camera', ...stretch('00:00', '09:00'), gaps: [stretch('02:00', '03:00')] }] })
  expect(recordingBar([whole('screen', '01:00', '10:00'), whole('camera', '00:30', '09:00'), gap('screen', '04:00', '05:00')])).toEqual({
    ...stretch('00:30', '10:00'), tracks: [{ track: 'camera', ...stretch('00:30', '09:00'), gaps: [] }, { track: 'screen', ...stretch('01:00', '10:00'), gaps: [stretch('04:00', '05:00')] }],
  })
})

it.each<[string, [string, string], boolean]>([
  ['within it', ['03:00', '03:20'], true], ['over its beginning', ['00:30', '01:10'], true], ['before it', ['00:10', '00:50'], false], ['after it', ['09:10', '09:20'], false], ['at its end', ['09:00', '09:20'], false],
  ['in a hole', ['04:10', '04:40'], false], ['over the edge of a hole', ['03:50', '04:40'], true], ['a moment within it', ['03:00', '03:00'], true], ['a moment in a hole', ['04:30', '04:30'], false],
])('a track shows something of what happened %s', (_, [from, to], shown) => {
  expect(isShown({ track: 'screen', ...stretch('01:00', '09:00'), gaps: [stretch('04:00', '05:00')] }, stretch(from, to))).toBe(shown)
})

const standing = (froms: readonly string[], how: { apart: number; lanes: number }) => standApart(froms.map((from) => ({ from, place: placeOn(bar, stretch(from, from)) })), how).map(({ lane, marks }) => [lane, ...marks.map((each) => each.from)])

it('marks that would stand upon each other stand in lanes, in the order of time whatever order they came in', () => {
  expect(standing(['05:00', '00:00', '00:30', '01:00'], { apart: 9, lanes: 3 })).toEqual([[0, '00:00'], [1, '00:30'], [0, '01:00'], [0, '05:00']])
  expect(standing([], { apart: 9, lanes: 3 })).toEqual([])
})

it('where the lanes are full they are one mark, but never what lies outside with what lies within', () => {
  expect(standing(['00:00', '00:03', '00:06', '05:00', '10:00', '10:20', '11:00'], { apart: 1, lanes: 1 })).toEqual([[0, '00:00', '00:03'], [0, '00:06'], [0, '05:00'], [0, '10:00'], [0, '10:20', '11:00']])
  expect(standing(['00:00', '00:10', '00:20', '00:30', '00:40'], { apart: 9, lanes: 3 })).toEqual([[0, '00:00'], [1, '00:10'], [2, '00:20', '00:30', '00:40']])
})
