import { describe, expect, it } from 'vitest'
import { callPanel } from '#modules/decisions/index.ts'
import { aHeldCase } from '../../../../test/support/decided-case.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

describe('the page of a panel', () => {
  it('lets the clerk replace a member and dissolve the panel, each with a ground, and says what is missing at its field', async () => {
    const exam = await aHeldCase(world, 'pass')
    await callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
    const desk = await aVisitor(world, app, exam.clerk)
    const path = `/centre/cases/${exam.number}/panel`
    for (const body of await inAllLanguages(desk, path)) expect([body.includes('value="dissolve"'), body.includes('name="successor"')]).toEqual([true, false])
    const successor = await world.aStaffMember(exam.centre.id, ['panel-member'])
    for (const body of await inAllLanguages(desk, path)) expect(body).toContain(`value="${successor.accountId}"`)
    const empty = await desk.send(`/kk${path}`, { do: 'replace', member: exam.panel[1]!.accountId, successor: '', replaceGround: '', replaceNote: 'Ауырып қалды' })
    expect([empty.statusCode, empty.body.includes('href="#f-successor"'), empty.body.includes('href="#f-replaceGround"'), empty.body.includes('Ауырып қалды'), /<details class="govuk-details" open/.test(empty.body)]).toEqual([422, true, true, true, true])
    const replaced = await desk.send(`/ru${path}`, { do: 'replace', member: exam.panel[1]!.accountId, successor: successor.accountId, replaceGround: 'other', replaceNote: 'Командировка.' })
    expect([replaced.statusCode, replaced.headers.location]).toEqual([303, `/ru${path}`])
    for (const body of await inAllLanguages(desk, path)) expect(body).toContain('Командировка.')
    expect((await desk.send(`/en${path}`, { do: 'dissolve', dissolveGround: '' })).statusCode).toBe(422)
    expect((await desk.send(`/en${path}`, { do: 'dissolve', dissolveGround: 'unable' })).headers.location).toBe(`/en${path}`)
    for (const body of await inAllLanguages(desk, path)) expect(body).toContain('value="call"')
    for (const body of await inAllLanguages(desk, `/centre/cases/${exam.number}`)) expect(body).not.toContain('panel-dissolved')
  })
})
