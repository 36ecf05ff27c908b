import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { PNG } from '../../../../test/support/files.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, type Visitor } from '../../../../test/support/visitor.ts'
import { CONSENT_VERSION } from '#modules/applications/index.ts'
import type { CentreMade } from '../../../../test/support/world.ts'

const { world, app } = await servedWorld()
let professionCode: string
let centre: CentreMade
let person: PersonActor
let clerk: PersonActor
beforeAll(async () => {
  professionCode = await world.aProfession({ experienceRequired: true })
  centre = await world.aCentre({ professionCode })
  person = await world.aPerson()
  clerk = await world.aStaffMember(centre.id, ['centre-operator'])
  const author = await world.aStaffMember(centre.id, ['assessor'])
  const content = { title: { kk: 'Дәнекерлеуші', ru: 'Сварщик', en: 'Welder' } }
  await world.db.run('insert into programme (id, centre_id, profession_code, level, created_at) values (gen_random_uuid(), $1, $2, 4, $3)', [centre.id, professionCode, world.clock.now()])
  await world.db.run(
    `insert into programme_version (id, programme_id, version_no, content, author_id, created_at, submitted_at, approved_by, approved_at)
     select gen_random_uuid(), id, 1, $2, $3, $4, $4, $5, $4 from programme where centre_id = $1`, [centre.id, JSON.stringify(content), author.accountId, world.clock.now(), clerk.accountId])
})

const visitor = (actor: PersonActor | undefined) => aVisitor(world, app, actor)

describe('stage 1 in the browser', () => {
  let number = ''
  it('answers the questions of eligibility to somebody unknown, in three languages, before he types anything', async () => {
    const nobody = await visitor(undefined)
    for (const lang of ['kk', 'ru', 'en']) expect(await nobody.get(`/${lang}/apply/${professionCode}`)).toContain('45')
    expect(await nobody.get(`/kk/apply/${professionCode}`)).toContain(`/kk/sign-in?next=`)
    await nobody.get(`/kk/apply/${professionCode}/place`, 303)
    await nobody.get('/kk/apply/NO-SUCH', 404)
  })

  it('keeps what was typed when something is wrong, and leads from step to step', async () => {
    const candidate = await visitor(person)
    const step = (name: string) => `/kk/apply/${professionCode}/${name}`
    const wrong = await candidate.send(step('you'), { phone: '12', email: 'nobody', address: 'Хромтау қаласы' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="Хромтау қаласы"')
    expect(wrong.body).toContain('govuk-error-summary')
    const go = async (name: string, fields: Parameters<Visitor['send']>[1]) => (await candidate.send(step(name), fields)).headers.location
    expect(await go('place', { level: '4', centreId: centre.id })).toBe(step('you'))
    expect(await go('you', { phone: '+7 700 123 45 67', email: 'a@example.kz', address: 'Хромтау', citizenship: 'KZ' })).toBe(step('learning'))
    expect(await go('learning', { wayLearnt: 'informal' })).toBe(step('papers'))
    expect(await candidate.get(step('papers'))).not.toContain('нотариат')
    await go('you', { phone: '+7 700 123 45 67', email: 'a@example.kz', address: 'Хромтау', citizenship: 'KG' })
    expect(await candidate.get(step('papers'))).toContain('нотариат')
    const html = await candidate.send(step('papers'), { do: 'next', work: { name: 'work.pdf', bytes: Buffer.from('<html>') } })
    expect(html.statusCode).toBe(422)
    expect(html.body).toContain('work.pdf: ')
    expect((await candidate.send(step('papers'), { do: 'next' })).statusCode).toBe(422)
    expect(await go('papers', { do: 'next', work: { name: 'еңбек.png', bytes: PNG } })).toBe(step('needs'))
    expect(await go('needs', { do: 'next', needs: ['extra-time', 'tics', 'covered-face'], asked: 'баяу оқимын' })).toBe(step('language'))
    expect(await go('language', { examLanguage: 'kk' })).toBe(step('summary'))
    for (const lang of ['kk', 'ru', 'en']) for (const each of ['place', 'you', 'learning', 'papers', 'needs', 'language', 'summary']) await candidate.get(`/${lang}/apply/${professionCode}/${each}`)
    // What a condition tells of health or faith is said where it is asked for, and in the consent.
    for (const [lang, words] of [['kk', ['денсаулығыңыз немесе діни сеніміңіз', 'денсаулығым немесе діни сенімім']], ['ru', ['состояние вашего здоровья или вера', 'сведения о моём здоровье или вере']], ['en', ['your health or your faith', 'my health or my faith']]] as const) {
      for (const [place, each] of ['needs', 'summary'].entries()) expect(await candidate.get(`/${lang}/apply/${professionCode}/${each}`)).toContain(words[place])
    }
    expect((await candidate.send(step('summary'), {})).statusCode).toBe(422)
    const sent = await candidate.send(step('summary'), { consent: CONSENT_VERSION })
    number = /\/kk\/cases\/(.+)\/sent/.exec(String(sent.headers.location))?.[1] ?? ''
    expect(number).toMatch(/^2026-/)
    for (const lang of ['kk', 'ru', 'en']) for (const path of ['sent', 'withdraw', 'contract']) await candidate.get(`/${lang}/cases/${number}/${path}`)
  })

  it('is checked beside the file, answered and contracted by the clerk, and accepted by the candidate', async () => {
    const desk = await visitor(clerk)
    const at = (page: string) => `/ru/centre/cases/${number}/${page}`
    for (const lang of ['kk', 'ru', 'en']) for (const page of ['check', 'refuse', 'contract', 'payment', 'accommodation']) await desk.get(`/${lang}/centre/cases/${number}/${page}`)
    // Whoever grants the condition is told that a proctor of the same sex is needed that day.
    for (const [lang, word] of [['kk', 'бір жыныстағы проктор'], ['ru', 'проктор одного с ним пола'], ['en', 'a proctor of the same sex']]) expect(await desk.get(`/${lang}/centre/cases/${number}/accommodation`)).toContain(word)
    const body = await desk.get(at('check'))
    const items = [...new Set([...body.matchAll(/name="verdict-([\w.-]+)"/g)].map((match) => match[1]!))]
    expect(items).toContain('paper.work')
    expect(items).not.toContain('paper.education')
    const file = /\/ru\/attachments\/([0-9a-f-]{36})/.exec(body)![1]
    await desk.get(`/ru/attachments/${file}`)
    await (await visitor(await world.aPerson())).get(`/ru/attachments/${file}`, 404)
    const verdicts = Object.fromEntries(items.map((item) => [`verdict-${item}`, 'right']))
    const unsaid = await desk.send(at('check'), { ...verdicts, 'verdict-field.person': 'wrong', do: 'save' })
    expect(unsaid.statusCode).toBe(422)
    expect((await desk.send(at('refuse'), { ground: 'INCOMPLETE_DOCUMENTS', reason: '', remedy: '' })).statusCode).toBe(422)
    expect((await desk.send(at('check'), { ...verdicts, do: 'save' })).headers.location).toBe(at('check'))
    expect((await desk.send(at('accommodation'), { kind: 'extra-time', 'answer-extra-time': 'granted', 'percent-extra-time': '25' })).statusCode).toBe(303)
    expect((await desk.send(at('check'), { do: 'send' })).headers.location).toBe(`/ru/centre/cases/${number}`)
    const candidate = await visitor(person)
    expect((await candidate.send(`/ru/cases/${number}/contract`, {})).statusCode).toBe(422)
    await desk.get(at('contract'))
    expect((await candidate.send(`/ru/cases/${number}/contract`, { read: 'yes' })).headers.location).toBe(`/ru/cases/${number}`)
    const paid = { amount: '45 000', 'paidOn-day': '2', 'paidOn-month': '3', 'paidOn-year': '2026', receipt: 'A-1' }
    expect((await desk.send(at('payment'), { ...paid, 'paidOn-day': '31' })).statusCode).toBe(422)
    expect((await desk.send(at('payment'), paid)).statusCode).toBe(303)
    for (const lang of ['kk', 'ru', 'en']) for (const page of ['check', 'contract', 'payment', 'accommodation']) await desk.get(`/${lang}/centre/cases/${number}/${page}`)
  })

  it('takes a paper application with its scan, and returns one that meets a wall', async () => {
    const desk = await visitor(clerk)
    for (const lang of ['kk', 'ru', 'en']) await desk.get(`/${lang}/centre/paper`)
    const wrong = await desk.send('/kk/centre/paper', { do: 'register', surname: 'Ким' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="Ким"')
    const back = await desk.send('/kk/centre/paper', { do: 'return', ground: 'application.too-young', returnNote: 'жасы жетпейді', code: professionCode, surname: 'Ким', givenName: 'А' })
    expect(back.headers.location).toBe('/kk/centre')
  })

  it('gives the blank form to anybody', async () => {
    const answer = await app.inject(`/kk/papers/application-form?centre=${centre.serial}`)
    expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
  })
})
