import { expect, it } from 'vitest'
import { seatPlan } from './seat-plan.ts'

const people = (n: number) => Array.from({ length: n }, (_, place) => `p${place}`)
const seats = (n: number, of: number) => people(n).map((_, place) => seatPlan(people(n), of).seatOf(place))

it.each([
  ['a free place between two, where the room has one for everybody', 3, 5, [1, 3, 5]],
  ['side by side where it has one too few', 3, 4, [1, 2, 3]],
  ['a full room', 4, 4, [1, 2, 3, 4]],
  ['one alone', 1, 1, [1]],
  ['nobody', 0, 6, []],
  ['more than the room has', 3, 2, [1, 2, 3]],
])('%s', (_what, n, of, expected) => expect(seats(n, of)).toEqual(expected))

it('every place of the room stands in the plan once, in rows', () => {
  const { rows } = seatPlan(people(3), 6, 4)
  expect(rows.map((row) => row.map((place) => place.person ?? place.seat))).toEqual([['p0', 2, 'p1', 4], ['p2', 6]])
})
