import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as exams from '#modules/exams/index.ts'
import { anExamCase, answerRightly } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { reasonsOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const NOTE = 'Принесите удостоверение личности или паспорт.'
type Exam = Awaited<ReturnType<typeof anExamCase>>
const refuse = (exam: Exam, change: Partial<Parameters<typeof exams.refuseAdmission>[1]> = {}, who = exam.invigilator) =>
  reasonsOf(exams.refuseAdmission(world.as(who), { number: exam.number, stage: 'theory', ground: 'no-document', note: NOTE, ...change }))
const rows = <T>(text: string, values: unknown[]) => world.db.begin((sql) => sql.many<T>(text, values), { 'tanu.scope': 'system' })

describe('whoever comes to the centre and is not let in', () => {
  it('is told the ground and what he can do; nothing ends, and he is admitted when he comes back', async () => {
    const exam = await anExamCase(world)
    const { theory } = await exam.notified()
    world.at('2026-03-26 09:35')
    // Before he is briefed already: whoever has no document is not briefed as anybody.
    expect(await refuse(exam)).toEqual([])
    const seat = async () => (await exams.readConsole(world.as(exam.invigilator), theory)).seats[0]!
    expect(await seat()).toMatchObject({ state: 'not-let-in', notLetInGround: 'no-document', notLetInNote: NOTE, noShow: false })
    const room = () => exams.readExamRoom(world.as(exam.candidate), { number: exam.number })
    expect((await room()).notLetIn).toEqual({ ground: 'no-document', note: NOTE, at: '2026-03-26T04:35:00.000Z', until: '2026-03-26T07:00:00.000Z' })
    expect([await exam.step(), (await exam.kinds()).at(-1)]).toEqual(['notified', 'not-let-in'])
    expect(await rows("select 1 from letter where case_id = $1 and kind = 'not-let-in'", [exam.caseId])).toHaveLength(1)
    for (const who of [exam.invigilator, exam.candidate]) await (who === exam.candidate ? exams.confirmBriefing : exams.holdBriefing)(world.as(who), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    world.at('2026-03-26 10:20')
    await exams.admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    expect([(await seat()).state, (await room()).notLetIn, await refuse(exam)]).toEqual(['admitted', null, ['admission.let-in-already']])
    const { record } = await exams.readConsole(world.as(exam.invigilator), theory)
    expect(record.map((each) => [each.entry, each.detail, each.note])).toEqual([['not-let-in', 'no-document', NOTE], ['theory-admitted', null, null]])
    expect(await rows('select 1 from violation where case_id = $1', [exam.caseId])).toEqual([])
  })

  it('is told so by whoever may admit, within the hours of the door, on a ground of the norms and in words', async () => {
    const exam = await anExamCase(world)
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['invigilator'])
    await exam.notified()
    expect(await refuse(exam)).toEqual(['admission.other-day'])
    world.at('2026-03-26 09:00')
    expect(await refuse(exam)).toEqual(['admission.too-early'])
    world.at('2026-03-26 09:40')
    for (const who of [exam.clerk, exam.candidate, exam.assessor, stranger]) expect(await refuse(exam, {}, who)).toEqual(['not-found'])
    // The room is the centre's own, and a face is shown apart only where it is covered.
    for (const ground of ['dislike', 'room', 'not-shown']) expect(await refuse(exam, { ground })).toEqual(['admission.ground-missing'])
    expect([await refuse(exam, { note: 'нет' }), await refuse(exam, { note: 'Удостоверение 012345678 просрочено' })]).toEqual([['admission.note-missing'], ['admission.note-number']])
    await pinNorms(world, exam.caseId, { 'admission.notLetInGrounds': 'face-differs' })
    expect([await refuse(exam), await refuse(exam, { ground: 'face-differs' })]).toEqual([['admission.ground-missing'], []])
    world.at('2026-03-26 12:00')
    expect(await refuse(exam, { ground: 'face-differs' })).toEqual(['admission.too-late'])
  })

  it('at the door of the practice is told by its assessor too, after the theory was passed', async () => {
    const exam = await anExamCase(world)
    const run = await exam.writing()
    world.at('2026-03-26 10:20')
    expect(await refuse(exam, { stage: 'practice' }, exam.assessor)).not.toEqual([])
    await answerRightly(exam, run, 20)
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    world.at('2026-03-26 12:45')
    expect(await refuse(exam, { stage: 'practice', ground: 'face-differs', note: 'На практику пришёл другой человек.' }, exam.assessor)).toEqual([])
    expect(await exam.step()).toBe('theory-passed')
    await exams.admitToPractice(world.as(exam.assessor), { number: exam.number, identitySeen: true })
    expect(await refuse(exam, { stage: 'practice' }, exam.assessor)).toEqual(['admission.let-in-already'])
  })

  it('on line is told by the proctor alone', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    await world.db.run("update sitting set mode = 'online', room_id = null, invigilator_id = null, proctor_id = $2, place_kk = 'онлайн', place_ru = 'онлайн' where centre_id = $1 and stage = 'theory'", [exam.centre.id, exam.invigilator.accountId])
    expect(await refuse(exam)).toEqual(['admission.by-proctor'])
  })
})
