import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import * as applications from '#modules/applications/index.ts'
import * as exams from '#modules/exams/index.ts'
import { aDecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { aNormEdition, pinNorms } from '../../../test/support/norm-edition.ts'
import { reasonsOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as appeals from './index.ts'

// By the norm of these cases what is handed in electronically at six in the evening or later counts as handed in on the next day.
let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const SIX = { 'deadline.electronicActsUntil': '18:00' }
const clocks = (number: string, rule: string) => world.db.begin((sql) => sql.many<{ startedOn: Day; dueOn: Day | null }>(
  'select d.started_on, d.due_on from deadline d join case_file c on c.id = d.case_id where c.number = $1 and d.rule = $2 and d.cancelled_at is null order by d.started_on desc limit 1', [number, rule]), { 'tanu.scope': 'system' })

describe('an appeal on its last day', () => {
  it.each([['17:59', '2026-04-02'], ['18:00', undefined], ['23:59', undefined]])('at %s', async (time, startedOn) => {
    const exam = await aDecidedCase(world, 'fail')
    await pinNorms(world, exam.caseId, SIX)
    world.at(`2026-04-02 ${time}`)
    const lodge = async () => appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Сұрақта қате бар.' })
    const offer = await appeals.readLodgingOffer(world.as(exam.candidate), exam.number)
    expect([offer.until, offer.left?.state]).toEqual(['18:00', startedOn ? 'today' : 'overdue'])
    if (startedOn) expect(await clocks(await lodge(), 'T12')).toMatchObject([{ startedOn }])
    else expect([await reasonsOf(lodge()), offer.blockers]).toEqual([['appeal.term-over'], [{ code: 'appeal.term-over', data: { lastOn: '2026-04-02' } }]])
  })

  it('in the evening before it is in time, and its own term runs from the last day', async () => {
    const exam = await aDecidedCase(world, 'fail')
    await pinNorms(world, exam.caseId, SIX)
    world.at('2026-04-01 21:00')
    const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Сұрақта қате бар.' })
    expect(await clocks(number, 'T12')).toEqual([{ startedOn: '2026-04-02', dueOn: '2026-04-16' }])
  })

  it('is taken to midnight where the norm says so', async () => {
    const exam = await aDecidedCase(world, 'fail')
    world.at('2026-04-02 23:59')
    expect((await appeals.readLodgingOffer(world.as(exam.candidate), exam.number)).until).toBeUndefined()
    const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Сұрақта қате бар.' })
    expect(await clocks(number, 'T12')).toMatchObject([{ startedOn: '2026-04-02' }])
  })
})

it('a complaint of the evening is one of the next day', async () => {
  const exam = await aDecidedCase(world, 'fail')
  await pinNorms(world, exam.caseId, SIX)
  const lodge = () => appeals.lodgeComplaint(world.as(exam.candidate), { about: { caseNumber: exam.number, person: null }, subject: 'other', body: 'Кезекте екі сағат тұрдым.' })
  world.at('2026-03-30 17:59')
  expect(await clocks(await lodge(), 'T14')).toMatchObject([{ startedOn: '2026-03-30' }])
  world.at('2026-03-30 18:00')
  expect([await clocks(await lodge(), 'T14'), (await appeals.readComplaintForm(world.as(exam.candidate), exam.number)).until]).toMatchObject([[{ startedOn: '2026-03-31' }], '18:00'])
})

it('a retake is asked for until the evening of its last day, and the term of the centre runs from the day that counts', async () => {
  const exam = await aDecidedCase(world, 'fail')
  await pinNorms(world, exam.caseId, SIX)
  const ask = async () => applications.requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
  world.at('2026-09-26 18:00')
  expect(await reasonsOf(ask())).toEqual(['retake.too-late'])
  world.at('2026-09-25 18:00')
  await ask()
  expect(await clocks(exam.number, 'T2')).toMatchObject([{ startedOn: '2026-09-26' }])
})

it('another day of the exam is asked for until the evening', async () => {
  const exam = await anExamCase(world)
  await exam.notified()
  await pinNorms(world, exam.caseId, SIX)
  const ask = async () => exams.postponeExam(world.as(exam.candidate), { number: exam.number, version: await exam.version(), kind: 'candidate', note: 'Отбасы жағдайы', paper: '' })
  world.at('2026-03-19 18:00')
  expect(await reasonsOf(ask())).toEqual(['postponement.too-late'])
  world.at('2026-03-19 17:59')
  await ask()
  expect(await exam.step()).toBe('contract-signed')
})

it.each([['17:59', '2026-06-01', '2026-06-04'], ['18:00', '2026-06-02', '2026-06-05']])('an application sent at %s is registered on %s, and its check ends on %s', async (time, openedOn, dueOn) => {
  await aNormEdition(world, SIX, '2026-05-01' as Day)
  const professionCode = await world.aProfession()
  const centre = await world.aCentre({ professionCode })
  const person = await world.aPerson()
  world.at(`2026-06-01 ${time}`)
  const draft = await applications.openDraft(world.as(person), professionCode)
  await applications.saveDraft(world.as(person), { professionCode, data: { level: 4, centreId: centre.id, phone: '+7 700 000 00 01', address: 'Хромтау', wayLearnt: 'informal', examLanguage: 'kk' } })
  const number = await applications.submitApplication(world.as(person), { professionCode, draftId: draft.id, consentVersion: applications.CONSENT_VERSION })
  expect(await clocks(number, 'T1')).toEqual([{ startedOn: openedOn, dueOn }])
  expect(await world.db.begin((sql) => sql.one('select c.opened_on, a.received_on from case_file c join application a on a.case_id = c.id where c.number = $1', [number]), { 'tanu.scope': 'system' })).toEqual({ openedOn, receivedOn: openedOn })
})
