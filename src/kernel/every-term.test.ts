import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, buildCalendar, type CalendarRow, isWorkingDay } from './calendar.ts'
import { addDays, day, weekday, yearOf } from './day.ts'
import { DEADLINE_IDS, type DeadlineId, dueOn, firstLawfulDay, isLate, noticeBlockers, stopsAct } from './deadline-rule.ts'
import { parseNormEdition } from './norm-edition.ts'
import { deadlineRule, normNumber } from './norms.ts'

// The terms as the first edition of the norms has them, over the calendar that the platform is delivered with.
const norms = parseNormEdition(JSON.parse(readFileSync(new URL('../../norms/2026-01.json', import.meta.url), 'utf8')))
const rows = readFileSync(new URL('../../data/holidays-2024-2027.csv', import.meta.url), 'utf8').trim().split(/\r?\n/).slice(1).map((line): CalendarRow => {
  const [date, , kind] = line.split(',')
  return { date: day(date!), day: kind === 'work' ? 'work' : 'off' }
})
const cal = buildCalendar(rows, { version: 'delivered', source: 'data', years: [2024, 2025, 2026, 2027] })

/** What lies between the event and the last day. For a term in calendar days or a date of the year: on what the last day falls. */
const SITUATIONS = ['plain', 'weekend', 'holiday', 'year-end', 'calendar-end', 'beyond'] as const
type Situation = (typeof SITUATIONS)[number]

/** The last day; 'no-such-year': the calendar does not know the year, and nothing is guessed; 'not-set': no norm sets the term. */
type Expected = string | 'no-such-year' | 'not-set'
type Row = [says: string, id: DeadlineId, situation: Situation, startedOn: string, expected: Expected]

/** The same days for every term of three working days: what differs is the event and who is late. */
function threeDays(id: DeadlineId, event: string, act: string): Row[] {
  return [
    [`${id}: ${event} on a Monday, ${act} until the Thursday`, id, 'plain', '2026-03-02', '2026-03-05'],
    [`${id}: ${event} on a Thursday, ${act} until the Tuesday: Saturday and Sunday do not count`, id, 'weekend', '2026-04-16', '2026-04-21'],
    [`${id}: ${event} on a Saturday, ${act} until the Wednesday, as if it had been the Friday`, id, 'weekend', '2026-04-18', '2026-04-22'],
    [`${id}: ${event} on the eve of Nauryz, ${act} until the third working day after it`, id, 'holiday', '2026-03-20', '2026-03-30'],
    [`${id}: ${event} before the moved days of May 2024, ${act} with the worked Saturday counted`, id, 'holiday', '2024-05-03', '2024-05-10'],
    [`${id}: ${event} on 30 December, ${act} in the new year, its days off left out`, id, 'year-end', '2026-12-30', '2027-01-06'],
    [`${id}: ${event} so that the last day is the last one known, ${act} on it`, id, 'calendar-end', '2027-12-28', '2027-12-31'],
    [`${id}: ${event} a day later, the last day is in a year without calendar and is not guessed`, id, 'beyond', '2027-12-29', 'no-such-year'],
  ]
}
function tenDays(id: DeadlineId, event: string, act: string): Row[] {
  return [
    [`${id}: ${event} on a Monday, ${act} until the Monday two weeks later`, id, 'plain', '2026-04-06', '2026-04-20'],
    [`${id}: ${event} on a Friday, ${act} until the Friday two weeks later`, id, 'weekend', '2026-04-10', '2026-04-24'],
    [`${id}: ${event} before Nauryz, ${act} three working days later than in a plain month`, id, 'holiday', '2026-03-16', '2026-04-02'],
    [`${id}: ${event} on 21 December, ${act} after the new year`, id, 'year-end', '2026-12-21', '2027-01-06'],
    [`${id}: ${event} so that the last day is the last one known, ${act} on it`, id, 'calendar-end', '2027-12-17', '2027-12-31'],
    [`${id}: ${event} on the next working day, the last day is not guessed`, id, 'beyond', '2027-12-20', 'no-such-year'],
  ]
}
function notSet(id: DeadlineId, event: string, act: string): Row[] {
  const days: [Situation, string][] = [['plain', '2026-03-02'], ['weekend', '2026-04-16'], ['holiday', '2026-03-20'], ['year-end', '2026-12-30'], ['calendar-end', '2027-12-28'], ['beyond', '2028-02-28']]
  return days.map(([situation, startedOn]) => [`${id}: ${event} on ${startedOn}, ${act} by no day, for nothing sets one`, id, situation, startedOn, 'not-set'])
}

const TABLE: Row[] = [
  ...threeDays('T1', 'an application registered', 'contract or refusal'),
  ...threeDays('T2', 'a contract concluded', 'the notification sent'),
  ...threeDays('T4', 'the last stage held', 'the decision made'),
  ...threeDays('T5', 'the decision made', 'document or notice given'),
  ['T6: a result delivered on a Sunday, the appeal lodged until the Friday', 'T6', 'plain', '2026-04-12', '2026-04-17'],
  ['T6: a result delivered on a Friday, the appeal lodged until the next Friday', 'T6', 'weekend', '2026-04-03', '2026-04-10'],
  ['T6: a result delivered before the feasts of May, the appeal lodged with both of them left out', 'T6', 'holiday', '2026-04-29', '2026-05-08'],
  ['T6: a result delivered on 30 December, the appeal lodged after New Year and Christmas', 'T6', 'year-end', '2026-12-30', '2027-01-11'],
  ['T6: a result delivered so that the last day is the last one known, the appeal lodged on it', 'T6', 'calendar-end', '2027-12-24', '2027-12-31'],
  ['T6: a result delivered on the Monday after, the last day is not guessed', 'T6', 'beyond', '2027-12-27', 'no-such-year'],
  ['T7: a voucher issued on a Monday ends on a Thursday, the 45th day of the calendar', 'T7', 'plain', '2026-02-23', '2026-04-09'],
  ['T7: a voucher whose 45th day is a Saturday ends on it and is not moved', 'T7', 'weekend', '2026-11-04', '2026-12-19'],
  ['T7: a voucher whose 45th day is Independence Day ends on it and is not moved', 'T7', 'holiday', '2026-11-01', '2026-12-16'],
  ['T7: a voucher issued in December ends in January', 'T7', 'year-end', '2026-12-01', '2027-01-15'],
  ['T7: a voucher that ends on the last day known', 'T7', 'calendar-end', '2027-11-16', '2027-12-31'],
  ['T7: a voucher that ends in February 2028 needs no working calendar', 'T7', 'beyond', '2027-12-31', '2028-02-14'],
  ['T8: in March, voucher applications are filed until 1 November', 'T8', 'plain', '2027-03-04', '2027-11-01'],
  ['T8: in 2026, when 1 November is a Sunday, they are filed until that Sunday', 'T8', 'weekend', '2026-03-05', '2026-11-01'],
  ['T8: asked on a holiday, the day is the same', 'T8', 'holiday', '2026-03-09', '2026-11-01'],
  ['T8: on 31 December the last day of the year has long passed', 'T8', 'year-end', '2026-12-31', '2026-11-01'],
  ['T8: on 1 January it is the one of the new year', 'T8', 'calendar-end', '2027-01-01', '2027-11-01'],
  ['T8: a date of the year needs no working calendar', 'T8', 'beyond', '2028-02-29', '2028-11-01'],
  ['T9: a certificate of 5 March ends on 5 March three years later', 'T9', 'plain', '2026-03-05', '2029-03-05'],
  ['T9: a certificate whose last day is a Saturday ends on it', 'T9', 'weekend', '2026-03-10', '2029-03-10'],
  ['T9: a certificate of Independence Day ends on Independence Day', 'T9', 'holiday', '2024-12-16', '2027-12-16'],
  ['T9: a certificate of 29 February ends on the last day of February', 'T9', 'year-end', '2024-02-29', '2027-02-28'],
  ['T9: a certificate of 31 December ends on the last day known', 'T9', 'calendar-end', '2024-12-31', '2027-12-31'],
  ['T9: a certificate that ends in 2028 needs no working calendar', 'T9', 'beyond', '2025-03-01', '2028-03-01'],
  ...tenDays('T10', 'a recommendation of the National Council', 'the register updated'),
  ['T11: in spring, proposals of the sector bodies come until 1 September', 'T11', 'plain', '2026-03-05', '2026-09-01'],
  ['T11: in 2026, when 1 February is a Sunday, they come until that Sunday', 'T11', 'weekend', '2026-01-15', '2026-02-01'],
  ['T11: asked on a holiday, the day is the same', 'T11', 'holiday', '2026-03-09', '2026-09-01'],
  ['T11: on 31 December both dates of the year have passed', 'T11', 'year-end', '2026-12-31', '2026-09-01'],
  ['T11: on 1 January the first one of the new year is next', 'T11', 'calendar-end', '2027-01-01', '2027-02-01'],
  ['T11: a date of the year needs no working calendar', 'T11', 'beyond', '2028-02-29', '2028-09-01'],
  ...tenDays('T12', 'an appeal lodged', 'the decision on it'),
  ...threeDays('T13', 'a voucher application filed', 'grant or refusal'),
  ...notSet('T14', 'a complaint lodged', 'an answer'),
  ...notSet('T15', 'a contract sent', 'a signature'),
]

describe('every term of the procedure, on its edge days', () => {
  it.each(TABLE)('%s', (_says, id, _situation, startedOn, expected) => {
    const rule = deadlineRule(norms, id)
    if (expected === 'no-such-year') return expect(() => dueOn(rule, day(startedOn), cal)).toThrow('calendar.year-missing')
    const due = dueOn(rule, day(startedOn), cal)
    if (expected === 'not-set') return expect([due, isLate(due, day('2099-12-31')), stopsAct(rule, due, day('2099-12-31'))]).toEqual([undefined, false, false])
    const after = addDays(day(expected), 1)
    const hard = ['T6', 'T7', 'T8'].includes(id)
    // In time on the last day, late on the next one; only a hard stop forbids what is late.
    expect([due, isLate(due, day(expected)), isLate(due, after), stopsAct(rule, due, day(expected)), stopsAct(rule, due, after)]).toEqual([expected, false, true, false, hard])
  })

  it.each<[string, Situation, string, string]>([
    ['T3: sent on a Monday, the procedure is held on a Tuesday at the earliest: ten whole working days lie between', 'plain', '2026-04-06', '2026-04-21'],
    ['T3: sent on a Friday, the procedure is held on a Monday at the earliest', 'weekend', '2026-04-10', '2026-04-27'],
    ['T3: sent before 8 March and Nauryz, the procedure is held after both', 'holiday', '2026-03-05', '2026-03-26'],
    ['T3: sent on 21 December, the procedure is held the day after Christmas at the earliest', 'year-end', '2026-12-21', '2027-01-08'],
    ['T3: sent on Independence Day, the procedure is held on the last day known', 'calendar-end', '2027-12-16', '2027-12-31'],
  ])('%s', (_says, _situation, sentOn, earliest) => {
    const wholeDays = normNumber(norms, 'notice.wholeDays')
    const notice = { sentOn: day(sentOn), wholeDays, reading: 'whole-days-between' as const, calendar: cal }
    const before = addWorkingDays(cal, day(sentOn), wholeDays)
    expect(firstLawfulDay(day(sentOn), wholeDays, notice.reading, cal)).toBe(earliest)
    expect(noticeBlockers({ ...notice, procedureOn: day(earliest) })).toEqual([])
    // The working day before is one too early, and is the first lawful one by the other reading.
    expect(noticeBlockers({ ...notice, procedureOn: before }).map((each) => each.code)).toEqual(['notice.too-short'])
    expect(noticeBlockers({ ...notice, reading: 'nth-day-allowed', procedureOn: before })).toEqual([])
  })

  it('T3: sent a day later, the first lawful day is in a year without calendar and is not guessed', () => {
    expect(() => firstLawfulDay(day('2027-12-17'), normNumber(norms, 'notice.wholeDays'), 'whole-days-between', cal)).toThrow('calendar.year-missing')
  })

  it('the table knows every term in every situation, and its situations are what they say', () => {
    const lacking = DEADLINE_IDS.filter((id) => id !== 'T3').flatMap((id) => SITUATIONS.filter((situation) => !TABLE.some((row) => row[1] === id && row[2] === situation)).map((situation) => `${id} ${situation}`))
    expect(lacking).toEqual([])
    const wrong = TABLE.filter(([, id, situation, from, to]) => {
      if (!/^\d/.test(to) || ['T8', 'T9', 'T11'].includes(id)) return false
      const between = Array.from({ length: 60 }, (_, n) => addDays(day(from), n)).filter((each) => each <= to)
      const off = (weekend: boolean) => between.some((each) => weekday(each) > 5 === weekend && yearOf(each) < 2028 && !isWorkingDay(cal, each))
      return (situation === 'weekend' && !off(true)) || (situation === 'holiday' && !off(false)) || (situation === 'year-end' && yearOf(day(from)) === yearOf(day(to)))
    })
    expect(wrong).toEqual([])
  })
})
