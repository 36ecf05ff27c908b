import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as people from '#modules/people/index.ts'
import { admitToTheory, readExamRoom, recordViolation } from '#modules/exams/index.ts'
import { anExamCase, type ExamCase } from '../../../test/support/exam-case.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)
/** Admitted on the day, at ten o'clock; answers the seat code. */
async function admitted(exam: ExamCase): Promise<string> {
  await exam.briefed()
  const { seatCode } = await admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
  world.at('2026-03-26 10:00')
  return seatCode
}
const theSitting = async (exam: ExamCase) => (await world.db.begin((sql) => sql.one<{ sittingId: string }>('select sitting_id from theory_run where case_id = $1', [exam.caseId]), { 'tanu.scope': 'system' })).sittingId
/** The fields of the whole form with so many right answers, as a browser without a script sends them. */
async function answers(exam: ExamCase, right: number): Promise<Record<string, string | string[]>> {
  const room = await readExamRoom(world.as(exam.candidate), { number: exam.number })
  return Object.fromEntries(room.questions.map((question, place) => [`q${question.no}`, question.kind === 'multiple' ? (place < right ? ['a', 'c'] : ['a']) : place < right ? 'b' : 'd']))
}
async function write(exam: ExamCase, who: Visitor, right: number): Promise<string> {
  const path = `/kk/exam/${exam.number}`
  expect((await who.send(path, { do: 'start' })).statusCode).toBe(303)
  const saved = await who.send(path, { ...(await answers(exam, right)), save: '1' })
  expect([saved.statusCode, saved.headers['location']]).toEqual([303, `${path}#q-2`])
  expect((await who.send(`${path}/hand-in`, {})).statusCode).toBe(303)
  return who.get(path)
}

describe('the exam without a script', () => {
  it('is written as one long form: fifteen of twenty pass, and the keys are on no page', async () => {
    const exam = await anExamCase(world)
    await admitted(exam)
    const candidate = await visitor(exam.candidate)
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}`)) expect(body).toContain('value="start"')
    const body = await write(exam, candidate, 15)
    expect(body).toContain('20 сұрақтың 15 сұрағына дұрыс жауап берілді')
    expect(body).toContain('Теориялық кезеңнен өттіңіз')
    expect(body).not.toMatch(/correct|"key"/)
    expect(await exam.step()).toBe('theory-passed')
  })

  it('says before it begins how much time was granted more', async () => {
    const exam = await anExamCase(world, { extraPercent: 25 })
    await admitted(exam)
    expect(await (await visitor(exam.candidate)).get(`/kk/exam/${exam.number}`)).toContain('оның ішінде қосымша +25 %')
  })

  it('is not passed with exactly seventy per cent', async () => {
    const exam = await anExamCase(world)
    await admitted(exam)
    expect(await write(exam, await visitor(exam.candidate), 14)).toContain('20 сұрақтың 14 сұрағына дұрыс жауап берілді')
    expect(await exam.step()).toBe('held')
  })

  it('is handed in once, however often the button is pressed, and takes no answer afterwards', async () => {
    const exam = await anExamCase(world)
    await admitted(exam)
    const candidate = await visitor(exam.candidate)
    await write(exam, candidate, 20)
    expect((await app.inject({ url: `/kk/exam/${exam.number}/hand-in`, headers: {} })).statusCode).toBe(404)
    expect(await candidate.get(`/kk/exam/${exam.number}/hand-in`)).toContain('20 сұрақтың 20 сұрағына дұрыс жауап берілді')
    expect(await candidate.get(`/kk/exam/${exam.number}`)).not.toContain('data-run')
  })

  it('takes no answer when the time and its grace are over, and says so', async () => {
    const exam = await anExamCase(world)
    await admitted(exam)
    const candidate = await visitor(exam.candidate)
    await candidate.send(`/kk/exam/${exam.number}`, { do: 'start' })
    const late = await answers(exam, 20)
    // A page in between, as of somebody who writes: half an hour without a sign ends a sign-in.
    world.at('2026-03-26 10:25')
    await candidate.get(`/kk/exam/${exam.number}`)
    world.at('2026-03-26 10:42')
    const refused = await candidate.send(`/kk/exam/${exam.number}`, { ...late, save: '1' })
    expect(refused.statusCode).toBeGreaterThanOrEqual(400)
    expect(refused.statusCode).toBeLessThan(500)
    expect(refused.body).toContain('Уақыт бітті')
  })

  it('shows a warning before the questions until it was read', async () => {
    const exam = await anExamCase(world)
    await admitted(exam)
    const candidate = await visitor(exam.candidate)
    const path = `/kk/exam/${exam.number}`
    await candidate.send(path, { do: 'start' })
    await recordViolation(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'communication', note: 'Көршісімен сөйлесті' })
    const warned = await candidate.get(path)
    expect(warned).toContain('Көршісімен сөйлесті')
    expect(warned).not.toContain('data-run')
    expect((await candidate.send(path, { do: 'understood' })).statusCode).toBe(303)
    expect(await candidate.get(path)).toContain('data-run')
  })

  it('says that everybody was stopped, takes no answer and no hand-in, and goes on where it stood', async () => {
    const exam = await anExamCase(world)
    await admitted(exam)
    const candidate = await visitor(exam.candidate)
    const path = `/kk/exam/${exam.number}`
    await candidate.send(path, { do: 'start' })
    const given = await answers(exam, 20)
    const sittingId = await theSitting(exam)
    world.at('2026-03-26 10:10')
    const room = await visitor(exam.invigilator)
    const stop = { do: 'halt', haltGround: 'fire-alarm', haltNote: 'Дабыл' }
    expect((await room.send(`/kk/centre/sittings/${sittingId}`, stop)).statusCode).toBe(303)
    const twice = await room.send(`/kk/centre/sittings/${sittingId}`, stop)
    expect([twice.statusCode, twice.body.includes('басқа адам тоқтатып қойған')]).toEqual([422, true])
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}`)) for (const wanted of ['id="halted"', '10:10', '30:00']) expect(body).toContain(wanted)
    expect(await candidate.get(`${path}/hand-in`)).toContain('id="halted"')
    const csrf = /data-csrf="([^"]+)"/.exec(await candidate.get(path))![1]!
    const refused = await candidate.send(path, { ...given, csrf, save: '1' })
    expect([refused.statusCode, refused.body.includes('id="halted"')]).toEqual([422, true])
    for (const body of await inAllLanguages(room, `/centre/sittings/${sittingId}`)) expect(body).toContain('value="resume"')
    world.at('2026-03-26 10:25')
    const halt = /name="halt" value="([^"]+)"/.exec(await room.get(`/kk/centre/sittings/${sittingId}`))![1]!
    expect((await room.send(`/kk/centre/sittings/${sittingId}`, { do: 'resume', halt })).statusCode).toBe(303)
    expect((await room.send(`/kk/centre/sittings/${sittingId}`, { do: 'resume', halt })).statusCode).toBe(422)
    expect(await candidate.get(path)).toContain('data-left="1800000"')
    expect((await candidate.send(path, { ...given, save: '1' })).statusCode).toBe(303)
  })

  it('does not exist for another candidate, for staff, or for somebody without a seat', async () => {
    const exam = await anExamCase(world)
    await admitted(exam)
    for (const who of [await visitor(await world.aPerson()), await visitor(exam.clerk), await visitor()]) await who.get(`/kk/exam/${exam.number}`, 404)
  })
})

describe('an answer of the island', () => {
  it('is taken from the candidate in his account until he signs out, and then from nobody with his cookie', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    const candidate = await visitor(exam.candidate)
    const csrf = /data-csrf="([^"]+)"/.exec(await candidate.get(`/kk/exam/${exam.number}`))![1]!
    const send = (seq: number, headers: Record<string, string> = {}) => app.inject({
      method: 'POST', url: `/kk/exam/${exam.number}/answers`, payload: JSON.stringify({ runId, changes: [{ seq, itemNo: 1, chosen: ['a'] }] }),
      headers: { cookie: candidate.cookie(), 'x-csrf-token': csrf, 'content-type': 'application/json', ...headers },
    })
    const taken = []
    for (const seq of [1, 2, 3]) taken.push((await send(seq)).json().lastSeq)
    expect(taken).toEqual([1, 2, 3])
    expect((await send(4, { 'x-csrf-token': 'guessed' })).json().code).toBe('csrf.wrong')
    expect((await send(4, { origin: 'https://elsewhere.example' })).json().code).toBe('csrf.wrong')
    expect((await send(4, { 'content-type': 'text/plain' })).statusCode).toBeGreaterThanOrEqual(400)
    await people.signOutEverywhere(world.as(exam.candidate), null)
    expect((await send(4)).statusCode).toBe(403)
    expect((await world.db.one<{ count: number }>('select count(*) as count from answer_event where run_id = $1', [runId])).count).toBe(3)
  })
})

describe('a seat of the centre', () => {
  const cookieOf = (answer: { headers: Record<string, unknown> }): string => [answer.headers['set-cookie']].flat().map((line) => String(line).split(';')[0]!).filter((line) => !line.endsWith('=')).join('; ')
  async function typed(code: string) {
    const page = await app.inject({ url: '/kk/exam' })
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)![1]!
    return app.inject({ method: 'POST', url: '/kk/exam', headers: { cookie: cookieOf(page), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, code }).toString() })
  }

  it('is taken with the code of the invigilator, in small letters and without the dash, once', async () => {
    const exam = await anExamCase(world, { onPaper: true })
    const code = await admitted(exam)
    const taken = await typed(code.toLowerCase().replace('-', ' '))
    expect([taken.statusCode, taken.headers['location']]).toEqual([303, `/kk/exam/${exam.number}`])
    expect(String(taken.headers['set-cookie'])).toMatch(/tanu-seat=[^;]+;.*HttpOnly/)
    const seated = await app.inject({ url: `/kk/exam/${exam.number}`, headers: { cookie: cookieOf(taken) } })
    expect([seated.statusCode, seated.body.includes('value="start"')]).toEqual([200, true])
    expect((await typed(code)).statusCode).toBe(422)
  })

  it('is refused to a wrong code without a word of which are right', async () => {
    for (const code of ['AAAA-BBBB', '', 'x'.repeat(500), "' or 1=1 --"]) {
      const refused = await typed(code)
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain('govuk-error-summary')
    }
  })

  it('takes answers of the island from nobody else, and refuses what is no answer', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    const page = await app.inject({ url: '/kk/exam' })
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)![1]!
    const send = (payload: unknown) => app.inject({ method: 'POST', url: `/kk/exam/${exam.number}/answers`, headers: { cookie: cookieOf(page), 'x-csrf-token': csrf, 'content-type': 'application/json' }, payload: JSON.stringify(payload) })
    expect((await send({ runId, changes: [{ seq: 1, itemNo: 1, chosen: ['a'] }] })).statusCode).toBe(404)
    for (const body of [{}, { runId: 'x', changes: [] }, { runId, changes: [{ seq: -1, itemNo: 1, chosen: [] }] }, { runId, changes: [{ seq: 1, itemNo: 1, chosen: 'a' }] }, null]) {
      const refused = await send(body)
      expect(refused.statusCode, JSON.stringify(body)).toBeGreaterThanOrEqual(400)
      expect(refused.statusCode, JSON.stringify(body)).toBeLessThan(500)
    }
  })
})
