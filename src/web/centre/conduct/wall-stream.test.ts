import { beforeAll, describe, expect, it } from 'vitest'
import { admitToTheory, haltSitting, readNotice, recordViolation, refuseAdmission, saveAnswers } from '#modules/exams/index.ts'
import { anExamCase } from '../../../../test/support/exam-case.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, type Visitor } from '../../../../test/support/visitor.ts'

const { world, app } = await servedWorld({ streamTimes: { beatMs: 200, recheckMs: 150 } })
let origin: string
beforeAll(async () => {
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
})

interface News { id?: string; event: string; data: { seats?: { number: string; look: string; face: string; acts: string }[]; record?: string; halt?: { key: string; html: string }; code?: string; at?: string } }

/** A browser that listens; `cut` tears the line. */
async function listen(who: Visitor, path: string, headers: Record<string, string> = {}) {
  const line = new AbortController()
  const answer = await fetch(`${origin}${path}`, { headers: { cookie: who.cookie(), ...headers }, signal: line.signal })
  const heard: News[] = []
  const reading = (async () => {
    let text = ''
    for await (const bytes of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += bytes
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = Object.fromEntries(text.slice(0, end).split('\n').map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 2)]))
        text = text.slice(end + 2)
        if (fields['event']) heard.push({ ...(fields['id'] ? { id: fields['id'] } : {}), event: fields['event'], data: JSON.parse(fields['data']!) as News['data'] })
      }
    }
  })().catch(() => undefined)
  return {
    status: answer.status, headers: answer.headers, heard, ended: reading, cut: () => line.abort(),
    async until(wanted: (each: News) => boolean): Promise<News> {
      for (let tries = 0; tries < 200; tries++) {
        const found = heard.find(wanted)
        if (found) return found
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      throw new Error(`not heard: ${JSON.stringify(heard.map(({ event, data }) => [event, data.seats?.length, data.code])).slice(0, 500)}`)
    },
  }
}
async function writing() {
  const exam = await anExamCase(world)
  const runId = await exam.writing()
  const { sittingId } = await world.db.begin((sql) => sql.one<{ sittingId: string }>('select sitting_id from theory_run where id = $1', [runId]), { 'tanu.scope': 'system' })
  const answer = (seq: number) => saveAnswers(world.as(exam.candidate), { runId, changes: [{ seq, itemNo: seq, chosen: ['a'] }] })
  return { exam, runId, sittingId, answer, path: (lang = 'ru') => `/${lang}/centre/sittings/${sittingId}/wall` }
}
const faceOf = (news: News) => news.data.seats?.[0]?.face ?? ''

describe('the wall of seats', () => {
  it('brings what changes to all who watch, each in his language, and asks the database once for all', async () => {
    const { exam, sittingId, answer, path } = await writing()
    const [one, two] = [await aVisitor(world, app, exam.invigilator), await aVisitor(world, app, exam.clerk)]
    const [ru, kk] = [await listen(one, path('ru')), await listen(two, path('kk'))]
    expect([ru.status, ru.headers.get('content-type'), ru.headers.get('content-security-policy')?.includes("script-src 'self'")]).toEqual([200, 'text/event-stream; charset=utf-8', true])
    await ru.until((each) => faceOf(each).includes('Ответов: 0 из 20'))
    await answer(1)
    await ru.until((each) => faceOf(each).includes('Ответов: 1 из 20'))
    await kk.until((each) => faceOf(each).includes('Жауап: 1/20'))
    expect(ru.heard[0]!.data.seats![0]!.acts).toContain('name="csrf"')
    expect(kk.heard[0]!.data.seats![0]!.acts).not.toContain('<form')
    await recordViolation(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'communication', note: 'Разговор' })
    const warned = await ru.until((each) => faceOf(each).includes('ещё не прочитано'))
    expect([warned.data.record?.includes('Разговор'), warned.data.seats![0]!.acts.includes('value="removal"')]).toEqual([true, true])
    await haltSitting(world.as(exam.invigilator), { sittingId, ground: 'fire-alarm', note: '' })
    expect((await kk.until((each) => each.data.halt?.html.includes('тоқтап тұр') ?? false)).data.halt!.html).not.toContain('<form')
    await ru.until((each) => each.data.halt?.html.includes('value="resume"') ?? false)
    await ru.until((each) => each.event === 'beat')
    for (const each of [ru, kk]) each.cut()
  })

  it('brings that somebody came and is not let in, with the reason, and that he was let in after all', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    const { sittings } = await readNotice(world.as(exam.clerk), exam.number)
    const path = `/ru/centre/sittings/${sittings.find((each) => each.stage === 'theory')!.id}/wall`
    const wall = await listen(await aVisitor(world, app, exam.invigilator), path)
    await wall.until((each) => faceOf(each).includes('Инструктаж пройден'))
    await refuseAdmission(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'no-document', note: 'Принесите паспорт до одиннадцати.' })
    const told = await wall.until((each) => faceOf(each).includes('Принесите паспорт до одиннадцати.'))
    expect([told.data.record?.includes('Принесите паспорт до одиннадцати.'), told.data.seats![0]!.look.includes('t-seat--not-let-in'), told.data.seats![0]!.acts.includes('value="admit"')]).toEqual([true, true, true])
    await admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    expect(faceOf(await wall.until((each) => faceOf(each).includes('Личность проверена')))).not.toContain('Принесите паспорт')
    wall.cut()
  })

  it('goes on after a cut from the last event, with what was missed and nothing else', async () => {
    const { exam, answer, path } = await writing()
    const who = await aVisitor(world, app, exam.invigilator)
    const first = await listen(who, path())
    const last = (await first.until((each) => each.event === 'wall')).id!
    first.cut()
    await answer(1)
    const again = await listen(who, path(), { 'last-event-id': last })
    const missed = await again.until((each) => each.event === 'wall')
    expect([missed.data.seats!.length, faceOf(missed).includes('Ответов: 1 из 20'), missed.data.record]).toEqual([1, true, undefined])
    again.cut()
    const nothing = await listen(who, `${path()}?after=${missed.id}`)
    await nothing.until((each) => each.event === 'beat')
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(nothing.heard.filter((each) => each.event === 'wall')).toEqual([])
    nothing.cut()
    for (const unknown of ['AAAAAAAA.3', 'x', '.', `${missed.id}9999`]) {
      const stranger = await listen(who, path(), { 'last-event-id': unknown })
      expect((await stranger.until((each) => each.event === 'wall')).data.seats!.length).toBe(1)
      stranger.cut()
    }
  })

  it('is not there for another centre, the candidate or somebody unknown', async () => {
    const { exam, path } = await writing()
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['invigilator', 'centre-head'])
    for (const [who, status] of [[stranger, 404], [exam.candidate, 404], [undefined, 401]] as const) {
      expect((await app.inject({ url: path(), headers: { cookie: (await aVisitor(world, app, who)).cookie() } })).statusCode).toBe(status)
    }
    expect((await app.inject({ url: '/kk/centre/sittings/nothing/wall', headers: { cookie: (await aVisitor(world, app, exam.invigilator)).cookie() } })).statusCode).toBe(404)
  })

  it('ends when the role is taken away or the person signs out, and says so', async () => {
    const { exam, path } = await writing()
    const loser = await world.aStaffMember(exam.centre.id, ['invigilator'])
    const stream = await listen(await aVisitor(world, app, loser), path())
    await stream.until((each) => each.event === 'wall')
    await world.db.begin((sql) => sql.run("update role_grant set revoked_at = $2, revoked_by = $1 where account_id = $1", [loser.accountId, world.clock.now()]), { 'tanu.scope': 'system' })
    expect((await stream.until((each) => each.event === 'gone')).data.code).toBe('not-found')
    await stream.ended
    const leaver = await aVisitor(world, app, exam.invigilator)
    const other = await listen(leaver, path())
    await other.until((each) => each.event === 'wall')
    await world.db.begin((sql) => sql.run('update sign_in_session set ended_at = $2 where account_id = $1', [exam.invigilator.accountId, world.clock.now()]), { 'tanu.scope': 'system' })
    expect((await other.until((each) => each.event === 'gone')).data.code).toBe('sign-in.required')
  })

  it('has room for eight of one sign-in', async () => {
    const { exam, path } = await writing()
    const who = await aVisitor(world, app, exam.invigilator)
    const streams = []
    for (let each = 0; each < 8; each++) streams.push(await listen(who, path()))
    expect(streams.map((each) => each.status)).toEqual(Array(8).fill(200))
    expect((await app.inject({ url: path(), headers: { cookie: who.cookie() } })).statusCode).toBe(429)
    for (const each of streams) each.cut()
  })
})
