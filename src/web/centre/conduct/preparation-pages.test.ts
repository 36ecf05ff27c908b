import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { anExamCase } from '../../../../test/support/exam-case.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)
const stranger = async () => visitor(await world.aStaffMember((await world.aCentre()).id, ['centre-operator', 'centre-head', 'invigilator', 'assessor']))

describe('the notification in the browser', () => {
  it('offers the first lawful day and the sittings from it on, and sends what the clerk chose', async () => {
    const exam = await anExamCase(world)
    world.at('2026-03-05 11:00')
    const path = `/centre/cases/${exam.number}/notify`
    const desk = await visitor(exam.clerk)
    for (const body of await inAllLanguages(desk, path)) expect(body).toContain('/centre/sittings/new')
    const early = { theory: await exam.sitting('theory', '2026-03-12'), practice: await exam.sitting('practice', '2026-03-12', '13:00', '16:00') }
    const lawful = { theory: await exam.sitting('theory', '2026-03-26'), practice: await exam.sitting('practice', '2026-03-26', '13:00', '16:00') }
    for (const body of await inAllLanguages(desk, path)) {
      expect(body).toContain(`value="${lawful.theory}"`)
      expect(body).not.toContain(`value="${early.theory}"`)
      expect(body).toContain('10:00')
    }
    const page = await desk.get(`/ru${path}`)
    expect(page).toContain('Самый ранний допустимый день: 26 марта 2026')
    expect(page).toMatch(/12 марта 2026 года, четверг, 10:00–12:00<\/b><br\/>[^<]*26 марта 2026/)
    const preview = await desk.send(`/ru${path}`, { ...lawful, do: 'preview' })
    expect(preview.statusCode).toBe(200)
    expect(/id="preview"[^]*?<\/section>/.exec(preview.body)?.[0]).toMatch(/26 марта 2026[^]*13:00–16:00[^]*Хромтау[^]*диктофон/)
    expect(await exam.step()).toBe('contract-signed')
    const refused = await desk.send(`/ru${path}`, early)
    expect([refused.statusCode, refused.body.includes('govuk-error-summary'), refused.body.includes('26 марта 2026')]).toEqual([422, true, true])
    expect((await desk.send(`/kk${path}`, { theory: lawful.theory })).statusCode).toBe(422)
    expect(await exam.step()).toBe('contract-signed')
    expect((await desk.send(`/kk${path}`, lawful)).headers.location).toBe(`/kk/centre/cases/${exam.number}`)
    expect(await exam.step()).toBe('notified')
  })

  it('wants a ground for a new date, and tells the second of two clerks', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    world.at('2026-03-06 11:00')
    const path = `/kk/centre/cases/${exam.number}/notify`
    const desk = await visitor(exam.clerk)
    const later = { theory: await exam.sitting('theory', '2026-04-02'), practice: await exam.sitting('practice', '2026-04-02', '13:00', '16:00') }
    const silent = await desk.send(path, later)
    expect([silent.statusCode, silent.body.includes('Жаңа күннің себебін жазыңыз')]).toEqual([422, true])
    expect((await desk.send(path, { ...later, ground: 'Цехта жөндеу жүріп жатыр.', version: '1' })).statusCode).toBe(409)
    expect((await desk.send(path, { ...later, ground: 'Цехта жөндеу жүріп жатыр.' })).statusCode).toBe(303)
    expect(await (await visitor(exam.candidate)).get(`/kk/cases/${exam.number}/notice`)).toContain('Цехта жөндеу')
  })

  it('does not exist for an assessor, another centre or the candidate', async () => {
    const exam = await anExamCase(world)
    const path = `/kk/centre/cases/${exam.number}/notify`
    await (await stranger()).get(path, 404)
    for (const each of [exam.assessor, exam.candidate]) await (await visitor(each)).get(path, 404)
    await (await visitor()).get(path, 303)
  })
})

describe('notice and briefing in the browser', () => {
  it('shows the candidate when, where, what is forbidden and his rights, and gives it to his calendar', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    const candidate = await visitor(exam.candidate)
    for (const body of await inAllLanguages(candidate, `/cases/${exam.number}/notice`)) {
      for (const wanted of ['10:00', '13:00', 'Хромтау', `/cases/${exam.number}/briefing`, `/cases/${exam.number}/exam.ics`, '/complaint']) expect(body).toContain(wanted)
    }
    const calendar = await candidate.get(`/kk/cases/${exam.number}/exam.ics`)
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(calendar).toContain('DTSTART:20260326T050000Z')
    for (const path of ['notice', 'briefing', 'exam.ics']) {
      await (await visitor(await world.aPerson())).get(`/kk/cases/${exam.number}/${path}`, 404)
      await (await stranger()).get(`/kk/cases/${exam.number}/${path}`, 404)
    }
  })

  it('is recorded by two people: held by the staff, confirmed by the candidate, each once', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    world.at('2026-03-26 09:40')
    const [own, desk] = [`/cases/${exam.number}/briefing`, `/centre/cases/${exam.number}/briefing`]
    const [candidate, invigilator] = [await visitor(exam.candidate), await visitor(exam.invigilator)]
    for (const body of await inAllLanguages(candidate, own)) expect(body).toContain('name="agree-familiarisation"')
    expect(await candidate.get(`/kk${own}`)).not.toContain('name="agree-briefing"')
    await inAllLanguages(invigilator, desk)
    const hashOf = async (kind: string) => new RegExp(`name="kind" value="${kind}"[^]*?name="hash" value="([0-9a-f]+)"`).exec(await candidate.get(`/kk${own}`))?.[1] ?? ''
    const untouched = await candidate.send(`/kk${own}`, { kind: 'familiarisation', hash: await hashOf('familiarisation') })
    expect([untouched.statusCode, untouched.body.includes('govuk-error-summary')]).toEqual([422, true])
    expect((await candidate.send(`/kk${own}`, { kind: 'familiarisation', hash: 'ab', 'agree-familiarisation': 'yes' })).statusCode).toBe(422)
    expect((await candidate.send(`/kk${own}`, { kind: 'familiarisation', hash: await hashOf('familiarisation'), 'agree-familiarisation': 'yes' })).statusCode).toBe(303)
    expect((await invigilator.send(`/kk${desk}`, { do: 'hold', kinds: ['familiarisation', 'briefing'] })).headers.location).toBe(`/kk${desk}`)
    expect((await invigilator.send(`/kk${desk}`, { do: 'paper', kinds: 'briefing' })).statusCode).toBe(422)
    expect(await exam.step()).toBe('notified')
    expect((await candidate.send(`/kk${own}`, { kind: 'briefing', hash: await hashOf('briefing'), 'agree-briefing': 'yes' })).statusCode).toBe(303)
    expect(await exam.step()).toBe('briefed')
    for (const body of [...(await inAllLanguages(candidate, own)), ...(await inAllLanguages(invigilator, desk))]) expect(body).not.toContain('<button class="govuk-button" type="submit"')
  })

  it('is signed on paper before a second member of the staff when the candidate has no account', async () => {
    const exam = await anExamCase(world, { onPaper: true })
    await exam.notified()
    world.at('2026-03-26 09:40')
    const path = `/ru/centre/cases/${exam.number}/briefing`
    const [invigilator, clerk] = [await visitor(exam.invigilator), await visitor(exam.clerk)]
    await invigilator.send(path, { do: 'hold', kinds: ['familiarisation', 'briefing'] })
    expect(await invigilator.get(path)).not.toContain('name="do" value="paper"')
    for (const kinds of ['familiarisation', 'briefing']) expect((await clerk.send(path, { do: 'paper', kinds })).statusCode).toBe(303)
    expect(await exam.step()).toBe('briefed')
    await (await stranger()).get(path, 404)
    await (await visitor(exam.candidate)).get(path, 404)
  })
})
