import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plusMs, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import { totpCode } from '#platform/auth/totp.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestServer } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as people from './index.ts'

const MINUTE = 60_000
const PASSWORD = 'жеті қарағай бір бұлақ'
let world: TestWorld
let serial = 700
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

interface Owner { email: string; fresh: string; accountId: Uuid; actor: PersonActor }
async function anOwner(): Promise<Owner> {
  serial++
  const email = `owner-${serial}@example.kz`
  await people.openAccount(world.system(), { iin: makeDemonstrationIin('1991-02-03' as Day, serial).reveal(), surname: 'Оспанова', givenName: 'Әсел', birthOn: '1991-02-03', email, password: PASSWORD, lang: 'kk' })
  const { id: accountId } = await world.db.one<{ id: Uuid }>('select id from account where email = $1', [email])
  return { email, fresh: `fresh-${serial}@example.kz`, accountId, actor: (await people.personActor(world, accountId))! }
}
const nobody = () => world.context(ANONYMOUS, 'kk')
const later = (ms: number): void => world.clock.set(plusMs(world.clock.now(), ms))
const ask = (owner: Owner, email = owner.fresh, { current = PASSWORD, code = '' } = {}) => codesOf(people.askForEmail(world.as(owner.actor), { email, current, code }))
const confirm = (token: string, keepSessionId: string | null = null) => codesOf(people.confirmEmail(nobody(), { token, address: `10.4.${serial}.1`, keepSessionId }))
const signIn = (email: string, password = PASSWORD) => people.signInWithPassword(nobody(), { email, password, address: `10.4.${serial}.2`, device: 'test' })
async function tokenOf(email: string): Promise<string> {
  const { body } = await world.db.one<{ body: string }>("select body from letter where email = $1 and kind = 'email-change' order by created_at desc limit 1", [email])
  return /\/kk\/confirm-email\/([\w-]+)/.exec(body)![1]!
}
const lettersTo = async (email: string) => (await world.db.many<{ kind: string }>("select kind from letter where email = $1 and kind like 'email-%' order by kind", [email])).map((letter) => letter.kind)
const journalOf = async (owner: Owner) => (await world.db.many<{ kind: string; payload: object }>("select kind, payload from journal_entry where chain = $1 and kind like 'email-%' order by seq", [`account:${owner.accountId}`]))
const emailOf = async (owner: Owner) => (await world.db.one<{ email: string }>('select email from account where id = $1', [owner.accountId])).email

describe('the address of one’s own account', () => {
  it('changes when the link sent to the new one is opened, and not before; the former is told twice, and other sign-ins end', async () => {
    const owner = await anOwner()
    const [here, there] = [await signIn(owner.email), await signIn(owner.email)]
    if (here.kind !== 'signed-in' || there.kind !== 'signed-in') throw new Error('not signed in')
    expect(await ask(owner, ` ${owner.fresh.toUpperCase()} `)).toEqual(['done'])
    expect([await emailOf(owner), await lettersTo(owner.email), await lettersTo(owner.fresh)]).toEqual([owner.email, ['email-change-asked'], ['email-change']])
    expect(await people.ownEmail(world.as(owner.actor))).toMatchObject({ email: owner.email, waiting: { email: owner.fresh } })

    const token = await tokenOf(owner.fresh)
    expect(await people.isEmailChangeAlive(nobody(), token)).toBe(true)
    expect(await emailOf(owner)).toBe(owner.email)
    const session = (await people.sessionOfToken(nobody(), here.token))!
    expect(await confirm(token, session.id)).toEqual(['done'])
    expect(await people.resolveSession(nobody(), here.token)).toMatchObject({ actor: { email: owner.fresh } })
    expect(await people.resolveSession(nobody(), there.token)).toBeUndefined()
    expect([(await signIn(owner.email)).kind, (await signIn(owner.fresh)).kind]).toEqual(['refused', 'signed-in'])
    expect([await lettersTo(owner.email), await lettersTo(owner.fresh)]).toEqual([['email-change-asked', 'email-changed'], ['email-change']])
    // The timeline tells both and neither address.
    expect(await journalOf(owner)).toEqual([{ kind: 'email-change-asked', payload: {} }, { kind: 'email-changed', payload: {} }])
    expect(await world.db.one('select email, used_at is not null as used from email_change where account_id = $1', [owner.accountId])).toEqual({ email: null, used: true })
    expect((await people.ownEmail(world.as(owner.actor))).waiting).toBeUndefined()
  })

  it('is changed by a link once, within half an hour, and by the last one sent', async () => {
    const owner = await anOwner()
    await ask(owner, `mistyped-${serial}@example.kz`)
    const first = await tokenOf(`mistyped-${serial}@example.kz`)
    await ask(owner)
    const second = await tokenOf(owner.fresh)
    expect(await confirm(first)).toEqual(['email-change.dead'])
    later(31 * MINUTE)
    expect([await people.isEmailChangeAlive(nobody(), second), await confirm(second), await emailOf(owner)]).toEqual([false, ['email-change.dead'], owner.email])
    await ask(owner)
    const third = await tokenOf(owner.fresh)
    expect([await confirm(third), await confirm(third), await confirm('made-up')]).toEqual([['done'], ['email-change.dead'], ['email-change.dead']])
    expect(await lettersTo(owner.email)).toEqual(['email-change-asked', 'email-change-asked', 'email-change-asked', 'email-changed'])
  })

  it('is asked for with the present password and with an address that is one', async () => {
    const owner = await anOwner()
    expect(await ask(owner, 'nowhere')).toEqual(['account.email-wrong'])
    expect(await ask(owner, owner.email.toUpperCase())).toEqual(['account.email-same'])
    expect(await ask(owner, owner.fresh, { current: 'әлдебір құпиясөз' })).toEqual(['password.current-wrong'])
    expect([await lettersTo(owner.email), await lettersTo(owner.fresh), await journalOf(owner)]).toEqual([[], [], []])
    await expect(people.askForEmail(nobody(), { email: owner.fresh, current: PASSWORD, code: '' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is asked for with the second factor where it is on; a code works once, and the same form pressed twice is one request', async () => {
    const owner = await anOwner()
    await people.beginSecondFactor(world.as(owner.actor))
    const begun = await people.secondFactorOf(world.as(owner.actor))
    if (begun.state !== 'begun') throw new Error(begun.state)
    const codeNow = () => totpCode(begun.secret, Math.floor(Date.parse(world.clock.now()) / 30_000))
    const recovery = await people.confirmSecondFactor(world.as(owner.actor), codeNow())
    expect(await ask(owner)).toEqual(['factor.code-wrong'])
    later(MINUTE)
    const code = codeNow()
    const pressed = { ...world.as(owner.actor), requestKey: { key: `pressed-${serial}`, hash: Buffer.from('same') } }
    const form = { email: owner.fresh, current: PASSWORD, code }
    await people.askForEmail(pressed, form)
    await people.askForEmail(pressed, form)
    expect([await lettersTo(owner.email), await lettersTo(owner.fresh)]).toEqual([['email-change-asked'], ['email-change']])
    expect(await ask(owner, owner.fresh, { code })).toEqual(['factor.code-wrong'])
    expect(await ask(owner, owner.fresh, { code: recovery[0]! })).toEqual(['done'])
    later(61 * MINUTE)
    expect(await ask(owner, owner.fresh, { code: recovery[0]! })).toEqual(['factor.code-wrong'])
  })

  it('of another account is asked for in the same words: its owner is written to, and no link exists', async () => {
    const [owner, other, free] = [await anOwner(), await anOwner(), await anOwner()]
    expect([await ask(owner, other.email), await ask(free)]).toEqual([['done'], ['done']])
    const shape = async (who: Owner) => [Object.keys((await people.ownEmail(world.as(who.actor))).waiting!), await lettersTo(who.email), await journalOf(who)]
    expect(await shape(owner)).toEqual(await shape(free))
    expect(await lettersTo(other.email)).toEqual(['email-taken'])
    expect((await world.db.many("select 1 from letter where email = $1 and body like '%confirm-email%'", [other.email])).length).toBe(0)
    // Nor does a closed account lend its address.
    await world.db.run('update account set closed_at = now() where id = $1', [other.accountId])
    expect([await ask(owner, other.email), await lettersTo(other.email)]).toEqual([['done'], ['email-taken']])
  })

  it('stays when somebody opened an account with the new one meanwhile', async () => {
    const owner = await anOwner()
    await ask(owner)
    await people.openAccount(world.system(), { iin: makeDemonstrationIin('1990-02-03' as Day, 690).reveal(), surname: 'Бөтен', givenName: 'Адам', birthOn: '1990-02-03', email: owner.fresh, password: PASSWORD, lang: 'ru' })
    expect([await confirm(await tokenOf(owner.fresh)), await emailOf(owner), await lettersTo(owner.email)]).toEqual([['email-change.taken'], owner.email, ['email-change-asked']])
  })

  it('stays when a new password was set after the letter, or the account was closed', async () => {
    const [owner, closed] = [await anOwner(), await anOwner()]
    await ask(owner)
    await people.changePassword(world.as(owner.actor), { current: PASSWORD, fresh: 'көк аспанда ақ бұлт', keepSessionId: null })
    expect(await confirm(await tokenOf(owner.fresh))).toEqual(['email-change.dead'])
    await ask(closed)
    await world.db.run('update account set closed_at = now() where id = $1', [closed.accountId])
    expect([await confirm(await tokenOf(closed.fresh)), await emailOf(closed)]).toEqual([['email-change.dead'], closed.email])
  })

  it('cannot be asked for without end, nor can a stranger’s mailbox be filled from many accounts', async () => {
    const owner = await anOwner()
    for (let round = 0; round < 5; round++) expect(await ask(owner, `round-${round}-${serial}@example.kz`)).toEqual(['done'])
    expect(await ask(owner)).toEqual(['rate.too-many'])
    for (let round = 0; round < 4; round++) expect(await ask(await anOwner(), 'mailbox-of-a-stranger@example.kz')).toEqual(['done'])
    expect(await lettersTo('mailbox-of-a-stranger@example.kz')).toEqual(['email-change', 'email-change', 'email-change'])
    for (let round = 0; round < 20; round++) await codesOf(people.confirmEmail(nobody(), { token: 'guess', address: '192.0.2.9', keepSessionId: null }))
    expect(await codesOf(people.confirmEmail(nobody(), { token: 'guess', address: '192.0.2.9', keepSessionId: null }))).toEqual(['rate.too-many'])
  })

  it('is asked for on a page of one’s own and confirmed where nobody is signed in, by a press and not by a look', async () => {
    const { app } = await openTestServer(world)
    const owner = await anOwner()
    const [own, stranger] = [await aVisitor(world, app, owner.actor), await aVisitor(world, app)]
    for (const body of await inAllLanguages(own, '/account/security')) expect(body).toContain('/account/security/email"')
    for (const body of await inAllLanguages(own, '/account/security/email')) expect([body.includes('name="email"'), body.includes('name="oneTimeCode"')]).toEqual([true, false])
    const path = '/kk/account/security/email'
    const wrong = await own.send(path, { email: 'nowhere', currentPassword: PASSWORD })
    expect([wrong.statusCode, wrong.body.includes('href="#f-email"'), wrong.body.includes(PASSWORD)]).toEqual([422, true, false])
    const unproven = await own.send(path, { email: owner.fresh, currentPassword: 'әлдебір құпиясөз' })
    expect([unproven.statusCode, unproven.body.includes('href="#f-currentPassword"')]).toEqual([422, true])
    expect((await app.inject({ method: 'POST', url: path, headers: { cookie: own.cookie(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ email: owner.fresh, currentPassword: PASSWORD }).toString() })).statusCode).toBe(403)
    expect((await own.send(path, { email: owner.fresh, currentPassword: PASSWORD })).headers.location).toBe(path)
    expect(await own.get(path)).toContain(owner.fresh)

    const link = `/confirm-email/${await tokenOf(owner.fresh)}`
    for (const body of await inAllLanguages(stranger, link)) expect([body.includes('<button'), body.includes(owner.fresh), body.includes(owner.email)]).toEqual([true, false, false])
    expect(await emailOf(owner)).toBe(owner.email)
    expect((await stranger.send(`/ru${link}`, {})).headers.location).toBe('/ru/sign-in')
    expect(await emailOf(owner)).toBe(owner.fresh)
    for (const body of await inAllLanguages(stranger, link)) expect(body).toContain('/account/security/email"')
    // The browser it was asked in is signed out: the link was opened elsewhere.
    expect((await app.inject({ url: path, headers: { cookie: own.cookie() } })).statusCode).toBe(303)
    await app.close()
  })

  it('confirmed in the browser that is signed in keeps that sign-in', async () => {
    const { app } = await openTestServer(world)
    const owner = await anOwner()
    const own = await aVisitor(world, app, owner.actor)
    await own.send('/ru/account/security/email', { email: owner.fresh, currentPassword: PASSWORD })
    expect((await own.send(`/ru/confirm-email/${await tokenOf(owner.fresh)}`, {})).headers.location).toBe('/ru/account/security')
    expect(await own.get('/ru/account/security')).toContain(owner.fresh)
    await app.close()
  })
})
