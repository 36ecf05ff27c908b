import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { readCentre } from '#modules/register/index.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../../test/support/world.ts'
import { addHoursException, changeCentreContacts, getCentre, readContactsHistory, readHours, setHours, withdrawHoursException } from '../index.ts'
import { contactBlockers, isPhone, isSite, type Contacts } from './domain/contacts.ts'
import { exceptionBlockers, openOn, weekBlockers, weekOn, weekRuns, type HoursException, type OpenDay, type Week } from './domain/hours.ts'

const open = (weekday: number, opens = '09:00', closes = '18:00', breakFrom: string | null = null, breakUntil: string | null = null): OpenDay => ({ weekday, opens, closes, breakFrom, breakUntil })
const codesOf = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code.split('.')[1])

describe('how a centre can be reached', () => {
  it.each(['+7 700 000 00 00', '+77000000000', '8 (7172) 00-00-00'])('may be by the telephone %s', (phone) => expect(isPhone(phone)).toBe(true))
  it.each(['', '000', '+7 700', '+7 700 000 00 00 ext 5', '7000000000000000', 'call us', '+7 700 000 00 0о'])('is not by “%s”', (phone) => expect(isPhone(phone)).toBe(false))
  it.each(['https://ortalyq.example', 'https://www.ortalyq.example/kk?a=1'])('may have the site %s', (site) => expect(isSite(site)).toBe(true))
  it.each(['http://ortalyq.example', 'ortalyq.example', 'https://localhost', 'https://u:p@ortalyq.example', 'javascript:alert(1)', 'https://'])('does not have the site %s', (site) => expect(isSite(site)).toBe(false))

  const right: Contacts = { phone: '+7 700 000 00 00', email: 'ortalyq@example.kz', site: '' }
  it.each<[string, Partial<Contacts>, string[]]>([
    ['by telephone and e-mail is enough', {}, []],
    ['always has a telephone', { phone: '' }, ['phone-wrong']],
    ['always has an e-mail', { email: '' }, ['email-wrong']],
    ['has a whole e-mail', { email: 'ortalyq@example' }, ['email-wrong']],
    ['says all that is wrong at once', { phone: 'x', email: 'x', site: 'x' }, ['phone-wrong', 'email-wrong', 'site-wrong']],
  ])('%s', (_says, change, codes) => expect(codesOf(contactBlockers({ ...right, ...change }))).toEqual(codes))
})

describe('the hours of a centre', () => {
  const today = day('2026-03-02')
  it.each<[string, Week, string, string[]]>([
    ['may hold from today', [open(1)], '2026-03-02', []],
    ['do not hold from yesterday', [open(1)], '2026-03-01', ['day-past']],
    ['have a day', [], '2026-03-02', ['no-day']],
    ['end after they begin', [open(1, '09:00', '09:00')], '2026-03-02', ['end-before-start']],
    ['do not pass midnight', [open(1, '18:00', '02:00')], '2026-03-02', ['end-before-start']],
    ['are times of a clock', [open(1, '9', '25:00')], '2026-03-02', ['time-wrong', 'time-wrong']],
    ['may have a break', [open(1, '09:00', '18:00', '13:00', '14:00')], '2026-03-02', []],
    ['have a whole break', [open(1, '09:00', '18:00', '13:00', null)], '2026-03-02', ['time-wrong']],
    ['have a break that ends after it begins', [open(1, '09:00', '18:00', '14:00', '13:00')], '2026-03-02', ['break-outside']],
    ['have no break at their beginning', [open(1, '09:00', '18:00', '09:00', '10:00')], '2026-03-02', ['break-outside']],
    ['have no break at their end', [open(1, '09:00', '18:00', '17:00', '18:00')], '2026-03-02', ['break-outside']],
  ])('%s', (_says, week, from, codes) => expect(codesOf(weekBlockers({ week, from: day(from) }, today))).toEqual(codes))

  const closed: HoursException = { onDay: day('2026-03-09'), opens: null, closes: null, noteKk: 'Мереке', noteRu: 'Праздник' }
  it.each<[string, Partial<HoursException>, string[]]>([
    ['may be closed on a day', {}, []],
    ['may differ today', { onDay: today }, []],
    ['do not differ yesterday', { onDay: day('2026-03-01') }, ['exception-past']],
    ['differ once on one day', { onDay: day('2026-03-20') }, ['exception-taken']],
    ['may be others on a day', { opens: '10:00', closes: '13:00' }, []],
    ['have both ends on a day', { opens: '10:00' }, ['exception-time-wrong']],
    ['end after they begin on a day', { opens: '13:00', closes: '10:00' }, ['exception-end-before-start']],
    ['say why in both languages', { noteRu: '' }, ['note-missing']],
  ])('%s', (_says, change, codes) => expect(codesOf(exceptionBlockers({ ...closed, ...change }, today, [day('2026-03-20')]))).toEqual(codes))

  it('are those of the newest week that has begun, but for the days that differ', () => {
    const editions = [{ inForceFrom: day('2026-03-10'), week: [open(2)] }, { inForceFrom: day('2026-01-01'), week: [open(1)] }]
    expect([weekOn(editions, day('2025-12-31')), weekOn(editions, day('2026-03-09'))?.week, weekOn(editions, day('2026-03-10'))?.week]).toEqual([undefined, [open(1)], [open(2)]])
    expect([openOn([open(1)], [], day('2026-03-02')), openOn([open(1)], [], day('2026-03-03')), openOn([open(1)], [closed], day('2026-03-09'))]).toEqual([{ opens: '09:00', closes: '18:00' }, null, null])
  })

  it('are written as on a door', () => {
    expect(weekRuns([open(3), open(1), open(2), open(5), open(6, '10:00', '14:00')]).map((run) => [run.from, run.until])).toEqual([[1, 3], [5, 5], [6, 6]])
  })
})

describe('contacts and hours of a centre', () => {
  let world: TestWorld
  let centre: CentreMade
  let head: Ctx
  let clerk: Ctx
  const contacts = { phone: '+7 701 000 00 00', email: 'Jana@example.kz', site: 'https://ortalyq.example' }

  beforeAll(async () => {
    world = await openTestWorld()
  })
  beforeEach(async () => {
    world.at('2026-03-02 10:00')
    centre = await world.aCentre()
    head = world.as(await world.aStaffMember(centre.id, ['centre-head']))
    clerk = world.as(await world.aStaffMember(centre.id, ['centre-operator']))
  })
  afterAll(() => world.drop())

  it('change at once, and what was before is kept', async () => {
    await changeCentreContacts(head, { ...contacts, centreId: centre.id })
    expect(await getCentre(world.db, centre.id)).toMatchObject({ phone: '+7 701 000 00 00', email: 'jana@example.kz', site: 'https://ortalyq.example' })
    world.at('2026-03-03 10:00')
    await changeCentreContacts(head, { ...contacts, phone: '+7 702 000 00 00', centreId: centre.id })
    const history = await readContactsHistory(clerk, centre.id)
    expect(history.map((row) => [row.phone, row.inForceAt, row.by !== undefined])).toEqual([
      ['+7 702 000 00 00', '2026-03-03T05:00:00.000Z', true], ['+7 701 000 00 00', '2026-03-02T05:00:00.000Z', true], ['+7 700 000 00 00', null, false]])
    await expect(changeCentreContacts(head, { ...contacts, phone: '+7 702 000 00 00', centreId: centre.id })).rejects.toMatchObject({ code: 'contacts.unchanged' })
  })

  it('are changed by the head of this centre and nobody else, once however often the form is sent', async () => {
    const elsewhere = await world.aCentre()
    const strangers = [clerk, world.as(await world.aStaffMember(elsewhere.id, ['centre-head'])), world.as(await world.aPerson())]
    for (const stranger of strangers) {
      await expect(changeCentreContacts(stranger, { ...contacts, centreId: centre.id })).rejects.toMatchObject({ code: 'not-found' })
      await expect(setHours(stranger, { centreId: centre.id, from: day('2026-03-02'), week: [open(1)] })).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(readHours(strangers[1]!, centre.id)).rejects.toMatchObject({ code: 'not-found' })
    const twice = world.as(await world.aStaffMember(centre.id, ['centre-head']), `contacts-${centre.serial}`)
    await changeCentreContacts(twice, { ...contacts, centreId: centre.id })
    await changeCentreContacts(twice, { ...contacts, centreId: centre.id })
    expect(await readContactsHistory(head, centre.id)).toHaveLength(2)
    expect((await world.db.one<{ n: number }>("select count(*)::int as n from journal_entry where chain = $1 and kind = 'contacts-changed'", [`centre:${centre.id}`])).n).toBe(1)
  })

  it('stand on the public page: the week in force, and a near day that differs', async () => {
    const seen = async () => (await readCentre(world.system(), { id: centre.id })).centre
    expect((await seen()).hours.ru).toBe('9:00–18:00')
    await setHours(head, { centreId: centre.id, from: day('2026-03-02'), week: [open(1), open(2), open(6, '10:00', '14:00')] })
    await setHours(head, { centreId: centre.id, from: day('2026-03-10'), week: [open(1, '08:00', '17:00', '12:00', '13:00')] })
    await addHoursException(head, { centreId: centre.id, onDay: day('2026-03-09'), opens: null, closes: null, noteKk: 'Мереке', noteRu: 'Праздник' })
    expect((await seen()).hours).toEqual({ kk: 'дс–сс 09:00–18:00; сб 10:00–14:00; 2026 ж. 9 наурыз – жабық (Мереке)', ru: 'пн–вт 09:00–18:00; сб 10:00–14:00; 9 марта 2026 года – закрыто (Праздник)', en: 'Mon–Tue 09:00–18:00; Sat 10:00–14:00; 9 March 2026 – closed' })
    world.at('2026-03-10 00:00')
    expect((await seen()).hours.ru).toBe('пн 08:00–17:00, перерыв 12:00–13:00')
    expect((await readHours(clerk, centre.id)).editions.map((each) => each.state)).toEqual(['in-force', 'past'])
  })

  it('are written over only before they begin, and even then both stay', async () => {
    await setHours(head, { centreId: centre.id, from: day('2026-03-10'), week: [open(1)] })
    world.at('2026-03-02 11:00')
    await setHours(head, { centreId: centre.id, from: day('2026-03-10'), week: [open(2)] })
    expect((await readHours(head, centre.id)).editions.map((each) => [each.state, each.week[0]!.weekday])).toEqual([['coming', 2], ['replaced', 1]])
  })

  it('have days that differ, taken back while they have not passed', async () => {
    const exception = { centreId: centre.id, onDay: day('2026-03-05'), opens: '10:00', closes: '12:00', noteKk: 'Оқу', noteRu: 'Учёба' }
    await addHoursException(head, exception)
    await expect(addHoursException(head, exception)).rejects.toMatchObject({ code: 'hours.exception-wrong', blockers: [{ code: 'hours.exception-taken' }] })
    const [row] = (await readHours(head, centre.id)).exceptions
    await withdrawHoursException(head, { centreId: centre.id, id: row!.id })
    await addHoursException(head, exception)
    const standing = (await readHours(head, centre.id)).exceptions.find((each) => each.withdrawnAt === null)
    world.at('2026-03-06 09:00')
    await expect(withdrawHoursException(head, { centreId: centre.id, id: standing!.id })).rejects.toMatchObject({ code: 'not-found' })
  })
})
