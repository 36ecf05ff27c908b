import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { admitToPractice, admitToTheory, confirmBriefing, handInTheory, holdBriefing, readExamRoom, readNotice, startTheory } from '#modules/exams/index.ts'
import { anExamCase, answerRightly, type ExamCase } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../../test/support/visitor.ts'
import { caseText } from '../../case/case-text.ts'
import { examRoomText } from '../../exam-room/exam-room-text.ts'
import { conductText } from './conduct-text.ts'

const { world, app } = await servedWorld()

const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)
const stranger = async () => visitor(await world.aStaffMember((await world.aCentre()).id, ['centre-operator', 'centre-head', 'invigilator', 'assessor']))
/** The sittings to which the candidate was notified. */
async function seatsOf(exam: ExamCase): Promise<{ theory?: string; practice?: string }> {
  const { sittings } = await readNotice(world.as(exam.clerk), exam.number)
  return Object.fromEntries(sittings.map((sitting) => [sitting.stage, sitting.id]))
}
/** Fields of one act at one seat of the console. */
function atSeat(exam: ExamCase, act: string, fields: Readonly<Record<string, string>> = {}) {
  return { number: exam.number, do: act, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${act}-${exam.number}`, value])) }
}

describe('the console of a sitting in the browser', () => {
  it('says at the seat and in the pack of whom the face is compared by somebody of the same sex, apart and without a picture; of nobody else', async () => {
    const exam = await anExamCase(world)
    const { theory } = await exam.notified()
    world.at('2026-03-26 09:40')
    for (const who of [exam.invigilator, exam.candidate]) await (who === exam.candidate ? confirmBriefing : holdBriefing)(world.as(who), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    const room = await visitor(exam.invigilator)
    const said = async () => (await Promise.all(['', '/pack'].map((page) => inAllLanguages(room, `/centre/sittings/${theory}${page}`)))).flat().map((body) => /бір жыныстағы қызметкер|сотрудник одного с кандидатом пола|staff of the same sex/.test(body))
    expect(await said()).toEqual(Array(6).fill(false))
    await world.db.begin((sql) => sql.run("insert into accommodation (id, case_id, kind, answer, answered_by, answered_at) values (gen_random_uuid(), $1, 'covered-face', 'granted', $2, now())", [exam.caseId, exam.clerk.accountId]), { 'tanu.scope': 'system' })
    expect(await said()).toEqual(Array(6).fill(true))
  })

  it('admits with a seat code that is shown once, warns, gives minutes back, and removes at the second violation', async () => {
    const exam = await anExamCase(world)
    const { theory } = await exam.notified()
    const console = `/centre/sittings/${theory}`
    const kinds = ['familiarisation', 'briefing'] as const
    world.at('2026-03-26 09:40')
    const room = await visitor(exam.invigilator)
    for (const body of await inAllLanguages(room, console)) expect(body).toContain(exam.number)
    await holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds })
    expect(await room.get(`/kk${console}`)).toContain(`/kk/centre/cases/${exam.number}/briefing`)
    await confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds })
    const unseen = await room.send(`/kk${console}`, atSeat(exam, 'admit'))
    expect([unseen.statusCode, unseen.body.includes('Жеке басты куәландыратын құжатты')]).toEqual([422, true])
    const admitted = await room.send(`/kk${console}`, atSeat(exam, 'admit', { identity: 'yes' }))
    expect(admitted.headers.location).toBe(`/kk${console}#seat-${exam.number}`)
    const code = /tanu-seat-code=[^;]*\.([0-9A-Z]{4}-[0-9A-Z]{4})\.first; Path=\/; Max-Age=120; HttpOnly/.exec(String(admitted.headers['set-cookie']))?.[1] ?? ''
    expect(code).not.toBe('')
    expect(await room.get(`/kk${console}`)).toContain('t-seat--admitted')
    expect(await room.get(`/kk${console}`)).not.toContain(code)
    world.at('2026-03-26 10:00')
    await startTheory(world.as(exam.candidate), { number: exam.number })
    expect(await room.get(`/ru${console}`)).toContain('t-seat--writing')
    expect((await room.send(`/ru${console}`, atSeat(exam, 'violation', { ground: 'forbidden-item', note: '' }))).statusCode).toBe(422)
    expect((await room.send(`/ru${console}`, atSeat(exam, 'incident', { kind: 'power-cut', note: 'Свет', minutes: '5,5' }))).statusCode).toBe(422)
    expect((await room.send(`/ru${console}`, atSeat(exam, 'incident', { kind: 'power-cut', note: 'Погас свет', minutes: '5' }))).statusCode).toBe(303)
    const warning = { ...atSeat(exam, 'violation', { ground: 'forbidden-item', note: 'Телефон', seen: '0' }), requestKey: 'one-press-of-the-warning' }
    for (let press = 0; press < 2; press++) expect((await room.send(`/ru${console}`, warning)).statusCode).toBe(303)
    const stale = await room.send(`/ru${console}`, atSeat(exam, 'violation', { ground: 'disturbance', note: 'Шум', seen: '0' }))
    expect([stale.statusCode, stale.body.includes('ещё одно нарушение')]).toEqual([422, true])
    const again = await room.send(`/ru${console}`, atSeat(exam, 'violation', { ground: 'communication', note: 'Разговор', seen: '1' }))
    expect([again.statusCode, again.body.includes('Подтвердите отстранение')]).toEqual([422, true])
    expect((await room.send(`/ru${console}`, atSeat(exam, 'violation', { ground: 'communication', note: 'Разговор', seen: '1', sure: 'yes' }))).statusCode).toBe(303)
    expect(await exam.step()).toBe('held')
    for (const body of await inAllLanguages(room, console)) for (const note of ['Погас свет', 'Телефон', 'Разговор']) expect(body).toContain(note)
  })
  it('says that each stage counts its violations by itself, to whoever warns and to the candidate, and before the practice leads to its own briefing', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await pinNorms(world, exam.caseId, { 'violation.scope': 'stage', 'briefing.oncePerAttempt': false })
    const { theory, practice } = await seatsOf(exam)
    let [room, candidate] = [await visitor(exam.invigilator), await visitor(exam.candidate)]
    for (const lang of ['kk', 'ru', 'en'] as const) {
      expect(await room.get(`/${lang}/centre/sittings/${theory}`)).toContain(conductText(lang).console.violationsByStage)
      expect(await candidate.get(`/${lang}/exam/${exam.number}`)).toContain(examRoomText(lang).run.warningsByStage)
    }
    await room.send(`/ru/centre/sittings/${theory}`, atSeat(exam, 'violation', { ground: 'forbidden-item', note: 'Телефон', seen: '0' }))
    await candidate.send(`/kk/exam/${exam.number}`, { do: 'understood' })
    await answerRightly(exam, runId, 20)
    await handInTheory(world.as(exam.candidate), { number: exam.number })
    world.at('2026-03-26 12:50')
    // Half an hour without a sign ends a sign-in.
    room = await visitor(exam.invigilator)
    candidate = await visitor(exam.candidate)
    for (const lang of ['kk', 'ru', 'en'] as const) {
      for (const [who, path] of [[candidate, `/cases/${exam.number}`], [await visitor(exam.clerk), `/centre/cases/${exam.number}`]] as const) expect(await who.get(`/${lang}${path}`)).toContain(`/${lang}${path}/briefing`)
      expect(await candidate.get(`/${lang}/cases/${exam.number}`)).toContain(caseText(lang).briefingAnew.candidate.title)
    }
    expect(await room.get(`/ru/centre/sittings/${practice}`)).not.toContain(`identity-admit-${exam.number}`)
    const unbriefed = await room.send(`/ru/centre/sittings/${practice}`, atSeat(exam, 'admit', { identity: 'yes' }))
    expect(unbriefed.statusCode).toBe(422)
    await holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    await confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    expect((await room.send(`/ru/centre/sittings/${practice}`, atSeat(exam, 'admit', { identity: 'yes' }))).statusCode).toBe(303)
    // The warning of the theory does not count here: the first violation is a warning again.
    expect((await room.send(`/ru/centre/sittings/${practice}`, atSeat(exam, 'violation', { ground: 'forbidden-item', note: 'Телефон', seen: '0' }))).statusCode).toBe(303)
    expect(await exam.step()).toBe('practice-running')
  })
  it('says at the seat that the theory was not passed, when it was handed in like that', async () => {
    const exam = await anExamCase(world)
    await exam.writing()
    const { theory } = await seatsOf(exam)
    await handInTheory(world.as(exam.candidate), { number: exam.number })
    const room = await visitor(exam.invigilator)
    expect(await room.get(`/kk/centre/sittings/${theory}`)).toContain('t-seat--not-passed')
    expect(await room.get(`/ru/centre/sittings/${theory}`)).toContain('Теория не сдана')
  })
  it('takes a double click as one act', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    const { theory } = await seatsOf(exam)
    const room = await visitor(exam.invigilator)
    const fields = { ...atSeat(exam, 'admit', { identity: 'yes' }), requestKey: 'one-press-of-the-button' }
    const codes = []
    for (let press = 0; press < 2; press++) codes.push(/tanu-seat-code=[^;]*/.exec(String((await room.send(`/kk/centre/sittings/${theory}`, fields)).headers['set-cookie']))?.[0])
    expect(codes[0]).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}\.first$/)
    expect(codes[1]).toBe(codes[0])
    expect((await exam.kinds()).filter((kind) => kind === 'theory-admitted' || kind === 'seat-code-renewed')).toEqual(['theory-admitted'])
  })

  it('says why nobody is admitted without a briefing or on another day, and writes down who did not come once the sitting is over', async () => {
    const exam = await anExamCase(world)
    const { theory } = await exam.notified()
    const path = `/ru/centre/sittings/${theory}`
    const refused = await (await visitor(exam.invigilator)).send(path, atSeat(exam, 'admit', { identity: 'yes' }))
    expect([refused.statusCode, refused.body.includes('26 марта')]).toEqual([422, true])
    world.at('2026-03-26 10:30')
    const early = await visitor(exam.invigilator)
    expect((await early.send(path, atSeat(exam, 'no-show'))).statusCode).toBe(422)
    expect(await early.get(path)).not.toContain('value="no-show"')
    world.at('2026-03-26 12:01')
    const room = await visitor(exam.invigilator)
    expect(await room.get(path)).toContain('value="no-show"')
    expect((await room.send(path, atSeat(exam, 'no-show'))).statusCode).toBe(303)
    expect(await exam.step()).toBe('held')
    expect(await room.get(path)).toContain('t-seat--absent')
  })

  it('tells whoever came without a document why he is not let in, on the wall, in the record, to the candidate and in his case; he is admitted when he comes back', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    const { theory } = await seatsOf(exam)
    const [console, note] = [`/centre/sittings/${theory}`, 'Принесите удостоверение до 11:30.']
    const [room, candidate] = [await visitor(exam.invigilator), await visitor(exam.candidate)]
    for (const body of await inAllLanguages(room, console)) expect([body.includes('value="refuse"'), body.includes('value="no-document"'), body.includes('value="room"')]).toEqual([true, true, false])
    const short = await room.send(`/ru${console}`, atSeat(exam, 'refuse', { refusalGround: 'no-document', refusalNote: 'нет' }))
    expect([short.statusCode, short.body.includes(`href="#f-refusalNote-refuse-${exam.number}"`), short.body.includes('не короче 10 знаков')]).toEqual([422, true, true])
    expect((await room.send(`/ru${console}`, atSeat(exam, 'refuse', { refusalGround: 'no-document', refusalNote: note }))).statusCode).toBe(303)
    for (const body of await inAllLanguages(room, console)) expect([body.includes('t-seat--not-let-in'), body.split(note).length - 1, body.includes('value="admit"')]).toEqual([true, 2, true])
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}`)) expect([body.includes(note), body.includes('12:00')]).toEqual([true, true])
    const own = await candidate.get(`/ru/cases/${exam.number}`)
    expect([own.includes(`К экзамену не допущен: нет документа. ${note}`), own.includes('допустить вас могут до 12:00')]).toEqual([true, true])
    await room.send(`/ru${console}`, atSeat(exam, 'admit', { identity: 'yes' }))
    expect(await room.get(`/ru${console}`)).toContain('t-seat--admitted')
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}`)) expect(body).not.toContain(note)
  })

  it('does not call absent who came and was not let in: the wall says what follows, and his page that he came', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    const { theory } = await seatsOf(exam)
    const path = `/ru/centre/sittings/${theory}`
    await pinNorms(world, exam.caseId, { 'admission.anotherDayTimes': 0 })
    expect((await (await visitor(exam.invigilator)).send(path, atSeat(exam, 'refuse', { refusalGround: 'document', refusalNote: 'Срок документа истёк.' }))).statusCode).toBe(303)
    world.at('2026-03-26 12:01')
    const room = await visitor(exam.invigilator)
    expect(await room.get(path)).toContain('это не неявка')
    expect((await room.send(path, atSeat(exam, 'no-show'))).statusCode).toBe(303)
    for (const body of await inAllLanguages(room, `/centre/sittings/${theory}`)) expect([body.includes('t-seat--not-let-in'), body.includes('t-seat--absent')]).toEqual([true, false])
    const candidate = await visitor(exam.candidate)
    expect(await candidate.get(`/ru/exam/${exam.number}`)).toContain('Записано, что вы пришли на экзамен, но не были допущены')
    expect(await candidate.get(`/ru/cases/${exam.number}`)).toContain('Явился, но до конца сеанса не был допущен')
    const clerk = await visitor(exam.clerk)
    expect(await clerk.get(`/ru/centre/cases/${exam.number}`)).toContain(`/ru/centre/cases/${exam.number}/excuse`)
    for (const body of await inAllLanguages(clerk, `/centre/cases/${exam.number}/excuse`)) expect(body).toContain('Срок документа истёк.')
  })

  it('lets an assessor of the sitting admit to the practice, and shows acts only to whoever may do them', async () => {
    const exam = await anExamCase(world, { stages: ['practice'] })
    await exam.briefed()
    const { practice } = await seatsOf(exam)
    world.at('2026-03-26 13:00')
    const path = `/kk/centre/sittings/${practice}`
    expect(await (await visitor(exam.clerk)).get(path)).not.toContain('value="admit"')
    expect((await (await visitor(exam.clerk)).send(path, atSeat(exam, 'admit', { identity: 'yes' }))).statusCode).toBe(404)
    const assessor = await visitor(exam.assessor)
    expect((await assessor.send(path, atSeat(exam, 'admit', { identity: 'yes' }))).statusCode).toBe(303)
    const page = await assessor.get(path)
    for (const wanted of ['t-seat--working', `/kk/examiner/marking/${exam.number}`]) expect(page).toContain(wanted)
    expect(await exam.step()).toBe('practice-running')
  })

  it('is not there for another centre, the candidate or a wrong address', async () => {
    const exam = await anExamCase(world)
    const { theory } = await exam.notified()
    await (await stranger()).get(`/kk/centre/sittings/${theory}`, 404)
    await (await visitor(exam.candidate)).get(`/kk/centre/sittings/${theory}`, 404)
    await (await visitor(exam.invigilator)).get('/kk/centre/sittings/not-a-sitting', 404)
    await (await visitor()).get(`/kk/centre/sittings/${theory}`, 303)
  })
})

describe('the next act of a case leads to its page', () => {
  it('for the clerk, the invigilator, the assessor and the candidate, at every step of the exam', async () => {
    const exam = await anExamCase(world)
    const follow = async (path: string, wanted: string, ...people: PersonActor[]) => {
      for (const each of people) {
        const reader = await visitor(each)
        const next = /<a class="govuk-button" href="([^"]+)"/.exec(await reader.get(path))?.[1] ?? ''
        expect(next).toBe(wanted)
        await reader.get(next)
      }
    }
    const [own, desk] = [`/kk/cases/${exam.number}`, `/kk/centre/cases/${exam.number}`]
    await follow(desk, `${desk}/notify`, exam.clerk)
    const { theory, practice } = await exam.notified()
    await follow(desk, `${desk}/briefing`, exam.clerk, exam.invigilator, exam.assessor)
    await follow(own, `${own}/briefing`, exam.candidate)
    world.at('2026-03-26 09:40')
    const kinds = ['familiarisation', 'briefing'] as const
    await holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds })
    await confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds })
    await follow(desk, `/kk/centre/sittings/${theory}`, exam.clerk, exam.invigilator, exam.assessor)
    await follow(own, `${own}/notice`, exam.candidate)
    await admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    world.at('2026-03-26 10:00')
    await startTheory(world.as(exam.candidate), { number: exam.number })
    const { runId } = await readExamRoom(world.as(exam.candidate), { number: exam.number })
    await follow(desk, `/kk/centre/sittings/${theory}`, exam.clerk, exam.invigilator)
    await follow(own, `/kk/exam/${exam.number}`, exam.candidate)
    await answerRightly(exam, runId!, 20)
    await handInTheory(world.as(exam.candidate), { number: exam.number })
    expect(await exam.step()).toBe('theory-passed')
    await follow(desk, `/kk/centre/sittings/${practice}`, exam.clerk, exam.invigilator, exam.assessor)
    await follow(own, `${own}/notice`, exam.candidate)
    world.at('2026-03-26 13:00')
    await admitToPractice(world.as(exam.assessor), { number: exam.number, identitySeen: true })
    await follow(desk, `/kk/centre/sittings/${practice}`, exam.clerk, exam.invigilator, exam.assessor)
  })
})
