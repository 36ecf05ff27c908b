import { expect, it } from 'vitest'
import { listViewsOfOwnCase } from '#modules/audit/index.ts'
import * as appeals from '#modules/appeals/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { anOnlineExam } from '../../../test/support/online-exam.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

/** Presses the button of a page that leads to the recording, and looks at it in every language. */
async function lookFrom(who: Visitor, page: string): Promise<string[]> {
  for (const body of await inAllLanguages(who, page)) expect(body).toContain('value="recording"')
  const opened = await who.send(`/ru${page}`, { do: 'recording', stage: 'theory' })
  expect(opened.statusCode).toBe(303)
  const bodies = await inAllLanguages(who, (opened.headers['location'] as string).slice(3))
  const clip = /\/ru\/proctor\/cases\/[^"]+\/clip\?[^"]+/.exec(bodies.find((body) => body.includes('/ru/proctor/cases/'))!)![0].replaceAll('&amp;', '&')
  expect((await app.inject({ url: clip, headers: { cookie: who.cookie() } })).headers['content-type']).toBe('video/webm')
  return bodies
}

it('a panel, and whoever answers a complaint, come from their page to what was recorded and noticed, and the candidate reads who they were', async () => {
  const exam = await anOnlineExam(world)
  await exam.watched()
  await exam.chunk(0)
  await exam.signals([{ kind: 'phone-in-view', peak: 0.7 }])
  await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
  const panel = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
  world.at('2026-03-26 14:00')
  await decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: panel.map((each) => each.accountId), chairId: panel[0]!.accountId })
  const [member, clerk, head, candidate] = [await aVisitor(world, app, panel[0]), await aVisitor(world, app, exam.clerk), await aVisitor(world, app, exam.head), await aVisitor(world, app, exam.candidate)]
  for (const body of await lookFrom(member, `/examiner/panels/${exam.number}`)) {
    expect(body).toContain('t-recbar')
    expect(body).toContain('id="flag-')
    // He looks, and does nothing there.
    expect(body).not.toContain('name="verdict"')
  }
  expect(await clerk.get(`/kk/centre/cases/${exam.number}/panel`)).not.toContain('value="recording"')
  const complaint = await appeals.lodgeComplaint(world.as(exam.candidate), { about: { caseNumber: exam.number, person: null }, subject: 'conduct', body: 'Проктор кедергі жасады.' })
  await lookFrom(head, `/centre/complaints/${complaint}`)
  expect(await clerk.get(`/kk/centre/complaints/${complaint}`)).not.toContain('value="recording"')
  expect((await clerk.send(`/kk/centre/complaints/${complaint}`, { do: 'recording', stage: 'theory' })).statusCode).toBe(404)
  const own = await candidate.get(`/ru/cases/${exam.number}/watch`)
  for (const purpose of ['Решение комиссии', 'Жалоба']) expect(own).toContain(purpose)
})

it('whoever of the staff opens the page with the pictures of a candidate leaves a trace that the candidate reads', async () => {
  const exam = await anOnlineExam(world)
  await exam.checked()
  const [proctor, head, candidate] = [await aVisitor(world, app, exam.proctor), await aVisitor(world, app, exam.head), await aVisitor(world, app, exam.candidate)]
  const looks = () => listViewsOfOwnCase(world.as(exam.candidate), exam.number)
  await candidate.get(`/kk/exam/${exam.number}/watch`)
  expect(await looks()).toEqual([])
  for (const who of [proctor, head]) await who.get(`/kk/proctor/cases/${exam.number}`)
  expect(await looks()).toHaveLength(2)
})

it('a flag says when it was and where in the recording, and when it was written down where that was later', async () => {
  const exam = await anOnlineExam(world)
  await exam.watched()
  await exam.chunk(0)
  world.at('2026-03-26 10:20')
  const at = (time: string) => Date.parse(`2026-03-26T05:${time}.000Z`)
  // The line was lost: one comes ten minutes after it was, the other at once.
  await exam.signals([{ seq: 1, kind: 'no-face', from: at('10:30'), to: at('11:00') }, { seq: 2, kind: 'phone-in-view', from: at('19:30'), to: at('19:50') }])
  const candidate = await aVisitor(world, app, exam.candidate)
  const own = await candidate.get(`/ru/cases/${exam.number}/watch`)
  expect(own).toMatch(/26 марта 2026 года, 10:10 · на 10:\d\d записи · отмечено в 10:20</)
  expect(own).toMatch(/26 марта 2026 года, 10:19 · на 19:\d\d записи</)
})

it('what a flag is about is shown by the camera and by the screen, where it was shown then: to the proctor, to the candidate, and beside the warning', async () => {
  const exam = await anOnlineExam(world)
  await exam.watched()
  await exam.chunk(0)
  await exam.chunk(0, { track: 'screen' })
  await proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, ground: 'left-place', note: 'Басқа терезе ашты', wanted: 'warning', seen: 0 })
  const [proctor, candidate] = [await aVisitor(world, app, exam.proctor), await aVisitor(world, app, exam.candidate)]
  const clips = async (who: Visitor, page: string, fields: Record<string, string>) => {
    const opened = (await who.send(page, fields)).headers['location'] as string
    return [...(await who.get(opened)).matchAll(/<video[^>]+track=(camera|screen)&amp;from=/g)].map(([, track]) => track)
  }
  expect(await clips(candidate, `/kk/exam/${exam.number}`, { do: 'clip' })).toEqual(['camera', 'screen'])
  expect(await clips(proctor, `/ru/proctor/cases/${exam.number}`, { do: 'open', purpose: 'live-watch' })).toEqual(['camera', 'screen'])
  expect(await clips(candidate, `/kk/cases/${exam.number}/watch`, { do: 'open' })).toEqual(['camera', 'screen'])
  // Before the screen was shown there is nothing of it to see.
  await exam.sql("update proctoring_chunk set from_at = from_at + interval '10 minutes' where case_id = $1 and track = 'screen'", [exam.caseId])
  expect(await clips(candidate, `/kk/cases/${exam.number}/watch`, { do: 'open' })).toEqual(['camera'])
  for (const body of await inAllLanguages(candidate, `/cases/${exam.number}/watch`)) expect(/<figure class="t-recbar">.*?<\/figure>/s.exec(body)![0].split('class="rec"').length).toBe(4)
})
