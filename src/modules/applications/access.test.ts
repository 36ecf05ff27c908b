import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day, type Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import * as people from '#modules/people/index.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestServer } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'
import { openTestWorld, type CentreMade, type TestWorld } from '../../../test/support/world.ts'
import * as applications from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())
beforeEach(() => world.at('2026-03-02 09:00'))

const PASSWORD = 'өзен көпірі жаңбырда тұр'
const CALLER = { address: '10.0.0.1', device: 'test' }

interface Owner { number: string; caseId: string; person: PersonActor; iin: string; clerk: PersonActor; second: PersonActor; centre: CentreMade }
/** Somebody with an account and a case, whose document a clerk has seen. */
async function anOwner(serial: number, { verified = true } = {}): Promise<Owner> {
  const professionCode = await world.aProfession()
  const centre = await world.aCentre({ professionCode })
  const [clerk, second] = [await world.aStaffMember(centre.id, ['centre-operator']), await world.aStaffMember(centre.id, ['centre-head'])]
  const iin = makeDemonstrationIin('1988-02-01' as Day, serial).reveal()
  const email = `owner-${serial}@example.kz`
  await people.openAccount(world.system(), { iin, surname: 'Ким', givenName: 'Аркадий', patronymic: '', birthOn: '1988-02-01', email, password: PASSWORD, lang: 'ru', phone: '+7 700 000 00 00', address: 'Алматы' })
  const person = (await people.personActor(world, (await world.db.one<{ id: string }>('select id from account where email = $1', [email])).id))!
  const draft = await applications.openDraft(world.as(person), professionCode)
  await applications.saveDraft(world.as(person), { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
  const number = await applications.submitApplication(world.as(person), { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
  const { kase } = await applications.readStanding(world.as(clerk), number)
  if (verified) await applications.confirmIdentity(world.as(clerk), { number, version: kase.version, iin, seen: true })
  return { number, caseId: kase.id, person, iin, clerk, second, centre }
}
const versionOf = async (owner: Owner) => (await applications.readAccess(world.as(owner.clerk), owner.number)).kase.version
const ask = async (owner: Owner, by: PersonActor, change: { iin?: string; email?: string; seen?: boolean } = {}) =>
  codesOf(applications.askForAccess(world.as(by), { number: owner.number, version: await versionOf(owner), iin: owner.iin, email: `new-${owner.person.email}`, seen: true, ...change }))
const decide = async (owner: Owner, by: PersonActor, give = true, seen = true) => codesOf(applications.decideAccess(world.as(by), { number: owner.number, version: await versionOf(owner), give, seen }))
const signIn = (email: string, password: string) => people.signInWithPassword(world.context(ANONYMOUS, 'kk'), { email, password, ...CALLER })
const lettersOf = (owner: Owner) => world.db.many<{ kind: string; email: string; body: string }>("select kind, email, body from letter where account_id = $1 and kind like 'access-%' order by kind desc", [owner.person.accountId])

describe('somebody who can sign in no more', () => {
  it('is given his account back by two people of the centre who saw his document: what opened it before opens it no more', async () => {
    const owner = await anOwner(401)
    const signed = await signIn(owner.person.email, PASSWORD)
    if (signed.kind !== 'signed-in') throw new Error('not signed in')
    expect(await ask(owner, owner.clerk)).toEqual(['done'])
    expect(await signIn(owner.person.email, PASSWORD)).toMatchObject({ kind: 'signed-in' })
    expect(await decide(owner, owner.clerk)).toEqual(['access.own-request'])
    expect(await decide(owner, owner.second, true, false)).toEqual(['identity.not-seen'])
    expect(await decide(owner, owner.second)).toEqual(['done'])

    expect(await people.resolveSession(world.context(ANONYMOUS, 'kk'), signed.token)).toBeUndefined()
    for (const email of [owner.person.email, `new-${owner.person.email}`]) expect(await signIn(email, PASSWORD)).toEqual({ kind: 'refused' })
    const letters = await lettersOf(owner)
    expect(letters.map(({ kind, email }) => [kind, email])).toEqual([['access-moved', owner.person.email], ['access-given-back', `new-${owner.person.email}`], ['access-asked', owner.person.email]])
    for (const letter of [letters[0]!, letters[2]!]) expect(letter.body).not.toContain('/reset-password/')
    const token = /\/reset-password\/(\S+)/.exec(letters[1]!.body)![1]!
    await people.resetPassword(world.context(ANONYMOUS, 'ru'), { token, fresh: 'таулар арасында жасыл көл', address: CALLER.address })
    expect(await signIn(`new-${owner.person.email}`, 'таулар арасында жасыл көл')).toMatchObject({ kind: 'signed-in', accountId: owner.person.accountId })
    const view = await applications.readAccess(world.as(owner.clerk), owner.number)
    expect([view.open, view.kase.accountId]).toEqual([undefined, owner.person.accountId])
    // Who asked and who gave stays; the address does not.
    expect(await rows('select email, given_back, asked_by <> decided_by as two from access_recovery where case_id = $1', [owner.caseId])).toEqual([{ email: null, givenBack: true, two: true }])
    expect((await rows<{ kind: string }>("select kind from journal_entry where chain = 'case:' || $1 and kind like 'access-%' order by seq", [owner.caseId])).map((entry) => entry.kind)).toEqual(['access-asked', 'access-given-back'])
  })

  it('loses the second factor with the telephone that is lost, and keeps his address', async () => {
    const owner = await anOwner(402)
    await world.db.run("update account set totp_cipher = '\\x00', totp_confirmed_at = now() where id = $1", [owner.person.accountId])
    expect(await ask(owner, owner.clerk, { email: owner.person.email.toUpperCase() })).toEqual(['done'])
    expect(await decide(owner, owner.second)).toEqual(['done'])
    expect(await world.db.one('select email, totp_confirmed_at, password_hash from account where id = $1', [owner.person.accountId])).toEqual({ email: owner.person.email, totpConfirmedAt: null, passwordHash: null })
    // He is not told that his letters go elsewhere: they do not.
    expect((await lettersOf(owner)).map(({ kind, email }) => [kind, email])).toEqual([['access-given-back', owner.person.email], ['access-asked', owner.person.email]])
  })

  it('is not found by a clerk who never held the document, nor by one of another centre, nor by himself', async () => {
    const owner = await anOwner(403)
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['centre-operator', 'centre-head'])
    expect(await ask(owner, owner.clerk, { iin: makeDemonstrationIin('1988-02-01' as Day, 499).reveal(), email: 'no address', seen: false })).toEqual(['access.iin-differs', 'access.email-wrong', 'identity.not-seen'])
    expect(await ask(owner, owner.clerk, { email: owner.clerk.email })).toEqual(['access.email-taken'])
    expect(await ask(owner, stranger)).toEqual(['not-found'])
    expect(await ask(owner, owner.person)).toEqual(['not-found'])
    expect(await decide(owner, owner.second)).toEqual(['access.none-asked'])
  })

  it('is refused where nobody confirmed the identity, and where the account holds a role', async () => {
    const claimed = await anOwner(404, { verified: false })
    expect(await ask(claimed, claimed.clerk)).toEqual(['access.not-verified'])
    const owner = await anOwner(405)
    expect(await ask(owner, owner.clerk)).toEqual(['done'])
    expect(await ask(owner, owner.second)).toEqual(['access.asked-already'])
    const elsewhere = await world.aCentre()
    const head = await world.aStaffMember(elsewhere.id, ['centre-head'])
    await people.grantRoleByEmail(world.as(head), { email: owner.person.email, role: 'assessor', organisationId: elsewhere.id, validFrom: day('2026-03-02'), validUntil: null })
    // Asked for before he had a role, it is not given after.
    expect(await decide(owner, owner.second)).toEqual(['access.holds-role'])
    expect(await decide(owner, owner.second, false)).toEqual(['done'])
    expect(await signIn(owner.person.email, PASSWORD)).toMatchObject({ kind: 'signed-in' })
    // The owner was told while it could still be prevented.
    expect((await lettersOf(owner)).map(({ kind, email }) => [kind, email])).toEqual([['access-asked', owner.person.email]])
  })

  it.each([['begins tomorrow', '2026-03-03', null, 'access.holds-role'], ['begins today', '2026-03-02', '2026-03-02', 'access.holds-role'], ['ended yesterday', '2026-02-01', '2026-03-01', 'done']] as const)(
    'finds a role in the way, whether it is held today or given for a day to come: one that %s', async (_says, from, until, expected) => {
      const owner = await anOwner(410 + roles++)
      const elsewhere = await world.aCentre()
      await people.grantRole(world.system(), { accountId: owner.person.accountId, role: 'assessor', organisationId: elsewhere.id, validFrom: day(from), validUntil: until && day(until) })
      expect(await ask(owner, owner.clerk)).toEqual([expected])
      if (expected !== 'done') expect((await applications.readAccess(world.as(owner.clerk), owner.number)).holdsRole).toBe(true)
    })

  it('is helped by two people who are of the centre when it is given: whoever asked and works there no more does not count', async () => {
    const owner = await anOwner(423)
    expect(await ask(owner, owner.clerk)).toEqual(['done'])
    const [role] = await world.db.many<{ id: string }>('select id from role_grant where account_id = $1', [owner.clerk.accountId])
    await people.revokeRole(world.system(), role!.id)
    const third = await world.aStaffMember(owner.centre.id, ['centre-operator'])
    const by = async (give: boolean) => codesOf(applications.decideAccess(world.as(owner.second), { number: owner.number, version: (await applications.readAccess(world.as(third), owner.number)).kase.version, give, seen: true }))
    expect([await by(true), await by(false)]).toEqual([['access.asker-gone'], ['done']])
    expect(await codesOf(applications.askForAccess(world.as(third), { number: owner.number, version: (await applications.readAccess(world.as(third), owner.number)).kase.version, iin: owner.iin, email: 'anew@example.kz', seen: true }))).toEqual(['done'])
    expect(await by(true)).toEqual(['done'])
  })

  it('is told that the address was taken meanwhile, and may be helped anew with another', async () => {
    const owner = await anOwner(420)
    const other = await anOwner(421)
    for (const each of [owner, other]) expect(await ask(each, each.clerk, { email: 'same@example.kz' })).toEqual(['done'])
    const outcomes = await Promise.all([decide(owner, owner.second), decide(other, other.second)])
    expect(outcomes.flat().sort()).toEqual(['access.email-taken', 'done'])
  })

  it('is helped in the case in which he was seen, and not through an appeal, where nobody would find what waits', async () => {
    const owner = await anOwner(422)
    const version = await versionOf(owner)
    await rows("update case_file set kind = 'appeal' where id = $1", [owner.caseId])
    expect(await codesOf(applications.askForAccess(world.as(owner.clerk), { number: owner.number, version, iin: owner.iin, email: 'a@example.kz', seen: true }))).toEqual(['not-found'])
  })

  it('is helped on one page: the clerk reads what is missing at its field, and the second person finds the request in the folder of the case', async () => {
    const { app } = await openTestServer(world)
    const owner = await anOwner(407)
    const [clerk, second] = [await aVisitor(world, app, owner.clerk), await aVisitor(world, app, owner.second)]
    const path = `/centre/cases/${owner.number}/access`
    for (const body of await inAllLanguages(clerk, path)) expect(body).toContain('name="iin"')
    expect(await clerk.get(`/kk/centre/cases/${owner.number}`)).toContain(`href="/kk${path}"`)
    const wrong = await clerk.send(`/ru${path}`, { do: 'ask', iin: '123', email: 'nowhere', seen: '' })
    expect([wrong.statusCode, ...['iin', 'email', 'seen'].map((field) => wrong.body.includes(`href="#f-${field}"`)), wrong.body.includes('nowhere')]).toEqual([422, true, true, true, true])
    expect((await clerk.send(`/ru${path}`, { do: 'ask', iin: owner.iin, email: 'found@example.kz', seen: 'yes' })).headers.location).toBe(`/ru${path}`)
    for (const body of await inAllLanguages(clerk, path)) expect([body.includes('found@example.kz'), body.includes('value="give"')]).toEqual([true, false])
    for (const body of await inAllLanguages(second, path)) expect(body).toContain('value="give"')
    expect((await second.send(`/kk${path}`, { do: 'give', seen: 'yes' })).headers.location).toBe(`/kk/centre/cases/${owner.number}`)
    await app.close()
  })

  it('is helped within the days of the norm: after the last of them the request is over, its address is forgotten, and the owner and whoever asked are told', async () => {
    const [owner, quick] = [await anOwner(430), await anOwner(431)]
    for (const each of [owner, quick]) expect(await ask(each, each.clerk)).toEqual(['done'])
    await pinNorms(world, quick.caseId, { 'access.requestDays': 2 })
    expect((await applications.readAccess(world.as(owner.second), owner.number)).open).toMatchObject({ until: '2026-03-16' })
    world.at('2026-03-04 23:59')
    expect(await applications.lapseAccessRequests(world.system())).toBe(0)
    world.at('2026-03-05 00:01')
    // Not swept yet, and over all the same.
    expect(await decide(quick, quick.second)).toEqual(['access.request-over'])
    expect((await applications.readAccess(world.as(quick.second), quick.number)).open).toBeUndefined()
    const letters = await rows<{ email: string }>("select email from letter where email = $1", [`new-${quick.person.email}`])
    expect(await applications.lapseAccessRequests(world.system())).toBe(1)
    expect(await applications.lapseAccessRequests(world.system())).toBe(0)
    expect(await rows('select email, decided_at, lapsed_at is not null as lapsed from access_recovery where case_id = $1', [quick.caseId])).toEqual([{ email: null, decidedAt: null, lapsed: true }])
    expect((await lettersOf(quick)).map(({ kind, email }) => [kind, email])).toEqual([['access-lapsed', quick.person.email], ['access-asked', quick.person.email]])
    expect((await rows<{ body: string }>("select body from letter where account_id = $1 and kind = 'access-undecided'", [quick.clerk.accountId])).map(({ body }) => [body.includes(`/centre/cases/${quick.number}/access`), body.includes(quick.person.email!)])).toEqual([[true, false]])
    expect(await rows('select 1 from letter where email = $1', [`new-${quick.person.email}`])).toEqual(letters)
    expect((await rows<{ kind: string }>("select kind from journal_entry where chain = 'case:' || $1 and kind like 'access-%' order by seq", [quick.caseId])).map((entry) => entry.kind)).toEqual(['access-asked', 'access-lapsed'])
    expect(await signIn(quick.person.email!, PASSWORD)).toMatchObject({ kind: 'signed-in' })
    expect(await decide(quick, quick.second)).toEqual(['access.none-asked'])
    expect(await ask(quick, quick.clerk)).toEqual(['done'])
    // The other one waits under the norms of its own case, and is asked anew where the sweep has not been yet.
    world.at('2026-03-16 12:00')
    expect(await applications.lapseAccessRequests(world.system())).toBe(1)
    expect((await applications.readAccess(world.as(owner.second), owner.number)).open).toMatchObject({ until: '2026-03-16' })
    world.at('2026-03-17 09:00')
    expect(await ask(owner, owner.second, { email: 'later@example.kz' })).toEqual(['done'])
    expect(await rows('select email from access_recovery where case_id = $1 order by asked_at', [owner.caseId])).toEqual([{ email: null }, { email: 'later@example.kz' }])
    expect(await decide(owner, owner.clerk)).toEqual(['done'])
  })

  it('is never given back by one person: the database knows it too', async () => {
    const owner = await anOwner(406)
    expect(await ask(owner, owner.clerk)).toEqual(['done'])
    await expect(rows('update access_recovery set decided_by = asked_by, decided_at = now(), given_back = true, email = null where case_id = $1', [owner.caseId])).rejects.toThrow(/access_is_given_back_by_two_people/)
  })
})

let roles = 0
const rows = <Row>(sql: string, values: readonly unknown[]): Promise<Row[]> => world.db.begin((t) => t.many<Row>(sql, values), { 'tanu.scope': 'system' })
