import { describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { admitToTheory } from '#modules/exams/index.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { anOnlineExam, aPicture, CHUNK_HEAD, hashOf } from '../../../test/support/online-exam.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()
const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)

describe('the calls of the watch', () => {
  it('answer as the agreement with the browser says', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const candidate = await visitor(exam.candidate)
    const base = `/kk/exam/${exam.number}/watch`
    const csrf = /data-csrf="([^"]+)"/.exec(await candidate.get(`/kk/exam/${exam.number}`))![1]!
    const headers = () => ({ cookie: candidate.cookie(), 'x-csrf-token': csrf })
    const put = async (number: number, bytes: Buffer, change: Record<string, string> = {}) => {
      const answer = await app.inject({ method: 'PUT', url: `${base}/chunks/camera/${number}?from=${Date.parse(world.clock.now())}&ms=4000`, headers: { ...headers(), 'content-type': 'video/webm;codecs=vp8,opus', 'x-chunk-sha256': hashOf(bytes), ...change }, payload: bytes })
      return [answer.statusCode, (answer.json() as { code?: string; next?: number }).code, (answer.json() as { next?: number }).next]
    }
    expect((await app.inject({ url: `${base}/state`, headers: headers() })).json()).toMatchObject({ state: 'running', tracks: { camera: { next: 0 }, screen: { next: 0 } }, seq: 0, thresholds: { 'no-face': { seconds: 5 }, 'phone-in-view': { score: 0.45, hits: 2 } } })
    expect(await put(0, CHUNK_HEAD)).toEqual([201, undefined, undefined])
    expect(await put(0, CHUNK_HEAD)).toEqual([200, undefined, undefined])
    expect(await put(2, CHUNK_HEAD)).toEqual([409, 'proctoring.chunk-order', 1])
    expect(await put(0, Buffer.from('other'))).toEqual([409, 'proctoring.chunk-differs', undefined])
    expect(await put(1, Buffer.from('x'), { 'x-chunk-sha256': hashOf(Buffer.from('y')) })).toEqual([422, 'proctoring.chunk-hash', undefined])
    expect((await put(1, Buffer.alloc(5 * 1024 * 1024)))[0]).toBe(413)
    expect((await put(1, Buffer.alloc(17 * 1024 * 1024)))[0]).toBe(413)
    expect((await put(1, Buffer.from('x'), { 'x-csrf-token': 'wrong' }))[0]).toBe(403)
    expect((await put(1, Buffer.from('x'), { 'content-type': 'text/plain' }))[0]).toBe(415)
    expect((await app.inject({ method: 'PUT', url: '/kk/account', headers: headers() })).statusCode).toBe(405)
    const stranger = await visitor(await world.aPerson())
    expect((await app.inject({ url: `${base}/state`, headers: { cookie: stranger.cookie() } })).statusCode).toBe(404)

    const signals = async (body: unknown, from = headers()) => {
      const answer = await app.inject({ method: 'POST', url: `${base}/signals`, headers: { ...from, 'content-type': 'application/json' }, payload: JSON.stringify(body) })
      return { status: answer.statusCode, ...(answer.json() as object) }
    }
    const now = Date.parse(world.clock.now())
    const sent = { device: exam.device, sentAt: now, signals: [{ seq: 1, kind: 'no-face', from: now - 6000, to: now, peak: 0.9, detail: {} }] }
    expect(await signals(sent)).toEqual({ status: 200, received: 1, state: 'running', warning: null })
    expect(await signals({ ...sent, signals: [] })).toMatchObject({ status: 200, received: 1 })
    for (const wrong of [{}, { ...sent, sentAt: 'now' }, { ...sent, signals: [{ seq: 0, kind: 'no-face', from: 1, to: 2 }] }, { ...sent, signals: [{ seq: 2, kind: 'guilty', from: 1, to: 2 }] }, { ...sent, signals: [{ seq: 2, kind: 'copy', from: 2, to: 1 }] }]) {
      expect(await signals(wrong)).toMatchObject({ status: 400, code: 'input.wrong' })
    }
    // Another computer has another sign-in.
    const elsewhere = await visitor(exam.candidate)
    const second = { cookie: elsewhere.cookie(), 'x-csrf-token': /data-csrf="([^"]+)"/.exec(await elsewhere.get(`/kk/exam/${exam.number}`))![1]! }
    expect(await signals({ ...sent, device: randomUUID(), signals: [] }, second)).toMatchObject({ status: 200, state: 'ended', code: 'proctoring.second-computer' })
    const { runId } = (await exam.sql<{ runId: string }>('select id as run_id from theory_run where case_id = $1', [exam.caseId]))[0]!
    const answer = (device?: string) => app.inject({ method: 'POST', url: `/kk/exam/${exam.number}/answers`, headers: { ...headers(), 'content-type': 'application/json' }, payload: JSON.stringify({ runId, device, changes: [{ seq: 1, itemNo: 1, chosen: ['a'] }] }) })
    for (const other of [randomUUID(), undefined]) expect((await answer(other)).json()).toMatchObject({ status: 409, code: 'proctoring.second-computer' })
    expect((await answer('no name')).statusCode).toBe(400)
    expect((await answer(exam.device)).statusCode).toBe(200)
    const picture = await app.inject({ method: 'POST', url: `${base}/picture/room-2`, headers: { ...headers(), 'content-type': 'image/jpeg' }, payload: await aPicture() })
    expect(picture.statusCode).toBe(201)
    const handIn = (device: string) => candidate.send(`/kk/exam/${exam.number}/hand-in`, { device })
    expect((await handIn(randomUUID())).body).toContain('Осы компьютерден ештеңе қабылданбайды')
    expect((await handIn(exam.device)).statusCode).toBe(303)
  })
})

describe('the pages of an exam on line', () => {
  it('lead the candidate from the consent to his flags, the proctor from his table to the warning, the reviewer to the verdict', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked()
    const [candidate, proctor, head] = [await visitor(exam.candidate), await visitor(exam.proctor), await visitor(exam.head)]
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/watch`)) expect(body).toContain('id="proctoring"')
    world.at('2026-03-26 09:50')
    const { sittingId } = (await exam.sql<{ sittingId: string }>('select sitting_id from proctoring_session where case_id = $1', [exam.caseId]))[0]!
    expect(await proctor.get('/kk/proctor')).toContain(`/kk/proctor/sittings/${sittingId}`)
    for (const body of await inAllLanguages(proctor, `/proctor/sittings/${sittingId}`)) expect(body).toContain(`seat-${exam.number}`)
    const path = `/ru/proctor/cases/${exam.number}`
    expect((await proctor.send(path, { do: 'admit', face: 'yes', room: 'yes' })).statusCode).toBe(303)
    world.at('2026-03-26 10:00')
    expect((await candidate.send(`/kk/exam/${exam.number}`, { do: 'start', device: '018f3c5a-0000-4000-8000-00000000000d' })).statusCode).toBe(303)
    expect(await candidate.get(`/kk/exam/${exam.number}`)).toContain('data-stage="run"')
    await exam.chunk(0)
    await exam.signals([{ kind: 'phone-in-view', peak: 0.7 }])
    expect((await candidate.send(`/kk/exam/${exam.number}`, { do: 'message', text: 'Жарық өшті' })).statusCode).toBe(303)
    // From his table the clip of the newest flag is one press away; a head sees the table without it.
    const table = await proctor.get(`/ru/proctor/sittings/${sittingId}`)
    const [press] = new RegExp(`<form action="/ru/proctor/cases/${exam.number}[^>]*>.*?</form>`, 's').exec(table)!
    const [, pressed] = /name="flag" value="([^"]+)"/.exec(press!)!
    expect(await head.get(`/ru/proctor/sittings/${sittingId}`)).not.toContain('name="flag"')
    expect((await proctor.send(path, { do: 'open', purpose: 'live-watch', stage: 'theory', flag: pressed! })).headers['location']).toMatch(new RegExp(`[?]stage=theory&view=[^#]+#flag-${pressed!}$`))
    const opened = await proctor.send(path, { do: 'open', purpose: 'live-watch' })
    const viewed = opened.headers['location'] as string
    expect(await proctor.get(viewed)).toContain('<video')
    const [clip] = /\/ru\/proctor\/cases\/[^"]+\/clip\?[^"]+/.exec(await proctor.get(viewed))!
    expect((await app.inject({ url: clip.replaceAll('&amp;', '&'), headers: { cookie: proctor.cookie() } })).headers['content-type']).toBe('video/webm')
    expect((await proctor.send(path, { do: 'violation', seen: '0', wanted: 'warning', ground: 'forbidden-item', note: 'телефон' })).statusCode).toBe(303)
    expect(await candidate.get(`/kk/exam/${exam.number}`)).toContain('телефон')
    // Each mark of the bar leads to a row that stands on the page, for the proctor and for the candidate.
    for (const body of [await proctor.get(path), await candidate.get(`/ru/cases/${exam.number}/watch`)]) {
      const bar = /<figure class="t-recbar">.*?<\/figure>/s.exec(body)![0]
      const rows = [...bar.matchAll(/href="#([^"]+)" aria-label="([^"]+)"/g)]
      expect(rows.map(([, , label]) => label!.split(':')[0]).sort()).toEqual(['Предупреждение', 'Сигнал', 'Событие'])
      for (const [, row] of rows) expect(body.split(`id="${row}"`).length).toBe(2)
    }
    expect((await candidate.send(`/kk/exam/${exam.number}`, { do: 'understood' })).statusCode).toBe(303)
    expect((await proctor.send(path, { do: 'violation', seen: '1', wanted: 'removal', ground: 'forbidden-item', note: 'снова телефон' })).statusCode).toBe(422)
    expect((await proctor.send(path, { do: 'violation', seen: '1', wanted: 'removal', ground: 'forbidden-item', note: 'снова телефон', sure: 'yes' })).statusCode).toBe(303)
    // Before he has answered the ending is not upheld; both read until when.
    for (const [lang, title] of [['kk', 'Жауабыңыз күтіледі'], ['ru', 'Ждём вашего ответа'], ['en', 'Your answer is waited for']]) expect(await candidate.get(`/${lang}/cases/${exam.number}/watch`)).toContain(title)
    expect(await head.get(path)).toContain('До 27 марта 2026 года, 10:00, пока нет его ответа, оставить завершение в силе нельзя')
    expect((await head.send(path, { do: 'review', verdict: 'upheld', reasons: 'На записи виден телефон.' })).body).toContain('оставить завершение в силе рано')
    const flag = (await proctoring.readOwnAttempt(world.as(exam.candidate), exam.number)).flags.at(-1)!
    expect((await candidate.send(`/kk/cases/${exam.number}/watch`, { do: 'answer', flag: flag.id, text: 'Бұл пульт болатын' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(head, `/proctor/cases/${exam.number}`)) expect(body).toContain('Бұл пульт болатын')
    expect((await proctor.send(path, { do: 'review', verdict: 'annulled', reasons: 'На записи виден пульт.' })).statusCode).toBe(422)
    expect((await head.send(path, { do: 'review', verdict: 'annulled', reasons: 'На записи виден пульт.' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, `/cases/${exam.number}/watch`)) expect(body).toContain('На записи виден пульт.')
    await (await visitor(await world.aPerson())).get(`/kk/proctor/cases/${exam.number}`, 404)
  })
})

describe('a condition of the watch that was granted', () => {
  it('is named beside the signs that are off because of it, to the candidate and to the proctor', async () => {
    const exam = await anOnlineExam(world, { condition: 'covered-face' })
    await exam.checked()
    const [candidate, proctor] = [await visitor(exam.candidate), await visitor(exam.proctor)]
    for (const [who, path] of [[candidate, `/exam/${exam.number}/watch`], [proctor, `/proctor/cases/${exam.number}`]] as const) {
      const [kk, ru, en] = await inAllLanguages(who, path)
      for (const wanted of ['діни себеппен жабық бет', 'Бет көрінбеді', 'Ұзақ уақыт басқа жаққа қарады']) expect(kk).toContain(wanted)
      for (const wanted of ['лицо, закрытое по религиозным причинам', 'Лицо не видно', 'Долго смотрел в сторону']) expect(ru).toContain(wanted)
      expect(en).toContain('a face covered for religious reasons')
    }
  })
})

describe('the practice question before an exam on line', () => {
  it('is offered where he waits and before he begins, shows how an answer is saved without a script, and is kept nowhere', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked()
    const [candidate, stranger] = [await visitor(exam.candidate), await visitor(await world.aPerson())]
    const path = `/exam/${exam.number}/watch/trial`
    const kept = () => exam.sql('select (select count(*) from answer_event e join theory_run r on r.id = e.run_id where r.case_id = $1)::int as answers, (select count(*) from proctoring_signal s join proctoring_session p on p.id = s.session_id where p.case_id = $1)::int as signals, (select count(*) from journal_entry where chain = \'case:\' || $1)::int as entries', [exam.caseId])
    const before = await kept()
    const isHidden = (body: string) => / hidden/.exec(/<div data-saved[^>]*>/.exec(body)![0]) !== null
    const chosenIn = (body: string) => [...body.matchAll(/<input type="radio"[^>]*>/g)].filter(([input]) => input.includes(' checked')).map(([input]) => /value="(\d+)"/.exec(input)![1])
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/watch`)) expect(body).toContain(path)
    for (const body of await inAllLanguages(candidate, path)) expect([isHidden(body), chosenIn(body)]).toEqual([true, []])
    // Right or wrong, the answer is as kind; what is no answer of this question is none.
    for (const answer of ['12', '7']) for (const body of await inAllLanguages(candidate, `${path}?answer=${answer}`)) expect([isHidden(body), chosenIn(body)]).toEqual([false, [answer]])
    expect(isHidden(await candidate.get(`/kk${path}?answer=`))).toBe(true)
    for (const answer of ['13', '%22%3E']) await candidate.get(`/kk${path}?answer=${answer}`, 400)
    await stranger.get(`/kk${path}`, 404)
    expect(await kept()).toEqual(before)

    // Nobody has to try it: the proctor admits him and he begins.
    world.at('2026-03-26 09:50')
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true })
    for (const page of ['/watch', '']) for (const body of await inAllLanguages(candidate, `/exam/${exam.number}${page}`)) expect(body).toContain(path)
    for (const body of await inAllLanguages(candidate, path)) expect([body.includes('id="trial"'), new RegExp(`href="/(kk|ru|en)/exam/${exam.number}"`).test(body)]).toEqual([true, true])
    world.at('2026-03-26 10:00')
    expect((await candidate.send(`/kk/exam/${exam.number}`, { do: 'start', device: exam.device })).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, `${path}?answer=12`)) expect(body).not.toContain('id="trial"')
    expect(await candidate.get(`/kk/exam/${exam.number}`)).not.toContain(path)
  })

  it('stands before the theory alone: a practice has no questions, and an exam in the centre no watch', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.practiceChecked()
    expect(await (await visitor(exam.candidate)).get(`/kk/exam/${exam.number}/watch?stage=practice`)).not.toContain('/watch/trial')
    const inCentre = await anExamCase(world)
    await inCentre.briefed()
    await admitToTheory(world.as(inCentre.invigilator), { number: inCentre.number, identitySeen: true })
    const there = await visitor(inCentre.candidate)
    await there.get(`/kk/exam/${inCentre.number}/watch/trial`, 404)
    expect(await there.get(`/kk/exam/${inCentre.number}`)).not.toContain('/watch/trial')
  })
})

describe('the pages of a watch without a photograph given before', () => {
  it('ask the proctor what he compared with, keep what he wrote when it is too long, and show it to the reviewer, the candidate and in the history', async () => {
    const exam = await anOnlineExam(world, { noReference: true })
    await exam.checked()
    world.at('2026-03-26 09:50')
    const [candidate, proctor, head] = [await visitor(exam.candidate), await visitor(exam.proctor), await visitor(exam.head)]
    for (const body of await inAllLanguages(proctor, `/proctor/cases/${exam.number}`)) expect(body).toContain('name="comparedWith"')
    const path = `/kk/proctor/cases/${exam.number}`
    const long = 'жеке куәлік '.repeat(20)
    const refused = await proctor.send(path, { do: 'admit', face: 'yes', room: 'yes', comparedWith: long })
    expect([refused.statusCode, refused.body.includes(long.trim())]).toEqual([422, true])
    expect((await proctor.send(path, { do: 'admit', face: 'yes', room: 'yes', comparedWith: '<b>Жеке куәлігі</b>' })).statusCode).toBe(303)
    for (const body of [...(await inAllLanguages(head, `/proctor/cases/${exam.number}`)), ...(await inAllLanguages(candidate, `/cases/${exam.number}/watch`)), ...(await inAllLanguages(candidate, `/cases/${exam.number}`))]) expect(body).toContain('&lt;b>Жеке куәлігі&lt;/b>')
    expect(await head.get(path)).not.toContain('name="comparedWith"')
    const other = await anOnlineExam(world)
    await other.checked()
    expect(await (await visitor(other.proctor)).get(`/kk/proctor/cases/${other.number}`)).not.toContain('name="comparedWith"')
  })
})

describe('the pages of a practice on line', () => {
  it('lead the candidate from the consent to his work, the proctor to his admission, and the assessor to the recording he marks from', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.practiceChecked()
    const [candidate, proctor, assessor] = [await visitor(exam.candidate), await visitor(exam.proctor), await visitor(exam.assessor)]
    // Without a word about the stage it is the one that is before him.
    for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/watch`)) expect(body).toContain(`/exam/${exam.number}/practice/watch"`)
    world.at('2026-03-26 12:50')
    const path = `/ru/proctor/cases/${exam.number}`
    for (const body of await inAllLanguages(proctor, `/proctor/cases/${exam.number}?stage=practice`)) expect(body).toContain('name="stage" value="practice"')
    expect((await proctor.send(path, { do: 'admit', stage: 'practice', face: 'yes', room: 'yes' })).statusCode).toBe(303)
    for (const body of await inAllLanguages(assessor, `/examiner/marking/${exam.number}`)) expect(body).not.toContain(`/examiner/marking/${exam.number}/recording`)
    await assessor.get(`/kk/examiner/marking/${exam.number}/recording`, 404)
    world.at('2026-03-26 13:00')
    await proctoring.beginPractice(world.as(exam.candidate), { number: exam.number })
    await exam.chunk(0, { stage: 'practice' })
    expect((await app.inject({ url: `/kk/exam/${exam.number}/practice/watch/state`, headers: { cookie: candidate.cookie() } })).json()).toMatchObject({ state: 'running', tracks: { camera: { next: 1 } } })
    expect((await app.inject({ url: `/kk/exam/${exam.number}/watch/state`, headers: { cookie: candidate.cookie() } })).json()).toMatchObject({ state: 'ended' })
    expect(await assessor.get('/kk/examiner')).not.toContain('/tablet')
    for (const body of await inAllLanguages(assessor, `/examiner/marking/${exam.number}`)) expect(body).toContain(`/examiner/marking/${exam.number}/recording`)
    const recording = `/ru/examiner/marking/${exam.number}/recording`
    for (const body of await inAllLanguages(assessor, `/examiner/marking/${exam.number}/recording`)) expect(body).not.toContain('<video')
    expect((await assessor.send(recording, {})).statusCode).toBe(303)
    const [clip] = /\/proctor\/cases\/[^"]+\/clip\?[^"]+/.exec(await assessor.get(recording))!
    expect((await app.inject({ url: `/ru${clip.replaceAll('&amp;', '&')}`, headers: { cookie: assessor.cookie() } })).headers['content-type']).toBe('video/webm')
    await proctor.get(recording, 404)
    await exam.signals([], { stage: 'practice' })
    const handIn = (device: string) => candidate.send(`/kk/exam/${exam.number}/practice`, { do: 'hand-in', sure: 'yes', device })
    for (const other of [randomUUID(), '']) expect((await handIn(other)).body).toContain('Осы компьютерден ештеңе қабылданбайды')
    expect((await handIn(exam.device)).statusCode).toBe(303)
    for (const body of await inAllLanguages(candidate, `/cases/${exam.number}/watch?stage=practice`)) expect(body).toContain('?stage=theory')
    expect(await candidate.get(`/ru/cases/${exam.number}/watch?stage=practice`)).toContain('Оценивание практики')
  })
})
