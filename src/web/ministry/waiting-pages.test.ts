import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as applications from '#modules/applications/index.ts'
import { aDecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { aReceivingCentre, certificateEvent, manyCasesBeside, withApplication } from '../../../test/support/lost-scope.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()
const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)

describe('the page of an event', () => {
  it('lists every waiting case, decides them in one press, and tells everybody on his own pages', async () => {
    const exam = await anExamCase(world)
    const beside = await anExamCase(world, { beside: exam })
    for (const each of [exam, beside]) await withApplication(world, each)
    await exam.notified()
    for (const each of [exam, beside]) await applications.recordPayment(world.as(exam.clerk), { number: each.number, version: await each.version(), amount: 45_000, paidOn: '2026-03-02', receipt: 'R' })
    const receiver = await aReceivingCentre(world, exam.professionCode)
    world.at('2026-03-10 10:00')
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const path = `/ministry/waiting/${exam.centre.certificateId}/${eventId}`

    const ministry = await visitor(await world.anOfficial('ministry'))
    const reader = await visitor(await world.anOfficial('national-body'))
    for (const body of await inAllLanguages(ministry, '/ministry')) expect(body).toContain(path)
    for (const body of await inAllLanguages(ministry, path)) {
      for (const each of [exam, beside]) expect(body).toContain(`name="fate-${each.number}"`)
      expect(body).toContain(`value="move ${receiver.id}" selected`)
    }
    expect(await reader.get(`/kk${path}`)).not.toContain('name="ground"')
    await (await visitor(exam.clerk)).get(`/kk${path}`, 404)
    for (const body of await inAllLanguages(await visitor(exam.candidate), `/cases/${exam.number}`)) expect(body).toContain(exam.number)

    const page = await ministry.get(`/kk${path}`)
    const entries = [...page.matchAll(/name="case" value="([^"]+)"/g)].map((match) => match[1]!)
    expect(entries).toHaveLength(2)
    const fates = { [`fate-${exam.number}`]: `move ${receiver.id}`, [`fate-${beside.number}`]: 'close' }
    const without = await ministry.send(`/kk${path}`, { case: entries, ...fates, [`fate-${beside.number}`]: '', ground: 'x' })
    expect([without.statusCode, without.body.includes(beside.number), without.body.includes('govuk-error-summary')]).toEqual([422, true, true])
    expect((await ministry.send(`/kk${path}`, { case: entries, ...fates, ground: ' ' })).statusCode).toBe(422)
    const sent = await ministry.send(`/kk${path}`, { case: entries, ...fates, ground: 'Аккредиттеу кері қайтарылды.' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/kk${path}`])
    for (const body of await inAllLanguages(ministry, path)) expect(body).toContain('Аккредиттеу кері қайтарылды.')
    expect(await ministry.get('/kk/ministry')).not.toContain(path)

    const candidate = await visitor(exam.candidate)
    expect(await candidate.get(`/ru/cases/${exam.number}`)).toContain('министерство передало дело')
    expect(await (await visitor(beside.candidate)).get(`/ru/cases/${beside.number}`)).toMatch(/причитается возврат: 45\s000/)
    expect(await (await visitor(receiver.clerk)).get('/kk/centre')).toContain(exam.number)
    const folder = await (await visitor(receiver.clerk)).get(`/ru/centre/cases/${exam.number}`)
    expect(folder).toContain('министерство передало дело')

    const old = await visitor(exam.clerk)
    await old.get(`/kk/centre/cases/${exam.number}`, 404)
    expect(await old.get('/kk/centre')).not.toContain(exam.number)
    for (const body of await inAllLanguages(old, '/centre/handed-over')) for (const each of [exam, beside]) expect(body).toContain(each.number)
    const archive = await old.get('/kk/centre/handed-over')
    const paper = /\/kk\/papers\/[0-9a-f-]+/.exec(archive)![0]
    // Seen by the centre that made it; the bytes are the worker's, who is not here.
    await old.get(paper, 422)
    await (await visitor(await world.aPerson())).get(paper, 404)
    const settlement = /<option value="([0-9a-f-]{36})"/.exec(archive)![1]!
    expect((await old.send('/kk/centre/handed-over', { settlement, 'settledOn-day': '10', 'settledOn-month': '3', 'settledOn-year': '2026', receipt: 'P-9' })).statusCode).toBe(303)
    expect(await old.get('/kk/centre/handed-over')).toContain('P-9')
  })

  it('with more cases than one page holds takes those of the other pages as proposed, in the same step', async () => {
    const exam = await anExamCase(world)
    await manyCasesBeside(world, exam, 51)
    world.at('2026-03-10 10:00')
    const path = `/ministry/waiting/${exam.centre.certificateId}/${await certificateEvent(world, exam.centre, 'withdrawal')}`
    const ministry = await visitor(await world.anOfficial('ministry'))
    const entriesOf = (body: string) => [...body.matchAll(/name="case" value="([^"]+)"/g)].map((match) => match[1]!)
    const [first, second] = [await ministry.get(`/kk${path}`), await ministry.get(`/kk${path}?page=2`)]
    expect([entriesOf(first).length, entriesOf(second).length, new Set([...entriesOf(first), ...entriesOf(second)]).size]).toEqual([50, 2, 52])
    for (const body of await inAllLanguages(ministry, path)) expect(body).toContain('name="decide-rest"')

    const rest = /name="rest" value="([^"]+)"/.exec(first)![1]!
    expect(rest.split(';').map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual(entriesOf(second).sort())
    const fates = Object.fromEntries(entriesOf(first).map((entry) => [`fate-${entry.split(' ')[0]}`, 'close']))
    const sent = await ministry.send(`/kk${path}`, { case: entriesOf(first), ...fates, rest, 'decide-rest': 'yes', ground: 'Аккредиттеу кері қайтарылды.' })
    expect(sent.statusCode).toBe(303)
    const after = await ministry.get(`/ru${path}`)
    expect([entriesOf(after), after.includes('52 дела')]).toEqual([[], true])
  }, 60_000)
})

describe('the page of a retake at a centre that lost its scope', () => {
  it('offers to ask for another centre, and everybody reads on his own page what follows', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const receiver = await aReceivingCentre(world, exam.professionCode)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const candidate = await visitor(exam.candidate)
    const path = `/cases/${exam.number}/retake`
    for (const body of await inAllLanguages(candidate, path)) expect(body).toContain('value="elsewhere"')
    expect((await candidate.send(`/kk${path}`, { do: 'elsewhere', agree: '' })).statusCode).toBe(422)
    expect((await candidate.send(`/kk${path}`, { do: 'elsewhere', agree: 'yes' })).headers.location).toBe(`/kk/cases/${exam.number}`)
    expect(await candidate.get(`/ru/cases/${exam.number}`)).toContain('Центр для пересдачи определяет министерство')
    expect(await (await visitor(exam.clerk)).get(`/ru/centre/cases/${exam.number}`)).toContain('Центр для пересдачи определяет министерство')
    const official = await visitor(await world.anOfficial('ministry'))
    const event = `/kk/ministry/waiting/${exam.centre.certificateId}/${eventId}`
    const page = await official.get(event)
    expect([page.includes('Қайта тапсыруды сұрайды'), page.includes(`value="move ${receiver.id}" selected`), page.includes('value="finish"')]).toEqual([true, true, false])
    const entry = /name="case" value="([^"]+)"/.exec(page)![1]!
    expect((await official.send(event, { case: [entry], [`fate-${exam.number}`]: `move ${receiver.id}`, ground: 'Қайта тапсыру үшін.' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, `/cases/${exam.number}`)) expect(body).toContain(exam.number)
    // The clerk of the new centre reads the price of a retake, not that of a whole recognition.
    const check = await (await visitor(receiver.clerk)).get(`/ru/centre/cases/${exam.number}/check`)
    expect([/25\s000/.test(check), /60\s000/.test(check)]).toEqual([true, false])
  })
})
