import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as programmes from '#modules/programmes/index.ts'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { anAccreditationCast, anApplicant, aSubmittedApplication, checkAll, fillWhole, reviewWhole, versionOf, type AccreditationCast } from '../../../../test/support/accreditation.ts'
import { aRoadCast, concludeRoad, decideRoad, issueRoad, nowAs, walkToSurvey } from '../../../../test/support/accreditation-road.ts'
import { PNG } from '../../../../test/support/files.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { aSmallProgramme } from '../../../../test/support/small-programme.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as accreditation from '../index.ts'

let world: TestWorld
let cast: AccreditationCast
beforeAll(async () => {
  world = await openTestWorld()
  cast = await anAccreditationCast(world)
})
afterAll(() => world.drop())

const seen = async (caseId: string) => ({ caseId, version: await versionOf(world, caseId) })
const other = async () => ({ ...cast, ...(await anApplicant(world)) })
const texts = { part: 'texts' as const, title: { kk: 'Басқа', ru: 'Другое' }, methodology: { kk: 'а', ru: 'а' }, briefing: { kk: 'а', ru: 'а' }, needs: { kk: 'а', ru: 'а' }, theoryMinutes: 20 }

describe('the draft programme of an application', () => {
  it('is written in the editor by the applicant alone, and is demanded whole, one per profession', async () => {
    const { applicant, applicantId, region } = await other()
    const as = world.as(applicant)
    const code = await world.aProfession()
    const caseId = await accreditation.openApplication(as, { organisationId: applicantId, regionKato: region })
    await accreditation.nameProfession(as, { caseId, professionCode: code, level: '4' })
    const ofProgramme = async () => (await accreditation.readCase(as, caseId)).missing.filter((each) => each.code.includes('programme'))
    expect(await ofProgramme()).toEqual([{ code: 'accreditation.programme-missing', data: { profession: `${code} (4)` } }])
    const key = { caseId, professionCode: code, level: 4 }
    for (const actor of [(await anApplicant(world)).applicant, cast.officer, cast.accreditor]) expect(await codesOf(accreditation.draftLineProgramme(world.as(actor), key))).toEqual(['not-found'])
    const versionId = await accreditation.draftLineProgramme(as, key)
    expect(await codesOf(accreditation.draftLineProgramme(as, key))).toEqual(['programme.draft-open'])
    const missing = await ofProgramme()
    expect([missing[0]!.code, Number(missing[0]!.data!['n']) > 5, missing.length]).toEqual(['accreditation.programme-not-whole', true, 6])
    await programmes.saveProgrammePart(as, { versionId, revision: 1, ...texts })
    expect((await programmes.openProgramme(as, versionId)).may).toMatchObject({ write: true, readKey: true, submit: false, approve: false, draft: false })
    for (const actor of [(await anApplicant(world)).applicant, cast.officer, cast.accreditor, cast.expert, await world.anOfficial('ministry')]) {
      expect(await codesOf(programmes.openProgramme(world.as(actor), versionId))).toEqual(['not-found'])
      expect(await codesOf(programmes.saveProgrammePart(world.as(actor), { versionId, revision: 2, ...texts }))).toEqual(['not-found'])
      expect(await codesOf(accreditation.readLineProgramme(world.as(actor), key))).toEqual(['not-found'])
    }
    expect(await codesOf(accreditation.submitApplication(as, await seen(caseId)))).toContain('accreditation.programme-not-whole')
  })

  it('is frozen when it is handed in, and mended in a new version in the round of correction, each with its fingerprint', async () => {
    const mine = await other()
    const { caseId, code } = await aSubmittedApplication(world, mine)
    const as = world.as(mine.applicant)
    const key = { caseId, professionCode: code, level: 4 }
    const first = (await accreditation.readCase(as, caseId)).lines[0]!
    expect([first.programmeDigest?.length, (await programmes.getProgrammeVersion(world.db, first.programmeVersionId!)).state]).toEqual([64, 'handed-in'])
    expect(await codesOf(programmes.saveProgrammePart(as, { versionId: first.programmeVersionId!, revision: 2, ...texts }))).toEqual(['programme.not-a-draft'])
    expect(await codesOf(programmes.retireProgrammeVersion(as, { versionId: first.programmeVersionId!, revision: 2 }))).toEqual(['programme.handed-in'])
    expect(await codesOf(accreditation.draftLineProgramme(as, key))).toEqual(['accreditation.not-open-for-filling'])
    await checkAll(world, cast.officer, caseId, [`programme/${code}/4`])
    await accreditation.giveBackApplication(world.as(cast.officer), await seen(caseId))
    const next = await accreditation.draftLineProgramme(as, key)
    await programmes.saveProgrammePart(as, { versionId: next, revision: 1, ...texts })
    // Until it is sent again the chamber has what was handed in.
    expect((await accreditation.readLineProgramme(world.as(cast.officer), key)).programme.version.id).toBe(first.programmeVersionId)
    await accreditation.submitApplication(as, await seen(caseId))
    const again = (await accreditation.readCase(world.as(cast.officer), caseId)).lines[0]!
    expect([again.programmeVersionId, again.programmeDigest === first.programmeDigest]).toEqual([next, false])
    const { timeline } = await accreditation.readCase(as, caseId)
    const handed = timeline.flatMap((entry) => (entry.payload['programmes'] as { versionNo: number; digest: string }[] | undefined) ?? [])
    expect(handed.map((each) => [each.versionNo, each.digest])).toEqual([[1, first.programmeDigest], [2, again.programmeDigest]])
  })

  it('shows its questions, never a key, to the expert who reviews it and only while he does; to others its shape', async () => {
    const mine = await other()
    const { caseId, code } = await aSubmittedApplication(world, mine)
    const key = { caseId, professionCode: code, level: 4 }
    expect((await accreditation.readLineProgramme(world.as(cast.officer), key)).questions).toBeUndefined()
    await checkAll(world, cast.officer, caseId)
    await accreditation.acceptApplication(world.as(cast.officer), await seen(caseId))
    expect(await codesOf(accreditation.readLineProgramme(world.as(cast.expert), key))).toEqual(['not-found'])
    await accreditation.assignExperts(world.as(cast.accreditor), { ...(await seen(caseId)), experts: [cast.expert.accountId] })
    const read = await accreditation.readLineProgramme(world.as(cast.expert), key)
    expect([read.questions!.length, read.programme.version.content.map.steps.length, JSON.stringify(read).includes('"correct"')]).toEqual([2, 1, false])
    expect(await codesOf(programmes.openProgramme(world.as(cast.expert), read.programme.version.id))).toEqual(['not-found'])
    expect((await accreditation.readLineProgramme(world.as(cast.accreditor), key)).questions).toBeUndefined()
    await reviewWhole(world, cast.expert, caseId)
    await accreditation.finishExpertise(world.as(cast.accreditor), await seen(caseId))
    expect((await accreditation.readLineProgramme(world.as(cast.expert), key)).questions).toBeUndefined()
  })

  it('gives the files of its task with the questions: to the expert while he reviews, and to nobody who knows only its shape', async () => {
    const mine = await other()
    const as = world.as(mine.applicant)
    const code = await world.aProfession()
    const caseId = await accreditation.openApplication(as, { organisationId: mine.applicantId, regionKato: mine.region })
    await fillWhole(world, mine.applicant, caseId, [code])
    const { id: versionId, revision } = (await accreditation.readCase(as, caseId)).programmes[0]!.standing.version
    const key = { caseId, professionCode: code, level: 4, fileId: await programmes.addTaskFile(as, { versionId, revision, file: { name: 'task.png', bytes: PNG } }) }
    await accreditation.submitApplication(as, await seen(caseId))
    expect(await codesOf(accreditation.openLineTaskFile(world.as(mine.officer), key))).toEqual(['not-found'])
    await checkAll(world, mine.officer, caseId)
    await accreditation.acceptApplication(world.as(mine.officer), await seen(caseId))
    await accreditation.assignExperts(world.as(mine.accreditor), { ...(await seen(caseId)), experts: [mine.expert.accountId] })
    expect((await accreditation.openLineTaskFile(world.as(mine.expert), key)).file.mediaType).toBe('image/png')
    expect(await codesOf(accreditation.openLineTaskFile(world.as(mine.accreditor), key))).toEqual(['not-found'])
  })

  it('becomes a draft of the centre when its profession is granted, approved by a second person; a refused one stays with the case', async () => {
    const road = await aRoadCast(world, await other())
    const [granted, refused] = [await world.aProfession(), await world.aProfession()]
    const caseId = await accreditation.openApplication(world.as(road.applicant), { organisationId: road.applicantId, regionKato: road.region })
    await walkToSurvey(world, road, caseId, [granted, refused], '2026-03-10')
    await decideRoad(world, road, caseId, [refused])
    await issueRoad(world, road, caseId)
    const head = await nowAs(world, road.applicant)
    const lines = await programmes.listProgrammes(head, road.applicantId)
    expect(lines.map(({ version, items }) => [version.professionCode, version.state, version.versionNo, items])).toEqual([[granted, 'draft', 1, 2]])
    const { id } = lines[0]!.version
    const kept = (await accreditation.readCase(head, caseId)).lines
    expect(kept.map((line) => line.programmeVersionId === id)).toEqual([false, false])
    await programmes.submitProgramme(head, { versionId: id, revision: 1 })
    expect(await codesOf(programmes.approveProgramme(head, { versionId: id, revision: 2 }))).toEqual(['not-found'])
    await programmes.approveProgramme(world.as(await world.aStaffMember(road.applicantId, ['panel-member'])), { versionId: id, revision: 2 })
    expect((await programmes.findApprovedProgramme(world.db, { centreId: road.applicantId, professionCode: granted, level: 4 }))?.id).toBe(id)
    // An extension writes the centre's own draft at its own desk.
    await concludeRoad(world, road, caseId)
    const added = await world.aProfession()
    const next = await accreditation.openNextApplication(head, { organisationId: road.applicantId, kind: 'extension' })
    await accreditation.nameProfession(head, { caseId: next, professionCode: added, level: '4' })
    const own = await accreditation.draftLineProgramme(head, { caseId: next, professionCode: added, level: 4, json: aSmallProgramme() })
    expect((await programmes.listProgrammes(head, road.applicantId)).map(({ version }) => version.id)).toContain(own)
    expect((await accreditation.readCase(head, next)).programmes.map((each) => each.ofCentre)).toEqual([true])
  })

  it('is written by the chamber where the application came on paper', async () => {
    const officer = world.as(cast.officer)
    const bin = makeDemonstrationBin(978).reveal()
    const caseId = await accreditation.enterPaperApplication(officer, { chamberId: cast.chamberId, bin, nameKk: 'Қағаз ЖШС', nameRu: 'ТОО Бумага', receivedOn: '2026-02-27', language: 'kk', scan: { name: 's.png', bytes: PNG } })
    const code = await world.aProfession()
    await fillWhole(world, cast.officer, caseId, [code])
    const { standing } = (await accreditation.readCase(officer, caseId)).programmes[0]!
    expect((await programmes.openProgramme(officer, standing.version.id)).may.write).toBe(true)
    await accreditation.submitApplication(officer, await seen(caseId))
  })
})
