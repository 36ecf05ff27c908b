import { beforeAll, describe, expect, it } from 'vitest'
import * as accreditation from '#modules/accreditation/index.ts'
import * as people from '#modules/people/index.ts'
import { anAccreditationCast, anApplicant } from '../../../../test/support/accreditation.ts'
import { aCentreByTheRoad, aRoadCast, type RoadCast } from '../../../../test/support/accreditation-road.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()
let cast: RoadCast
let number: string
beforeAll(async () => {
  world.at('2026-03-02 09:00')
  cast = await aRoadCast(world, await anAccreditationCast(world))
  number = (await aCentreByTheRoad(world, cast, [await world.aProfession()], '2026-03-03')).number
})
const head = async () => aVisitor(world, app, (await people.personActor(world, cast.applicant.accountId))!)
const WORDS = { nameKk: 'Талап плюс (үлгі)', nameRu: 'Талап плюс (образец)', nameEn: '', addressKk: 'Абай к-сі, 1', addressRu: 'ул. Абая, 1' }

describe('the page of the centre’s own certificate', () => {
  it('tells what may be asked for and why not, and opens an extension', async () => {
    const visitor = await head()
    for (const body of await inAllLanguages(visitor, '/applicant/certificate')) expect([body.includes(number), body.includes('value="extension"'), body.includes('value="renewal"')]).toEqual([true, true, false])
    expect((await visitor.send('/kk/applicant/certificate', { do: 'renewal', organisation: cast.applicantId })).statusCode).toBe(422)
    const opened = await visitor.send('/kk/applicant/certificate', { do: 'extension', organisation: cast.applicantId })
    const path = String(opened.headers.location).replace('/kk', '')
    for (const body of await inAllLanguages(visitor, path)) expect(body).toContain(number)
    for (const body of await inAllLanguages(visitor, '/applicant/certificate')) expect([body.includes('value="extension"'), body.includes(path)]).toEqual([false, true])
    for (const body of await inAllLanguages(visitor, '/applicant')) expect(body).toContain('/applicant/certificate')
  })

  it('asks for a re-issue, which two people of the accreditor decide on their page', async () => {
    const visitor = await head()
    const { certificate } = await accreditation.readPublicCertificate(world.system(), number)
    const ask = { do: 'reissue', certificate: certificate.id, ground: 'name-changed', note: 'Қайта тіркелді', ...WORDS }
    const wrong = await visitor.send('/ru/applicant/certificate', { ...ask, note: '', nameKk: '' })
    expect([wrong.statusCode, wrong.body.includes('govuk-error-summary')]).toEqual([422, true])
    expect((await visitor.send('/kk/applicant/certificate', ask)).statusCode).toBe(303)
    const first = await aVisitor(world, app, cast.accreditor)
    const [row] = await accreditation.listReissues(world.as(cast.accreditor))
    const page = `/accreditor/reissues/${row!.id}`
    for (const body of await inAllLanguages(first, '/accreditor/reissues')) expect(body).toContain(page)
    for (const body of await inAllLanguages(first, page)) expect([body.includes('value="prepare"'), body.includes('value="issue"')]).toEqual([true, false])
    expect((await first.send(`/kk${page}`, { do: 'prepare', ...WORDS })).statusCode).toBe(303)
    expect(await first.get(`/kk${page}`)).not.toContain('value="issue"')
    const second = await aVisitor(world, app, await world.aStaffMember(cast.bodyId, ['accreditor']))
    expect((await second.send(`/kk${page}`, { do: 'refuse', reasons: '' })).statusCode).toBeGreaterThanOrEqual(400)
    expect((await second.send(`/kk${page}`, { do: 'issue' })).statusCode).toBe(303)
    const { newNumber, paperId } = (await accreditation.listReissues(world.as(cast.accreditor)))[0]!
    for (const body of await inAllLanguages(visitor, '/applicant/certificate')) expect(body).toContain(newNumber)
    for (const body of await inAllLanguages(await aVisitor(world, app), `/certificates/${number}`)) expect(body).toContain(newNumber)
    await (await aVisitor(world, app, (await anApplicant(world)).applicant)).get(`/certificate-papers/${paperId!}`, 404)
  })

  it('is nobody else’s', async () => {
    for (const stranger of [cast.officer, cast.accreditor, await world.aPerson()]) await (await aVisitor(world, app, stranger)).get('/kk/applicant/certificate', 404)
    for (const stranger of [cast.officer, cast.members[0]!, cast.applicant, await world.aPerson()]) await (await aVisitor(world, app, stranger)).get('/kk/accreditor/reissues', 404)
  })
})
