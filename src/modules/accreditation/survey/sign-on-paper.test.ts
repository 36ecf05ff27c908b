import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { pressPaper } from '#platform/pdf/paper-press.ts'
import { openTechnicalSeal } from '#platform/signing/technical-seal.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import { aChamber } from '../../../../test/support/accreditation.ts'
import { PNG } from '../../../../test/support/files.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { aSurveyCase, type SurveyCaseMade } from '../../../../test/support/survey-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

type OnPaper = SurveyCaseMade & { officer: PersonActor }

/** An act that both surveyors have signed, of an applicant on paper whom nobody represents. */
async function signedAct(): Promise<OnPaper> {
  world.at('2026-03-05 10:00')
  const made = await aSurveyCase(world)
  const { officer, region } = await aChamber(world)
  await world.db.run("update accreditation_case set channel = 'paper', region_kato = $2 where id = $1", [made.caseId, region])
  await world.db.run('update role_grant set revoked_at = granted_at, revoked_by = granted_by where account_id = $1', [made.applicant.accountId])
  const seen = async () => ({ caseId: made.caseId, version: await made.version() })
  await accreditation.assignSurvey(world.as(made.accreditor), { ...(await seen()), surveyors: made.surveyors.map((each) => each.accountId), heldOn: '2026-03-06' })
  world.at('2026-03-06 10:00')
  const { items } = await accreditation.readSurvey(world.as(made.surveyors[0]), made.caseId)
  await accreditation.writeEntries(world.as(made.surveyors[0]), { caseId: made.caseId, device: 'device-one', entries: items.map((item, place) => ({ seq: place + 1, writtenAt: world.clock.now(), kind: 'mark' as const, body: { item: item.key, mark: 'meets' as const, note: '' } })) })
  for (const each of made.surveyors) await accreditation.signSurvey(world.as(each), await seen())
  return { ...made, officer }
}
const enter = async (made: OnPaper, by: PersonActor, change: Partial<Parameters<typeof accreditation.handOverOnPaper>[1]> = {}, key?: string) => codesOf(accreditation.handOverOnPaper(world.as(by, key), {
  caseId: made.caseId, version: await made.version(), kind: 'survey-act', no: 1, deliveredOn: '2026-03-06', recipient: 'Асқаров Данияр', capacity: 'директор', remarks: ' Ескертпе жоқ ', scan: { name: 'act.png', bytes: PNG }, ...change,
}))
const papers = (made: OnPaper) => world.db.many<{ data: { answer: { words: string; enteredBy: string } | null; signatures: { name: string; signedAt: string | null; how?: { ru: string } }[] } }>("select data from paper where case_id = $1 and kind = 'survey-act' order by created_at, id", [made.caseId])

describe('the act of an applicant without an account', () => {
  it('is printed with a line for its signature as soon as all surveyors have signed', async () => {
    const made = await signedAct()
    const { papers: [sheet], may, mayEnterAct } = await accreditation.readHandOvers(world.as(made.surveyors[1]), made.caseId)
    expect([sheet, may, mayEnterAct]).toMatchObject([{ kind: 'survey-act', no: 1, madeOn: '2026-03-06', delivery: undefined }, false, true])
    const [{ data }] = await papers(made) as [{ data: { answer: null; signatures: { name: string; signedAt: string | null }[] } }]
    expect([data.answer, data.signatures.length, data.signatures[2]]).toMatchObject([null, 3, { name: '', signedAt: null }])
    const folder = await mkdtemp(join(tmpdir(), 'tanu-seal-'))
    const seal = await openTechnicalSeal(folder, '2026-01-01T00:00:00.000Z')
    while ((await pressPaper(world.system(), seal)) > 0);
    await rm(folder, { recursive: true })
    const { fileKey, name } = await accreditation.readDecisionPaper(world.as(made.surveyors[0]), sheet!.paperId!)
    expect([Buffer.from((await world.system().files.get(fileKey!)).subarray(0, 5)).toString(), name.endsWith('survey-act.pdf')]).toEqual(['%PDF-', true])
  }, 60_000)

  it('comes back signed: day, signatory, scan, who entered it and when stand with the act of both sides; another takes it in', async () => {
    const made = await signedAct()
    for (const stranger of [(await aChamber(world)).officer, made.expert, made.applicant, await world.aPerson()]) expect(await enter(made, stranger)).toEqual(['not-found'])
    expect(await enter(made, made.officer, { deliveredOn: '2026-03-05', recipient: '', capacity: ' ', scan: undefined })).toEqual([
      'survey-on-paper.before-made', 'survey-on-paper.recipient-missing', 'survey-on-paper.capacity-missing', 'survey-on-paper.scan-missing'])
    expect(await enter(made, made.officer, { deliveredOn: '2026-03-10' })).toEqual(['survey-on-paper.in-future'])
    world.at('2026-03-10 09:30')
    const version = await made.version()
    expect(await enter(made, made.accreditor, { version }, 'enter-act')).toEqual(['done'])
    expect(await enter(made, made.accreditor, { version }, 'enter-act')).toEqual(['done'])
    expect(await enter(made, made.officer)).toEqual(['accreditation-delivery.already'])

    const { survey, onPaper } = await accreditation.readSurvey(world.as(made.surveyors[0]), made.caseId)
    expect([survey?.answer, survey?.answeredOnPaper, survey?.answeredBySurveyor, survey?.answerReason]).toEqual(['signed', true, false, 'Ескертпе жоқ'])
    expect(onPaper).toMatchObject({ deliveredOn: '2026-03-06', recipient: 'Асқаров Данияр', capacity: 'директор', recordedBy: made.accreditor.accountId, recordedAt: world.clock.now() })
    expect((await accreditation.openPaper(world.as(made.officer), onPaper!.scanId)).paper.mediaType).toBe('image/png')
    const act = (await papers(made)).at(-1)!.data
    expect([act.answer!.words, act.answer!.enteredBy.endsWith('10.03.2026, 09:30 (UTC+5)'), act.signatures[2]]).toMatchObject(['Ескертпе жоқ', true, { name: 'Асқаров Данияр, директор', signedAt: '06.03.2026', how: { ru: 'подписано на бумаге' } }])

    const finish = async (by: PersonActor) => codesOf(accreditation.finishSurvey(world.as(by), { caseId: made.caseId, version: await made.version() }))
    expect([await finish(made.accreditor), (await accreditation.readSurvey(world.as(made.accreditor), made.caseId)).may.finish]).toEqual([['survey.entered-by-you'], false])
    expect(await finish(await world.aStaffMember(made.bodyId, ['accreditor']))).toEqual(['done'])
    expect(await made.step()).toBe('awaiting-agreement')
  })

  it('is not entered once it was taken back, nor where the refusal is recorded; signed anew it is a new sheet', async () => {
    const made = await signedAct()
    const seen = async () => ({ caseId: made.caseId, version: await made.version() })
    await accreditation.reopenSurvey(world.as(made.surveyors[0]), { ...(await seen()), reason: 'Өлшем ұмытылды' })
    expect(await enter(made, made.surveyors[0])).toEqual(['accreditation-delivery.nothing'])
    for (const each of made.surveyors) await accreditation.signSurvey(world.as(each), await seen())
    expect((await papers(made)).length).toBe(2)
    await accreditation.recordRefusalToSign(world.as(made.surveyors[0]), { ...(await seen()), reason: 'Өкіл келмеді' })
    expect(await enter(made, made.surveyors[0])).toEqual(['accreditation-delivery.nothing'])
  })

  it('is signed in the account where somebody acts for the applicant there, and that of an application on line always', async () => {
    const made = await signedAct()
    const head = await world.aStaffMember(made.organisationId, ['applicant'])
    expect(await enter(made, made.surveyors[0])).toEqual(['accreditation-delivery.represented'])
    await accreditation.answerAct(world.as(head), { caseId: made.caseId, version: await made.version(), answer: 'signed', reason: '' })
    await world.db.run("update accreditation_case set channel = 'online' where id = $1", [made.caseId])
    expect(await enter(made, made.officer)).toEqual(['not-found'])
  })
})
