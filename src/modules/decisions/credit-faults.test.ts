import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { aDecidedCase, aHeldCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { anExamCase, answerRightly } from '../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { callPanel, castVote, creditFaults, readPanel, takeDecision } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())
beforeEach(() => { world.at('2026-03-26 17:30') })

/** Looks past the row-level security, as the house itself. */
const many = <T>(sql: string, values: unknown[]) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return t.sql.many<T>(sql, values)
})
/** Questions of the form that were answered wrongly, in the order of the form. */
async function wrongItems(exam: { caseId: string }): Promise<string[]> {
  return (await many<{ itemId: string }>(
    `select q ->> 'itemId' as item_id from theory_run r, jsonb_array_elements(r.form) q
     left join lateral (select chosen from answer a where a.run_id = r.id and a.item_no = (q ->> 'no')::int) a on true
     join answer_key k on k.item_id = (q ->> 'itemId')::uuid
     where r.case_id = $1 and not (coalesce(a.chosen, '{}') @> k.correct and k.correct @> coalesce(a.chosen, '{}')) order by (q ->> 'no')::int`, [exam.caseId])).map((row) => row.itemId)
}
/** Reported by an assessor of the centre and upheld by its head. */
async function foundFaulty(exam: { versionId: string; assessor: PersonActor; centre: { id: string } }, head: PersonActor, itemIds: readonly string[]): Promise<void> {
  for (const itemId of itemIds) {
    const faultId = await programmes.reportFault(world.as(exam.assessor), { versionId: exam.versionId, itemId, ground: 'wrong-key', note: 'Кілт қате' })
    await programmes.decideFault(world.as(head), { versionId: exam.versionId, faultId, upheld: true, note: '' })
  }
}
const run = async (exam: { caseId: string }) => (await many<{ correct: number; passed: boolean }>('select correct, passed from theory_run where case_id = $1', [exam.caseId]))[0]
const letters = async (exam: { caseId: string }) => (await many<{ kind: string }>("select kind from letter where case_id = $1 order by created_at, id", [exam.caseId])).map((row) => row.kind)
async function decide(exam: DecidedCase, choice: 'pass' | 'fail') {
  await callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
  for (const member of exam.panel) await castVote(world.as(member), { number: exam.number, choice, note: '' })
  return takeDecision(world.as(exam.clerk), { number: exam.number, version: await exam.version() })
}

describe('a question found faulty', () => {
  it('is reported by one person and decided by another, and only once', async () => {
    const exam = await aHeldCase(world, 'fail')
    const [itemId] = await wrongItems(exam)
    await expect(programmes.reportFault(world.as(exam.candidate), { versionId: exam.versionId, itemId: itemId!, ground: 'wrong-key', note: 'Қате' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(programmes.reportFault(world.as(exam.assessor), { versionId: exam.versionId, itemId: itemId!, ground: 'wrong-key', note: ' ' })).rejects.toMatchObject({ blockers: [{ code: 'fault.note-missing' }] })
    const faultId = await programmes.reportFault(world.as(exam.head), { versionId: exam.versionId, itemId: itemId!, ground: 'wrong-key', note: 'Қате' })
    await expect(programmes.reportFault(world.as(exam.assessor), { versionId: exam.versionId, itemId: itemId!, ground: 'other', note: 'Тағы' })).rejects.toMatchObject({ blockers: [{ code: 'fault.reported-already' }] })
    await expect(programmes.decideFault(world.as(exam.head), { versionId: exam.versionId, faultId, upheld: true, note: '' })).rejects.toMatchObject({ blockers: [{ code: 'fault.needs-second-person' }] })
    await expect(programmes.decideFault(world.as(exam.panel[1]!), { versionId: exam.versionId, faultId, upheld: false, note: '' })).rejects.toMatchObject({ blockers: [{ code: 'fault.rejection-needs-reason' }] })
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['centre-head'])
    await expect(programmes.decideFault(world.as(stranger), { versionId: exam.versionId, faultId, upheld: true, note: '' })).rejects.toMatchObject({ code: 'not-found' })
    await programmes.decideFault(world.as(exam.panel[1]!), { versionId: exam.versionId, faultId, upheld: false, note: 'Сұрақ дұрыс' })
    await expect(programmes.decideFault(world.as(exam.panel[1]!), { versionId: exam.versionId, faultId, upheld: true, note: '' })).rejects.toMatchObject({ code: 'fault.decided-already' })
    await creditFaults(world.system())
    expect(await run(exam)).toEqual({ correct: 10, passed: false })
  })

  it('raises the count of everybody who got it and tells him, the result staying as it was', async () => {
    const exam = await aHeldCase(world, 'fail')
    const other = await aHeldCase(world, 'pass', { beside: exam })
    world.at('2026-03-26 17:30')
    await foundFaulty(exam, exam.head, (await wrongItems(exam)).slice(0, 1))
    expect(await creditFaults(world.system())).toBeGreaterThanOrEqual(2)
    expect(await run(exam)).toEqual({ correct: 11, passed: false })
    expect(await run(other)).toEqual({ correct: 20, passed: true })
    expect(await exam.step()).toBe('held')
    expect(await letters(exam)).toContain('theory-credited')
    expect(await letters(other)).not.toContain('theory-credited')
    expect(await exam.kinds()).toContain('theory-credited')
    // Run again, and by two workers at once: nothing is credited twice.
    const before = await exam.kinds()
    await Promise.all([creditFaults(world.system()), creditFaults(world.system())])
    expect(await exam.kinds()).toEqual(before)
  })

  it('opens the practice to who passes the theory with it, before the panel has decided', async () => {
    const exam = await aHeldCase(world, 'fail')
    world.at('2026-03-26 17:30')
    await callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: exam.panel.map((each) => each.accountId), chairId: exam.head.accountId })
    await castVote(world.as(exam.panel[1]!), { number: exam.number, choice: 'fail', note: '' })
    await foundFaulty(exam, exam.head, (await wrongItems(exam)).slice(0, 4))
    await creditFaults(world.system())
    expect(await run(exam)).toEqual({ correct: 14, passed: false })
    await foundFaulty(exam, exam.head, (await wrongItems(exam)).slice(4, 5))
    await creditFaults(world.system())
    expect(await run(exam)).toEqual({ correct: 15, passed: true })
    expect(await exam.step()).toBe('contract-signed')
    expect(await exam.kinds()).toEqual(expect.arrayContaining(['panel-dissolved', 'practice-after-credit']))
    expect(await letters(exam)).toContain('practice-after-credit')
    const [free] = await many<{ price: number; stages: string[] }>("select price, stages from contract where case_id = $1 and kind = 'retake'", [exam.caseId])
    expect(free).toEqual({ price: 0, stages: ['practice'] })
    expect(await many('select rule from deadline where case_id = $1 and met_at is null and cancelled_at is null and lapsed_at is null', [exam.caseId])).toEqual([{ rule: 'T2' }])
  })

  it('opens the practice of a decided case, and its next decision supersedes nothing that was written', async () => {
    const exam = await aDecidedCase(world, 'fail')
    world.at('2026-03-30 10:00')
    await foundFaulty(exam, exam.head, (await wrongItems(exam)).slice(0, 5))
    await creditFaults(world.system())
    expect(await exam.step()).toBe('contract-signed')
    expect(await many('select outcome, ground from decision where case_id = $1', [exam.caseId])).toEqual([{ outcome: 'fail', ground: 'THEORY_NOT_PASSED' }])
  })

  it('calls a new panel where the practice was passed, whose decision supersedes the former', async () => {
    const exam = await aHeldCase(world, 'pass')
    // As an edition of the norms that admits to the practice without the theory leaves it.
    const wrong = (await many<{ itemId: string }>("select q ->> 'itemId' as item_id from theory_run r, jsonb_array_elements(r.form) q where r.case_id = $1 order by (q ->> 'no')::int limit 1", [exam.caseId]))[0]!.itemId
    await many('update theory_run set correct = 14, passed = false where case_id = $1', [exam.caseId])
    await many("insert into answer_event (run_id, seq, item_no, chosen, received_at, hash) select r.id, 1000 + n, n, '{d}', r.handed_in_at, '\\x00' from theory_run r, generate_series(1, 6) n where r.case_id = $1", [exam.caseId])
    world.at('2026-03-27 10:00')
    const former = await decide(exam, 'fail')
    await documents.sendFailNotice(world.as(exam.clerk), { number: exam.number, version: await exam.version(), recommendations: 'Қайталаңыз.' })
    await foundFaulty(exam, exam.head, [wrong])
    await creditFaults(world.system())
    expect(await exam.step()).toBe('held')
    expect((await readPanel(world.as(exam.clerk), exam.number)).exam.theory).toMatchObject({ correct: 15, passed: true })
    world.at('2026-03-27 15:00')
    const decision = await decide(exam, 'pass')
    expect(decision).toMatchObject({ outcome: 'pass', supersedes: former.id, number: `${exam.number}/2` })
    await documents.issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })
    expect(await exam.step()).toBe('document-issued')
  })

  it('counts for who is still writing when he ends, and is drawn no more', async () => {
    const exam = await anExamCase(world, { questions: 20 })
    const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
    const runId = await exam.writing()
    await answerRightly(exam, runId, 14)
    await foundFaulty(exam, head, (await wrongItems(exam)).slice(0, 1))
    expect(await exams.handInTheory(world.as(exam.candidate), { number: exam.number })).toEqual({ passed: true, correct: 15, total: 20 })
    world.at('2026-03-26 11:00')
    await creditFaults(world.system())
    expect(await run(exam)).toEqual({ correct: 15, passed: true })
    expect(await letters(exam)).not.toContain('theory-credited')
    const next = await anExamCase(world, { beside: exam })
    await next.briefed()
    await expect(exams.admitToTheory(world.as(exam.invigilator), { number: next.number, identitySeen: true })).rejects.toMatchObject({ code: 'theory.too-few-questions' })
  })

  it('never saves who was removed for a violation', async () => {
    const exam = await anExamCase(world)
    const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
    await answerRightly(exam, await exam.writing(), 14)
    for (const number of [1, 2]) {
      await exams.recordViolation(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'communication', note: `${number}`, known: number - 1, confirmed: true } as never)
      world.at(`2026-03-26 10:1${number}`)
    }
    await foundFaulty(exam, head, (await wrongItems(exam)).slice(0, 3))
    await creditFaults(world.system())
    expect(await run(exam)).toEqual({ correct: 17, passed: false })
    expect(await exam.step()).toBe('held')
  })

  it('shares its lot with the same question of a later version, and a new draft does not carry it on', async () => {
    const exam = await aHeldCase(world, 'fail')
    world.at('2026-03-26 17:30')
    const writer = await world.aStaffMember(exam.centre.id, ['assessor'])
    const draft = await programmes.draftProgramme(world.as(writer), { centreId: exam.centre.id as never, professionCode: exam.professionCode, level: 4 })
    await foundFaulty(exam, exam.head, (await wrongItems(exam)).slice(0, 1))
    expect((await programmes.faultyItems(world.db, draft)).length).toBe(1)
    await programmes.retireProgrammeVersion(world.as(writer), { versionId: draft, revision: (await programmes.getProgrammeVersion(world.db, draft)).revision })
    const next = await programmes.draftProgramme(world.as(writer), { centreId: exam.centre.id as never, professionCode: exam.professionCode, level: 4 })
    expect((await programmes.listItems(world.db, next)).length).toBe(19)
    expect(await programmes.faultyItems(world.db, next)).toEqual([])
  })

  it('is settled when nobody is left to credit, a day later', async () => {
    const exam = await aHeldCase(world, 'fail')
    world.at('2026-03-26 17:30')
    await foundFaulty(exam, exam.head, (await wrongItems(exam)).slice(0, 1))
    const settled = async () => (await programmes.openProgramme(world.as(exam.head), exam.versionId)).faults.map((fault) => fault.settledAt !== null)
    for (const [at, expected] of [['2026-03-26 17:31', false], ['2026-03-27 23:59', false], ['2026-03-28 00:01', true]] as const) {
      world.at(at)
      await creditFaults(world.system())
      await creditFaults(world.system())
      expect(await settled(), at).toEqual([expected])
    }
  })
})
