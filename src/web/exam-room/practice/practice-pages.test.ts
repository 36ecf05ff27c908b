import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as exams from '#modules/exams/index.ts'
import { messages } from '#modules/exams/messages/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { PNG } from '../../../../test/support/files.ts'
import { anOnlineExam } from '../../../../test/support/online-exam.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../../test/support/visitor.ts'

const LANGS = ['kk', 'ru', 'en'] as const
const { world, app } = await servedWorld()
const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)

const upload = (who: Visitor, path: string, name: string, bytes: Uint8Array) => who.send(path, { do: 'file', file: { name, bytes } })

describe('the room of a practice on line', () => {
  it('leads from the preparation over the work to its end, without a script too, and the assessor finds the files beside his sheet', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.practiceChecked()
    const candidate = await visitor(exam.candidate)
    const room = `/kk/exam/${exam.number}/practice`
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/practice`)) expect(body).toContain(`/exam/${exam.number}/watch?stage=practice`)
    expect(await candidate.get(`/kk/exam/${exam.number}`)).toContain(`/exam/${exam.number}/watch?stage=practice`)
    expect(await candidate.get(`/kk/cases/${exam.number}/notice`)).toContain(room)
    world.at('2026-03-26 12:50')
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, stage: 'practice', faceIsHis: true, roomIsEmpty: true })
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/practice`)) expect(body).toContain('value="begin"')
    expect((await candidate.send(room, { do: 'begin', device: '018f3c5a-0000-4000-8000-00000000000d' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/practice`)) {
      expect(body).toContain('data-stage="run"')
      expect(body).toMatch(/Тапсырма (kk|ru)/)
    }
    expect(await upload(candidate, room, 'жұмыс.png', PNG)).toMatchObject({ statusCode: 303 })
    const refused = await upload(candidate, room, 'жұмыс.exe', Buffer.from('MZ no picture'))
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('govuk-error-summary')
    const seen = await candidate.get(room)
    expect(seen).toContain('жұмыс.png')
    const file = new RegExp(`href="(${room}/files/[^"]+)"`).exec(seen)![1]!
    expect((await app.inject({ url: `${room}/state`, headers: { cookie: candidate.cookie() } })).json()).toMatchObject({ state: 'running', halted: false, html: expect.stringContaining('жұмыс.png') as unknown })
    for (const who of [await visitor(await world.aPerson()), await visitor(exam.proctor)]) for (const path of [room, file, `${room}/state`]) await who.get(path, 404)
    const assessor = await visitor(exam.assessor)
    for (const body of await inAllLanguages(assessor, `/examiner/marking/${exam.number}`)) expect(body).toContain('жұмыс.png')
    await assessor.get(file)
    expect((await candidate.send(room, { do: 'hand-in' })).statusCode).toBe(422)
    expect((await candidate.send(room, { do: 'hand-in', sure: 'yes' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/practice`)) expect(body).toMatch(/data-ended[\s\S]*SHA-256/)
    // The console of the centre says how his work stands, until the practice is closed.
    const head = await visitor(exam.head)
    const [{ sittingId }] = (await exam.sql<{ sittingId: string }>('select sitting_id from practice_run where case_id = $1', [exam.caseId])) as [{ sittingId: string }]
    const atConsole = async (words: readonly string[]) => { for (const [n, body] of (await inAllLanguages(head, `/centre/sittings/${sittingId}`)).entries()) expect(body).toContain(words[n]!) }
    await atConsole(LANGS.map((lang) => messages[lang].seatStates['work-handed-in']))
    expect((await app.inject({ url: `${room}/state`, headers: { cookie: candidate.cookie() } })).json()).toMatchObject({ state: 'ended', html: '' })
    for (const step of [1, 2, 3]) await exams.markStep(world.as(exam.assessor), { number: exam.number, step, done: true })
    await atConsole(LANGS.map((lang) => messages[lang].seatStates['being-marked']))
    await exams.endPractice(world.as(exam.assessor), { number: exam.number })
    for (const body of await inAllLanguages(candidate, `/cases/${exam.number}`)) expect(body).toContain('жұмыс.png')
    expect(await (await visitor(exam.head)).get(`/kk/centre/cases/${exam.number}`)).toContain('жұмыс.png')
  })

  it('that a failure broke off says so to both, and goes on by the press of its candidate, without a script too', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.working()
    const [candidate, proctor] = [await visitor(exam.candidate), await visitor(exam.proctor)]
    const [room, desk] = [`/exam/${exam.number}/practice`, `/proctor/cases/${exam.number}?stage=practice`]
    const device = '018f3c5a-0000-4000-8000-00000000000d'
    const refused = await proctor.send(`/ru${desk}`, { do: 'break-off', stage: 'practice', breakGround: 'health', breakNote: '' })
    expect([refused.statusCode, refused.body.includes('Выберите вид сбоя.'), refused.body.includes('Напишите, что произошло.')]).toEqual([422, true, true])
    expect((await proctor.send(`/ru${desk}`, { do: 'break-off', stage: 'practice', breakGround: 'power-cut', breakNote: 'Погас свет', breakMinutes: '3' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, room)) expect(body).toMatch(/data-broken[\s\S]*Погас свет/)
    for (const [n, body] of (await inAllLanguages(proctor, desk)).entries()) expect(body).toContain(messages[LANGS[n]!].incidents['power-cut'])
    expect(await candidate.get(`/kk/exam/${exam.number}/watch?stage=practice`)).toContain(room)
    // Nothing goes on by his own press before the proctor lets him.
    expect((await candidate.send(`/ru${room}`, { do: 'begin', device })).statusCode).toBe(422)
    expect((await upload(candidate, `/ru${room}`, 'жұмыс.png', PNG)).statusCode).toBe(422)
    expect((await proctor.send(`/ru${desk}`, { do: 'let-go-on', stage: 'practice' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, room)) expect(body).toContain('value="begin"')
    expect((await candidate.send(`/ru${room}`, { do: 'begin', device })).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, room)) expect(body).toMatch(/Тапсырма (kk|ru)/)
    // Another failure, and another day.
    expect((await proctor.send(`/ru${desk}`, { do: 'break-off', stage: 'practice', breakGround: 'equipment', breakNote: 'Сломался компьютер' })).statusCode).toBe(303)
    const moved = await proctor.send(`/ru${desk}`, { do: 'another-day', stage: 'practice' })
    expect([moved.statusCode, String(moved.headers['location'])]).toEqual([303, expect.stringContaining('/ru/proctor/sittings/')])
    expect(await exam.step()).toBe('contract-signed')
    await candidate.get(`/ru${room}`, 404)
  })

  it('stands still with its sitting, and shows a warning before the task', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.working()
    const candidate = await visitor(exam.candidate)
    const room = `/kk/exam/${exam.number}/practice`
    await proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, stage: 'practice', ground: 'disturbance', note: 'бөгде адам кірді', wanted: 'warning', seen: 0 })
    expect(await candidate.get(room)).toContain('бөгде адам кірді')
    expect((await candidate.send(room, { do: 'understood' })).statusCode).toBe(303)
    expect(await candidate.get(room)).toContain('Тапсырма kk')
    const [{ sittingId }] = (await exam.sql<{ sittingId: string }>('select sitting_id from practice_run where case_id = $1', [exam.caseId])) as [{ sittingId: string }]
    await exams.haltSitting(world.as(exam.assessor), { sittingId, ground: 'power-cut', note: '' })
    const body = await candidate.get(room)
    expect(body).toContain('data-halted="yes"')
    expect(body).not.toContain('Тапсырма kk')
  })
})
