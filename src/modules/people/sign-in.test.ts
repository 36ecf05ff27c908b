import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plusMs, type Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { Day } from '#kernel/day.ts'
import { totpCode } from '#platform/auth/totp.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as people from './index.ts'

const MINUTE = 60_000
const PASSWORD = 'жеті қарағай бір бұлақ'
let world: TestWorld
let serial = 500

beforeAll(async () => { world = await openTestWorld() })
afterAll(async () => { await world.drop() })

async function anAccount(): Promise<{ email: string; accountId: Uuid }> {
  serial++
  const email = `sign-in-${serial}@example.kz`
  await people.openAccount(world.system(), {
    iin: makeDemonstrationIin('1991-02-03' as Day, serial).reveal(), surname: 'Оспанова', givenName: 'Әсел', birthOn: '1991-02-03', email, password: PASSWORD, lang: 'kk',
  })
  const { id } = await world.db.one<{ id: Uuid }>('select id from account where email = $1', [email])
  return { email, accountId: id }
}
const from = (email: string, password = PASSWORD) => ({ email, password, address: `10.0.${serial}.1`, device: 'Firefox on Linux' })
const nobody = () => world.context({ kind: 'anonymous' }, 'kk')
const later = (ms: number): Moment => { const at = plusMs(world.clock.now(), ms); world.clock.set(at); return at }

async function signedIn(email: string): Promise<string> {
  const answer = await people.signInWithPassword(nobody(), from(email))
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  return answer.token
}

describe('sign-in with a password', () => {
  it('opens with the right password and answers the same for a wrong one and for an unknown address', async () => {
    const { email } = await anAccount()
    expect((await people.signInWithPassword(nobody(), from(email))).kind).toBe('signed-in')
    expect(await people.signInWithPassword(nobody(), from(email, 'а бұл басқа құпиясөз'))).toEqual(await people.signInWithPassword(nobody(), from('nobody@example.kz')))
  })

  it('spends the same work on an unknown address as on a wrong password', async () => {
    const { email } = await anAccount()
    const spent = async (address: string): Promise<number> => {
      const began = process.cpuUsage()
      for (let round = 0; round < 4; round++) await people.signInWithPassword(nobody(), { ...from(address, 'wrong wrong wrong'), email: round % 2 ? address.toUpperCase() : address })
      const { user } = process.cpuUsage(began)
      return user
    }
    await spent(email)
    const [known, unknown] = [await spent(email), await spent('nobody-at-all@example.kz')]
    expect(unknown).toBeGreaterThan(known / 3)
    expect(known).toBeGreaterThan(unknown / 3)
  })

  it('refuses the eleventh try on one account whatever address it comes from, and again lets in after the window', async () => {
    const { email } = await anAccount()
    for (let round = 0; round < 10; round++) await people.signInWithPassword(nobody(), { ...from(email, 'wrong wrong wrong'), address: `172.16.0.${round}` })
    await expect(people.signInWithPassword(nobody(), { ...from(email), address: '172.16.1.1' })).rejects.toMatchObject({ code: 'rate.too-many' })
    later(16 * MINUTE)
    expect((await people.signInWithPassword(nobody(), from(email))).kind).toBe('signed-in')
  })

  it('refuses the sixty-first try from one address', async () => {
    for (let round = 0; round < 60; round++) await people.signInWithPassword(nobody(), { ...from(`stuffing-${round}@example.kz`, 'x'), address: '192.0.2.7' })
    await expect(people.signInWithPassword(nobody(), { ...from('one-more@example.kz'), address: '192.0.2.7' })).rejects.toMatchObject({ code: 'rate.too-many' })
  })

  it('keeps only the digest of a token, and writes the sign-in into the journal of the account', async () => {
    const { email, accountId } = await anAccount()
    const token = await signedIn(email)
    const stored = await world.db.many<{ text: string }>("select encode(token_hash, 'base64') || coalesce(device, '') as text from sign_in_session where account_id = $1", [accountId])
    expect(stored.some((row) => row.text.includes(token))).toBe(false)
    const kinds = await world.db.many<{ kind: string }>('select kind from journal_entry where chain = $1 order by seq', [`account:${accountId}`])
    expect(kinds.map((row) => row.kind)).toEqual(['account-opened', 'signed-in'])
  })
})

describe('a sign-in', () => {
  it('ends after half an hour without a request', async () => {
    const { email } = await anAccount()
    const token = await signedIn(email)
    later(29 * MINUTE)
    const rotated = (await people.resolveSession(nobody(), token))!.token!
    later(29 * MINUTE)
    expect(await people.resolveSession(nobody(), rotated)).toBeDefined()
    later(31 * MINUTE)
    expect(await people.resolveSession(nobody(), rotated)).toBeUndefined()
  })

  it('ends after twelve hours however busy', async () => {
    const { email } = await anAccount()
    let token = await signedIn(email)
    for (let quarter = 0; quarter < 47; quarter++) {
      later(15 * MINUTE)
      const session = await people.resolveSession(nobody(), token)
      expect(session).toBeDefined()
      token = session!.token ?? token
    }
    later(16 * MINUTE)
    expect(await people.resolveSession(nobody(), token)).toBeUndefined()
  })

  it('changes its token every quarter of an hour, and two tabs at once both stay signed in', async () => {
    const { email } = await anAccount()
    const token = await signedIn(email)
    later(16 * MINUTE)
    const [one, two] = await Promise.all([people.resolveSession(nobody(), token), people.resolveSession(nobody(), token)])
    expect([one, two].every(Boolean)).toBe(true)
    expect([one?.token, two?.token].filter(Boolean)).toHaveLength(1)
    const fresh = (one?.token ?? two?.token)!
    expect(await people.resolveSession(nobody(), fresh)).toBeDefined()
    later(3 * MINUTE)
    expect(await people.resolveSession(nobody(), token)).toBeUndefined()
    expect(await people.resolveSession(nobody(), fresh)).toBeDefined()
  })

  it('ends everywhere else when its owner says so', async () => {
    const { email } = await anAccount()
    const [here, there] = [await signedIn(email), await signedIn(email)]
    const session = (await people.resolveSession(nobody(), here))!
    expect(await people.signOutEverywhere(world.as(session.actor), session.sessionId)).toBe(1)
    expect(await people.resolveSession(nobody(), there)).toBeUndefined()
    expect(await people.resolveSession(nobody(), here)).toBeDefined()
    await people.signOut(world.as(session.actor), session.sessionId)
    expect(await people.resolveSession(nobody(), here)).toBeUndefined()
  })

  it('cannot be ended by somebody else', async () => {
    const [mine, other] = [await anAccount(), await anAccount()]
    const session = (await people.resolveSession(nobody(), await signedIn(mine.email)))!
    const stranger = (await people.resolveSession(nobody(), await signedIn(other.email)))!
    const token = await signedIn(mine.email)
    await people.signOut(world.as(stranger.actor), session.sessionId)
    expect(await people.resolveSession(nobody(), token)).toBeDefined()
  })

  it('carries a new role from the next request on, and loses it as fast', async () => {
    const { email, accountId } = await anAccount()
    const token = await signedIn(email)
    const { id: organisationId } = await world.aCentre()
    const grant = await people.grantRole(world.system(), { accountId, role: 'centre-operator', organisationId })
    expect((await people.resolveSession(nobody(), token))?.actor.roles).toEqual([{ role: 'centre-operator', organisationId }])
    await people.revokeRole(world.system(), grant)
    expect((await people.resolveSession(nobody(), token))?.actor.roles).toEqual([])
  })
})

describe('the password', () => {
  it('is refused when shorter than fifteen characters without a second factor', async () => {
    await expect(people.openAccount(world.system(), {
      iin: makeDemonstrationIin('1991-02-03' as Day, 990).reveal(), surname: 'Оспанова', givenName: 'Әсел', birthOn: '1991-02-03', email: 'short@example.kz', password: 'он төрт таңба!', lang: 'kk',
    })).rejects.toMatchObject({ blockers: [{ code: 'password.too-short', data: { least: 15 } }] })
  })

  it('is changed only with the present one; other sign-ins end and the owner gets a letter', async () => {
    const { email, accountId } = await anAccount()
    const [here, there] = [await signedIn(email), await signedIn(email)]
    const session = (await people.resolveSession(nobody(), here))!
    const change = (current: string) => people.changePassword(world.as(session.actor), { current, fresh: 'көк аспанда ақ бұлт', keepSessionId: session.sessionId })
    await expect(change('әлдебір құпиясөз')).rejects.toMatchObject({ code: 'password.current-wrong' })
    await change(PASSWORD)
    expect(await people.resolveSession(nobody(), there)).toBeUndefined()
    expect(await people.resolveSession(nobody(), here)).toBeDefined()
    expect((await people.signInWithPassword(nobody(), from(email))).kind).toBe('refused')
    expect((await world.db.many('select 1 from letter where account_id = $1 and kind = $2', [accountId, 'password-changed'])).length).toBe(1)
  })

  it('is reset by a link that works once and for half an hour, and ends every sign-in', async () => {
    const { email, accountId } = await anAccount()
    const token = await signedIn(email)
    await people.requestPasswordReset(nobody(), { email, address: '10.9.9.1' })
    const { body } = await world.db.one<{ body: string }>("select body from letter where account_id = $1 and kind = 'password-reset'", [accountId])
    const link = /reset-password\/([\w-]+)/.exec(body)![1]!
    expect(await people.isResetAlive(nobody(), link)).toBe(true)
    await people.resetPassword(nobody(), { token: link, fresh: 'таңғы шық, кешкі самал', address: '10.9.9.1' })
    expect(await people.resolveSession(nobody(), token)).toBeUndefined()
    await expect(people.resetPassword(nobody(), { token: link, fresh: 'таңғы шық, кешкі жел', address: '10.9.9.1' })).rejects.toMatchObject({ code: 'reset.dead' })
    expect((await people.signInWithPassword(nobody(), from(email, 'таңғы шық, кешкі самал'))).kind).toBe('signed-in')
    await people.requestPasswordReset(nobody(), { email, address: '10.9.9.2' })
    const next = await world.db.one<{ body: string }>("select body from letter where account_id = $1 and kind = 'password-reset' order by id desc limit 1", [accountId])
    later(31 * MINUTE)
    expect(await people.isResetAlive(nobody(), /reset-password\/([\w-]+)/.exec(next.body)![1]!)).toBe(false)
  })

  it('reset for an address without an account sends nothing and says nothing', async () => {
    const before = await world.db.one<{ count: number }>('select count(*) as count from letter')
    await people.requestPasswordReset(nobody(), { email: 'unknown@example.kz', address: '10.9.9.3' })
    expect(await world.db.one('select count(*) as count from letter')).toEqual(before)
  })

  it('a taken e-mail gets a letter to its owner and no second account', async () => {
    const { email, accountId } = await anAccount()
    const again = await people.openAccount(world.system(), {
      iin: makeDemonstrationIin('1980-01-01' as Day, 991).reveal(), surname: 'Бөтен', givenName: 'Адам', birthOn: '1980-01-01', email: email.toUpperCase(), password: 'мүлдем басқа құпиясөз', lang: 'ru',
    })
    expect(again).toEqual({ opened: false })
    expect((await world.db.many("select 1 from letter where account_id = $1 and kind = 'account-exists'", [accountId])).length).toBe(1)
    expect((await world.db.one<{ count: number }>('select count(*) as count from account where email = $1', [email])).count).toBe(1)
  })
})

describe('the second factor', () => {
  async function withFactor() {
    const account = await anAccount()
    const actor = (await people.personActor(world, account.accountId))!
    await people.beginSecondFactor(world.as(actor))
    const begun = await people.secondFactorOf(world.as(actor))
    if (begun.state !== 'begun') throw new Error(begun.state)
    const step = () => Math.floor(Date.parse(world.clock.now()) / 30_000)
    const codes = await people.confirmSecondFactor(world.as(actor), totpCode(begun.secret, step()))
    return { ...account, actor, secret: begun.secret, step, codes }
  }
  async function pendingOf(email: string): Promise<string> {
    const answer = await people.signInWithPassword(nobody(), from(email))
    if (answer.kind !== 'code-wanted') throw new Error(answer.kind)
    return answer.pending
  }
  const caller = () => ({ address: `10.1.${serial}.1`, device: '' })

  it('is asked for after the password, and a code opens once', async () => {
    const { email, secret, step } = await withFactor()
    later(MINUTE)
    const code = totpCode(secret, step())
    expect((await people.signInWithCode(nobody(), { pending: await pendingOf(email), code, ...caller() })).kind).toBe('signed-in')
    expect((await people.signInWithCode(nobody(), { pending: await pendingOf(email), code, ...caller() })).kind).toBe('refused')
  })

  it('lets a recovery code in once', async () => {
    const { email, codes } = await withFactor()
    expect(codes).toHaveLength(10)
    expect((await people.signInWithCode(nobody(), { pending: await pendingOf(email), code: codes[3]!, ...caller() })).kind).toBe('signed-in')
    expect((await people.signInWithCode(nobody(), { pending: await pendingOf(email), code: codes[3]!, ...caller() })).kind).toBe('refused')
  })

  it('refuses the sixth guess and a pending sign-in older than five minutes', async () => {
    const { email } = await withFactor()
    const pending = await pendingOf(email)
    for (let guess = 0; guess < 5; guess++) await people.signInWithCode(nobody(), { pending, code: '000000', ...caller() })
    await expect(people.signInWithCode(nobody(), { pending, code: '000000', ...caller() })).rejects.toMatchObject({ code: 'rate.too-many' })
    later(6 * MINUTE)
    await expect(people.signInWithCode(nobody(), { pending, code: '000000', ...caller() })).rejects.toMatchObject({ code: 'sign-in.pending-expired' })
    await expect(people.signInWithCode(nobody(), { pending: 'made up', code: '000000', ...caller() })).rejects.toMatchObject({ code: 'sign-in.pending-expired' })
  })

  it('keeps its secret sealed and its recovery codes as digests', async () => {
    const { accountId, secret, codes } = await withFactor()
    const row = await world.db.one<{ totpCipher: Uint8Array }>('select totp_cipher from account where id = $1', [accountId])
    expect(Buffer.from(row.totpCipher).toString('latin1')).not.toContain(secret)
    const outcomes = await world.db.many<{ text: string }>('select coalesce(outcome::text, $1) as text from request_key', [''])
    expect(outcomes.some((each) => codes.some((code) => each.text.includes(code)))).toBe(false)
  })
})

