import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { AppealDecisionData, FailNoticeData } from '#platform/pdf/papers.ts'
import { requestRetake } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as people from '#modules/people/index.ts'
import { aHeldCase, decide, makePaperCase, type DecidedCase, type Held } from '../../../test/support/decided-case.ts'
import { PNG } from '../../../test/support/files.ts'
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
const view = (number: string, as: PersonActor) => appeals.readAppeal(world.as(as), number)
const lodge = async (exam: DecidedCase, ground = 'Келіспеймін.') => appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground })
async function call(exam: DecidedCase, number: string, members: PersonActor[]): Promise<void> {
  await appeals.callAppealPanel(world.as(exam.clerk), { number, version: (await view(number, exam.clerk)).kase.version, members: members.map((each) => each.accountId), chair: members[0]!.accountId })
}
async function settle(number: string, members: PersonActor[], outcome: string): Promise<void> {
  for (const member of members) await appeals.voteOnAppeal(world.as(member), { number, choice: outcome === 'rejected' ? 'reject' : 'uphold', note: '' })
  await appeals.decideAppeal(world.as(members[0]!), { number, version: (await view(number, members[0]!)).kase.version, outcome, again: [], reasons: 'Хаттама зерделенді.' })
}
/** A member of staff of another centre to whom the head gave the role. */
async function aGuest(exam: DecidedCase, from = '2026-03-30'): Promise<PersonActor> {
  const guest = await world.aStaffMember((await world.aCentre()).id, ['assessor'])
  await people.grantRoleByEmail(world.as(exam.head), { email: guest.email, role: 'panel-member', organisationId: exam.centre.id, validFrom: day(from), validUntil: day('2026-05-20') })
  return (await people.personActor(world, guest.accountId))!
}
/** A decided case of which the first appeal was rejected on Monday 30 March 2026; the second term ends on Monday 6 April. */
async function rejectedOnce(held: Held, { norm = 'panel-of-other-centres', onPaper = false } = {}) {
  world.at('2026-03-26 12:00')
  const exam = await aHeldCase(world, held)
  await pinNorms(world, exam.caseId, { 'appeal.secondInstance': norm })
  await decide(world, exam, held === 'pass' ? 'pass' : 'fail')
  if (onPaper) await makePaperCase(world, exam)
  const guest = await aGuest(exam, '2026-03-26')
  const panel = [guest, ...(await Promise.all([1, 2].map(() => world.aStaffMember(exam.centre.id, ['panel-member']))))]
  const first = onPaper
    ? await appeals.enterPaperAppeal(world.as(exam.clerk), { number: exam.number, version: await exam.version(), receivedOn: '2026-03-26', ground: 'Өтініш.', scan: { name: 'a.png', bytes: PNG } })
    : await lodge(exam)
  world.at('2026-03-30 10:00')
  await call(exam, first, panel)
  await settle(first, panel, 'rejected')
  return { exam, first, panel }
}

describe('a second appeal', () => {
  it('does not exist where the norm gives none', async () => {
    const { exam, first } = await rejectedOnce('fail-practice', { norm: 'none' })
    expect(await codesOf(lodge(exam))).toEqual(['appeal.already'])
    expect((await view(first, exam.candidate)).second).toBeUndefined()
    const [paper] = await rows<{ data: AppealDecisionData }>("select p.data from paper p join case_file c on c.id = p.case_id where c.number = $1 and p.kind = 'appeal-decision'", [first])
    expect(paper!.data.consequences.map((each) => each.ru)).toEqual(['Обжалованное решение остаётся в силе. Кандидат вправе обратиться в суд.'])
    const [notice] = await rows<{ data: FailNoticeData }>("select data from paper where case_id = $1 and kind = 'fail-notice'", [exam.caseId])
    expect(notice!.data.terms).toEqual({ appeal: 5, notice: 10 })
    expect(await rows("select 1 from deadline d join case_file c on c.id = d.case_id where c.number = $1 and d.rule = 'T6'", [first])).toEqual([])
  })

  it('may be lodged until the fifth working day after the first was decided, which the notice, the decision, the letter and the pages say', async () => {
    const { exam, first } = await rejectedOnce('fail-practice')
    expect(await appeals.readLodgingOffer(world.as(exam.candidate), exam.number)).toMatchObject({ blockers: [], lodged: undefined, term: { startedOn: '2026-03-30', lastOn: '2026-04-06' }, first: { number: first } })
    expect((await view(first, exam.candidate)).second).toEqual({ lastOn: '2026-04-06', lodged: undefined })
    const [notice] = await rows<{ data: FailNoticeData }>("select data from paper where case_id = $1 and kind = 'fail-notice'", [exam.caseId])
    expect(notice!.data.terms.secondAppeal).toBe(true)
    const [paper] = await rows<{ data: AppealDecisionData }>("select p.data from paper p join case_file c on c.id = p.case_id where c.number = $1 and p.kind = 'appeal-decision'", [first])
    expect(paper!.data.consequences[0]!.ru).toContain('В течение 5 рабочих дней после дня')
    const letters = await rows<{ kind: string }>('select l.kind from letter l join case_file c on c.id = l.case_id where c.number = $1', [first])
    expect([letters.some((each) => each.kind === 'appeal-rejected-once'), letters.some((each) => each.kind === 'appeal-decided')]).toEqual([true, false])
    const own = await aVisitor(world, app, exam.candidate)
    for (const body of await inAllLanguages(own, `/cases/${first}/appeal`)) expect(body).toContain(`/cases/${exam.number}/appeal"`)
    expect(await own.get(`/ru/cases/${exam.number}/appeal`)).toContain(`Апелляция № ${first} отклонена`)
    world.at('2026-04-07 00:00')
    expect(await codesOf(lodge(exam))).toEqual(['appeal.term-over'])
    expect((await view(first, exam.candidate)).second).toBeUndefined()
    world.at('2026-04-06 23:59')
    const second = await lodge(exam)
    expect(await rows("select met_at is not null as met from deadline d join case_file c on c.id = d.case_id where c.number = $1 and d.rule = 'T6'", [first])).toEqual([{ met: true }])
    expect([(await view(second, exam.candidate)).first, (await view(first, exam.candidate)).second]).toEqual([first, { lastOn: '2026-04-06', lodged: second }])
    expect((await rows<{ kind: string }>("select payload->>'kind' as kind from journal_entry where chain = 'case:' || $1 and kind = 'appeal-lodged' order by seq", [exam.caseId])).map((each) => each.kind)).toEqual([null, 'second'])
    expect(await codesOf(lodge(exam))).toEqual(['appeal.already'])
    expect(await codesOf(requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() }))).toContain('retake.appeal-open')
  })

  it('is heard by people of other centres alone, none of whom took part in the decision or in the first appeal', async () => {
    const { exam, panel } = await rejectedOnce('fail-practice')
    const second = await lodge(exam)
    const [one, two, three] = [await aGuest(exam), await aGuest(exam), await aGuest(exam)]
    const own = await world.aStaffMember(exam.centre.id, ['panel-member'])
    expect(await codesOf(call(exam, second, [one, two, own]))).toEqual(['appeal.panel-of-own-centre'])
    expect(await codesOf(call(exam, second, [one, two, panel[0]!]))).toEqual(['appeal.panel-heard-first'])
    expect(await codesOf(call(exam, second, [one, two, exam.assessor]))).toEqual(['appeal.panel-took-part', 'appeal.panel-of-own-centre'])
    const desk = await aVisitor(world, app, exam.clerk)
    expect(await desk.get(`/ru/centre/appeals/${second}`)).toContain('Это вторая апелляция')
    await call(exam, second, [one, two, three])
    const successor = async (successorId: string) => codesOf(appeals.replaceAppealMember(world.as(exam.clerk), { number: second, version: (await view(second, exam.clerk)).kase.version, memberId: two.accountId, successorId, ground: 'illness' } as never))
    expect(await successor(own.accountId)).toEqual(['appeal.panel-of-own-centre'])
    await settle(second, [one, two, three], 'upheld-pass')
    expect((await rows<{ outcome: string }>('select outcome from decision where case_id = $1 order by decided_at, id', [exam.caseId])).map((each) => each.outcome)).toEqual(['fail', 'pass'])
    expect(await exam.step()).toBe('decided-pass')
    expect((await documents.issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })).documentNumber).toMatch(/^[0-9A-Z-]+$/)
  })

  it('after a first one that came late, and whose term was not restored, is asked for the same reason', async () => {
    world.at('2026-03-26 12:00')
    const exam = await aHeldCase(world, 'fail-practice')
    await pinNorms(world, exam.caseId, { 'appeal.secondInstance': 'panel-of-other-centres', 'appeal.mayRestoreMissedTerm': true })
    await decide(world, exam, 'fail')
    world.at('2026-04-13 10:00')
    const first = await appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Келіспеймін.', lateReason: 'Поезд кешікті.' })
    const panel = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
    await call(exam, first, panel)
    const close = async (number: string, by: PersonActor[], outcome: string, restored?: boolean) => {
      for (const member of by) await appeals.voteOnAppeal(world.as(member), { number, choice: outcome === 'rejected' ? 'reject' : 'uphold', note: '' })
      return codesOf(appeals.decideAppeal(world.as(by[0]!), { number, version: (await view(number, by[0]!)).kase.version, outcome, again: [], reasons: 'Зерделенді.', restored } as never))
    }
    expect(await close(first, panel, 'rejected', false)).toEqual(['done'])
    const second = await lodge(exam)
    expect((await view(second, exam.candidate)).appeal.lateReason).toBe('Поезд кешікті.')
    expect(await rows("select met_at is not null as met from deadline d join case_file c on c.id = d.case_id where c.number = $1 and d.rule = 'T6'", [first])).toEqual([{ met: true }])
    const guests = [await aGuest(exam, '2026-04-13'), await aGuest(exam, '2026-04-13'), await aGuest(exam, '2026-04-13')]
    await call(exam, second, guests)
    const uphold = async (restored?: boolean) => codesOf(appeals.decideAppeal(world.as(guests[0]!), { number: second, version: (await view(second, guests[0]!)).kase.version, outcome: 'upheld-pass', again: [], reasons: 'Зерделенді.', restored } as never))
    expect([await close(second, guests, 'upheld-pass'), await uphold(false), await uphold(true)]).toEqual([['appeal.restoring-missing'], ['appeal.not-restored'], ['done']])
  })

  it('is heard by nobody who sat on the panel of a first one that was withdrawn', async () => {
    world.at('2026-03-26 12:00')
    const exam = await aHeldCase(world, 'fail-practice')
    await pinNorms(world, exam.caseId, { 'appeal.secondInstance': 'panel-of-other-centres', 'appeal.perDecision': 2 })
    await decide(world, exam, 'fail')
    const guest = await aGuest(exam, '2026-03-26')
    const own = await Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
    const withdrawn = await lodge(exam)
    await call(exam, withdrawn, [guest, own[0]!, own[1]!])
    await appeals.withdrawAppeal(world.as(exam.candidate), { number: withdrawn, version: (await view(withdrawn, exam.candidate)).kase.version } as never)
    const rejected = await lodge(exam)
    await call(exam, rejected, own)
    await settle(rejected, own, 'rejected')
    const second = await lodge(exam)
    expect(await codesOf(call(exam, second, [await aGuest(exam, '2026-03-26'), await aGuest(exam, '2026-03-26'), guest]))).toEqual(['appeal.panel-heard-first'])
  })

  it('that is rejected is the last one: the candidate may go to court', async () => {
    const { exam, first } = await rejectedOnce('fail-practice')
    const second = await lodge(exam)
    const guests = [await aGuest(exam), await aGuest(exam), await aGuest(exam)]
    await call(exam, second, guests)
    await settle(second, guests, 'rejected')
    expect(await codesOf(lodge(exam))).toEqual(['appeal.already'])
    expect([(await view(second, exam.candidate)).second, await exam.step()]).toEqual([undefined, 'fail-notice-sent'])
    const [paper] = await rows<{ data: AppealDecisionData }>("select p.data from paper p join case_file c on c.id = p.case_id where c.number = $1 and p.kind = 'appeal-decision'", [second])
    expect([paper!.data.consequences[0]!.ru, paper!.data.examined.at(-1)!.ru]).toEqual(['Обжалованное решение остаётся в силе. Кандидат вправе обратиться в суд.', `Решение по первой апелляции № ${first}`])
    expect(await rows("select 1 from deadline d join case_file c on c.id = d.case_id where c.number = $1 and d.rule = 'T6'", [second])).toEqual([])
  })

  it('is not lodged by whoever asked for a retake after the first: he has accepted the result', async () => {
    const { exam } = await rejectedOnce('fail-practice')
    await requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
    expect(await codesOf(lodge(exam))).toEqual(['appeal.retake-asked'])
  })

  it('keeps the case open until its term is over', async () => {
    const { exam } = await rejectedOnce('pass')
    const stepOn = async (moment: string) => {
      world.at(moment)
      await appeals.closeFinishedCases(world.system())
      return exam.step()
    }
    expect([await stepOn('2026-04-06 23:00'), await stepOn('2026-04-07 08:00')]).toEqual(['document-issued', 'closed'])
  })

  it('on paper has its term from the day on which the first decision was handed over', async () => {
    const { exam, first } = await rejectedOnce('fail-practice', { onPaper: true })
    world.at('2026-04-20 10:00')
    const enter = async (receivedOn: string) => appeals.enterPaperAppeal(world.as(exam.clerk), { number: exam.number, version: await exam.version(), receivedOn, ground: 'Өтініш.', scan: { name: 'b.png', bytes: PNG } })
    expect(await codesOf(enter('2026-04-20'))).toEqual(['appeal.first-not-delivered'])
    const desk = await aVisitor(world, app, exam.clerk)
    expect(await desk.get(`/ru/centre/appeals/${first}`)).toContain('срок начнётся с того дня')
    expect(await desk.get(`/ru/centre/cases/${exam.number}/appeal`)).toContain('Решение по первой апелляции ещё не вручено')
    await appeals.deliverAppealDecision(world.as(exam.clerk), { number: first, version: (await view(first, exam.clerk)).kase.version, deliveredOn: '2026-04-13', witnessId: exam.head.accountId, scan: { name: 'c.png', bytes: PNG } })
    expect((await view(first, exam.clerk)).second).toEqual({ lastOn: '2026-04-20', lodged: undefined })
    for (const body of await inAllLanguages(desk, `/centre/cases/${exam.number}/appeal`)) expect(body).toContain(`/centre/appeals/${first}`)
    expect((await view(await enter('2026-04-20'), exam.clerk)).first).toBe(first)
  })

  it('is lodged once however often the button is pressed', async () => {
    const { exam } = await rejectedOnce('fail-practice')
    const version = await exam.version()
    const lodged = await Promise.allSettled([1, 2, 3].map(() => appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version, ground: 'x' })))
    expect(lodged.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  })
})
