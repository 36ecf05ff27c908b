import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { pressPaper } from '#platform/pdf/paper-press.ts'
import { closePdf } from '#platform/pdf/render-pdf.ts'
import { openTechnicalSeal } from '#platform/signing/technical-seal.ts'
import { formatTenge } from '#platform/i18n/format.ts'
import type { AppealDecisionData } from '#platform/pdf/papers.ts'
import { acceptContract, requestRetake, withdrawApplication } from '#modules/applications/index.ts'
import { sendNotification } from '#modules/exams/index.ts'
import { day } from '#kernel/day.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import { PNG } from '../../../test/support/files.ts'
import { aDecidedCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as appeals from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(async () => {
  await closePdf()
  await world.drop()
})

const rows = <T>(sql: string, values: unknown[]) => tx(world.system(), 'case.read', async (t) => {
  assertMay(t, casework.policy, 'case.read', { centreId: '', accountId: null })
  return t.sql.many<T>(sql, values)
})

/** Three people of the centre who had nothing to do with the case. */
async function others(exam: DecidedCase): Promise<PersonActor[]> {
  return Promise.all([1, 2, 3].map(() => world.aStaffMember(exam.centre.id, ['panel-member'])))
}
const versionOf = async (number: string, as: PersonActor) => (await appeals.readAppeal(world.as(as), number)).kase.version
async function lodged(exam: DecidedCase, ground = 'Екінші сұрақтың кілті қате.') {
  return appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground })
}
async function called(exam: DecidedCase, number: string, members: PersonActor[]) {
  await appeals.callAppealPanel(world.as(exam.clerk), { number, version: await versionOf(number, exam.clerk), members: members.map((each) => each.accountId), chair: members[0]!.accountId })
}
async function voted(number: string, members: PersonActor[], choice: string) {
  for (const member of members) await appeals.voteOnAppeal(world.as(member), { number, choice, note: '' })
}
async function decided(number: string, by: PersonActor, outcome: string, again: string[] = []) {
  await appeals.decideAppeal(world.as(by), { number, version: await versionOf(number, by), outcome, again, reasons: 'Комиссия хаттаманы зерделеді.' })
}

describe('an appeal', () => {
  it('may be lodged until the end of the fifth working day after the result was made known, and not a minute later', async () => {
    const exam = await aDecidedCase(world, 'fail')
    expect(await appeals.readLodgingOffer(world.as(exam.candidate), exam.number)).toMatchObject({ term: { startedOn: '2026-03-26', lastOn: '2026-04-02' }, blockers: [], lodged: undefined })
    world.at('2026-04-03 00:00')
    expect(await codesOf(lodged(exam))).toEqual(['appeal.term-over'])
    world.at('2026-04-02 23:59')
    expect(await codesOf(lodged(exam, '  '))).toEqual(['appeal.ground-missing'])
    const number = await lodged(exam)
    const { kase, parent } = await appeals.readAppeal(world.as(exam.candidate), number)
    expect([kase.kind, kase.step, kase.whoseMove, kase.nextDueOn, parent.number]).toEqual(['appeal', 'lodged', 'centre', '2026-04-16', exam.number])
    expect(await codesOf(lodged(exam))).toEqual(['appeal.already'])
    expect(await exam.kinds()).toContain('appeal-lodged')
  })

  it('does not exist for anybody but its candidate and its centre', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const stranger = await world.aPerson()
    expect(await codesOf(appeals.lodgeAppeal(world.as(stranger), { number: exam.number, version: 1, ground: 'x' }))).toEqual(['not-found'])
    expect(await codesOf(appeals.lodgeAppeal(world.as(exam.clerk), { number: exam.number, version: await exam.version(), ground: 'x' }))).toEqual(['not-found'])
    const number = await lodged(exam)
    expect(await codesOf(appeals.readAppeal(world.as(stranger), number))).toEqual(['not-found'])
    expect((await appeals.readAppeal(world.as(exam.clerk), number)).mayCall).toBe(true)
  })

  it('is heard by people none of whom took part: neither who decided, nor who assessed, nor who called the panel', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const fresh = await others(exam)
    const number = await lodged(exam)
    const { choice } = await appeals.readAppeal(world.as(exam.clerk), number)
    const mayNot = new Set(choice!.people.filter((each) => each.tookPart).map((each) => each.accountId))
    expect([exam.head, ...exam.panel, exam.assessor].every((each) => mayNot.has(each.accountId))).toBe(true)
    expect(fresh.some((each) => mayNot.has(each.accountId))).toBe(false)
    expect(await codesOf(called(exam, number, [fresh[0]!, fresh[1]!, exam.panel[1]!]))).toEqual(['appeal.panel-took-part'])
    expect(await codesOf(called(exam, number, [fresh[0]!, fresh[1]!, exam.assessor]))).toEqual(['appeal.panel-took-part'])
    expect(await codesOf(called(exam, number, [fresh[0]!, fresh[1]!]))).toContain('appeal.panel-too-small')
    expect(await codesOf(called(exam, number, [fresh[0]!, fresh[1]!, await world.aPerson()]))).toEqual(['appeal.panel-stranger'])
    await called(exam, number, fresh)
    expect(await codesOf(appeals.voteOnAppeal(world.as(exam.panel[1]!), { number, choice: 'uphold', note: '' }))).toEqual(['not-found'])
  })

  it('is heard with people of another centre, to whom the head gave a role, and by its norm without them', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const [first, second] = await others(exam)
    const guest = await world.aStaffMember((await world.aCentre()).id, ['assessor'])
    await people.grantRoleByEmail(world.as(exam.head), { email: guest.email, role: 'panel-member', organisationId: exam.centre.id, validFrom: day('2026-03-26'), validUntil: day('2026-04-20') })
    const number = await lodged(exam)
    const { choice } = await appeals.readAppeal(world.as(exam.clerk), number)
    expect([choice!.mayInvite, choice!.people.find((each) => each.accountId === guest.accountId)!.maySit]).toEqual([true, true])
    await pinNorms(world, (await appeals.readAppeal(world.as(exam.clerk), number)).kase.id, { 'panel.mayInviteFromOtherCentre': false })
    expect(await codesOf(called(exam, number, [first!, second!, guest]))).toEqual(['appeal.panel-of-another-centre'])
    expect((await appeals.readAppeal(world.as(exam.clerk), number)).choice!.mayInvite).toBe(false)
    await pinNorms(world, (await appeals.readAppeal(world.as(exam.clerk), number)).kase.id, { 'panel.mayInviteFromOtherCentre': true })
    await called(exam, number, [first!, second!, guest])
    const guestNow = (await people.personActor(world, guest.accountId))!
    await voted(number, [first!, second!, guestNow], 'reject')
    await decided(number, guestNow, 'rejected')
    expect((await appeals.readAppeal(world.as(exam.candidate), number)).appeal.outcome).toBe('rejected')
  })

  it('says how many people are missing when the centre has too few who took no part', async () => {
    const exam = await aDecidedCase(world, 'fail')
    expect((await appeals.readAppeal(world.as(exam.clerk), await lodged(exam))).choice!.missing).toBeGreaterThan(0)
  })

  it('upheld to a pass makes a new decision; the former stays as it was written, and the document follows', async () => {
    const exam = await aDecidedCase(world, 'fail-practice')
    const fresh = await others(exam)
    world.at('2026-03-27 10:00')
    const number = await lodged(exam)
    expect(await codesOf(requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() }))).toContain('retake.appeal-open')
    await called(exam, number, fresh)
    expect(await codesOf(decided(number, fresh[0]!, 'upheld-pass'))).toEqual(['appeal.no-quorum'])
    await voted(number, [fresh[0]!], 'uphold')
    expect(await codesOf(appeals.voteOnAppeal(world.as(fresh[0]!), { number, choice: 'reject', note: '' }))).toEqual(['appeal.voted-already'])
    await voted(number, fresh.slice(1), 'uphold')
    expect(await codesOf(decided(number, fresh[0]!, 'rejected'))).toEqual(['appeal.against-the-votes'])
    await decided(number, fresh[0]!, 'upheld-pass')
    const found = await rows<{ id: string; outcome: string; supersedes: string | null }>('select d.id, d.outcome, d.supersedes from decision d join case_file c on c.id = d.case_id where c.number = $1 order by d.decided_at, d.id', [exam.number])
    expect(found.map((each) => each.outcome)).toEqual(['fail', 'pass'])
    expect(found[1]!.supersedes).toBe(found[0]!.id)
    expect(await exam.step()).toBe('decided-pass')
    const view = await appeals.readAppeal(world.as(exam.candidate), number)
    expect([view.kase.step, view.kase.closedAt !== null, view.appeal.outcome, view.papers.map((paper) => paper.kind)]).toEqual(['decided', true, 'upheld-pass', ['appeal-decision']])
    expect((await documents.issueDocument(world.as(exam.head), { number: exam.number, version: await exam.version() })).documentNumber).toMatch(/^[0-9A-Z-]+$/)
  })

  it('upheld passes nobody who failed the theory and never sat the practice: what is not passed is held again, free of charge', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const fresh = await others(exam)
    const number = await lodged(exam)
    await called(exam, number, fresh)
    await voted(number, fresh, 'uphold')
    expect(await codesOf(decided(number, fresh[0]!, 'upheld-pass'))).toEqual(['appeal.not-examined'])
    expect(await codesOf(decided(number, fresh[0]!, 'upheld-again', ['theory']))).toEqual(['appeal.stage-left-out'])
    await decided(number, fresh[0]!, 'upheld-again', ['theory', 'practice'])
    expect(await exam.step()).toBe('contract-signed')
    expect(await rows("select k.price, k.stages from contract k join case_file c on c.id = k.case_id where c.number = $1 and k.kind = 'retake'", [exam.number])).toEqual([{ price: 0, stages: ['theory', 'practice'] }])
  })

  it('upheld to hold a stage again opens it free of charge, and annuls by two people a document that stood on the decision', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const fresh = await others(exam)
    const number = await lodged(exam)
    await called(exam, number, fresh)
    await voted(number, fresh, 'uphold')
    expect(await codesOf(decided(number, fresh[0]!, 'upheld-pass'))).toEqual(['appeal.passed-already'])
    expect(await codesOf(decided(number, fresh[0]!, 'upheld-again'))).toEqual(['appeal.stages-missing'])
    await decided(number, fresh[0]!, 'upheld-again', ['practice'])
    expect(await exam.step()).toBe('contract-signed')
    const [contract] = await rows<{ price: number; stages: string[] }>("select k.price, k.stages from contract k join case_file c on c.id = k.case_id where c.number = $1 and k.kind = 'retake'", [exam.number])
    expect(contract).toEqual({ price: 0, stages: ['practice'] })
    const [annulment] = await rows<{ proposedBy: string; decidedBy: string; annulledOn: string; ground: string }>(
      'select a.proposed_by, a.decided_by, a.ground, d.annulled_on from annulment a join recognition_document d on d.id = a.document_id join case_file c on c.id = d.case_id where c.number = $1', [exam.number])
    expect(annulment).toMatchObject({ annulledOn: '2026-03-26', ground: 'appeal' })
    expect(annulment!.proposedBy).not.toBe(annulment!.decidedBy)
  })

  describe('where the norm lets a stage that is held again cost what a retake costs', () => {
    const again = async (held: 'pass' | 'fail-practice', norms: Record<string, string | boolean> = {}) => {
      const exam = await aDecidedCase(world, held)
      await pinNorms(world, exam.caseId, { 'appeal.stageAgainIsFree': false, ...norms })
      const fresh = await others(exam)
      expect((await appeals.readLodgingOffer(world.as(exam.candidate), exam.number)).againIsFree).toBe(false)
      const number = await lodged(exam)
      await called(exam, number, fresh)
      await voted(number, fresh, 'uphold')
      await decided(number, fresh[0]!, 'upheld-again', ['practice'])
      const contract = async () => (await rows<{ price: number; stages: string[]; acceptedAt: string | null }>("select price, stages, accepted_at from contract where case_id = $1 and kind = 'retake'", [exam.caseId]))[0]!
      const invoices = () => rows<{ amount: number }>("select i.amount from invoice i join contract k on k.id = i.contract_id where i.case_id = $1 and k.kind = 'retake'", [exam.caseId])
      return { exam, number, fresh, contract, invoices, view: await appeals.readAppeal(world.as(exam.candidate), number) }
    }

    it('a contract is sent, and no day is given and nothing owed before it is accepted', async () => {
      const { exam, number, contract, invoices, view } = await again('pass')
      expect([await exam.step(), view.againIsFree, await contract(), await invoices()]).toEqual(['contract-sent', false, { price: 20000, stages: ['practice'], acceptedAt: null }, []])
      const [paper] = await rows<{ data: AppealDecisionData }>("select data from paper where kind = 'appeal-decision' and case_id = (select id from case_file where number = $1)", [number])
      expect(paper!.data.consequences.map((each) => each.ru)).toEqual([expect.stringContaining(formatTenge(20000, 'ru')), 'Когда договор будет принят, центр направит уведомление о новой дате.'])
      const letters = await rows<{ kind: string }>('select kind from letter where case_id = $1', [exam.caseId])
      expect(letters.map((each) => each.kind)).toContain('stage-again-offered')
      expect(letters.map((each) => each.kind)).not.toContain('stage-again')
      const practice = await exam.sitting('practice', '2026-04-30', '13:00', '16:00')
      const notify = async () => codesOf(sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { practice } }))
      expect(await notify()).toEqual(['case.not-at-this-step'])
      await acceptContract(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
      expect([await exam.step(), await invoices()]).toEqual(['contract-signed', [{ amount: 20000 }]])
      expect(await notify()).toEqual(['done'])
      expect((await appeals.readAppeal(world.as(exam.candidate), number)).againIsFree).toBe(false)
    })

    it('whoever does not want to pay withdraws, and owes nothing', async () => {
      const { exam, invoices } = await again('fail-practice')
      await withdrawApplication(world.as(exam.candidate), { number: exam.number, version: await exam.version(), note: '' })
      expect([await exam.step(), await invoices(), await rows('select 1 from refund where case_id = $1', [exam.caseId])]).toEqual(['withdrawn', [], []])
    })

    it('and a retake would be free, it is free too, and takes nobody his free retake', async () => {
      const { exam, contract, view } = await again('fail-practice', { 'retake.price': 'first-free' })
      expect([await exam.step(), view.againIsFree, (await contract()).price, (await contract()).acceptedAt !== null]).toEqual(['contract-signed', true, 0, true])
    })
  })

  it('is not heard by one person alone where a document stands on the decision, for two people annul it', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const [alone, ...rest] = await others(exam)
    const number = await lodged(exam)
    expect(await codesOf(called(exam, number, [alone!]))).toEqual(['appeal.panel-alone-with-document'])
    await called(exam, number, [alone!, ...rest])
    const failed = await aDecidedCase(world, 'fail')
    const [one] = await others(failed)
    const other = await lodged(failed)
    await called(failed, other, [one!])
    await voted(other, [one!], 'uphold')
    await decided(other, one!, 'upheld-again', ['theory', 'practice'])
    expect(await failed.step()).toBe('contract-signed')
  })

  it('of a panel of one that was called before a document stood is refused with its reason, and nothing is written', async () => {
    const exam = await aDecidedCase(world, 'pass')
    const [alone] = await others(exam)
    const number = await lodged(exam)
    await rows('update recognition_document set annulled_on = current_date where case_id = $1', [exam.caseId])
    await called(exam, number, [alone!])
    await rows('update recognition_document set annulled_on = null where case_id = $1', [exam.caseId])
    await voted(number, [alone!], 'uphold')
    expect(await codesOf(decided(number, alone!, 'upheld-again', ['theory']))).toEqual(['appeal.annulment-needs-two'])
    expect((await appeals.readAppeal(world.as(exam.clerk), number)).kase.step).toBe('panel-called')
  })

  it('rejected leaves the decision standing, with its reasons on paper, and the case may be closed after the terms', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const fresh = await others(exam)
    const number = await lodged(exam)
    await called(exam, number, fresh)
    await voted(number, fresh.slice(0, 2), 'reject')
    expect(await codesOf(appeals.decideAppeal(world.as(fresh[0]!), { number, version: await versionOf(number, fresh[0]!), outcome: 'rejected', again: [], reasons: ' ' }))).toEqual(['appeal.reasons-missing'])
    await decided(number, fresh[0]!, 'rejected')
    expect(await exam.step()).toBe('fail-notice-sent')
    expect((await rows('select 1 from decision d join case_file c on c.id = d.case_id where c.number = $1', [exam.number])).length).toBe(1)
    expect(await codesOf(lodged(exam))).toEqual(['appeal.already'])
    const folder = await mkdtemp(join(tmpdir(), 'tanu-seal-'))
    const seal = await openTechnicalSeal(folder, '2026-01-01T00:00:00.000Z')
    while ((await pressPaper(world.system(), seal)) > 0);
    await rm(folder, { recursive: true })
    expect((await appeals.readAppeal(world.as(exam.candidate), number)).papers.every((paper) => paper.fileKey !== null)).toBe(true)
  }, 60_000)

  it('may be followed by another where the norm of the case allows two from a decision, and by no third', async () => {
    const exam = await aDecidedCase(world, 'fail')
    await pinNorms(world, exam.caseId, { 'appeal.perDecision': 2 })
    const first = await lodged(exam)
    expect(await codesOf(lodged(exam))).toEqual(['appeal.already'])
    await appeals.withdrawAppeal(world.as(exam.candidate), { number: first, version: await versionOf(first, exam.candidate) })
    expect(await appeals.readLodgingOffer(world.as(exam.candidate), exam.number)).toMatchObject({ blockers: [], lodged: undefined })
    const asked = await Promise.all([codesOf(lodged(exam)), codesOf(lodged(exam))])
    // Pressed twice at once, one is lodged.
    expect(asked.flat().sort()).toEqual(['appeal.already', 'done'])
    const numbers = await rows('select a.number from case_file a join case_file c on a.parent_case_id = c.id where c.number = $1 order by a.opened_on, a.number', [exam.number])
    expect(numbers).toHaveLength(2)
    expect((await appeals.readLodgingOffer(world.as(exam.candidate), exam.number)).blockers.map((each) => each.code)).toEqual(['appeal.already'])
  })

  it('may be taken back until it is decided; then the decision stands for good', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const number = await lodged(exam)
    expect(await codesOf(appeals.withdrawAppeal(world.as(exam.clerk), { number, version: await versionOf(number, exam.clerk) }))).toEqual(['not-found'])
    await appeals.withdrawAppeal(world.as(exam.candidate), { number, version: await versionOf(number, exam.candidate) })
    expect((await appeals.readAppeal(world.as(exam.clerk), number)).kase.step).toBe('withdrawn')
    expect(await codesOf(lodged(exam))).toEqual(['appeal.already'])
    await requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
    expect(await exam.step()).toBe('contract-signed')
  })

  it('tells the second of two clerks, and whoever asked for a retake has accepted the result', async () => {
    const exam = await aDecidedCase(world, 'fail')
    expect(await codesOf(appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: 1, ground: 'x' }))).toEqual(['case.changed-meanwhile'])
    await requestRetake(world.as(exam.candidate), { number: exam.number, version: await exam.version() })
    expect(await codesOf(lodged(exam))).toEqual(['appeal.retake-asked'])
  })

  it('of somebody without an account is entered by the clerk: the day on which it came decides whether it was in time', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const entered = async (receivedOn: string, scan = true, as: PersonActor = exam.clerk) => appeals.enterPaperAppeal(world.as(as), {
      number: exam.number, version: await exam.version(), receivedOn, ground: 'Өтініш парағынан.', scan: scan ? { name: 'апелляция.png', bytes: PNG } : undefined,
    })
    expect(await codesOf(entered('2026-03-30'))).toEqual(['not-found'])
    await rows('update case_file set account_id = null where number = $1', [exam.number])
    world.at('2026-04-03 10:00')
    expect(await codesOf(entered('2026-04-03'))).toEqual(['appeal.term-over'])
    expect(await codesOf(entered('2026-04-04', false))).toEqual(['appeal.received-in-future', 'appeal.scan-missing'])
    expect(await codesOf(entered('31 April'))).toEqual(['appeal.received-wrong'])
    expect(await codesOf(entered('2026-04-02', true, exam.assessor))).toEqual(['not-found'])
    const number = await entered('2026-04-02')
    const view = await appeals.readAppeal(world.as(exam.clerk), number)
    expect([view.kase.openedOn, view.kase.nextDueOn, view.files.map((file) => file.kind)]).toEqual(['2026-04-02', '2026-04-16', ['appeal']])
    expect(await codesOf(entered('2026-04-02'))).toEqual(['appeal.already'])
  })

  it.each([['the same level', 4], ['another level', 3]])('upheld opens a closed case again only when no other of the candidate is open for the profession: %s', async (_says, level) => {
    const exam = await aDecidedCase(world, 'fail-practice')
    await rows("update case_file set account_id = null, step = 'closed', whose_move = 'nobody', closed_at = now() where number = $1", [exam.number])
    const other = await tx(world.system(), 'case.read', async (t) => {
      assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
      const { professionVersionId } = await casework.getCaseByNumber(t, exam.number)
      return casework.openCase(t, {
        kind: 'recognition', centreId: exam.centre.id, centreSerial: exam.centre.serial, personId: exam.candidate.personId as never, accountId: exam.candidate.accountId,
        professionCode: exam.professionCode, professionVersionId, level, step: 'registered', whoseMove: 'centre',
      })
    })
    const number = await appeals.enterPaperAppeal(world.as(exam.clerk), { number: exam.number, version: await exam.version(), receivedOn: '2026-03-26', ground: 'Өтініш парағынан.', scan: { name: 'a.png', bytes: PNG } })
    const fresh = await others(exam)
    await called(exam, number, fresh)
    await voted(number, fresh, 'uphold')
    for (const [outcome, again] of [['upheld-pass', []], ['upheld-again', ['practice']]] as const) expect(await codesOf(decided(number, fresh[0]!, outcome, [...again]))).toEqual(['appeal.other-case-open'])
    const waitsFor = async () => [(await appeals.readAppeal(world.as(exam.clerk), number)).waitsFor, (await appeals.readAppeal(world.as(fresh[0]!), number)).waitsFor]
    expect([(await appeals.readAppeal(world.as(exam.clerk), number)).kase.step, await waitsFor()]).toEqual(['panel-called', [other.number, other.number]])
    // With an account the candidate reads it himself: it is his to withdraw.
    await rows('update case_file set account_id = $2 where number = any($1)', [[number, exam.number], exam.candidate.accountId])
    expect((await appeals.readAppeal(world.as(exam.candidate), number)).waitsFor).toBe(other.number)
    await rows('update case_file set account_id = null where number = any($1)', [[number, exam.number]])
    await rows("update case_file set step = 'withdrawn', whose_move = 'nobody', closed_at = now() where number = $1", [other.number])
    expect(await waitsFor()).toEqual([undefined, undefined])
    await decided(number, fresh[0]!, 'upheld-pass')
    expect(await exam.step()).toBe('decided-pass')
  })

  it('that comes after its term says why, where the norm lets the term be restored, and is upheld only once its panel has restored it', async () => {
    const exam = await aDecidedCase(world, 'fail-practice')
    await pinNorms(world, exam.caseId, { 'appeal.mayRestoreMissedTerm': true })
    const late = async (lateReason?: string) => appeals.lodgeAppeal(world.as(exam.candidate), { number: exam.number, version: await exam.version(), ground: 'Екінші сұрақ.', ...(lateReason === undefined ? {} : { lateReason }) })
    world.at('2026-04-13 10:00')
    expect(await appeals.readLodgingOffer(world.as(exam.candidate), exam.number)).toMatchObject({ blockers: [], late: true, mayRestore: true })
    expect([await codesOf(late()), await codesOf(late('  '))]).toEqual([['appeal.late-reason-missing'], ['appeal.late-reason-missing']])
    const number = await late('Ауруханада жаттым, 28 наурыз – 10 сәуір.')
    expect((await rows<{ kind: string }>("select payload->>'kind' as kind from journal_entry where chain = 'case:' || $1 and kind = 'appeal-lodged'", [exam.caseId])).map((each) => each.kind)).toEqual(['late'])
    expect(await rows("select met_at from deadline where case_id = $1 and rule = 'T6'", [exam.caseId])).toEqual([{ metAt: null }])
    const fresh = await others(exam)
    await called(exam, number, fresh)
    await voted(number, fresh, 'uphold')
    const decide = async (restored?: boolean) => codesOf(appeals.decideAppeal(world.as(fresh[0]!), { number, version: await versionOf(number, fresh[0]!), outcome: 'upheld-pass', again: [], reasons: 'Анықтама зерделенді.', restored }))
    expect([await decide(), await decide(false), await decide(true)]).toEqual([['appeal.restoring-missing'], ['appeal.not-restored'], ['done']])
    expect((await appeals.readAppeal(world.as(exam.candidate), number)).appeal).toMatchObject({ lateReason: 'Ауруханада жаттым, 28 наурыз – 10 сәуір.', termRestored: true, outcome: 'upheld-pass' })
    const [paper] = await rows<{ lines: { ru: string }[] }>("select data->'consequences' as lines from paper p join case_file c on c.id = p.case_id where c.number = $1 and p.kind = 'appeal-decision'", [number])
    expect(paper!.lines[0]!.ru).toContain('восстановила срок')
    expect(await exam.step()).toBe('decided-pass')
  })

  it('that is late is rejected where its panel finds no valid reason, on paper as on line; in time no reason is asked for', async () => {
    const exam = await aDecidedCase(world, 'fail')
    await pinNorms(world, exam.caseId, { 'appeal.mayRestoreMissedTerm': true })
    await rows('update case_file set account_id = null where number = $1', [exam.number])
    world.at('2026-04-20 10:00')
    const entered = async (receivedOn: string, lateReason = '') => appeals.enterPaperAppeal(world.as(exam.clerk), { number: exam.number, version: await exam.version(), receivedOn, ground: 'Өтініш.', lateReason, scan: { name: 'a.png', bytes: PNG } })
    expect(await codesOf(entered('2026-04-03'))).toEqual(['appeal.late-reason-missing'])
    const number = await entered('2026-04-03', 'Поезд кешікті.')
    const fresh = await others(exam)
    await called(exam, number, fresh)
    await voted(number, fresh, 'reject')
    await appeals.decideAppeal(world.as(fresh[0]!), { number, version: await versionOf(number, fresh[0]!), outcome: 'rejected', again: [], reasons: 'Дәлел жоқ.', restored: false })
    expect((await appeals.readAppeal(world.as(exam.clerk), number)).appeal).toMatchObject({ termRestored: false, outcome: 'rejected' })
    const timely = await aDecidedCase(world, 'fail')
    await pinNorms(world, timely.caseId, { 'appeal.mayRestoreMissedTerm': true })
    expect((await appeals.readAppeal(world.as(timely.candidate), await appeals.lodgeAppeal(world.as(timely.candidate), { number: timely.number, version: await timely.version(), ground: 'x', lateReason: 'y' }))).appeal.lateReason).toBeNull()
  })

  it('is lodged once however often the button is pressed', async () => {
    const exam = await aDecidedCase(world, 'fail')
    const version = await exam.version()
    const numbers = await Promise.all([1, 2, 3].map(() => appeals.lodgeAppeal(world.as(exam.candidate, 'press-0001'), { number: exam.number, version, ground: 'x' })))
    expect(new Set(numbers).size).toBe(1)
  })
})
