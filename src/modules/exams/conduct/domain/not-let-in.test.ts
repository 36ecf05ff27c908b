import { expect, it } from 'vitest'
import { day, momentAt } from '#kernel/day.ts'
import { refuseBlockers, type DoorFacts } from './not-let-in.ts'

const on = day('2026-03-26')
const facts: DoorFacts = { sittingOn: on, today: on, startsAt: momentAt(on, '10:00'), endsAt: momentAt(on, '12:00'), now: momentAt(on, '09:45'), minutesBefore: 30, letIn: false }

it.each<[string, Partial<DoorFacts>, string[]]>([
  ['as soon as the door is open', {}, []],
  ['until the sitting ends', { now: momentAt(on, '11:59') }, []],
  ['not before the door is open', { now: momentAt(on, '09:29') }, ['admission.too-early']],
  ['not when the sitting is over', { now: momentAt(on, '12:00') }, ['admission.too-late']],
  ['not on another day', { today: day('2026-03-25') }, ['admission.other-day']],
  ['not once he was let in', { letIn: true }, ['admission.let-in-already']],
])('somebody is told that he is not let in %s', (_, change, codes) => expect(refuseBlockers({ ...facts, ...change }).map((each) => each.code)).toEqual(codes))
