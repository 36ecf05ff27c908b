import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()
const deviceOf = (answer: { cookies: { name: string }[] }) => answer.cookies.find((each) => each.name === 'tanu-device') as { value: string; maxAge?: number; httpOnly?: boolean; sameSite?: string } | undefined

describe('the number of a device', () => {
  it('is given to who opens an account, not to who reads; it is kept as long as its note, and no script reads it', async () => {
    const read = await app.inject({ url: '/kk/register' })
    expect(deviceOf(read)).toBeUndefined()
    const visit = read.cookies.map((each) => `${each.name}=${each.value}`).join('; ')
    const csrf = /name="csrf" value="([^"]+)"/.exec(read.body)![1]!
    const open = (serial: number, cookie: string) => app.inject({ method: 'POST', url: '/kk/register', headers: { cookie, origin: world.publicUrl, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({
      csrf, surname: 'Оспан', givenName: 'Дәурен', iin: makeDemonstrationIin('1991-02-03' as Day, serial).reveal(), 'birthOn-day': '3', 'birthOn-month': '2', 'birthOn-year': '1991', phone: '+7 701 123 45 67', email: `device-${serial}@example.kz`, newPassword: 'жеті қарағай бір бұлақ',
    }).toString() })
    const first = await open(901, visit)
    expect([first.statusCode, first.headers.location]).toEqual([303, '/kk/register/sent'])
    const given = deviceOf(first)!
    expect([given.value.length, given.maxAge, given.httpOnly, given.sameSite]).toEqual([22, 365 * 86_400, true, 'Lax'])
    // The next account from the same browser bears the same number.
    expect(deviceOf(await open(902, `${visit}; tanu-device=${given.value}`))!.value).toBe(given.value)
    expect(deviceOf(await open(903, `${visit}; tanu-device=forged`))!.value).not.toBe('forged')
    const shared = await world.db.begin((t) => t.many<{ n: number }>('select count(*)::integer as n from device_use group by device order by 1'), { 'tanu.scope': 'system', 'tanu.account_id': '', 'tanu.centre_ids': '{}' })
    expect(shared.map((each) => each.n)).toEqual([1, 2])
  })

  it('is told of on the page of personal data, in three languages', async () => {
    for (const [lang, words] of [['kk', '365 күнтізбелік күн'], ['ru', '365 календарных дней'], ['en', '365 calendar days']]) {
      const page = await app.inject({ url: `/${lang}/privacy` })
      expect([page.statusCode, page.body.includes(words!)]).toEqual([200, true])
    }
  })

  it('of a common computer is marked and unmarked at the desk of a centre', async () => {
    const visitor = await aVisitor(world, app, await world.aStaffMember((await world.aCentre()).id, ['centre-head']))
    await inAllLanguages(visitor, '/centre/computers')
    expect((await visitor.send('/kk/centre/computers', { name: '' })).statusCode).toBe(422)
    const marked = await visitor.send('/kk/centre/computers', { name: 'Зал' })
    expect([marked.statusCode, deviceOf(marked)!.value.length]).toEqual([303, 22])
    const [id] = [...(await visitor.get('/kk/centre/computers')).matchAll(/name="unmark" value="([^"]+)"/g)].map((match) => match[1]!)
    expect((await visitor.send('/kk/centre/computers', { unmark: id! })).statusCode).toBe(303)
    expect(await visitor.get('/kk/centre/computers')).not.toContain('name="unmark"')
  })
})
