import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { AppealDecisionData } from '#platform/pdf/papers.ts'
import * as casework from '#modules/casework/index.ts'
import { creditFaults } from '#modules/decisions/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { aDecidedCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages } from '../../../test/support/visitor.ts'
import * as appeals from './index.ts'

const { world, app } = await servedWorld()

const rows = <T>(sql: string, values: unknown[]) => read(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return t.sql.many<T>(sql, values)
})
/** So many questions that he answered wrongly are found faulty by two people of the centre, and credited. */
async function credit(exam: DecidedCase, count: number): Promise<void> {
  const wrong = await rows<{ itemId: string }>(
    `select q ->> 'itemId' as item_id from theory_run r, jsonb_array_elements(r.form) q
     left join lateral (select chosen from answer a where a.run_id = r.id and a.item_no = (q ->> 'no')::int) a on true
     join answer_key k on k.item_id = (q ->> 'itemId')::uuid
     where r.case_id = $1 and not (coalesce(a.chosen, '{}') @> k.correct and k.correct @> coalesce(a.chosen, '{}')) order by (q ->> 'no')::int limit $2`, [exam.caseId, count])
  for (const { itemId } of wrong) {
    const faultId = await programmes.reportFault(world.as(exam.assessor), { versionId: exam.versionId, itemId, ground: 'wrong-key', note: 'Кілт қате' })
    await programmes.decideFault(world.as(exam.head), { versionId: exam.versionId, faultId, upheld: true, note: '' })
  }
  await creditFaults(world.system())
}
/** An appeal about a key from a failed theory, upheld by the votes of three people. */
async function upheldByVotes(norms: Record<string, boolean> = {}) {
  world.at('2026-03-26 17:30')
  const exam = await aDecidedCase(world, 'fail')
  await pinNorms(world, exam.caseId, norms)
  const panel: PersonActor[] = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
  world.at('2026-03-27 10:00')
  const number = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Кілт қате.' })
  await appeals.callAppealPanel(world.as(exam.clerk), { number, version: (await appeals.readAppeal(world.as(exam.clerk), number)).kase.version, members: panel.map((each) => each.accountId), chair: panel[0]!.accountId })
  for (const member of panel) await appeals.voteOnAppeal(world.as(member), { number, choice: 'uphold', note: '' })
  const decide = async (again: string[], outcome = 'upheld-again') => codesOf(appeals.decideAppeal(world.as(panel[0]!), { number, version: (await appeals.readAppeal(world.as(panel[0]!), number)).kase.version, outcome, again, reasons: 'Кілт қате болды.' }))
  return { exam, number, panel, decide }
}

describe('an appeal from a failed theory that is about a wrong key', () => {
  it('leads to the practice once the question is credited and the theory passed with it: not to the theory again, and not to a pass', async () => {
    const { exam, number, panel, decide } = await upheldByVotes({ 'appeal.stageAgainIsFree': false })
    const page = await aVisitor(world, app, panel[0]!)
    expect(await page.get(`/ru/examiner/appeals/${number}`)).toContain('сначала сообщите об ошибке в этом вопросе')
    await credit(exam, 5)
    expect(await exam.step()).toBe('fail-notice-sent')
    for (const body of await inAllLanguages(page, `/examiner/appeals/${number}`)) expect([body.includes('type="hidden" name="again" value="practice"'), body.includes('value="theory"')]).toEqual([true, false])
    expect([await decide([], 'upheld-pass'), await decide(['theory', 'practice']), await decide(['theory']), await decide([])]).toEqual([['appeal.not-examined'], ['appeal.theory-passed'], ['appeal.theory-passed'], ['appeal.stages-missing']])
    expect(await decide(['practice'])).toEqual(['done'])
    expect(await exam.step()).toBe('contract-signed')
    expect(await rows("select price, stages from contract where case_id = $1 and kind = 'retake'", [exam.caseId])).toEqual([{ price: 0, stages: ['practice'] }])
    const view = await appeals.readAppeal(world.as(exam.candidate), number)
    expect([view.practiceNext, view.appeal.outcome, view.appeal.againStages]).toEqual([true, 'upheld-again', ['practice']])
    const [paper] = await rows<{ data: AppealDecisionData }>("select p.data from paper p join case_file c on c.id = p.case_id where c.number = $1 and p.kind = 'appeal-decision'", [number])
    expect([paper!.data.outcome.ru, paper!.data.consequences[0]!.ru]).toEqual(['Апелляцию удовлетворить, теорию считать пройденной, провести практику.', expect.stringContaining('Теория считается пройденной')])
    expect(await (await aVisitor(world, app, exam.candidate)).get(`/ru/cases/${number}/appeal`)).toContain('теория пройдена, дальше — практика')
    expect((await rows<{ text: string }>("select l.body as text from letter l join case_file c on c.id = l.case_id where c.number = $1 and l.kind = 'appeal-decided'", [number])).map((each) => /практика/.test(each.text))).toEqual([true])
  })

  it('holds both stages where the theory is not passed even so', async () => {
    const { exam, number, panel, decide } = await upheldByVotes()
    await credit(exam, 4)
    expect((await appeals.readAppeal(world.as(panel[0]!), number)).practiceNext).toBe(false)
    expect([await decide(['practice']), await decide(['theory', 'practice'])]).toEqual([['appeal.stage-left-out'], ['done']])
    expect((await appeals.readAppeal(world.as(exam.candidate), number)).practiceNext).toBe(false)
  })
})
