import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { personActor } from '#modules/people/index.ts'
import { anAccreditationCase } from '../../../../test/support/accreditation-case.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()
const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)
const again = async (actor: PersonActor) => (await personActor(world, actor.accountId))!

describe('stages 4 to 6 in the browser', () => {
  it('an applicant is granted one profession and refused another, gets its certificate and contract, and everybody sees the certificate', async () => {
    const folder = await anAccreditationCase(world, { professions: 2 })
    const number = (await folder.kase()).number!
    const ministry = await visitor(folder.ministry)
    const agreement = `/kk/ministry/agreements/${folder.id}`
    for (const body of await inAllLanguages(ministry, '/ministry/agreements')) expect(body).toContain(number)
    const [kk, ru] = await inAllLanguages(ministry, `/ministry/agreements/${folder.id}`)
    expect([kk!.includes('белгіленбеген'), ru!.includes('не установлен')]).toEqual([true, true])
    const half = await ministry.send(agreement, { 'answer-0': 'agrees', 'answer-1': 'objects', 'grounds-1': ' ' })
    expect([half.statusCode, half.body.includes('govuk-error-summary')]).toEqual([422, true])
    expect((await ministry.send(agreement, { 'answer-0': 'agrees', 'answer-1': 'objects', 'grounds-1': 'Жабдық жоқ.' })).statusCode).toBe(303)
    expect(await ministry.get(agreement)).not.toContain('name="answer-0"')

    const page = `/kk/accreditor/decisions/${folder.id}`
    const accreditor = await visitor(folder.accreditor)
    for (const body of await inAllLanguages(accreditor, '/accreditor/decisions')) expect(body).toContain(number)
    for (const body of await inAllLanguages(accreditor, `/accreditor/decisions/${folder.id}`)) expect(body).toContain('name="members"')
    await (await visitor(folder.applicant)).get(page, 404)
    expect((await accreditor.send(page, { do: 'call', chair: '' })).statusCode).toBe(422)
    expect((await accreditor.send(page, { do: 'call', members: folder.members.map((each) => each.accountId), chair: folder.members[0]!.accountId })).statusCode).toBe(303)
    for (const member of folder.members) {
      const sits = await visitor(member)
      for (const body of await inAllLanguages(sits, `/accreditor/decisions/${folder.id}`)) expect(body).toContain('name="choice-1"')
      expect((await sits.send(page, { do: 'vote', 'choice-0': 'granted', 'choice-1': 'refused', 'note-1': 'Орган қарсы.' })).statusCode).toBe(303)
    }
    const chair = await visitor(folder.members[0])
    expect(await chair.get('/kk/accreditor/decisions')).toContain(number)
    expect((await chair.send(page, { do: 'decide', 'reasons-1': '' })).statusCode).toBe(422)
    expect((await chair.send(page, { do: 'decide', 'reasons-1': 'Уәкілетті орган қарсы.' })).statusCode).toBe(303)

    const wrong = await accreditor.send(page, { do: 'issue', representative: '' })
    expect([wrong.statusCode, wrong.body.includes('govuk-error-summary')]).toEqual([422, true])
    const contacts = { addressKk: 'Алматы, Абай к-сі, 1', addressRu: 'Алматы, ул. Абая, 1', phone: '+7 700 000 00 00', email: 'talap@example.kz', hoursKk: '9:00–18:00', hoursRu: '9:00–18:00' }
    expect((await accreditor.send(page, { do: 'issue', representative: folder.applicant.accountId, ...contacts })).statusCode).toBe(303)
    const certificate = /certificates\/(A-[0-9A-Z-]+)/.exec(await accreditor.get(page))![1]!
    const anybody = await visitor()
    for (const body of await inAllLanguages(anybody, `/certificates/${certificate}`)) expect([body.includes(certificate), body.includes(folder.lines[0]!.professionCode), body.includes(folder.lines[1]!.professionCode)]).toEqual([true, true, false])
    expect(JSON.parse(await anybody.get(`/api/v1/certificates/${certificate}`))).toMatchObject({ number: certificate, status: 'valid', validUntil: '2029-03-02', scope: [{ code: folder.lines[0]!.professionCode, level: 4 }] })
    await anybody.get('/kk/certificates/A-0000-0000-0000-0', 404)
    await anybody.get('/api/v1/certificates/A-0000-0000-0000-0', 404)
    world.at('2029-03-03 00:00')
    expect(JSON.parse(await anybody.get(`/api/v1/certificates/${certificate.toLowerCase()}`))).toMatchObject({ status: 'expired' })
    world.at('2026-03-02 09:00')

    expect((await accreditor.send(page, { do: 'send' })).statusCode).toBe(303)
    const head = await visitor(await again(folder.applicant))
    const contract = `/kk/applicant/contract/${folder.id}`
    for (const body of await inAllLanguages(head, `/applicant/contract/${folder.id}`)) expect([body.includes('name="agree"'), body.includes('Уәкілетті орган қарсы.')]).toEqual([true, true])
    expect((await head.send(contract, { do: 'accept' })).statusCode).toBe(422)
    expect((await head.send(contract, { do: 'accept', agree: 'yes' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(head, `/applicant/contract/${folder.id}`)) expect(body).toContain('value="register"')
    expect((await head.send(contract, { do: 'register' })).statusCode).toBe(422)
    await (await visitor(folder.members[1])).get(contract, 404)
    await (await visitor(await world.aPerson())).get(contract, 404)
  })
})
