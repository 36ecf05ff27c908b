import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { PNG } from '../../../../test/support/files.ts'
import { aChamber, anAccreditationCast, anApplicant, aSubmittedApplication, checkAll, fillWhole, versionOf, type AccreditationCast } from '../../../../test/support/accreditation.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { sweepFiles } from '../../uploads/index.ts'
import * as accreditation from '../index.ts'

let world: TestWorld
let cast: AccreditationCast
beforeAll(async () => {
  world = await openTestWorld()
  cast = await anAccreditationCast(world)
})
afterAll(() => world.drop())

const seen = async (caseId: string) => ({ caseId, version: await versionOf(world, caseId) })
/** A fresh applicant of the chamber's region, for one has one case open at a time. */
const other = async (): Promise<AccreditationCast> => ({ ...cast, ...(await anApplicant(world)) })
const lettersTo = async (accountId: string) => (await world.db.many<{ kind: string }>('select kind from letter where account_id = $1 order by created_at, id', [accountId])).map((row) => row.kind).sort()

describe('an application for accreditation', () => {
  it('is made for voluntary professions of the register and their levels only', async () => {
    const { applicant, applicantId, region } = await other()
    const as = world.as(applicant)
    const caseId = await accreditation.openApplication(as, { organisationId: applicantId, regionKato: region })
    const mandatory = await world.aProfession({ track: 'mandatory' })
    const voluntary = await world.aProfession({ levels: [3, 4] })
    expect(await codesOf(accreditation.nameProfession(as, { caseId, professionCode: mandatory, level: '4' }))).toEqual(['accreditation.profession-mandatory'])
    expect(await codesOf(accreditation.nameProfession(as, { caseId, professionCode: 'K-NONE', level: '4' }))).toEqual(['accreditation.profession-unknown'])
    expect(await codesOf(accreditation.nameProfession(as, { caseId, professionCode: voluntary, level: '8' }))).toEqual(['accreditation.level-unknown'])
    expect(await codesOf(accreditation.nameProfession(as, { caseId, professionCode: voluntary, level: 'x' }))).toEqual(['accreditation.level-unknown'])
    await accreditation.nameProfession(as, { caseId, professionCode: voluntary.toLowerCase(), level: '3' })
    await accreditation.nameProfession(as, { caseId, professionCode: voluntary, level: '3' })
    expect((await accreditation.readCase(as, caseId)).lines).toHaveLength(1)
    await accreditation.dropProfession(as, { caseId, professionCode: voluntary, level: '3' })
    expect((await accreditation.readCase(as, caseId)).lines).toEqual([])
  })

  it('says what is still missing, and is submitted only when nothing is', async () => {
    const { applicant, applicantId, region } = await other()
    const as = world.as(applicant)
    const caseId = await accreditation.openApplication(as, { organisationId: applicantId, regionKato: region })
    const missing = (await accreditation.readCase(as, caseId)).missing.map((each) => each.code)
    expect(missing).toEqual([
      'accreditation.line-missing', 'accreditation.title-missing', 'accreditation.premises-missing', 'accreditation.equipment-missing', 'accreditation.resources-missing',
      ...['application', 'registration', 'premises', 'staff'].flatMap((kind) => [`accreditation.paper-${kind}-kk`, `accreditation.paper-${kind}-ru`]),
    ])
    expect(await codesOf(accreditation.submitApplication(as, await seen(caseId)))).toEqual(missing)
    const codes = [await world.aProfession(), await world.aProfession()]
    await fillWhole(world, applicant, caseId, codes)
    const { papers } = await accreditation.readCase(as, caseId)
    const registration = papers.find((paper) => paper.kind === 'registration' && paper.language === 'ru')!
    await accreditation.detachPaper(as, { caseId, paperId: registration.id })
    expect((await accreditation.readCase(as, caseId)).missing).toEqual([{ code: 'accreditation.paper-registration-ru' }])
    await accreditation.attachPaper(as, { caseId, item: 'registration', language: 'ru', file: { name: 'b.png', bytes: PNG } })
    await accreditation.submitApplication(as, await seen(caseId))
    const { kase, stages } = await accreditation.readCase(as, caseId)
    expect([kase.step, kase.whoseMove, kase.number?.startsWith('K'), kase.nextDueOn]).toEqual(['submitted', 'chamber', true, null])
    expect([stages[0]!.term, stages[0]!.clocks.length]).toEqual([undefined, 1])
    expect(await lettersTo(applicant.accountId)).toEqual(['accreditation-submitted'])
    expect(await lettersTo(cast.officer.accountId)).toContain('accreditation-to-check')
    expect(await codesOf(accreditation.describePremises(as, { ...(await seen(caseId)), premisesTitle: '', premises: '', equipment: '', resources: '' }))).toEqual(['accreditation.not-open-for-filling'])
  })

  it('takes only the five titles of the rules, true files, and staff of a profession applied for', async () => {
    const { applicant, applicantId, region } = await other()
    const as = world.as(applicant)
    const caseId = await accreditation.openApplication(as, { organisationId: applicantId, regionKato: region })
    expect(await codesOf(accreditation.describePremises(as, { ...(await seen(caseId)), premisesTitle: 'friendship', premises: '', equipment: '', resources: '' }))).toEqual(['accreditation.title-not-allowed'])
    for (const premisesTitle of accreditation.LEGAL_TITLES) await accreditation.describePremises(as, { ...(await seen(caseId)), premisesTitle, premises: '', equipment: '', resources: '' })
    expect(await codesOf(accreditation.attachPaper(as, { caseId, item: 'registration', language: 'kk', file: { name: 'a.pdf', bytes: Buffer.from('no pdf') } }))).toEqual(['file.wrong-type'])
    expect(await codesOf(accreditation.attachPaper(as, { caseId, item: 'registration', language: 'en', file: { name: 'a.png', bytes: PNG } }))).toEqual(['accreditation.paper-language-missing'])
    expect(await codesOf(accreditation.attachPaper(as, { caseId, item: 'programme/K-1/4', language: 'kk', file: { name: 'a.png', bytes: PNG } }))).toEqual(['accreditation.paper-kind-missing'])
    expect(await codesOf(accreditation.nameStaff(as, { caseId, professionCode: 'K-NONE', name: 'A', qualification: 'B' }))).toEqual(['accreditation.staff-profession-missing'])
  })

  it('is told in a second tab that the first one changed it', async () => {
    const { applicant, applicantId, region } = await other()
    const as = world.as(applicant)
    const caseId = await accreditation.openApplication(as, { organisationId: applicantId, regionKato: region })
    const both = await seen(caseId)
    await accreditation.describePremises(as, { ...both, premisesTitle: 'ownership', premises: 'бірінші', equipment: '', resources: '' })
    expect(await codesOf(accreditation.describePremises(as, { ...both, premisesTitle: 'ownership', premises: 'екінші', equipment: '', resources: '' }))).toEqual(['case.changed-meanwhile'])
    expect(await codesOf(accreditation.submitApplication(as, both))).toEqual(['case.changed-meanwhile'])
  })

  it('is opened once however often the form is sent, and one at a time', async () => {
    const { applicant, applicantId, region } = await other()
    const open = (key?: string) => accreditation.openApplication(world.as(applicant, key), { organisationId: applicantId, regionKato: region })
    const id = await open('same-form')
    expect(await open('same-form')).toBe(id)
    expect(await codesOf(open())).toEqual(['accreditation.open-already'])
    await accreditation.withdrawApplication(world.as(applicant), await seen(id))
    expect(await open()).not.toBe(id)
  })

  it('does not exist for another applicant, nor as a draft for anybody else; nobody applies for a stranger', async () => {
    const mine = await other()
    const stranger = await anApplicant(world)
    const caseId = await accreditation.openApplication(world.as(mine.applicant), { organisationId: mine.applicantId, regionKato: mine.region })
    for (const actor of [stranger.applicant, cast.officer, cast.accreditor, cast.expert]) expect(await codesOf(accreditation.readCase(world.as(actor), caseId))).toEqual(['not-found'])
    expect(await codesOf(accreditation.nameProfession(world.as(stranger.applicant), { caseId, professionCode: 'x', level: '1' }))).toEqual(['not-found'])
    expect(await codesOf(accreditation.openApplication(world.as(stranger.applicant), { organisationId: mine.applicantId, regionKato: mine.region }))).toEqual(['not-found'])
    const submitted = await aSubmittedApplication(world, { ...mine, ...(await anApplicant(world)) })
    expect(await codesOf(accreditation.readCase(world.as(stranger.applicant), submitted.caseId))).toEqual(['not-found'])
    const { papers } = await accreditation.readCase(world.as(cast.officer), submitted.caseId)
    expect((await accreditation.openPaper(world.as(cast.officer), papers[0]!.id)).paper.mediaType).toBe('image/png')
    expect(await codesOf(accreditation.openPaper(world.as(stranger.applicant), papers[0]!.id))).toEqual(['not-found'])
  })

  it('keeps its papers when orphaned files are swept', async () => {
    const made = await aSubmittedApplication(world, await other())
    const { papers } = await accreditation.readCase(world.as(cast.officer), made.caseId)
    await sweepFiles(world.system(), -1000)
    expect((await accreditation.openPaper(world.as(cast.officer), papers[0]!.id)).bytes.length).toBeGreaterThan(0)
  })
})

describe('the receipt by the regional chamber', () => {
  it('checks every item, says why one is wrong, and accepts when all are right', async () => {
    const mine = await other()
    const { caseId, code } = await aSubmittedApplication(world, mine)
    const officer = world.as(cast.officer)
    expect(await codesOf(accreditation.acceptApplication(officer, await seen(caseId)))).toEqual(['accreditation.items-unchecked'])
    expect(await codesOf(accreditation.checkApplication(officer, { ...(await seen(caseId)), checks: [{ item: `programme/${code}/4`, verdict: 'wrong', reason: ' ' }] }))).toEqual(['accreditation.check-reason-missing'])
    expect(await codesOf(accreditation.checkApplication(officer, { ...(await seen(caseId)), checks: [{ item: 'nothing', verdict: 'right', reason: '' }] }))).toEqual(['accreditation.check-missing'])
    await checkAll(world, cast.officer, caseId, ['staff'])
    expect(await codesOf(accreditation.acceptApplication(officer, await seen(caseId)))).toEqual(['accreditation.items-wrong'])
    await checkAll(world, cast.officer, caseId)
    await accreditation.acceptApplication(officer, await seen(caseId))
    const { kase } = await accreditation.readCase(world.as(mine.applicant), caseId)
    expect([kase.step, kase.whoseMove]).toEqual(['expertise', 'accreditor'])
    expect(await lettersTo(mine.applicant.accountId)).toEqual(['accreditation-accepted', 'accreditation-submitted'])
  })

  it('gives back for correction once, by the norm; meanwhile no clock runs', async () => {
    const mine = await other()
    const { caseId } = await aSubmittedApplication(world, mine)
    const officer = world.as(cast.officer)
    await checkAll(world, cast.officer, caseId)
    expect(await codesOf(accreditation.giveBackApplication(officer, await seen(caseId)))).toEqual(['accreditation.nothing-wrong'])
    await checkAll(world, cast.officer, caseId, ['registration'])
    await accreditation.giveBackApplication(officer, await seen(caseId))
    const back = await accreditation.readCase(world.as(mine.applicant), caseId)
    expect([back.kase.step, back.kase.whoseMove, back.may.fill]).toEqual(['correcting', 'applicant', true])
    expect(back.checks.filter((check) => check.verdict === 'wrong')).toEqual([{ item: 'registration', verdict: 'wrong', reason: 'Мөрі жоқ' }])
    expect(back.stages[0]!.clocks.map((clock) => clock.endedHow)).toEqual(['given-back'])
    expect(await codesOf(accreditation.returnApplication(officer, { ...(await seen(caseId)), grounds: 'x' }))).toEqual(['accreditation.correction-runs'])
    await accreditation.attachPaper(world.as(mine.applicant), { caseId, item: 'registration', language: 'kk', file: { name: 'new.png', bytes: PNG } })
    await accreditation.submitApplication(world.as(mine.applicant), await seen(caseId))
    expect((await accreditation.readCase(officer, caseId)).checks).toEqual([])
    await checkAll(world, cast.officer, caseId, ['registration'])
    expect(await codesOf(accreditation.giveBackApplication(officer, await seen(caseId)))).toEqual(['accreditation.no-more-corrections'])
    expect(await codesOf(accreditation.returnApplication(officer, { ...(await seen(caseId)), grounds: ' ' }))).toEqual(['accreditation.return-grounds-missing'])
    await accreditation.returnApplication(officer, { ...(await seen(caseId)), grounds: 'Анықтама ескірген.' })
    const ended = await accreditation.readCase(world.as(mine.applicant), caseId)
    expect([ended.kase.step, ended.kase.closedAt !== null, ended.filing.returnGrounds]).toEqual(['returned', true, 'Анықтама ескірген.'])
    expect(await lettersTo(mine.applicant.accountId)).toEqual(['accreditation-given-back', 'accreditation-resubmitted', 'accreditation-returned', 'accreditation-submitted'])
    await accreditation.openApplication(world.as(mine.applicant), { organisationId: mine.applicantId, regionKato: mine.region })
  })

  it('belongs to the chamber of the region alone: not another chamber, not the accreditor, not the applicant, nor an officer who works for the applicant', async () => {
    const mine = await other()
    const foreign = await aChamber(world)
    const { caseId } = await aSubmittedApplication(world, mine)
    const both = await world.aStaffMember(cast.chamberId, ['chamber-officer'])
    const { grantRole, personActor } = await import('#modules/people/index.ts')
    await grantRole(world.system(), { accountId: both.accountId, role: 'applicant', organisationId: mine.applicantId, validFrom: '2024-01-01' as never })
    const torn = (await personActor(world, both.accountId))!
    for (const actor of [foreign.officer, cast.accreditor, mine.applicant, torn, cast.expert]) {
      expect(await codesOf(accreditation.checkApplication(world.as(actor), { ...(await seen(caseId)), checks: [{ item: 'staff', verdict: 'right', reason: '' }] }))).toEqual(['not-found'])
      expect(await codesOf(accreditation.acceptApplication(world.as(actor), await seen(caseId)))).toEqual(['not-found'])
    }
    expect(await codesOf(accreditation.readCase(world.as(foreign.officer), caseId))).toEqual(['not-found'])
    expect((await accreditation.listCases(world.as(foreign.officer), 1, 20)).rows).toEqual([])
    expect((await accreditation.listCases(world.as(cast.officer), 1, 50)).rows.map((row) => row.id)).toContain(caseId)
  })

  it('tells the second of two officers, and does nothing twice for a form sent again', async () => {
    const mine = await other()
    const { caseId } = await aSubmittedApplication(world, mine)
    await checkAll(world, cast.officer, caseId)
    const form = await seen(caseId)
    const answers = await Promise.all([codesOf(accreditation.acceptApplication(world.as(cast.officer, 'form-a'), form)), codesOf(accreditation.acceptApplication(world.as(cast.officer, 'form-b'), form))])
    expect(answers.map(([code]) => code).sort()).toEqual(['accreditation.not-at-this-step', 'done'])
    const again = answers[0]![0] === 'done' ? 'form-a' : 'form-b'
    expect(await codesOf(accreditation.acceptApplication(world.as(cast.officer, again), form))).toEqual(['done'])
    expect((await lettersTo(mine.applicant.accountId)).filter((kind) => kind === 'accreditation-accepted')).toHaveLength(1)
  })

  it('may be ended by the applicant, who withdraws', async () => {
    const mine = await other()
    const { caseId } = await aSubmittedApplication(world, mine)
    expect(await codesOf(accreditation.withdrawApplication(world.as(cast.officer), await seen(caseId)))).toEqual(['not-found'])
    await accreditation.withdrawApplication(world.as(mine.applicant), await seen(caseId))
    expect((await accreditation.readCase(world.as(mine.applicant), caseId)).kase.step).toBe('withdrawn')
    expect(await lettersTo(cast.officer.accountId)).toContain('accreditation-withdrawn-chamber')
    expect(await codesOf(accreditation.acceptApplication(world.as(cast.officer), await seen(caseId)))).toEqual(['accreditation.not-at-this-step'])
  })
})

describe('an application on paper', () => {
  const bin = makeDemonstrationBin(977).reveal()
  const paper = (overrides: object = {}) => ({ chamberId: cast.chamberId as string, bin, nameKk: 'Қағаз ЖШС', nameRu: 'ТОО Бумага', receivedOn: '2026-02-27', language: 'kk', scan: { name: 's.png', bytes: PNG }, ...overrides })

  it('is entered by the chamber with its day and scan, filled in there, and stage 1 runs from that day', async () => {
    const officer = world.as(cast.officer)
    expect(await codesOf(accreditation.enterPaperApplication(officer, paper({ receivedOn: '2026-03-03', scan: undefined })))).toEqual(['accreditation.received-in-future', 'accreditation.scan-missing'])
    expect(await codesOf(accreditation.enterPaperApplication(officer, paper({ bin: '123' })))).toEqual(['organisation.bin-wrong'])
    expect(await codesOf(accreditation.enterPaperApplication(world.as(cast.accreditor), paper()))).toEqual(['not-found'])
    expect(await codesOf(accreditation.enterPaperApplication(world.as((await aChamber(world)).officer), paper()))).toEqual(['not-found'])
    const caseId = await accreditation.enterPaperApplication(officer, paper())
    expect((await accreditation.listCases(officer, 1, 50)).rows.find((row) => row.id === caseId)).toMatchObject({ step: 'draft', whoseMove: 'chamber', channel: 'paper' })
    await fillWhole(world, cast.officer, caseId, [await world.aProfession()])
    await accreditation.submitApplication(officer, await seen(caseId))
    const { kase, stages } = await accreditation.readCase(officer, caseId)
    expect([kase.receivedOn, stages[0]!.clocks[0]!.startedOn, kase.step]).toEqual(['2026-02-27', '2026-02-27', 'submitted'])
    expect(await codesOf(accreditation.enterPaperApplication(officer, paper()))).toEqual(['accreditation.open-already'])
  })
})
