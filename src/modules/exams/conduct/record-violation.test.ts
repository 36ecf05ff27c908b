import { afterAll, beforeAll, expect, it } from 'vitest'
import * as exams from '#modules/exams/index.ts'
import { anExamCase, answerRightly } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('takes and offers only the grounds in the norms of the case, and what was recorded on another one before stays', async () => {
  const exam = await anExamCase(world)
  await exam.writing()
  const warn = (ground: 'communication' | 'forbidden-item', wanted: 'warning' | 'removal') =>
    exams.recordViolation(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground, note: 'Қалта телефоны', wanted })
  const { id } = await world.db.begin((sql) => sql.one<{ id: string }>('select sitting_id as id from theory_run where case_id = $1', [exam.caseId]), { 'tanu.scope': 'system' })
  const sitting = () => exams.readConsole(world.as(exam.invigilator), id)
  const seat = async () => (await sitting()).seats.find((each) => each.caseNumber === exam.number)!
  expect((await seat()).grounds).toEqual(exams.VIOLATION_GROUNDS)
  await warn('communication', 'warning')
  await pinNorms(world, exam.caseId, { 'violation.grounds': 'forbidden-item other' })
  expect((await seat()).grounds).toEqual(['forbidden-item', 'other'])
  await expect(warn('communication', 'removal')).rejects.toMatchObject({ code: 'violation.unknown-ground' })
  expect(await warn('forbidden-item', 'removal')).toMatchObject({ outcome: 'removal', ordinal: 2 })
  const { record } = await sitting()
  expect(record.filter((each) => each.caseNumber === exam.number && ['communication', 'forbidden-item'].includes(each.detail ?? '')).map((each) => each.detail)).toEqual(['communication', 'forbidden-item'])
})

it.each([['attempt', 1, 'removal', 'removed-from-exam', 'held'], ['stage', 0, 'warning', 'warning-given', 'practice-running']] as const)(
  'counts by the %s: after a warning in the theory %i stands at the practice, and the first violation there is a %s', async (scope, stands, outcome, entry, step) => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await pinNorms(world, exam.caseId, { 'violation.scope': scope })
    const violate = (stage: 'theory' | 'practice', more: { wanted?: 'warning' | 'removal'; seen?: number } = {}) =>
      exams.recordViolation(world.as(exam.invigilator), { number: exam.number, stage, ground: 'communication', note: 'Сөйлесті', ...more })
    const rows = <T>(text: string) => world.db.begin((sql) => sql.many<T>(text, [exam.caseId]), { 'tanu.scope': 'system' })
    expect(await violate('theory', { wanted: 'warning', seen: 0 })).toEqual(expect.objectContaining({ outcome: 'warning', ordinal: 1 }))
    expect(await rows('select unread_warnings from theory_run where case_id = $1')).toEqual([{ unreadWarnings: 1 }])
    await exams.acknowledgeWarning(world.as(exam.candidate), { number: exam.number })
    await answerRightly(exam, runId, 20)
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    world.at('2026-03-26 13:00')
    await exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    const [sitting] = await rows<{ id: string }>("select s.sitting_id as id from notification_sitting s join notification n on n.id = s.notification_id join attempt a on a.id = n.attempt_id where a.case_id = $1 and s.stage = 'practice'")
    const written = async () => (await console()).record.filter((each) => ['warning-given', 'removed-from-exam'].includes(each.entry)).at(-1)?.entry
    const console = () => exams.readConsole(world.as(exam.invigilator), sitting!.id)
    expect((await console()).seats.map((seat) => [seat.violations, seat.countsByStage])).toEqual([[stands, scope === 'stage']])
    world.at('2026-03-26 13:05')
    await expect(violate('practice', { seen: 1 - stands })).rejects.toMatchObject({ code: 'violation.another-recorded' })
    await expect(violate('practice', { wanted: outcome === 'warning' ? 'removal' : 'warning' })).rejects.toMatchObject({ code: 'violation.other-measure' })
    expect(await violate('practice', { wanted: outcome, seen: stands })).toMatchObject({ outcome, ordinal: stands + 1 })
    expect([await written(), await exam.step()]).toEqual([entry, step])
    if (scope === 'attempt') return
    world.at('2026-03-26 13:10')
    expect(await violate('practice', { wanted: 'removal', seen: 1 })).toMatchObject({ outcome: 'removal', ordinal: 2 })
    expect([await written(), await exam.step()]).toEqual(['removed-from-exam', 'held'])
    // What the norm counts, the database counts too: a third of one stage is no row, and none counts in another stage than its own.
    const third = (ordinal: number, countedIn: string) => world.db.begin((sql) => sql.run(
      `insert into violation (id, attempt_id, case_id, stage, ordinal, ground, note, recorded_by, recorded_at, counted_in)
       select gen_random_uuid(), attempt_id, case_id, stage, $2, ground, note, recorded_by, recorded_at, $3 from violation where case_id = $1 and stage = 'practice' and ordinal = 1`, [exam.caseId, ordinal, countedIn]), { 'tanu.scope': 'system' })
    await expect(third(2, 'practice')).rejects.toThrow('two_violations_of_one_count_end_an_attempt')
    await expect(third(3, 'practice')).rejects.toThrow('violation_ordinal_check')
    await expect(third(1, 'theory')).rejects.toThrow('a_violation_counts_in_the_attempt_or_in_its_own_stage')
  })

it.each([['appointed-day', '2026-03-26'], ['no-show-recorded', '2026-03-27']])('after an absence the term of the decision runs by the norm %s, from %s', async (value, from) => {
  const exam = await anExamCase(world)
  await exam.briefed()
  await pinNorms(world, exam.caseId, { 'deadline.T4.startAfterNoShow': value })
  world.at('2026-03-27 09:00')
  await exams.recordNoShow(world.as(exam.invigilator), { number: exam.number, stage: 'theory' })
  expect(await world.db.begin((sql) => sql.many('select to_char(started_on, $2) as day from deadline where case_id = $1 and rule = $3', [exam.caseId, 'YYYY-MM-DD', 'T4']), { 'tanu.scope': 'system' })).toEqual([{ day: from }])
})
