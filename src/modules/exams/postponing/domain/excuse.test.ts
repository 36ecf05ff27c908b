import { describe, expect, it } from 'vitest'
import { buildCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import { excuseBlockers, type ExcuseFacts } from './excuse.ts'

const OFF = ['2026-03-23', '2026-03-24', '2026-03-25'].map((date) => ({ date, day: 'off' as const, kind: 'holiday', status: 'official' }))
const calendar = buildCalendar(OFF as never, { version: 'test', source: 'test', years: [2026] })
const asked = { ground: 'illness', paper: '№ 7, 26.03.2026', note: '' }
const codes = (change: Partial<ExcuseFacts> = {}, said: Partial<typeof asked> = {}) =>
  excuseBlockers({ ...asked, ...said }, { missedOn: '2026-03-26' as Day, undecided: true, today: '2026-03-26' as Day, calendar, withinDays: 3, ...change }).map((each) => each.code)

describe('an absence is excused', () => {
  it.each([
    ['on the day itself', '2026-03-26', []],
    ['on the third working day after it', '2026-03-31', []],
    ['not on the fourth', '2026-04-01', ['excuse.too-late']],
  ])('%s', (_what, today, found) => expect(codes({ today: today as Day })).toEqual(found))
  it.each([
    ['where none is recorded', { missedOn: undefined }, {}, ['excuse.nobody-missed']],
    ['after the panel has decided', { undecided: false }, {}, ['excuse.decided']],
    ['without a paper', {}, { paper: '' }, ['excuse.paper-missing']],
    ['without a ground of the list', {}, { ground: 'forgot' }, ['excuse.ground-missing']],
    ['for another reason that is not said', {}, { ground: 'other' }, ['excuse.note-missing']],
    ['with a whole story', {}, { note: 'x'.repeat(1001) }, ['postponement.note-too-long']],
  ])('not %s', (_what, change, said, found) => expect(codes(change, said)).toEqual(found))
})
