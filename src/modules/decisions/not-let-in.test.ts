import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { decide, withPanel, type DecidedCase } from '../../../test/support/decided-case.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as exams from '#modules/exams/index.ts'
import { callPanel, castVote, countOutcomes, excuseNoShow, readNoShow, readPanel } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const NOTE = 'Принесите действующее удостоверение.'
const rows = <T>(text: string, values: unknown[]) => world.db.begin((sql) => sql.many<T>(text, values), { 'tanu.scope': 'system' })

/** Came on Thursday 26 March without a document, and the sitting ended; under a norm that gives no other day. */
async function notLetIn(): Promise<DecidedCase> {
  const exam = await withPanel(world, await anExamCase(world))
  await exam.briefed()
  await pinNorms(world, exam.caseId, { 'admission.anotherDayTimes': 0 })
  await exams.refuseAdmission(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'document', note: NOTE })
  world.at('2026-03-26 12:30')
  expect(await exams.recordNoShow(world.as(exam.invigilator), { number: exam.number, stage: 'theory' })).toBe('not-let-in')
  return exam
}

describe('whoever came and was not let in', () => {
  it('is decided upon under his own ground, which panel, protocol and notice say with its words; nobody calls him absent', async () => {
    const exam = await notLetIn()
    const { exam: facts, ground } = await readPanel(world.as(exam.clerk), exam.number)
    expect([ground, facts.noShow]).toEqual(['NOT_LET_IN', { stage: 'theory', onDay: '2026-03-26', notLetIn: { ground: 'document', note: NOTE } }])
    await decide(world, exam, 'fail')
    expect(await rows('select outcome, ground from decision where case_id = $1', [exam.caseId])).toEqual([{ outcome: 'fail', ground: 'NOT_LET_IN' }])
    const papers = await rows<{ kind: string; data: { conclusion: { ru: string }; ground: { ru: string }; theory: unknown } }>("select kind, data from paper where case_id = $1 and kind in ('protocol', 'fail-notice') order by kind desc", [exam.caseId])
    expect(papers.map((each) => each.kind)).toEqual(['protocol', 'fail-notice'])
    expect([papers[0]!.data.conclusion.ru, papers[0]!.data.theory]).toEqual([`Кандидат не прошёл процедуру признания профессиональной квалификации. Основание: явился, но не был допущен к экзамену. Документ не годится или не читается. ${NOTE}`, null])
    expect(JSON.stringify(papers[1]!.data)).toContain(`Документ не годится или не читается. ${NOTE}`)
    expect(JSON.stringify(papers)).not.toMatch(/[Нн]еявк/)
    const told = await rows<{ kind: string }>("select kind from journal_entry where chain = 'case:' || $1 and kind like 'no%-recorded'", [exam.caseId])
    expect(told).toEqual([{ kind: 'not-let-in-recorded' }])
  })

  it('is passed by nobody, and no figure of results counts him: nothing was examined', async () => {
    const exam = await notLetIn()
    await callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
    await expect(castVote(world.as(exam.head), { number: exam.number, choice: 'pass', note: '' })).rejects.toMatchObject({ blockers: [{ code: 'decision.not-let-in' }] })
    const other = await notLetIn()
    await decide(world, other, 'fail')
    expect(await world.db.begin((sql) => countOutcomes(sql, { centreId: other.centre.id, from: day('2026-01-01'), until: day('2026-12-31') }), { 'tanu.scope': 'system' })).toEqual({ cases: 0, passed: 0 })
  })

  it('is excused as an absence is, in time and with a paper; the attempt goes on, and his ground stays beside the excuse', async () => {
    const exam = await notLetIn()
    expect((await readNoShow(world.as(exam.clerk), exam.number)).missed).toEqual({ stage: 'theory', onDay: '2026-03-26', notLetIn: { ground: 'document', note: NOTE } })
    world.at('2026-03-27 10:00')
    await excuseNoShow(world.as(exam.clerk), { number: exam.number, version: await exam.version(), ground: 'other', paper: '№ 3, 26.03.2026', note: 'Құжатын ұрлап кеткен' })
    expect([await exam.step(), (await exam.kinds()).at(-1)]).toEqual(['contract-signed', 'not-let-in-excused'])
    expect(await rows('select e.ground, w.ground as said from no_show_excuse e join not_let_in w on w.id = e.not_let_in_id where e.case_id = $1', [exam.caseId])).toEqual([{ ground: 'other', said: 'document' }])
    const letters = await rows<{ body: string }>("select body from letter where case_id = $1 and kind = 'no-show-excused'", [exam.caseId])
    expect(letters.map((each) => /келме[гу]/.test(each.body))).toEqual([false])
  })
})
