import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as people from '#modules/people/index.ts'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { counterFrom } from './counter.ts'
import { PNG } from './files.ts'
import { aSmallProgramme } from './small-programme.ts'
import type { TestWorld } from './world.ts'

/** The accrediting body with a regional chamber, and an applicant of its region. */
export interface AccreditationCast {
  applicant: PersonActor
  applicantId: Uuid
  officer: PersonActor
  chamberId: Uuid
  region: string
  accreditor: PersonActor
  bodyId: Uuid
  expert: PersonActor
  second: PersonActor
}

const serialOf = counterFrom(901)
const REGIONS = ['750000000', '610000000', '710000000', '150000000', '190000000', '350000000']

async function anOrganisation(world: TestWorld, kind: 'applicant' | 'regional-chamber' | 'national-chamber', bin: string | null = null): Promise<Uuid> {
  return tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind, bin, nameKk: 'Шеберхана (үлгі)', nameRu: 'Мастерская (образец)', nameEn: 'Workshop (sample)', demonstration: true }))
}

/** Another applicant of any region. */
export async function anApplicant(world: TestWorld): Promise<{ applicant: PersonActor; applicantId: Uuid }> {
  const applicantId = await anOrganisation(world, 'applicant', makeDemonstrationBin(serialOf(world)).reveal())
  return { applicantId, applicant: await world.aStaffMember(applicantId, ['applicant']) }
}

/** Another chamber, of a region that has none yet. */
export async function aChamber(world: TestWorld): Promise<{ officer: PersonActor; chamberId: Uuid; region: string }> {
  const taken = (await world.db.many<{ regionKato: string }>('select region_kato from regional_chamber', [])).map((row) => row.regionKato)
  const region = REGIONS.find((each) => !taken.includes(each))!
  const chamberId = await anOrganisation(world, 'regional-chamber')
  await tx(world.system(), 'accreditation.enter-chamber', (t) => accreditation.enterChamber(t, { organisationId: chamberId, regionKato: region }))
  return { officer: await world.aStaffMember(chamberId, ['chamber-officer']), chamberId, region }
}

export async function anAccreditationCast(world: TestWorld): Promise<AccreditationCast> {
  const bodyId = await anOrganisation(world, 'national-chamber')
  return {
    ...(await anApplicant(world)), ...(await aChamber(world)), bodyId, accreditor: await world.aStaffMember(bodyId, ['accreditor']),
    expert: await world.aStaffMember(bodyId, ['accreditation-expert']), second: await world.aStaffMember(bodyId, ['accreditation-expert']),
  }
}

export const versionOf = async (world: TestWorld, id: string): Promise<number> => (await world.db.one<{ version: number }>('select version from accreditation_case where id = $1', [id])).version

/** Fills in a whole application for these professions, level 4. */
export async function fillWhole(world: TestWorld, filer: PersonActor, caseId: string, codes: readonly string[]): Promise<void> {
  const ctx = world.as(filer)
  for (const code of codes) {
    await accreditation.nameProfession(ctx, { caseId, professionCode: code, level: '4' })
    await accreditation.nameStaff(ctx, { caseId, professionCode: code, name: 'Асқаров Данияр', qualification: '5-разряд, дипломы бар, 12 жыл өтіл' })
  }
  await accreditation.describePremises(ctx, { caseId, version: await versionOf(world, caseId), premisesTitle: 'ownership', premises: 'Алматы, 240 м²', equipment: 'Дәнекерлеу аппараты, 6 дана', resources: 'Электрод, металл' })
  const { programmes } = await accreditation.readCase(ctx, caseId)
  for (const code of codes) if (!programmes.some((each) => each.professionCode === code)) await accreditation.draftLineProgramme(ctx, { caseId, professionCode: code, level: 4, json: aSmallProgramme() })
  for (const item of ['application', 'registration', 'premises', 'staff']) {
    for (const language of ['kk', 'ru']) await accreditation.attachPaper(ctx, { caseId, item, language, file: { name: `${language}.png`, bytes: PNG } })
  }
}

/** A submitted application of one profession. */
export async function aSubmittedApplication(world: TestWorld, cast: AccreditationCast): Promise<{ caseId: Uuid; code: string }> {
  const code = await world.aProfession()
  const caseId = await accreditation.openApplication(world.as(cast.applicant), { organisationId: cast.applicantId, regionKato: cast.region })
  await fillWhole(world, cast.applicant, caseId, [code])
  await accreditation.submitApplication(world.as(cast.applicant), { caseId, version: await versionOf(world, caseId) })
  return { caseId, code }
}

/** The chamber marks every item right, but for those named. */
export async function checkAll(world: TestWorld, officer: PersonActor, caseId: string, wrong: readonly string[] = []): Promise<void> {
  const { items, kase } = await accreditation.readCase(world.as(officer), caseId)
  await accreditation.checkApplication(world.as(officer), { caseId, version: kase.version, checks: items.map((item) => ({ item, verdict: wrong.includes(item) ? 'wrong' : 'right', reason: 'Мөрі жоқ' })) })
}

/** A case at stage 2. */
export async function anAcceptedApplication(world: TestWorld, cast: AccreditationCast): Promise<{ caseId: Uuid; code: string }> {
  const made = await aSubmittedApplication(world, cast)
  await checkAll(world, cast.officer, made.caseId)
  await accreditation.acceptApplication(world.as(cast.officer), { caseId: made.caseId, version: await versionOf(world, made.caseId) })
  return made
}

/** An expert fills in his checklist and says that all conforms. */
export async function reviewWhole(world: TestWorld, expert: PersonActor, caseId: string): Promise<void> {
  const { checklist } = await accreditation.readCase(world.as(expert), caseId)
  await accreditation.fillChecklist(world.as(expert), { caseId, marks: checklist.map((item) => ({ item, verdict: 'conforms', note: '' })) })
  await accreditation.giveOpinion(world.as(expert), { caseId, opinion: 'conforms', grounds: 'Құжаттар талаптарға сай.' })
}
