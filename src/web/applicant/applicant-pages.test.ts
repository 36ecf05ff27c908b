import { beforeAll, describe, expect, it } from 'vitest'
import * as accreditation from '#modules/accreditation/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { aChamber, anAccreditationCast, anApplicant, fillWhole, versionOf, type AccreditationCast } from '../../../test/support/accreditation.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()
let cast: AccreditationCast
beforeAll(async () => {
  cast = await anAccreditationCast(world)
})

describe('stage 1 and 2 in the browser', () => {
  it('lead from the draft of the applicant over its chamber and the experts to the survey, in three languages', async () => {
    const code = await world.aProfession()
    const applicant = await aVisitor(world, app, cast.applicant)
    for (const body of await inAllLanguages(applicant, '/applicant')) expect(body).toContain('name="regionKato"')
    const opened = await applicant.send('/kk/applicant', { organisation: cast.applicantId, regionKato: cast.region })
    const own = String(opened.headers.location)
    const id = own.split('/').at(-1)!
    expect(opened.statusCode).toBe(303)
    for (const body of await inAllLanguages(applicant, `/applicant/cases/${id}`)) expect(body).toContain('name="premisesTitle"')
    expect((await applicant.send(own, { do: 'add-line', code, level: '8' })).statusCode).toBe(422)
    expect((await applicant.send(own, { do: 'add-line', code, level: '4' })).statusCode).toBe(303)
    expect((await applicant.send(own, { do: 'submit' })).statusCode).toBe(422)
    // The programme of the line is written in the editor of the centres, at the applicant's own desk.
    expect((await applicant.send(own, { do: 'draft-programme', code, level: '4' })).headers.location).toBe(own)
    const editor = /\/kk\/applicant\/programmes\/[0-9a-f-]{36}/.exec(await applicant.get(own))![0]
    for (const part of ['', '/texts', '/topics', '/modes', '/map', '/map/new', '/items', '/items/new', '/import', '/preview', '/whole']) await inAllLanguages(applicant, `${editor.slice(3)}${part}`)
    const foreign = await aVisitor(world, app, (await anApplicant(world)).applicant)
    for (const part of ['', '/texts', '/items', '/import', '/whole', '/template.csv', '/items.csv']) await foreign.get(`${editor}${part}`, 404)
    await (await aVisitor(world, app, cast.officer)).get(editor.replace('applicant', 'accreditor'), 404)
    await applicant.get(editor.replace('applicant', 'centre'), 404)
    await programmes.retireProgrammeVersion(world.as(cast.applicant), { versionId: editor.split('/').at(-1)!, revision: 1 })
    await fillWhole(world, cast.applicant, id, [code])
    expect((await applicant.send(own, { do: 'submit' })).headers.location).toBe(own)
    const paper = /\/kk\/accreditation-papers\/[0-9a-f-]{36}/.exec(await applicant.get(own))![0]
    await applicant.get(paper)

    const desk = `/ru/accreditor/cases/${id}`
    const officer = await aVisitor(world, app, cast.officer)
    const stranger = await aVisitor(world, app, (await aChamber(world)).officer)
    await stranger.get(desk, 404)
    await stranger.get(paper, 404)
    await (await aVisitor(world, app, (await anApplicant(world)).applicant)).get(own, 404)
    for (const body of await inAllLanguages(officer, '/accreditor/cases')) expect(body).toContain(id)
    for (const body of await inAllLanguages(officer, `/accreditor/cases/${id}`)) expect(body).toContain('name="verdict-0"')
    const { items } = await accreditation.readCase(world.as(cast.officer), id)
    const verdicts = (verdict: string) => Object.fromEntries(items.flatMap((_, place) => [[`verdict-${place}`, place === 0 ? verdict : 'right'], [`reason-${place}`, place === 0 ? 'Нет подписи' : '']]))
    expect((await officer.send(desk, { do: 'accept' })).statusCode).toBe(422)
    expect((await officer.send(desk, { do: 'check', items, ...verdicts('wrong') })).headers.location).toBe(desk)
    expect((await officer.send(desk, { do: 'give-back' })).headers.location).toBe(desk)
    for (const body of await inAllLanguages(applicant, `/applicant/cases/${id}`)) expect(body).toContain('Нет подписи')
    expect((await applicant.send(own, { do: 'submit' })).statusCode).toBe(303)
    await officer.send(desk, { do: 'check', items, ...verdicts('right') })
    expect((await officer.send(desk, { do: 'accept' })).headers.location).toBe(desk)

    const accreditor = await aVisitor(world, app, cast.accreditor)
    for (const body of await inAllLanguages(accreditor, `/accreditor/cases/${id}`)) expect(body).toContain(cast.expert.accountId)
    expect((await accreditor.send(desk, { do: 'assign' })).statusCode).toBe(422)
    expect((await accreditor.send(desk, { do: 'assign', experts: [cast.expert.accountId] })).headers.location).toBe(desk)
    await (await aVisitor(world, app, cast.second)).get(desk, 404)
    const expert = await aVisitor(world, app, cast.expert)
    for (const body of await inAllLanguages(expert, '/accreditor/cases')) expect(body).toContain(id)
    for (const body of await inAllLanguages(expert, `/accreditor/cases/${id}`)) expect(body).toContain('name="mark-0"')
    const reads = `/accreditor/cases/${id}/programmes/${code}/4`
    for (const body of await inAllLanguages(expert, reads)) expect(body).toContain('Запрещено ли работать неисправным инструментом?')
    expect(await accreditor.get(`/ru${reads}`)).not.toContain('Запрещено ли работать')
    await stranger.get(`/ru${reads}`, 404)
    await applicant.get(`/ru/applicant/cases/${id}/programmes/${code}/4`)
    const { checklist } = await accreditation.readCase(world.as(cast.expert), id)
    expect((await expert.send(desk, { do: 'opinion', opinion: 'conforms', grounds: 'x' })).statusCode).toBe(422)
    await expert.send(desk, { do: 'checklist', items: checklist, ...Object.fromEntries(checklist.map((_, place) => [`mark-${place}`, 'conforms'])) })
    expect((await expert.send(desk, { do: 'opinion', opinion: 'conforms', grounds: 'Бәрі сай.' })).headers.location).toBe(desk)
    expect((await accreditor.send(desk, { do: 'finish' })).headers.location).toBe(desk)
    for (const body of await inAllLanguages(applicant, `/applicant/cases/${id}`)) expect(body).toContain('Бәрі сай.')
    expect((await accreditation.readCase(world.as(cast.applicant), id)).kase.step).toBe('survey')
  })

  it('let the chamber alone enter a paper application, and the applicant alone withdraw its own', async () => {
    const officer = await aVisitor(world, app, cast.officer)
    for (const body of await inAllLanguages(officer, '/accreditor/cases/paper')) expect(body).toContain('name="bin"')
    expect((await officer.send('/kk/accreditor/cases/paper', { chamber: cast.chamberId, bin: '1' })).statusCode).toBe(422)
    await (await aVisitor(world, app, cast.accreditor)).get('/kk/accreditor/cases/paper', 404)
    const { applicant, applicantId } = await anApplicant(world)
    const id = await accreditation.openApplication(world.as(applicant), { organisationId: applicantId, regionKato: cast.region })
    const visitor = await aVisitor(world, app, applicant)
    expect(await versionOf(world, id)).toBe(1)
    expect((await visitor.send(`/kk/applicant/cases/${id}`, { do: 'withdraw' })).statusCode).toBe(303)
    expect((await accreditation.readCase(world.as(applicant), id)).kase.step).toBe('withdrawn')
    await visitor.get('/kk/accreditor/cases', 404)
    const candidate = await aVisitor(world, app, await world.aPerson())
    for (const path of ['/applicant', '/applicant/cases/', `/applicant/cases/${id}`, '/accreditor/cases', '/accreditor/cases/', `/accreditor/cases/${id}`, '/accreditor/cases/paper', '/accreditation-papers/']) await candidate.get(`/ru${path}`, 404)
  })
})
