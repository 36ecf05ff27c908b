import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { day, momentAt, plusMs } from '#kernel/day.ts'
import { handedIn, isWorkDue, isWorkUnderWay, markDueOn, replacedBy, secondsStood, workBlockers, workEndsAt, workFileBlockers, type WorkTime } from './work.ts'

const at = (time: string, ms = 0) => plusMs(momentAt(day('2026-03-26'), time), ms)
const run = (change: Partial<WorkTime> = {}): WorkTime => ({ startedAt: at('13:00'), workMinutes: 60, workSecondsAdded: 0, workEndedAt: null, ...change })
const centre = run({ workMinutes: null })

describe('the time of the work', () => {
  it.each([
    ['ends after the minutes of the card', run(), at('14:00')],
    ['is longer by what was given back, to the second', run({ workSecondsAdded: 421 }), at('14:07', 1000)],
    ['is not counted in the centre', centre, null],
  ])('%s', (_says, given, endsAt) => {
    expect(workEndsAt(given)).toBe(endsAt)
  })

  it.each([
    ['at its very end', run(), at('14:00'), []],
    ['in the last millisecond of the grace', run(), at('14:01'), []],
    ['a millisecond after it', run(), at('14:01', 1), ['practice.work-too-late']],
    ['a millisecond after it, with a minute given back', run({ workSecondsAdded: 60 }), at('14:01', 1), []],
    ['once it was handed in', run({ workEndedAt: at('13:30') }), at('13:31'), ['practice.work-ended']],
    ['while everybody stands', run({ haltedAt: at('13:10') }), at('13:11'), ['practice.work-halted']],
    ['in the centre', centre, at('13:10'), ['practice.work-not-online']],
  ])('a file is taken or not: %s', (_says, given, now, codes) => {
    expect(workBlockers(given, now, 60).map((each) => each.code)).toEqual(codes)
  })

  it.each([
    ['not in the last millisecond of the grace', run(), at('14:01'), false],
    ['a millisecond after it', run(), at('14:01', 1), true],
    ['not while everybody stands', run({ haltedAt: at('13:59') }), at('15:00'), false],
    ['not twice', run({ workEndedAt: at('13:30') }), at('15:00'), false],
    ['never in the centre', centre, at('20:00'), false],
  ])('the server ends it by itself: %s', (_says, given, now, due) => {
    expect(isWorkDue(given, now, 60)).toBe(due)
  })

  it('that is handed in after its end was ended by the time', () => {
    expect(handedIn(at('14:00'), at('14:00'))).toEqual({ kind: 'handed-in', at: at('14:00') })
    expect(handedIn(at('14:00'), at('14:00', 1))).toEqual({ kind: 'time', at: at('14:00') })
  })

  it.each([
    ['what it stood, a started second whole', run(), at('13:10'), at('13:12', 1), 121],
    ['nothing where its time was over in that instant', run(), at('14:00'), at('14:05'), 0],
    ['a second where one millisecond was left', run(), at('14:00', -1), at('14:00'), 1],
    ['only from his beginning to whoever began in that instant', run(), at('12:59'), at('13:05'), 300],
    ['nothing once it was handed in', run({ workEndedAt: at('13:05') }), at('13:10'), at('13:12'), 0],
    ['nothing in the centre', centre, at('13:10'), at('13:12'), 0],
  ])('after a stop gets back %s', (_says, given, haltedAt, now, seconds) => {
    expect(secondsStood(given, haltedAt, now)).toBe(seconds)
  })

  it('is under way until somebody or the time ends it, and only on line', () => {
    expect([run(), run({ workEndedAt: at('13:30') }), centre].map(isWorkUnderWay)).toEqual([true, false, false])
  })
})

describe('files of the work', () => {
  const file = (name: string, replaced = false) => ({ id: name, name, sha256: name, replaced })
  const limits = { most: 2, keptMost: 4 }

  it.each([
    ['one more while there is room', 'c.pdf', [file('a.pdf')], []],
    ['no more once they are as many as the norm says', 'c.pdf', [file('a.pdf'), file('b.pdf')], ['practice.work-files-most']],
    ['a new one in the place of one of the same name', 'A.PDF', [file('a.pdf'), file('b.pdf')], []],
    ['what was replaced takes no room', 'c.pdf', [file('a.pdf', true), file('a.pdf')], []],
    ['but is kept, and so has its own bound', 'a.pdf', [file('a.pdf', true), file('a.pdf', true), file('a.pdf', true), file('a.pdf')], ['practice.work-files-kept-most']],
  ])('%s', (_says, name, already, codes) => {
    expect(workFileBlockers(name, already, limits).map((each) => each.code)).toEqual(codes)
  })

  it('replaces the one that stands, not one that was replaced before', () => {
    expect(replacedBy('a.pdf', [{ ...file('a.pdf', true), id: 'first' }, { ...file('A.pdf'), id: 'second' }])?.id).toBe('second')
    expect(replacedBy('b.pdf', [file('a.pdf')])).toBeUndefined()
  })
})

it('is marked within working days after the day of the work: on Monday after a Friday, and after the holidays', () => {
  const calendar = buildCalendar([{ date: day('2026-03-23'), day: 'off' }, { date: day('2026-03-24'), day: 'off' }] as never, { version: 'test', source: 'test', years: [2026] })
  expect([markDueOn(day('2026-03-26'), 1, calendar), markDueOn(day('2026-03-27'), 1, calendar), markDueOn(day('2026-03-20'), 1, calendar)]).toEqual(['2026-03-27', '2026-03-30', '2026-03-25'])
})
