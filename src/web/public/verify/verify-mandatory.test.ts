import { beforeAll, describe, expect, it } from 'vitest'
import type { Uuid } from '#kernel/id.ts'
import { aSectorBody, anOutcome, type SectorBodyMade } from '../../../../test/support/sector-body.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../../test/support/visitor.ts'
import * as mandatory from '#modules/mandatory-outcomes/index.ts'
import * as people from '#modules/people/index.ts'

const { world, app } = await servedWorld()
let anybody: Visitor
let body: SectorBodyMade
let other: SectorBodyMade
beforeAll(async () => {
  anybody = await aVisitor(world, app)
  body = await aSectorBody(world, 'T01', 'K-N1')
  other = await aSectorBody(world, 'T02', 'K-N2')
})
const ask = async (number: string) => {
  const answer = await app.inject(`/api/v1/documents/${encodeURIComponent(number)}`)
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

describe('an employer checks a document of mandatory recognition', () => {
  it('finds it, marked as such, with the body and its act and no more of the person than of anybody', async () => {
    await mandatory.registerOutcome(world.as(body.officer), anOutcome(body, { number: 'МС-1/26', valid_until: '2031-01-31' }))
    for (const page of await inAllLanguages(anybody, '/verify?number=%D0%BC%D1%81-1%2F26')) {
      expect(page).toMatch(/Айжан О\./)
      expect(page).not.toMatch(/Оспанова|\d{12}|Хаттама/)
    }
    expect(await anybody.get('/ru/verify/%D0%9C%D0%A1-1%2F26')).toMatch(/Обязательное признание[\s\S]*не центр признания[\s\S]*Орган T01/)
    const { status, body: said } = await ask('МС-1/26')
    expect(status).toBe(200)
    expect(said).toMatchObject({ number: 'МС-1/26', track: 'mandatory', status: 'valid', holder: 'Айжан О.', body: { code: 'T01' }, act: { ru: 'Акт T01' }, form: 'certification', registeredOn: '2026-03-02', others: [] })
    expect(JSON.stringify(said)).not.toMatch(/Оспанова|\d{12}|Хаттама/)
  })

  it('is told when it has expired, on the day after the last, and when it was annulled', async () => {
    const { id } = await mandatory.registerOutcome(world.as(body.officer), anOutcome(body, { number: 'EXP-1', valid_until: '2026-03-31' }))
    world.at('2026-03-31 23:59')
    expect((await ask('EXP-1')).body).toMatchObject({ status: 'valid' })
    world.at('2026-04-01 00:01')
    expect((await ask('exp-1')).body).toMatchObject({ status: 'expired' })
    await mandatory.annulOutcome(world.as(body.officer), { id, version: 1, annulledOn: '2026-04-01', reason: 'Сот шешімі' })
    expect((await ask('EXP-1 ')).body).toMatchObject({ status: 'annulled', annulledOn: '2026-04-01' })
    expect(await anybody.get('/kk/verify/EXP-1')).toContain('Құжаттың күші жойылған')
    world.at('2026-03-02 09:00')
  })

  it('sees every document with a number that two bodies gave, and which body gave which', async () => {
    for (const each of [other, body]) await mandatory.registerOutcome(world.as(each.officer), anOutcome(each, { number: 'SAME-7' }))
    expect((await ask('same-7')).body).toMatchObject({ body: { code: 'T01' }, others: [{ body: { code: 'T02' }, status: 'valid' }] })
    const page = await anybody.get('/ru/verify/SAME-7')
    expect(page).toMatch(/найдено документов: 2[\s\S]*Орган T01[\s\S]*Орган T02/)
    expect(page.match(/<h1/g)).toHaveLength(1)
  })

  it('is told plainly when there is none', async () => {
    expect(await ask('NO-SUCH')).toMatchObject({ status: 404, body: { number: 'NO-SUCH', status: 'unknown' } })
    expect(await anybody.get('/ru/verify/NO-SUCH')).toContain('только если орган его зарегистрировал')
  })
})

describe('a body registers by its key', () => {
  const send = (secret: string, payload: unknown, key = 'key-of-request-1') => app.inject({ method: 'POST', url: '/api/v1/mandatory-outcomes', headers: { authorization: `Bearer ${secret}`, 'idempotency-key': key }, payload: payload as object })
  const sent = (change: Record<string, unknown> = {}) => {
    const { number, profession, iin, surname, given_name, issued_on, ground } = anOutcome(body, { number: 'API-1' })
    return { number, profession, issuedOn: issued_on, ground, person: { iin, surname, givenName: given_name }, ...change }
  }
  const keyFor = async (organisationId: Uuid, scopes = ['mandatory-outcomes.write']) => (await people.createApiKey(world.system(), { organisationId, name: 'Жүйе', scopes, mayAssertIdentity: false })).secret

  it('once, whether the request or the document is sent again', async () => {
    const secret = await keyFor(body.organisationId)
    const first = await send(secret, sent())
    expect(first.json()).toEqual({ number: 'API-1', registeredOn: '2026-03-02', repeated: false })
    expect((await send(secret, sent())).json()).toEqual(first.json())
    expect((await send(secret, sent(), 'key-of-request-2')).json()).toMatchObject({ number: 'API-1', repeated: true })
    const taken = await send(secret, sent({ ground: 'Басқа хаттама' }), 'key-of-request-3')
    expect([taken.statusCode, taken.json()]).toMatchObject([409, { code: 'mandatory-outcome.number-taken' }])
    expect((await send(secret, sent({ ground: 'x' }))).json()).toMatchObject({ code: 'request-key.other-request' })
    expect((await ask('API-1')).body).toMatchObject({ track: 'mandatory', status: 'valid' })
  })

  it('and is told every reason at its field, as problem details', async () => {
    const wrong = await send(await keyFor(body.organisationId), sent({ number: 'API-2', issuedOn: '2027-01-01', ground: '', person: { iin: '1', surname: '', givenName: 'А' } }), 'key-of-request-4')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.headers['content-type']).toContain('application/problem+json')
    expect(wrong.json<{ blockers: { data: { field: string } }[] }>().blockers.map((each) => each.data.field)).toEqual(['iin', 'surname', 'issued_on', 'ground'])
  })

  it('and a key of another body, of a partner, without the scope, or none at all opens nothing', async () => {
    const { organisationId: partner } = await world.aPerson().then(async () => ({ organisationId: (await world.aCentre()).id }))
    expect((await send(await keyFor(other.organisationId), sent({ number: 'API-3' }), 'key-of-request-5')).json()).toMatchObject({ code: 'mandatory-outcome.not-registrable', blockers: [{ code: 'mandatory-outcome.profession-not-of-body' }] })
    expect((await send(await keyFor(partner), sent({ number: 'API-3' }), 'key-of-request-6')).statusCode).toBe(404)
    expect((await send(await keyFor(body.organisationId, ['applications.read']), sent({ number: 'API-3' }), 'key-of-request-7')).statusCode).toBe(403)
    expect((await send('a'.repeat(43), sent({ number: 'API-3' }), 'key-of-request-8')).statusCode).toBe(401)
    expect((await ask('API-3')).status).toBe(404)
  })
})

describe('the page of a mandatory profession', () => {
  it('says honestly that its body has entered nothing, then shows what it entered', async () => {
    for (const page of await inAllLanguages(anybody, '/professions/K-N2')) expect(page).toMatch(/енгізбеген|не внёс|has not entered/)
    await mandatory.publishProcedure(world.as(other.officer), { professionCode: 'K-N2', edition: 0, typed: {
      actKk: 'Бұйрық № 7', actRu: 'Приказ № 7', form: 'testing', placeKk: 'Астана, Үлгі көшесі, 1', placeRu: 'Астана, ул. Улги, 1', link: 'https://example.kz/nurse', termsKk: '15 күн', termsRu: '15 дней',
      contact: '+7 000 <script>', validFrom: '2026-03-02' as never,
    } })
    world.at('2026-03-02 09:10')
    const page = await anybody.get('/ru/professions/K-N2?region=')
    expect(page).toMatch(/Приказ № 7[\s\S]*Тестирование[\s\S]*ул\. Улги, 1[\s\S]*href="https:\/\/example\.kz\/nurse"[\s\S]*15 дней[\s\S]*&lt;script/)
  })
})
