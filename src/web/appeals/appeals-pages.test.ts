import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { formatTenge } from '#platform/i18n/format.ts'
import { closeFinishedCases } from '#modules/appeals/index.ts'
import * as casework from '#modules/casework/index.ts'
import { aDecidedCase } from '../../../test/support/decided-case.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor } from '../../../test/support/visitor.ts'
import { appealsText } from './appeals-text.ts'

const { world, app } = await servedWorld()

const LANGS = ['kk', 'ru', 'en'] as const
const visitor = (actor?: PersonActor) => aVisitor(world, app, actor)
const numberIn = (location: unknown) => /[AS]?-?\d{4}-\d{2,}-\d{6}-[A-Z]/.exec(String(location))?.[0] ?? ''

describe('an appeal in the browser', () => {
  it('is lodged by its candidate, heard by people who took no part, and decided; the case goes on by the new decision', async () => {
    const exam = await aDecidedCase(world, 'fail-practice')
    const members = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
    world.at('2026-03-27 10:00')
    const candidate = await visitor(exam.candidate)
    const form = `/kk/cases/${exam.number}/appeal`
    for (const lang of LANGS) expect(await candidate.get(`/${lang}/cases/${exam.number}/appeal`)).toContain('name="ground"')
    expect(await candidate.get(form)).toContain('2 сәуір')
    const empty = await candidate.send(form, { ground: ' ' })
    expect([empty.statusCode, empty.body.includes('govuk-error-summary')]).toEqual([422, true])
    await (await visitor(await world.aPerson())).get(form, 404)
    const sent = await candidate.send(form, { ground: '7-сұрақтың екі дұрыс жауабы бар.' })
    const number = numberIn(sent.headers.location)
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/kk/cases/${number}/appeal`])
    for (const lang of LANGS) expect(await candidate.get(`/${lang}/cases/${number}/appeal`)).toContain('7-сұрақтың')
    for (const path of ['/kk/account', `/kk/cases/${exam.number}`]) expect(await candidate.get(path)).toContain(`/kk/cases/${number}/appeal`)
    expect(await candidate.get(form)).toContain(`/kk/cases/${number}/appeal`)
    await candidate.get(`/kk/cases/${number}`, 404)

    const desk = await visitor(exam.clerk)
    const folder = `/ru/centre/appeals/${number}`
    for (const lang of LANGS) for (const path of ['/centre/appeals', `/centre/appeals/${number}`, '/centre', `/centre/cases/${exam.number}`]) expect(await desk.get(`/${lang}${path}`)).toContain(number)
    const page = await desk.get(folder)
    for (const member of members) expect(page).toContain(`value="${member.accountId}"`)
    for (const member of exam.panel) expect(page).not.toContain(`value="${member.accountId}"`)
    expect((await desk.send(folder, { members: [members[0]!.accountId, exam.panel[1]!.accountId, members[1]!.accountId], chair: members[0]!.accountId })).statusCode).toBe(422)
    expect((await desk.send(folder, { members: members.map((each) => each.accountId), chair: members[0]!.accountId })).headers.location).toBe(folder)

    const vote = `/ru/examiner/appeals/${number}`
    const [chair, ...rest] = await Promise.all(members.map((each) => visitor(each)))
    for (const lang of LANGS) for (const path of ['/examiner/appeals', `/examiner/appeals/${number}`]) expect(await chair!.get(`/${lang}${path}`)).toContain(number)
    expect((await chair!.send(vote, { do: 'vote' })).statusCode).toBe(422)
    for (const each of [chair!, ...rest]) expect((await each.send(vote, { do: 'vote', choice: 'uphold', note: '' })).headers.location).toBe(vote)
    expect(await chair!.get(vote)).not.toContain('value="rejected"')
    expect((await chair!.send(vote, { do: 'decide', outcome: 'upheld-pass', reasons: ' ' })).statusCode).toBe(422)
    expect((await chair!.send(vote, { do: 'decide', outcome: 'upheld-pass', reasons: 'Сұрақ екіұшты.' })).headers.location).toBe(vote)
    for (const lang of LANGS) {
      expect(await candidate.get(`/${lang}/cases/${number}/appeal`)).toContain('Сұрақ екіұшты.')
      await desk.get(`/${lang}/centre/appeals/${number}`)
    }
    expect(await candidate.get(`/kk/cases/${number}/appeal`)).toMatch(/\/kk\/papers\/[0-9a-f-]{36}/)
    expect(await exam.step()).toBe('decided-pass')
  })

  it('says until when and why not, after the term, and can be withdrawn before it is decided', async () => {
    const late = await aDecidedCase(world, 'fail')
    const exam = await aDecidedCase(world, 'fail')
    const candidate = await visitor(exam.candidate)
    const number = numberIn((await candidate.send(`/ru/cases/${exam.number}/appeal`, { ground: 'x' })).headers.location)
    expect((await candidate.send(`/ru/cases/${number}/appeal`, {})).statusCode).toBe(303)
    for (const lang of LANGS) expect(await candidate.get(`/${lang}/cases/${number}/appeal`)).not.toContain('name="version"')
    world.at('2026-04-03 09:00')
    const other = await visitor(late.candidate)
    for (const lang of LANGS) {
      const page = await other.get(`/${lang}/cases/${late.number}/appeal`)
      expect([page.includes('name="ground"'), page.includes(`/${lang}/cases/${late.number}/complaint`)]).toEqual([false, true])
    }
  })

  it('on paper is asked for no day in the term where the norm lets the term be restored', async () => {
    const exam = await aDecidedCase(world, 'fail')
    await world.db.begin((t) => t.run('update case_file set account_id = null where number = $1', [exam.number]), { 'tanu.scope': 'system' })
    const desk = await visitor(exam.clerk)
    const mustLie = async () => (await desk.get(`/ru/centre/cases/${exam.number}/appeal`)).includes('Этот день должен попасть в срок апелляции')
    expect(await mustLie()).toBe(true)
    await pinNorms(world, exam.caseId, { 'appeal.mayRestoreMissedTerm': true })
    expect(await mustLie()).toBe(false)
  })

  it.each([['cases/:number/appeal'], ['cases/:number/complaint']])('says on %s until which hour it counts as of the day, and only where that is not midnight', async (path) => {
    const exam = await aDecidedCase(world, 'fail')
    world.at('2026-03-30 10:00')
    const candidate = await visitor(exam.candidate)
    const says = async () => Promise.all(LANGS.map(async (lang) => (await candidate.get(`/${lang}/${path.replace(':number', exam.number)}`)).includes('18:00')))
    expect(await says()).toEqual([false, false, false])
    await pinNorms(world, exam.caseId, { 'deadline.electronicActsUntil': '18:00' })
    expect(await says()).toEqual([true, true, true])
  })

  it('the desk of the norms offers the events from which a term may run, and tries them', async () => {
    const ministry = await visitor(await world.anOfficial('ministry'))
    for (const lang of LANGS) {
      for (const [key, other] of [['deadline.T2.start', 'contract-paid'], ['deadline.T4.start', 'candidate-finished'], ['deadline.T4.startAfterRemoval', 'review-ended']]) {
        const form = await ministry.get(`/${lang}/ministry/norms/${key}`)
        expect([key, form.includes(`value="${other}"`)]).toEqual([key, true])
        expect(await ministry.get(`/${lang}/ministry/norms/${key}?value=${other}&from=2027-01-01`)).toContain('t-dots')
      }
      expect(await ministry.get(`/${lang}/ministry/norms`)).toContain(`/${lang}/ministry/norms/deadline.T2.start`)
      expect(await ministry.get(`/${lang}/ministry/norms/deadline.electronicActsUntil?value=18:00&from=2027-01-01`)).toContain('t-dots')
    }
  })

  it('after its term asks what kept the candidate, where the norm lets the term be restored, and its panel says so before anything else', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const members = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
    world.at('2026-04-13 10:00')
    const candidate = await visitor(exam.candidate)
    const form = `/cases/${exam.number}/appeal`
    for (const lang of LANGS) expect(await candidate.get(`/${lang}${form}`)).not.toContain('name="ground"')
    await pinNorms(world, exam.caseId, { 'appeal.mayRestoreMissedTerm': true })
    for (const lang of LANGS) expect(await candidate.get(`/${lang}${form}`)).toContain('name="lateReason"')
    const silent = await candidate.send(`/ru${form}`, { ground: 'Вопрос 2.', lateReason: '' })
    expect([silent.statusCode, silent.body.includes('href="#f-lateReason"'), silent.body.includes('Вопрос 2.')]).toEqual([422, true, true])
    const number = numberIn((await candidate.send(`/ru${form}`, { ground: 'Вопрос 2.', lateReason: 'Лежал в больнице.' })).headers.location)
    const desk = await visitor(exam.clerk)
    for (const lang of LANGS) for (const path of [`/${lang}/centre/appeals/${number}`, `/${lang}/centre/cases/${exam.number}`]) expect(await desk.get(path)).toContain(path.includes('appeals') ? 'Лежал в больнице.' : number)
    await desk.send(`/kk/centre/appeals/${number}`, { members: members.map((each) => each.accountId), chair: members[0]!.accountId })
    const vote = `/ru/examiner/appeals/${number}`
    for (const member of members) await (await visitor(member)).send(vote, { do: 'vote', choice: 'reject', note: '' })
    const chair = await visitor(members[0])
    const undecided = await chair.send(vote, { do: 'decide', outcome: 'rejected', reasons: 'Справки нет.' })
    expect([undecided.statusCode, undecided.body.includes('href="#f-restored"')]).toEqual([422, true])
    expect((await chair.send(vote, { do: 'decide', outcome: 'rejected', reasons: 'Справки нет.', restored: 'no' })).headers.location).toBe(vote)
    expect(await candidate.get(`/ru/cases/${number}/appeal`)).toContain('Пропущенный срок не восстановлен.')
  })
})

describe('an appeal where a stage that is held again costs what a retake costs', () => {
  it('says so before it is lodged, to its panel, and when it is decided; the contract is accepted at the candidate’s page', async () => {
    const exam = await aDecidedCase(world, 'fail-practice')
    await pinNorms(world, exam.caseId, { 'appeal.stageAgainIsFree': false })
    const members = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
    world.at('2026-03-27 10:00')
    const candidate = await visitor(exam.candidate)
    for (const lang of LANGS) {
      const page = await candidate.get(`/${lang}/cases/${exam.number}/appeal`)
      for (const words of [appealsText(lang).appeal.afterPaid, appealsText(lang).appeal.againIn.paid]) expect(page).toContain(words)
      expect(page).not.toContain(appealsText(lang).appeal.againIn.free)
    }
    const number = numberIn((await candidate.send(`/kk/cases/${exam.number}/appeal`, { ground: 'Операция дұрыс орындалды.' })).headers.location)
    const desk = await visitor(exam.clerk)
    await desk.send(`/ru/centre/appeals/${number}`, { members: members.map((each) => each.accountId), chair: members[0]!.accountId })
    const vote = `/ru/examiner/appeals/${number}`
    const panel = await Promise.all(members.map((each) => visitor(each)))
    for (const each of panel) await each.send(vote, { do: 'vote', choice: 'uphold', note: '' })
    for (const lang of LANGS) expect(await panel[0]!.get(`/${lang}/examiner/appeals/${number}`)).toContain(appealsText(lang).vote.againPaid)
    expect((await panel[0]!.send(vote, { do: 'decide', outcome: 'upheld-again', again: ['practice'], reasons: 'Бейнежазбада көрінеді.' })).headers.location).toBe(vote)
    for (const lang of LANGS) {
      expect(await candidate.get(`/${lang}/cases/${number}/appeal`)).toContain(appealsText(lang).appeal.againPaidText)
      for (const path of ['', '/contract']) expect(await candidate.get(`/${lang}/cases/${exam.number}${path}`)).toContain(`/${lang}/cases/${exam.number}/`)
    }
    expect(await candidate.get(`/ru/cases/${exam.number}/contract`)).toContain(formatTenge(20000, 'ru'))
    expect((await candidate.send(`/kk/cases/${exam.number}/contract`, { read: 'yes' })).headers.location).toBe(`/kk/cases/${exam.number}`)
    expect(await exam.step()).toBe('contract-signed')
  })
})

describe('the panel of an appeal in the browser', () => {
  it('is changed and dissolved by the clerk, with a ground', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const members = await Promise.all([1, 2, 3, 4].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
    const number = numberIn((await (await visitor(exam.candidate)).send(`/ru/cases/${exam.number}/appeal`, { ground: 'x' })).headers.location)
    const desk = await visitor(exam.clerk)
    const folder = `/ru/centre/appeals/${number}`
    await desk.send(folder, { members: members.slice(0, 3).map((each) => each.accountId), chair: members[0]!.accountId })
    for (const lang of LANGS) expect(await desk.get(`/${lang}/centre/appeals/${number}`)).toContain(`value="${members[3]!.accountId}"`)
    const wrong = await desk.send(folder, { do: 'replace', member: members[1]!.accountId, successor: members[3]!.accountId, replaceGround: '' })
    expect([wrong.statusCode, wrong.body.includes('href="#f-replaceGround"')]).toEqual([422, true])
    expect((await desk.send(folder, { do: 'replace', member: members[1]!.accountId, successor: members[3]!.accountId, replaceGround: 'illness' })).headers.location).toBe(folder)
    await (await visitor(members[1])).get(`/kk/examiner/appeals/${number}`)
    expect((await desk.send(folder, { do: 'dissolve', dissolveGround: 'composition' })).headers.location).toBe(folder)
    for (const lang of LANGS) expect(await desk.get(`/${lang}/centre/appeals/${number}`)).toContain('name="members"')
  })
})

describe('an appeal on paper', () => {
  it('is entered by the clerk for somebody without an account, with its scan', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const desk = await visitor(exam.clerk)
    await desk.get(`/kk/centre/cases/${exam.number}/appeal`, 404)
    await tx(world.system(), 'case.read', async (t) => {
      assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
      await t.sql.run('update case_file set account_id = null where id = $1', [exam.caseId])
    })
    expect(await desk.get(`/ru/centre/cases/${exam.number}`)).toContain(`/ru/centre/cases/${exam.number}/appeal`)
    for (const lang of LANGS) expect(await desk.get(`/${lang}/centre/cases/${exam.number}/appeal`)).toContain('name="scan"')
    const wrong = await desk.send(`/kk/centre/cases/${exam.number}/appeal`, { ground: 'Мәтін' })
    expect([wrong.statusCode, wrong.body.includes('Мәтін'), wrong.body.includes('href="#f-scan"')]).toEqual([422, true, true])
  })

  it('that came in its term is entered from the folder of a case that was closed since', async () => {
    const exam = await aDecidedCase(world, 'pass')
    await tx(world.system(), 'case.read', async (t) => {
      assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
      await t.sql.run('update case_file set account_id = null where id = $1', [exam.caseId])
    })
    world.at('2026-04-03 09:00')
    expect(await closeFinishedCases(world.system())).toBeGreaterThan(0)
    expect(await exam.step()).toBe('closed')
    const desk = await visitor(exam.clerk)
    for (const lang of LANGS) expect(await desk.get(`/${lang}/centre/cases/${exam.number}`)).toContain(`/${lang}/centre/cases/${exam.number}/appeal`)
    const entered = await desk.send(`/ru/centre/cases/${exam.number}/appeal`, { 'receivedOn-day': '2', 'receivedOn-month': '4', 'receivedOn-year': '2026', ground: 'Пятый шаг отмечен неверно.', scan: { name: 'scan.png', bytes: PNG } })
    expect(entered.headers.location).toMatch(/^\/ru\/centre\/appeals\/A-2026-/)
  })
})

describe('a complaint in the browser', () => {
  it('is lodged about a case, answered by the centre, rated, and seen by chamber and ministry', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    const candidate = await visitor(exam.candidate)
    for (const lang of LANGS) expect(await candidate.get(`/${lang}/cases/${exam.number}/complaint`)).toContain(exam.clerk.accountId)
    const wrong = await candidate.send(`/kk/cases/${exam.number}/complaint`, { subject: '', body: 'Зал суық.' })
    expect([wrong.statusCode, wrong.body.includes('Зал суық.')]).toEqual([422, true])
    const sent = await candidate.send(`/kk/cases/${exam.number}/complaint`, { subject: 'conduct', person: '', body: 'Зал суық.' })
    const number = numberIn(sent.headers.location)
    for (const lang of LANGS) expect(await candidate.get(`/${lang}/cases/${number}/complaint`)).toContain('Зал суық.')
    const desk = await visitor(exam.clerk)
    for (const lang of LANGS) for (const path of ['/centre/complaints', `/centre/complaints/${number}`]) expect(await desk.get(`/${lang}${path}`)).toContain(number)
    expect((await desk.send(`/kk/centre/complaints/${number}`, { finding: 'justified', answer: '', measures: '' })).statusCode).toBe(422)
    expect((await desk.send(`/kk/centre/complaints/${number}`, { finding: 'justified', answer: 'Жылыту қосылды.', measures: 'Пеш жөнделді.' })).statusCode).toBe(303)
    expect((await candidate.send(`/kk/cases/${number}/complaint`, { satisfied: 'no' })).statusCode).toBe(303)
    for (const lang of LANGS) expect(await candidate.get(`/${lang}/cases/${number}/complaint`)).toContain('Жылыту қосылды.')
    const [chamber, ministry] = [await visitor(await world.anOfficial('accreditor')), await visitor(await world.anOfficial('ministry'))]
    for (const lang of LANGS) {
      for (const path of ['/accreditor', `/accreditor/complaints/${number}`]) expect(await chamber.get(`/${lang}${path}`)).toContain(number)
      for (const path of ['/ministry/complaints', `/ministry/complaints/${number}`]) expect(await ministry.get(`/${lang}${path}`)).toContain(number)
    }
    const paper = /\/kk\/papers\/[0-9a-f-]{36}/.exec(await chamber.get(`/kk/accreditor/complaints/${number}`))![0]
    // Nothing presses papers here: not ready yet is another answer than not there.
    await chamber.get(paper, 422)
    await (await visitor(await world.aStaffMember((await world.aCentre()).id, ['centre-head']))).get(paper, 404)
    await candidate.get('/kk/accreditor', 404)
    await candidate.get('/kk/ministry/complaints', 404)
  })

  it('is lodged about a centre by anybody with an account; others are shown the way', async () => {
    const exam = await anExamCase(world)
    const unknown = await visitor()
    for (const lang of LANGS) expect(await unknown.get(`/${lang}/complaint?centre=${exam.centre.serial}`)).toContain('/sign-in?next=')
    const person = await visitor(await world.aPerson())
    expect((await person.send('/ru/complaint', { centre: '', subject: 'price', body: 'x' })).statusCode).toBe(422)
    const sent = await person.send('/ru/complaint', { centre: exam.centre.serial, subject: 'price', body: 'Цены нет на сайте.' })
    expect(sent.statusCode).toBe(303)
    expect(await person.get(String(sent.headers.location))).toContain('Цены нет на сайте.')
  })
})
