import { expect, it } from 'vitest'
import { anOnlineExam, aPicture } from '../../../test/support/online-exam.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'

const { world, app } = await servedWorld()

it('a covered face is shown in a closed moment: the candidate reads who asks before he shows it, the proctor looks once and admits, and the pages draw no picture of it again', async () => {
  const exam = await anOnlineExam(world, { condition: 'covered-face' })
  await exam.called()
  const [candidate, proctor, head] = [await aVisitor(world, app, exam.candidate), await aVisitor(world, app, exam.proctor), await aVisitor(world, app, exam.head)]
  const own = `/exam/${exam.number}/watch`
  for (const body of await inAllLanguages(candidate, own)) expect(body).not.toContain('name="reference"')
  for (const [lang, sentence] of [['kk', 'ерекше қорғалатын мәлімет'], ['ru', 'особо охраняемые сведения'], ['en', 'under special protection']]) expect(await candidate.get(`/${lang}${own}`)).toContain(sentence)
  await exam.agree('theory')
  world.at('2026-03-26 09:50')
  const path = `/ru/proctor/cases/${exam.number}`
  for (const body of await inAllLanguages(candidate, own)) expect(body).not.toContain('data-shot="closed-face"')
  for (const body of await inAllLanguages(proctor, `/proctor/cases/${exam.number}`)) expect([body.includes('value="closed-ask"'), body.includes('value="admit"')]).toEqual([true, false])
  expect(await head.get(path)).not.toContain('value="closed-ask"')
  expect((await proctor.send(path, { do: 'closed-ask' })).statusCode).toBe(422)
  expect((await proctor.send(path, { do: 'closed-ask', alone: 'yes' })).statusCode).toBe(303)
  const csrf = /data-csrf="([^"]+)"/.exec(await candidate.get(`/kk${own}`))![1]!
  for (const body of await inAllLanguages(candidate, own)) expect([body.includes('data-shot="closed-face"'), body.includes('value="decline"')]).toEqual([true, true])
  const show = async (kind: string) => app.inject({ method: 'POST', url: `/kk${own}/picture/closed-${kind}`, headers: { cookie: candidate.cookie(), 'x-csrf-token': csrf, 'content-type': 'image/jpeg' }, payload: await aPicture() })
  for (const kind of ['document', 'face']) expect((await show(kind)).statusCode).toBe(201)
  expect((await show('room-1')).statusCode).toBe(404)
  const look = `/proctor/cases/${exam.number}/closed/face`
  for (const body of await inAllLanguages(proctor, `/proctor/cases/${exam.number}`)) expect([body.includes('look=once'), body.includes(look)]).toEqual([true, false])
  for (const body of await inAllLanguages(proctor, `/proctor/cases/${exam.number}?look=once`)) expect(body).toContain(look)
  const fetched = (who: typeof proctor) => app.inject({ url: `/ru${look}?stage=theory`, headers: { cookie: who.cookie() } })
  expect((await fetched(head)).statusCode).not.toBe(200)
  const once = await fetched(proctor)
  expect([once.statusCode, once.headers['content-type'], once.headers['cache-control']]).toEqual([200, 'image/jpeg', 'private, no-store'])
  expect((await fetched(proctor)).statusCode).toBe(404)
  expect((await proctor.send(path, { do: 'admit', face: 'yes', room: 'yes' })).statusCode).toBe(303)
  for (const body of [...(await inAllLanguages(proctor, `/proctor/cases/${exam.number}?look=once`)), ...(await inAllLanguages(head, `/proctor/cases/${exam.number}`))]) expect(body).not.toContain('/closed/')
  expect(await candidate.get(`/ru/cases/${exam.number}/watch`)).toContain('Лицо в закрытый момент видел')
  expect(await candidate.get(`/ru/cases/${exam.number}`)).toContain('Проктор сличил личность в закрытый момент')
})

it('whoever is not let in reads why and what to do, and is asked for new pictures; the proctor says it with a ground and in words', async () => {
  const exam = await anOnlineExam(world)
  await exam.checked()
  world.at('2026-03-26 09:50')
  const [candidate, proctor] = [await aVisitor(world, app, exam.candidate), await aVisitor(world, app, exam.proctor)]
  const path = `/ru/proctor/cases/${exam.number}`
  for (const body of await inAllLanguages(proctor, `/proctor/cases/${exam.number}`)) expect([body.includes('value="refuse"'), body.includes('value="not-shown"')]).toEqual([true, false])
  const refused = await proctor.send(path, { do: 'refuse', stage: 'theory', refusalGround: 'room', refusalNote: 'нет' })
  expect([refused.statusCode, refused.body.includes('не короче 10 знаков')]).toEqual([422, true])
  expect((await proctor.send(path, { do: 'refuse', stage: 'theory', refusalGround: 'room', refusalNote: 'Попросите второго человека выйти.' })).statusCode).toBe(303)
  for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/watch`)) expect([body.includes('Попросите второго человека выйти.'), body.includes('data-shot="face"')]).toEqual([true, true])
  for (const body of await inAllLanguages(proctor, `/proctor/cases/${exam.number}`)) expect([body.includes('Попросите второго человека выйти.'), body.includes('value="refuse"')]).toEqual([true, false])
  expect(await candidate.get(`/ru/cases/${exam.number}`)).toContain('Проктор не допустил: в комнате посторонний или запрещённый предмет. Попросите второго человека выйти.')
})

it('whoever does not agree to be recorded is shown the way to the centre', async () => {
  const exam = await anOnlineExam(world)
  await exam.called()
  const candidate = await aVisitor(world, app, exam.candidate)
  for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/watch`)) expect(body).toContain(`/cases/${exam.number}/postpone`)
})

it('whoever declines reads that nothing is shown, and the proctor that it is the candidate’s right', async () => {
  const exam = await anOnlineExam(world, { condition: 'covered-face' })
  await exam.checked()
  world.at('2026-03-26 09:50')
  const [candidate, proctor] = [await aVisitor(world, app, exam.candidate), await aVisitor(world, app, exam.proctor)]
  expect((await proctor.send(`/ru/proctor/cases/${exam.number}`, { do: 'closed-ask', alone: 'yes' })).statusCode).toBe(303)
  expect((await candidate.send(`/ru/exam/${exam.number}/watch`, { do: 'decline', stage: 'theory' })).statusCode).toBe(303)
  for (const body of await inAllLanguages(candidate, `/exam/${exam.number}/watch`)) expect(body).not.toContain('data-shot="closed-face"')
  expect(await proctor.get(`/ru/proctor/cases/${exam.number}`)).toContain('это его право')
})
