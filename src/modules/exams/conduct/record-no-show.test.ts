import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as exams from '#modules/exams/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { anOnlineExam, aPicture } from '../../../../test/support/online-exam.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const NOTE = 'Принесите удостоверение личности или паспорт.'
const rows = <T>(text: string, values: unknown[]) => world.db.begin((sql) => sql.many<T>(text, values), { 'tanu.scope': 'system' })
const refuse = (exam: ExamCase) => exams.refuseAdmission(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'no-document', note: NOTE })
const close = (exam: ExamCase, stage: 'theory' | 'practice' = 'theory') => exams.recordNoShow(world.as(exam.invigilator), { number: exam.number, stage })
const anotherDay = async (exam: ExamCase) => {
  const sittings = { theory: await exam.sitting('theory', '2026-04-14'), practice: await exam.sitting('practice', '2026-04-14', '13:00', '16:00') }
  await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings })
  return sittings
}

describe('when the sitting is over, whoever came and was not let in', () => {
  it('is not absent: once he gets another lawful day free of charge, with his ground kept, and then the attempt ends under its own name', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    await refuse(exam)
    world.at('2026-03-26 12:10')
    expect(await close(exam)).toBe('another-day')
    expect([await exam.step(), (await exam.kinds()).slice(-2)]).toEqual(['contract-signed', ['not-let-in', 'exam-postponed-not-let-in']])
    expect(await rows('select p.kind, w.ground, w.note from postponement p join not_let_in w on w.id = p.not_let_in_id where p.case_id = $1', [exam.caseId])).toEqual([{ kind: 'not-let-in', ground: 'no-document', note: NOTE }])
    expect(await rows('select rule, started_on from deadline where case_id = $1 and met_at is null and cancelled_at is null', [exam.caseId])).toEqual([{ rule: 'T2', startedOn: '2026-03-26' }])
    const letters = await rows<{ body: string }>("select body from letter where case_id = $1 and kind = 'exam-postponed'", [exam.caseId])
    expect(letters.map((each) => each.body.includes(`Құжаты жоқ. ${NOTE}`))).toEqual([true])
    expect(await rows('select 1 from no_show o join attempt a on a.id = o.attempt_id where a.case_id = $1', [exam.caseId])).toEqual([])
    const { theory } = await anotherDay(exam)
    world.at('2026-04-14 10:30')
    await refuse(exam)
    world.at('2026-04-14 12:10')
    expect(await close(exam)).toBe('not-let-in')
    expect([await exam.step(), (await exam.kinds()).at(-1)]).toEqual(['held', 'not-let-in-recorded'])
    const { seats, record } = await exams.readConsole(world.as(exam.invigilator), theory)
    expect([seats.map((each) => each.state), record.map((each) => each.entry)]).toEqual([['not-let-in'], ['not-let-in', 'not-let-in-recorded']])
    expect(await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).toMatchObject({ noShow: true, notLetIn: { ground: 'no-document', note: NOTE } })
  })

  it('is absent at the new day where he does not come to it: what was said on the first day is no presence on the second', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    await refuse(exam)
    world.at('2026-03-26 12:10')
    await close(exam)
    await anotherDay(exam)
    world.at('2026-04-14 12:10')
    expect([await close(exam), (await exam.kinds()).at(-1)]).toEqual(['absent', 'no-show-recorded'])
  })

  it('gets nothing of it when he was let in after all and did not begin', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    await refuse(exam)
    world.at('2026-03-26 10:30')
    await exams.admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    world.at('2026-03-26 12:10')
    expect(await close(exam)).toBe('absent')
  })

  it('on line gets another day by the same rule, and at the practice keeps the theory that he passed', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.practiceChecked()
    world.at('2026-03-26 12:50')
    await proctoring.refuseAdmission(world.as(exam.proctor), { number: exam.number, stage: 'practice', ground: 'room', note: 'Попросите второго человека выйти.' })
    world.at('2026-03-26 16:10')
    expect(await close(exam, 'practice')).toBe('another-day')
    expect(await exam.step()).toBe('contract-signed')
    expect(await rows('select r.passed, a.ended_at from theory_run r join attempt a on a.id = r.attempt_id where a.case_id = $1', [exam.caseId])).toEqual([{ passed: true, endedAt: null }])
  })

  it('on line is absent, where the proctor let him in to his practice after all and he did not begin it', async () => {
    const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.practiceChecked()
    world.at('2026-03-26 12:40')
    await proctoring.refuseAdmission(world.as(exam.proctor), { number: exam.number, stage: 'practice', ground: 'room', note: 'Попросите второго человека выйти.' })
    world.at('2026-03-26 12:45')
    for (const kind of ['face', 'document', 'room-1']) await proctoring.keepPicture(world.as(exam.candidate), { number: exam.number, stage: 'practice', kind, bytes: await aPicture() })
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, stage: 'practice', faceIsHis: true, roomIsEmpty: true })
    world.at('2026-03-26 16:10')
    expect(await close(exam, 'practice')).toBe('absent')
  })
})
