import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anExamCase, type ExamCase } from '../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { recordNoShow, sendNotification } from '#modules/exams/index.ts'
import { callPanel, excuseNoShow, readNoShow } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const excuse = async (exam: ExamCase, by = exam.clerk, change: Partial<Parameters<typeof excuseNoShow>[1]> = {}) => excuseNoShow(world.as(by), { number: exam.number, version: await exam.version(), ground: 'illness', paper: '№ 7, 26.03.2026', note: '', ...change })
async function absent(): Promise<ExamCase> {
  const exam = await anExamCase(world)
  await exam.briefed()
  world.at('2026-03-26 12:30')
  await recordNoShow(world.as(exam.invigilator), { number: exam.number, stage: 'theory' })
  return exam
}

describe('a ground for an absence is shown afterwards', () => {
  it('it counts no more: the attempt goes on under its contract, and T2 runs for a new day, free of charge', async () => {
    const exam = await absent()
    expect(await readNoShow(world.as(exam.clerk), exam.number)).toMatchObject({ open: true, missed: { stage: 'theory', onDay: '2026-03-26' }, withinDays: 3 })
    world.at('2026-03-27 10:00')
    await excuse(exam)
    expect([await exam.step(), (await exam.kinds()).at(-1)]).toEqual(['contract-signed', 'no-show-excused'])
    const rows = <T>(sql: string) => world.db.begin((t) => t.many<T>(sql, [exam.caseId]), { 'tanu.scope': 'system' })
    expect(await rows("select number, ended_at from attempt where case_id = $1")).toMatchObject([{ number: 1, endedAt: null }])
    expect(await rows("select ground, paper, on_day from no_show_excuse where case_id = $1")).toEqual([{ ground: 'illness', paper: '№ 7, 26.03.2026', onDay: '2026-03-26' }])
    expect(await rows("select rule, started_on from deadline where case_id = $1 and met_at is null and cancelled_at is null")).toEqual([{ rule: 'T2', startedOn: '2026-03-27' }])
    expect(await rows("select count(*)::int as n from contract where case_id = $1")).toEqual([{ n: 1 }])
    expect(await world.db.many("select 1 from letter where account_id = $1 and kind = 'no-show-excused'", [exam.candidate.accountId])).toHaveLength(1)
    await expect(excuse(exam)).rejects.toMatchObject({ blockers: [{ code: 'excuse.nobody-missed' }] })
    const sittings = { theory: await exam.sitting('theory', '2026-04-14'), practice: await exam.sitting('practice', '2026-04-14', '13:00', '16:00') }
    await sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings })
    // He stays away once more: that is recorded anew.
    world.at('2026-04-14 12:30')
    await recordNoShow(world.as(exam.invigilator), { number: exam.number, stage: 'theory' })
    expect(await exam.step()).toBe('held')
  })

  it('by a clerk with a paper, in time, and a panel that was called is dissolved', async () => {
    const exam = await absent()
    await expect(excuse(exam, exam.candidate)).rejects.toMatchObject({ code: 'not-found' })
    await expect(excuse(exam, exam.invigilator)).rejects.toMatchObject({ code: 'not-found' })
    await expect(excuse(exam, exam.clerk, { paper: ' ' })).rejects.toMatchObject({ blockers: [{ code: 'excuse.paper-missing' }] })
    const members = [await world.aStaffMember(exam.centre.id, ['panel-member']), await world.aStaffMember(exam.centre.id, ['panel-member']), await world.aStaffMember(exam.centre.id, ['panel-member'])]
    await callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: members.map((each) => each.accountId), chairId: members[0]!.accountId })
    await excuse(exam)
    expect((await exam.kinds()).slice(-2)).toEqual(['no-show-excused', 'panel-dissolved'])
    const late = await absent()
    world.at('2026-04-01 10:00')
    await expect(excuse(late)).rejects.toMatchObject({ blockers: [{ code: 'excuse.too-late' }] })
  })
})
