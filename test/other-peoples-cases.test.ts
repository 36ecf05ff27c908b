import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Denial } from '#kernel/denial.ts'
import { denialText } from '#web/denials.ts'
import { downloads, pages } from '#web/pages.ts'
import { CONSENT_VERSION } from '#modules/applications/index.ts'
import { formsOf, openDemonstration, realAddresses, type Demonstration } from './support/demonstration.ts'

let demonstration: Demonstration
beforeAll(async () => { demonstration = await openDemonstration() }, 120_000)
afterAll(() => demonstration.close())

/** Everybody who works at centre 05, somebody with no case at all, and a candidate of another centre. */
const STRANGERS = ['c05-operator', 'c05-head', 'c05-assessor-1', 'c05-invigilator', 'c05-panel-1', 'zhansaya', 'arman']
/** Everybody of centre 01 who may have a form before him, and its candidates. */
const OWNERS = ['c01-operator', 'c01-head', 'c01-assessor-1', 'c01-invigilator', 'c01-panel-1', 'sholpan', 'nurlan', 'viktor-kim', 'aigerim']
/** What is everybody's to read, or guarded by a seat code instead of a role, or a page of one's own centre named by a profession. */
const OPEN = /^\/(verify|register\/editions|centres|professions|apply|reset-password|confirm-email|admin|ministry|centre\/certificate)\b/

const guarded = [...pages, ...downloads].filter((each) => each.path.includes(':') && !OPEN.test(each.path))
/** A few addresses of a path at centre 01: enough for every step of the road to be among them. */
async function addressesAt01(path: string): Promise<string[]> {
  return (await realAddresses(demonstration, path, '01')).slice(0, 10)
}

/** Fingerprints of every table whose rows belong to somebody's affairs. */
async function fingerprints(): Promise<Record<string, string>> {
  const tables = (await demonstration.column("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1")).filter((name) => !/^(sign_in_session|request_key|case_view)/.test(name))
  return demonstration.world.db.begin(async (sql) => {
    const found: Record<string, string> = {}
    for (const name of tables) found[name] = (await sql.one<{ print: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(row::text, '' order by row::text)), '') as print from "${name}" row`)).print
    return found
  }, { 'tanu.scope': 'system' })
}

describe('what belongs to one centre or one candidate', () => {
  it('is not there for anybody of another centre, nor for another candidate', async () => {
    expect(guarded.length).toBeGreaterThan(40)
    let seen = 0
    for (const { path } of guarded) for (const address of await addressesAt01(path)) for (const key of STRANGERS) {
      const answer = await (await demonstration.guest(key)).ask(`/ru${address}`)
      expect([answer.statusCode, `${address} as ${key}`]).toEqual([404, `${address} as ${key}`])
      seen++
    }
    expect(seen).toBeGreaterThan(1000)
  }, 300_000)

  it('is changed by none of their forms, though they are sent as its own people would send them', async () => {
    const before = await fingerprints()
    const sent = new Set<string>()
    for (const { path } of guarded.filter((each) => 'post' in each && each.post)) for (const address of await addressesAt01(path)) for (const owner of OWNERS) {
      const drawn = await (await demonstration.guest(owner)).ask(`/ru${address}`)
      if (drawn.statusCode !== 200) continue
      for (const form of formsOf(drawn.body, `/ru${address}`).filter((each) => each.action.startsWith(`/ru${address.slice(0, 5)}`))) {
        const acts = form.fields.filter(([name]) => name === 'do').map(([, value]) => value)
        for (const act of acts.length > 0 ? acts : ['']) for (const key of STRANGERS) {
          const mark = `${form.action} ${act} ${form.fields.map(([name]) => name).join()} ${key}`
          if (sent.has(mark)) continue
          sent.add(mark)
          const guest = await demonstration.guest(key)
          const body = new URLSearchParams({ ...Object.fromEntries(form.fields.map(([name, value]) => [name, value || 'Жеткілікті ұзын мәтін.'])), ...(act ? { do: act } : {}), csrf: guest.csrf, requestKey: `stranger-${sent.size}` })
          const answer = await guest.ask(form.action, { body: body.toString() })
          expect([answer.statusCode, mark]).toEqual([404, mark])
        }
      }
    }
    expect(sent.size).toBeGreaterThan(200)
    expect(await fingerprints()).toEqual(before)
  }, 300_000)

  it('cannot be named in a form of one’s own centre', async () => {
    const head = await demonstration.guest('c05-head')
    const of01 = (sql: string) => demonstration.column(`${sql} join centre c on c.id = x.centre_id where c.serial = '01' limit 1`).then(([found]) => found!)
    const [room, sitting] = [await of01('select x.id from room x'), await of01('select x.id from sitting x')]
    const [grant] = await demonstration.column("select g.id from role_grant g join account a on a.id = g.account_id where a.demo_key = 'c01-operator'")
    const [invigilator] = await demonstration.column("select id from account where demo_key = 'c01-invigilator'")
    const signed = "from case_file k join centre c on c.id = k.centre_id where c.serial = '02' and k.step = 'contract-signed'"
    const [own, version] = await demonstration.column(`select unnest(array[number, version::text]) ${signed}`)
    const clerk = await demonstration.guest('c02-operator')
    const [foreign] = await demonstration.column("select number from case_file k join centre c on c.id = k.centre_id where c.serial = '01' and k.kind = 'recognition' limit 1")
    const before = await fingerprints()
    const ask = (path: string, values: Readonly<Record<string, string>>) => head.ask(`/ru${path}`, { body: new URLSearchParams({ csrf: head.csrf, ...values }).toString() })
    const send = async (path: string, values: Readonly<Record<string, string>>) => (await ask(path, values)).statusCode
    const day = { 'day-day': '21', 'day-month': '12', 'day-year': '2026', start: '10:00', end: '11:00', seats: '1', stage: 'theory', qualification: 'K-0001/4' }
    expect(await send('/centre/rooms', { do: 'close', roomId: room })).toBe(404)
    expect(await send('/centre/sittings', { sittingId: sitting })).toBe(404)
    const planned = await ask('/centre/sittings/new', { ...day, room, invigilator: invigilator! })
    expect(planned.statusCode).toBe(422)
    for (const code of ['sitting.room-missing', 'sitting.invigilator-without-role']) expect(planned.body).toContain(denialText('ru', new Denial(code)))
    expect(await send('/centre/people', { do: 'end', grantId: grant! })).toBe(404)
    expect(await send('/centre', { number: foreign!, do: 'take' })).toBe(404)
    const notice = await clerk.ask(`/ru/centre/cases/${own}/notify`, { body: new URLSearchParams({ csrf: clerk.csrf, version: version!, theory: sitting, practice: sitting, do: 'send' }).toString() })
    expect([notice.statusCode, notice.body.includes(denialText('ru', new Denial('notice.other-sitting')))]).toEqual([422, true])
    expect(await fingerprints()).toEqual(before)
  })

  it('is not handed to a partner who did not bring it', async () => {
    const { app, world } = demonstration
    const people = await import('#modules/people/index.ts')
    const { newUuid } = await import('#platform/acts/ctx.ts')
    const organisation = async () => {
      const id = newUuid(world.clock.now())
      await world.db.run("insert into organisation (id, kind, name_kk, name_ru, name_en, demonstration, created_at) values ($1, 'partner', 'Серіктес', 'Партнёр', 'Partner', true, $2)", [id, world.clock.now()])
      return (await people.createApiKey(world.system(), { organisationId: id, name: 'door', scopes: ['applications.write'], mayAssertIdentity: true })).secret
    }
    const [one, other] = [await organisation(), await organisation()]
    const body = {
      reference: 'R-77', centre: '01', profession: 'K-0015', level: 5, language: 'kk', examLanguage: 'kk', wayLearnt: 'formal', consentVersion: CONSENT_VERSION,
      person: { iin: '940517900183', surname: 'Сәрсенова', givenName: 'Айгерім', birthOn: '1994-05-17', phone: '+7 700 000 00 00', address: 'Алматы' },
    }
    const ask = (secret: string, url: string, payload?: object) => app.inject({ method: payload ? 'POST' : 'GET', url, headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': 'key-of-one-act' }, ...(payload ? { payload } : {}) })
    const handed = await ask(one, '/api/v1/applications', body)
    expect(handed.statusCode, handed.body).toBe(200)
    expect((await ask(one, '/api/v1/applications/R-77')).statusCode).toBe(handed.json<{ outcome: string }>().outcome === 'registered' ? 200 : 404)
    expect((await ask(other, '/api/v1/applications/R-77')).statusCode).toBe(404)
    expect((await ask(other, '/api/v1/applications/R-77/withdrawal', {})).statusCode).toBe(404)
    const withdrawn = await ask(one, '/api/v1/applications/R-77/withdrawal', { note: 'өз еркімен' })
    expect([withdrawn.statusCode, withdrawn.json<{ step: string }>().step]).toEqual([200, 'withdrawn'])
  })
})
