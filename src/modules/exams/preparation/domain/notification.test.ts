import { expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import { day, momentAt, type Day } from '#kernel/day.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import { notificationBlockers, type NotificationFacts, type SittingFacts } from './notification.ts'

const OFF = ['2026-03-09', '2026-03-23', '2026-03-24', '2026-03-25'].map((date) => ({ date: day(date), day: 'off' as const, kind: 'holiday', status: 'official' }))
const calendar = buildCalendar(OFF as never, { version: 'test', source: 'test', years: [2026] })

const sitting = (stage: Stage, on: string, from = '10:00', to = '12:00', change: Partial<SittingFacts> = {}): SittingFacts => ({
  id: `${stage}-${on}`, centreId: 'c', stage, professionCode: 'p', level: 4, onDay: day(on), startsAt: momentAt(day(on), from), endsAt: momentAt(day(on), to),
  freeSeats: 3, cancelled: false, mode: 'offline', ...change,
})
const codes = (change: Partial<NotificationFacts>) => notificationBlockers({
  centreId: 'c', professionCode: 'p', level: 4, stages: ['theory'], sittings: { theory: sitting('theory', '2026-03-26') }, replaces: false, ground: '',
  sentOn: '2026-03-05' as Day, wholeDays: 10, reading: 'whole-days-between', calendar, modes: { theory: 'offline', practice: 'offline' }, ...change,
}).map((each) => each.code)

it.each<[string, string, string, string[]]>([
  ['Thu 5 March → Thu 26 March is the first lawful day', '2026-03-05', '2026-03-26', []],
  ['Fri 20 March is the tenth working day, and too early by the safe reading', '2026-03-05', '2026-03-20', ['notice.too-short']],
  ['a day off is no exam day', '2026-03-02', '2026-03-25', ['notice.day-off']],
  ['sent a day later, 26 March is too early', '2026-03-06', '2026-03-26', ['notice.too-short']],
  ['sent a day later, 27 March is lawful', '2026-03-06', '2026-03-27', []],
  ['a day before the sending', '2026-03-27', '2026-03-26', ['notice.in-the-past']],
])('%s', (_says, sentOn, examOn, expected) => {
  expect(codes({ sentOn: day(sentOn), sittings: { theory: sitting('theory', examOn) } })).toEqual(expected)
})

it('allows the tenth working day by the other reading of the norm', () => {
  expect(codes({ reading: 'nth-day-allowed', sittings: { theory: sitting('theory', '2026-03-20') } })).toEqual([])
})

it('lists all sittings of the attempt, and counts the notice to the first', () => {
  const both = { stages: ['theory', 'practice'] as const }
  expect(codes({ ...both })).toEqual(['notice.no-sitting-practice'])
  expect(codes({ ...both, sittings: { theory: sitting('theory', '2026-03-26'), practice: sitting('practice', '2026-03-26', '13:00', '16:00') } })).toEqual([])
  expect(codes({ ...both, sittings: { theory: sitting('theory', '2026-03-20'), practice: sitting('practice', '2026-03-27') } })).toEqual(['notice.too-short'])
  expect(codes({ ...both, sittings: { theory: sitting('theory', '2026-03-27'), practice: sitting('practice', '2026-03-26') } })).toEqual(['notice.practice-before-theory'])
  expect(codes({ ...both, sittings: { theory: sitting('theory', '2026-03-26'), practice: sitting('practice', '2026-03-28') } })).toEqual(['notice.day-off'])
})

it('knows a foreign sitting, a cancelled and a full one', () => {
  expect(codes({ sittings: { theory: sitting('theory', '2026-03-26', '10:00', '12:00', { centreId: 'other' }) } })).toEqual(['notice.other-sitting'])
  expect(codes({ sittings: { theory: sitting('practice', '2026-03-26') } })).toEqual(['notice.other-sitting'])
  expect(codes({ sittings: { theory: sitting('theory', '2026-03-26', '10:00', '12:00', { level: 3 }) } })).toEqual(['notice.other-sitting'])
  expect(codes({ sittings: { theory: sitting('theory', '2026-03-26', '10:00', '12:00', { cancelled: true }) } })).toEqual(['notice.sitting-cancelled'])
  expect(codes({ sittings: { theory: sitting('theory', '2026-03-26', '10:00', '12:00', { freeSeats: 0 }) } })).toEqual(['notice.no-seat'])
})

it('asks for the ground of a new date', () => {
  expect(codes({ replaces: true })).toEqual(['notice.new-date-needs-ground'])
  expect(codes({ replaces: true, ground: 'Power cut in the building' })).toEqual([])
})

it.each<[string, ExamMode, ExamMode, string[]]>([
  ['in the centre for whoever chose the centre', 'offline', 'offline', []], ['on line for whoever chose so', 'online', 'online', []],
  ['not on line for whoever chose the centre', 'online', 'offline', ['notice.other-mode']], ['not in the centre for whoever chose to sit on line', 'offline', 'online', ['notice.other-mode']],
])('the theory is held %s', (_says, held, theory, expected) => {
  expect(codes({ modes: { theory, practice: 'offline' }, sittings: { theory: sitting('theory', '2026-03-26', '10:00', '12:00', { mode: held }) } })).toEqual(expected)
})

it.each<[string, ExamMode, ExamMode]>([
  ['in the centre for whoever is called to the centre for both', 'offline', 'offline'],
  ['in the centre after a theory on line, where it is held there', 'online', 'offline'],
  ['on line for whoever sits both stages so', 'online', 'online'],
])('the practice is held %s', (_says, theory, practice) => {
  const notified = (held: ExamMode) => codes({
    stages: ['theory', 'practice'], modes: { theory, practice },
    sittings: { theory: sitting('theory', '2026-03-26', '10:00', '12:00', { mode: theory }), practice: sitting('practice', '2026-03-26', '13:00', '16:00', { mode: held }) },
  })
  expect([notified('offline'), notified('online')]).toEqual(practice === 'offline' ? [[], ['notice.other-mode']] : [['notice.other-mode'], []])
})
