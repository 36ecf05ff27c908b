import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { day, momentAt } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { endAtTheDoor, refuseBlockers, type DoorFacts } from './not-let-in.ts'

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

const edition = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const withTimes = (value: number) => ({ ...edition, norms: edition.norms.map((norm) => (norm.key === 'admission.anotherDayTimes' ? { ...norm, value } : norm)) })
const older = { ...edition, norms: edition.norms.filter((norm) => norm.key !== 'admission.anotherDayTimes') }

it.each([
  ['who did not come is absent', edition, { notLetIn: false, daysGiven: 0 }, 'absent'],
  ['who came and was not let in gets another day', edition, { notLetIn: true, daysGiven: 0 }, 'another-day'],
  ['once', edition, { notLetIn: true, daysGiven: 1 }, 'not-let-in'],
  ['also by an edition older than the norm', older, { notLetIn: true, daysGiven: 0 }, 'another-day'],
  ['twice, where the norm says so', withTimes(2), { notLetIn: true, daysGiven: 1 }, 'another-day'],
  ['never, where the norm says so', withTimes(0), { notLetIn: true, daysGiven: 0 }, 'not-let-in'],
  ['who had such a day and then stays away is absent', edition, { notLetIn: false, daysGiven: 1 }, 'absent'],
] as const)('when the sitting has ended, %s', (_, norms, now, end) => expect(endAtTheDoor(norms, now)).toBe(end))
