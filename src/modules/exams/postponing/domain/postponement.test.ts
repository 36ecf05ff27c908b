import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { day, momentAt } from '#kernel/day.ts'
import { callOffBlockers, postponementBlockers, type PostponementFacts } from './postponement.ts'

const calendar = buildCalendar([{ date: day('2026-03-23'), day: 'off' }], { version: 'v', source: 's', years: [2026] })
const on = (today: string, overrides: Partial<PostponementFacts> = {}): PostponementFacts => ({
  today: day(today), now: momentAt(day(today), '11:00'), calendar, nextOn: day('2026-03-26'), nextEndsAt: momentAt(day('2026-03-26'), '12:00'), begun: false, askedBefore: 0, timesAllowed: 1, workingDaysBefore: 1, ...overrides,
})
const asks = { kind: 'candidate' as const, note: 'x', paper: '' }
const ill = { kind: 'illness' as const, note: '', paper: 'No 7, 25.03.2026' }
const codes = (found: { code: string }[]) => found.map((each) => each.code.replace('postponement.', ''))

describe('a day is postponed', () => {
  it.each<[string, Parameters<typeof postponementBlockers>[0], PostponementFacts, string[]]>([
    ['when the candidate asks with one whole working day between', asks, on('2026-03-24'), []],
    ['not on the eve', asks, on('2026-03-25'), ['too-late']],
    ['on the eve, where the norm asks for no day between', asks, on('2026-03-25', { workingDaysBefore: 0 }), []],
    ['not on the day itself, whatever the norm', asks, on('2026-03-26', { workingDaysBefore: 0 }), ['too-late']],
    ['not over days off that are no working days', asks, on('2026-03-20', { nextOn: day('2026-03-24') }), ['too-late']],
    ['not without a word why', { ...asks, note: '' }, on('2026-03-24'), ['note-missing']],
    ['not more often than the norm says', asks, on('2026-03-24', { askedBefore: 1 }), ['too-often']],
    ['for an illness on the very day, with its paper', ill, on('2026-03-26'), []],
    ['for an illness, however often he asked before', ill, on('2026-03-26', { askedBefore: 5 }), []],
    ['not for an illness without a paper', { ...ill, paper: '' }, on('2026-03-26'), ['paper-missing']],
    ['not for an illness when the sitting is over', ill, on('2026-03-26', { now: momentAt(day('2026-03-26'), '12:00') }), ['over']],
    ['not when he has begun', ill, on('2026-03-26', { begun: true }), ['begun']],
  ])('%s', (_says, asked, facts, expected) => expect(codes(postponementBlockers(asked, facts))).toEqual(expected))
})

describe('a centre calls a sitting off', () => {
  const facts = { cancelled: false, over: false, running: 0 }
  it.each([
    ['with a ground of the list', { ground: 'equipment', note: '' }, facts, []],
    ['not without one', { ground: '', note: '' }, facts, ['ground-missing']],
    ['not for another reason without words', { ground: 'other', note: '' }, facts, ['note-missing']],
    ['not while somebody runs: that is stopped', { ground: 'emergency', note: '' }, { ...facts, running: 2 }, ['somebody-runs']],
    ['not when it is over', { ground: 'emergency', note: '' }, { ...facts, over: true }, ['over']],
    ['not twice', { ground: 'emergency', note: '' }, { ...facts, cancelled: true }, ['sitting.cancelled-already']],
  ])('%s', (_says, asked, known, expected) => expect(codes(callOffBlockers(asked, known))).toEqual(expected))
})
