import { describe, expect, it } from 'vitest'
import { day, momentAt } from '#kernel/day.ts'
import { letOnBlockers, mayGoOn, onlineBreakdownBlockers, type BrokenFacts, type ClockFacts } from './online-breakdown.ts'

const at = (time: string) => momentAt(day('2026-03-26'), time)
const codes = (found: { code: string }[]) => found.map((each) => each.code.replace('breakdown.', ''))

describe('an exam on line is written down as broken off', () => {
  const asked = { ground: 'line-lost', note: 'Байланыс жоқ', minutes: 0 }
  const clock: ClockFacts = { running: true, endsAt: at('10:40'), halted: false, brokenDown: false, now: at('10:25'), minutesMost: 180 }
  it.each<[string, Partial<typeof asked>, Partial<ClockFacts>, string[]]>([
    ['while its clock runs', {}, {}, []],
    ['with minutes for what was lost before', { minutes: 10 }, {}, []],
    ['at the last instant', {}, { now: at('10:39') }, []],
    ['not when the time is over', {}, { now: at('10:40') }, ['time-over']],
    ['even then, where the minutes given back reach beyond', { minutes: 5 }, { now: at('10:40') }, []],
    ['not where they do not reach', { minutes: 5 }, { now: at('10:45') }, ['time-over']],
    ['not before it was begun or after it has ended', {}, { running: false }, ['not-running']],
    ['not where no clock of the server runs', {}, { endsAt: null }, ['not-running']],
    ['not twice', {}, { brokenDown: true }, ['stands-already']],
    ['not while everybody stands still: that stop is given up for all', {}, { halted: true }, ['everybody-stopped']],
    ['not without a technical ground', { ground: 'health' }, {}, ['ground-missing']],
    ['not without a word', { note: '' }, {}, ['what-happened']],
    ['not with a book', { note: 'x'.repeat(1001) }, {}, ['postponement.note-too-long']],
    ['not with minutes that are none', { minutes: 1.5 }, {}, ['incident.minutes-wrong']],
    ['not with more than three hours', { minutes: 181 }, {}, ['incident.minutes-wrong']],
    ['not with more than the norm gives', { minutes: 31 }, { minutesMost: 30 }, ['incident.minutes-wrong']],
    ['not with less than none', { minutes: -1 }, {}, ['incident.minutes-wrong']],
  ])('%s', (_says, how, facts, expected) => expect(codes(onlineBreakdownBlockers({ ...asked, ...how }, { ...clock, ...facts }))).toEqual(expected))
})

describe('his proctor lets him go on within the sitting', () => {
  const broken: BrokenFacts = { brokenDown: true, letOn: false, stage: 'theory', way: 'goes-on', sittingEndsAt: at('12:00'), now: at('10:40') }
  it.each<[string, Partial<BrokenFacts>, string[]]>([
    ['the same hour', {}, []],
    ['until the sitting ends', { now: at('11:59') }, []],
    ['not from its end on: then he gets another day', { now: at('12:00') }, ['sitting-over']],
    ['not a theory that the norm begins anew: another form is drawn on another day', { way: 'anew' }, ['only-anew']],
    ['a practice all the same, for its work and its recording are kept', { stage: 'practice', way: 'anew' }, []],
    ['not twice', { letOn: true }, ['let-on-already']],
    ['not when nothing broke down', { brokenDown: false }, ['none']],
    ['not after the end whatever the norm says', { way: 'anew', now: at('12:30') }, ['only-anew', 'sitting-over']],
  ])('%s', (_says, facts, expected) => expect(codes(letOnBlockers({ ...broken, ...facts }))).toEqual(expected))

  it('says the same of the way beforehand', () => {
    expect([mayGoOn({ stage: 'theory', way: 'goes-on' }), mayGoOn({ stage: 'theory', way: 'anew' }), mayGoOn({ stage: 'practice', way: 'anew' })]).toEqual([true, false, true])
  })
})
