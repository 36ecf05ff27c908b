import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { anExamCase, answerRightly, type ExamCase } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { reasonsOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as exams from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('offers Thursday 26 March as the first lawful day on Thursday 5 March 2026, and says of earlier sittings why they cannot be chosen', async () => {
  const exam = await anExamCase(world)
  await exam.sitting('theory', '2026-03-20')
  const lawful = await exam.sitting('theory', '2026-03-26')
  await exam.sitting('practice', '2026-03-27')
  world.at('2026-03-05 11:00')
  const page = await exams.readNoticePage(world.as(exam.clerk), exam.number)
  expect(page.offer).toMatchObject({ firstLawfulOn: '2026-03-26', wholeDays: 10, stages: ['theory', 'practice'], replaces: false, blockers: [] })
  expect(page.offer.sittings.theory.filter((each) => each.why.length > 0).map((each) => each.why.map((reason) => reason.code))).toEqual([['notice.too-short']])
  expect(page.offer.sittings.theory.filter((each) => each.why.length === 0).map((each) => each.id)).toEqual([lawful])
})

it('says what is missing when no sitting can be offered', async () => {
  const exam = await anExamCase(world)
  const page = await exams.readNoticePage(world.as(exam.clerk), exam.number)
  expect(page.offer.blockers.map((each) => each.code)).toEqual(['notice.none-offered-theory', 'notice.none-offered-practice'])
})

it('is not sent for a complaint, which has a number but no exam', async () => {
  const exam = await anExamCase(world)
  const { kase } = await tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
    return { kase: await casework.openCase(t, { kind: 'complaint', centreId: exam.centre.id, centreSerial: exam.centre.serial, personId: exam.candidate.personId, accountId: exam.candidate.accountId, step: 'lodged', whoseMove: 'centre' }) }
  })
  expect(await reasonsOf(exams.readNoticePage(world.as(exam.clerk), kase.number))).toEqual(['not-found'])
  expect(await reasonsOf(exams.sendNotification(world.as(exam.clerk), { number: kase.number, version: kase.version, sittings: {} }))).toEqual(['case.not-at-this-step'])
})

it('sends one notification for both sittings, opens the attempt and waits for the day of the exam', async () => {
  const exam = await anExamCase(world)
  const sittings = await exam.notified()
  expect(await exam.step()).toBe('notified')
  const notice = await exams.readNotice(world.as(exam.candidate), exam.number)
  expect(notice.sittings.map((each) => each.id)).toEqual([sittings.theory, sittings.practice])
  expect(notice.notification).toMatchObject({ number: 1, sentOn: '2026-03-05' })
  expect((await world.db.many('select 1 from letter where account_id = $1', [exam.candidate.accountId])).length).toBe(1)
  expect((await world.db.one<{ data: { sittings: unknown[] } }>("select data from paper where case_id = $1 and kind = 'notification'", [exam.caseId])).data.sittings).toHaveLength(2)
})

it('refuses a day before the notice has run, and an exam on a holiday', async () => {
  const exam = await anExamCase(world)
  const early = await exam.sitting('theory', '2026-03-20')
  const holiday = await exam.sitting('theory', '2026-05-01')
  const practice = await exam.sitting('practice', '2026-05-04')
  world.at('2026-03-05 11:00')
  const send = async (theory: string) => reasonsOf(exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory, practice } }))
  expect(await send(early)).toEqual(['notice.too-short'])
  expect(await send(holiday)).toEqual(['notice.day-off'])
  expect(await exam.step()).toBe('contract-signed')
})

it('gives the last seat to one of two candidates', async () => {
  const exam = await anExamCase(world, { stages: ['theory'] })
  const theory = await exam.sitting('theory', '2026-03-26', '10:00', '12:00', 0, 1)
  world.at('2026-03-05 11:00')
  await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory } })
  const other = await anExamCase(world, { stages: ['theory'], beside: exam })
  const third = await anExamCase(world, { stages: ['theory'], beside: exam })
  world.at('2026-03-05 11:30')
  expect(await reasonsOf(exams.sendNotification(world.as(exam.clerk), { number: other.number, version: await other.version(), sittings: { theory } }))).toEqual(['notice.no-seat'])
  await world.db.run('update sitting set seats = 2 where id = $1', [theory])
  const versions = [await other.version(), await third.version()]
  const race = await Promise.all([other, third].map((each, place) => reasonsOf(exams.sendNotification(world.as(exam.clerk), { number: each.number, version: versions[place]!, sittings: { theory } }))))
  expect(race.map((codes) => codes.join()).sort()).toEqual(['', 'notice.no-seat'])
})

it('sets a new date by a new notification with its ground and its whole notice, and keeps the former one', async () => {
  const exam = await anExamCase(world)
  await exam.briefed()
  expect(await exam.step()).toBe('briefed')
  world.at('2026-03-26 09:50')
  const [theory, practice] = [await exam.sitting('theory', '2026-04-10'), await exam.sitting('practice', '2026-04-13')]
  const tooEarly = await exam.sitting('theory', '2026-04-09')
  const send = async (to: string, ground?: string) => exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory: to, practice }, ground: ground ?? '' })
  expect(await reasonsOf(send(theory))).toEqual(['notice.new-date-needs-ground'])
  expect(await reasonsOf(send(tooEarly, 'Жарық сөнді'))).toEqual(['notice.too-short'])
  await send(theory, 'Жарық сөнді')
  expect((await exam.kinds()).slice(-2)).toEqual(['notification-replaced', 'briefing-kept'])
  expect(await exam.step()).toBe('briefed')
})

it('asks for the briefing again when the room changes', async () => {
  const exam = await anExamCase(world)
  await exam.briefed()
  const [theory, practice] = [await exam.sitting('theory', '2026-04-13', '10:00', '12:00', 1), await exam.sitting('practice', '2026-04-14')]
  await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory, practice }, ground: 'Басқа зал' })
  expect(await exam.step()).toBe('notified')
  expect((await exam.kinds()).at(-1)).toBe('briefing-again')
  const briefing = await exams.readBriefing(world.as(exam.candidate), exam.number)
  expect(briefing.kinds.map((each) => [each.kind, each.confirmedAt !== null])).toEqual([['familiarisation', true], ['briefing', false]])
})

describe('where each sitting has its own familiarisation and briefing', () => {
  const recorded = async (exam: ExamCase) => (await exams.readBriefing(world.as(exam.candidate), exam.number)).kinds.map((each) => each.heldAt !== null || each.confirmedAt !== null)
  const brief = async (exam: ExamCase) => {
    const kinds = ['familiarisation', 'briefing'] as const
    await exams.holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds })
    await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds })
  }

  it.each([[true, []], [false, ['briefing-anew']]] as const)('by the norm once per attempt: %s, the practice after the theory is begun with %j', async (once, entries) => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await pinNorms(world, exam.caseId, { 'briefing.oncePerAttempt': once })
    await answerRightly(exam, runId, 20)
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    world.at('2026-03-26 12:50')
    expect([await exam.step(), (await exam.kinds()).filter((kind) => kind === 'briefing-anew'), await recorded(exam)]).toEqual(['theory-passed', entries, [once, once]])
    const admit = () => reasonsOf(exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true }))
    const papers = async () => (await world.db.many("select 1 from paper where case_id = $1 and kind = 'briefing-record'", [exam.caseId])).length
    if (!once) {
      expect([await admit(), await papers()]).toEqual([['admission.not-briefed'], 1])
      await brief(exam)
      expect([await exam.step(), await papers()]).toEqual(['theory-passed', 2])
    }
    expect([await admit(), await exam.step()]).toEqual([[], 'practice-running'])
  })

  it('both are held anew for a sitting that was moved, in the same room too, and stay good while the next one stands', async () => {
    const exam = await anExamCase(world)
    const { theory } = await exam.notified()
    world.at('2026-03-05 12:00')
    await brief(exam)
    await pinNorms(world, exam.caseId, { 'briefing.oncePerAttempt': false })
    const [later, practice, last] = [await exam.sitting('theory', '2026-04-13'), await exam.sitting('practice', '2026-04-14'), await exam.sitting('practice', '2026-04-15', '10:00', '12:00', 1)]
    const send = async (sittings: { theory: string; practice: string }) => exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings, ground: 'Жоспар өзгерді' })
    await send({ theory, practice })
    expect([await exam.step(), (await exam.kinds()).at(-1), await recorded(exam)]).toEqual(['briefed', 'briefing-kept', [true, true]])
    await send({ theory: later, practice: last })
    expect([await exam.step(), (await exam.kinds()).at(-1), await recorded(exam)]).toEqual(['notified', 'briefing-anew', [false, false]])
    await brief(exam)
    expect(await exam.step()).toBe('briefed')
  })
})

it('is sent by a clerk of the centre only, and not on a page that is out of date', async () => {
  const exam = await anExamCase(world, { stages: ['theory'] })
  const theory = await exam.sitting('theory', '2026-03-26')
  world.at('2026-03-05 11:00')
  const version = await exam.version()
  expect(await reasonsOf(exams.sendNotification(world.as(exam.invigilator), { number: exam.number, version, sittings: { theory } }))).toEqual(['not-found'])
  expect(await reasonsOf(exams.sendNotification(world.as(exam.candidate), { number: exam.number, version, sittings: { theory } }))).toEqual(['not-found'])
  expect(await reasonsOf(exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: version - 1, sittings: { theory } }))).toEqual(['case.changed-meanwhile'])
})

it('records familiarisation and briefing by two people each, with the text that was shown', async () => {
  const exam = await anExamCase(world)
  await exam.notified()
  const shown = (await exams.readBriefing(world.as(exam.candidate), exam.number)).kinds
  await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation'], hashes: { familiarisation: shown[0]!.hash } })
  expect(await reasonsOf(exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['briefing'] }))).toEqual(['briefing.not-held'])
  await exams.holdBriefing(world.as(exam.assessor), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
  expect(await exam.step()).toBe('notified')
  expect(await reasonsOf(exams.recordPaperConfirmation(world.as(exam.assessor), { number: exam.number, kinds: ['briefing'] }))).toEqual(['briefing.needs-two-people'])
  expect(await reasonsOf(exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['briefing'], hashes: { briefing: 'ff' } }))).toEqual(['briefing.text-changed'])
  await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['briefing'], hashes: { briefing: shown[1]!.hash } })
  expect(await exam.step()).toBe('briefed')
  expect(await world.db.many("select 1 from paper where case_id = $1 and kind = 'briefing-record'", [exam.caseId])).toHaveLength(1)
  expect(await reasonsOf(exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['briefing'] }))).toEqual(['briefing.not-now'])
})

it('takes a signature on paper before a second member of the staff', async () => {
  const exam = await anExamCase(world, { onPaper: true })
  await exam.briefed()
  expect(await exam.step()).toBe('briefed')
})

it('lists every forbidden item of the slides in three languages', () => {
  for (const lang of ['kk', 'ru', 'en'] as const) expect(exams.listForbiddenItems(lang)).toHaveLength(20)
  expect(exams.listForbiddenItems('ru')).toEqual(expect.arrayContaining(['пейджер', 'калькулятор', 'смарт-очки', 'учебно-методическая литература']))
})

it('waits for the payment where the norm of the case demands it, and says how much is missing', async () => {
  const exam = await anExamCase(world)
  await pinNorms(world, exam.caseId, { 'payment.requiredBefore': 'notification' })
  const offer = (await exams.readNoticePage(world.as(exam.clerk), exam.number)).offer
  expect(offer.blockers.map((each) => each.code)).toContain('payment.required-first')
  expect(await reasonsOf(exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: {} }))).toContain('payment.required-first')
})
