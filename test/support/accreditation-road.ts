import { randomUUID } from 'node:crypto'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as people from '#modules/people/index.ts'
import { checkAll, fillWhole, reviewWhole, versionOf, type AccreditationCast } from './accreditation.ts'
import { PNG } from './files.ts'
import type { TestWorld } from './world.ts'

/** The accrediting body with everybody whom the six stages ask for. */
export interface RoadCast extends AccreditationCast {
  surveyors: PersonActor[]
  members: PersonActor[]
  ministry: PersonActor
}
export async function aRoadCast(world: TestWorld, cast: AccreditationCast): Promise<RoadCast> {
  const of = (role: 'surveyor' | 'accreditation-commission') => world.aStaffMember(cast.bodyId, [role])
  return {
    ...cast, surveyors: [await of('surveyor'), await of('surveyor')], ministry: await world.anOfficial('ministry'),
    members: [await of('accreditation-commission'), await of('accreditation-commission'), await of('accreditation-commission')],
  }
}

const seen = async (world: TestWorld, caseId: string) => ({ caseId, version: await versionOf(world, caseId) })
const known = async (world: TestWorld, id: string) => ({ id, version: await versionOf(world, id) })
/** The applicant as his roles stand now: the certificate made him a head. */
export const nowAs = async (world: TestWorld, actor: PersonActor) => world.as((await people.personActor(world, actor.accountId))!)

/**
 * From a draft to the end of the survey, on these two days. The papers of a first application are all filled in; those kept are not sent again. An
 * application on paper is filled in by the officer, who also enters the act that its applicant signed on paper.
 */
export async function walkToSurvey(world: TestWorld, cast: RoadCast, caseId: Uuid, codes: readonly string[], surveyOn: string, { onPaper = false } = {}): Promise<void> {
  const filer = onPaper ? cast.officer : cast.applicant
  await fillWhole(world, filer, caseId, codes)
  await accreditation.submitApplication(await nowAs(world, filer), await seen(world, caseId))
  await checkAll(world, cast.officer, caseId)
  await accreditation.acceptApplication(world.as(cast.officer), await seen(world, caseId))
  await accreditation.assignExperts(world.as(cast.accreditor), { ...(await seen(world, caseId)), experts: [cast.expert.accountId] })
  await reviewWhole(world, cast.expert, caseId)
  await accreditation.finishExpertise(world.as(cast.accreditor), await seen(world, caseId))
  await accreditation.assignSurvey(world.as(cast.accreditor), { ...(await seen(world, caseId)), surveyors: cast.surveyors.map((each) => each.accountId), heldOn: surveyOn })
  world.at(`${surveyOn} 10:00`)
  const [first] = cast.surveyors
  const { items } = await accreditation.readSurvey(world.as(first!), caseId)
  const entries = items.map((item, place) => ({ seq: place + 1, writtenAt: world.clock.now(), kind: 'mark' as const, body: { item: item.key, mark: 'meets' as const, note: '' } }))
  await accreditation.writeEntries(world.as(first!), { caseId, device: randomUUID(), entries })
  for (const each of cast.surveyors) await accreditation.signSurvey(world.as(each), await seen(world, caseId))
  if (onPaper) await accreditation.handOverOnPaper(world.as(cast.officer), {
    ...(await seen(world, caseId)), kind: 'survey-act', no: 1, deliveredOn: surveyOn, recipient: 'Асқаров Данияр', capacity: 'директор', scan: { name: 'act.png', bytes: PNG },
  })
  else await accreditation.answerAct(await nowAs(world, cast.applicant), { ...(await seen(world, caseId)), answer: 'signed', reason: '' })
  await accreditation.finishSurvey(world.as(cast.accreditor), await seen(world, caseId))
}

/** The authorised body agrees, the commission decides: these are refused, all others granted. */
export async function decideRoad(world: TestWorld, cast: RoadCast, id: Uuid, refused: readonly string[] = []): Promise<void> {
  const { lines } = await accreditation.readDecision(world.as(cast.accreditor), id)
  await accreditation.answerAgreement(world.as(cast.ministry), { ...(await known(world, id)), answers: lines.map(({ professionCode, level }) => ({ professionCode, level, answer: 'agrees', grounds: '' })) })
  await accreditation.callCommission(world.as(cast.accreditor), { ...(await known(world, id)), members: cast.members.map((each) => each.accountId), chair: cast.members[0]!.accountId })
  const ballot = lines.map(({ professionCode, level }) => (refused.includes(professionCode) ? { professionCode, level, choice: 'refused', note: 'Шеберхана дайын емес.' } : { professionCode, level, choice: 'granted', note: '' }))
  for (const member of cast.members) await accreditation.voteOnCase(world.as(member), { id, ballot })
  const reasons = new Map(lines.filter((line) => refused.includes(line.professionCode)).map((line) => [accreditation.keyOf(line), 'Дәнекерлеу бөлмесінде желдету жоқ.']))
  await accreditation.decideCase(world.as(cast.members[0]!), { ...(await known(world, id)), reasons })
}

/** The certificate is issued; answers its number. */
export async function issueRoad(world: TestWorld, cast: RoadCast, id: Uuid): Promise<string> {
  const { number } = await accreditation.issueAccreditationCertificate(world.as(cast.accreditor), {
    ...(await known(world, id)), representative: cast.applicant.accountId, addressKk: 'Алматы, Абай к-сі, 1', addressRu: 'Алматы, ул. Абая, 1', phone: '+7 700 000 00 00', email: 'talap@example.kz', hoursKk: '9:00–18:00', hoursRu: '9:00–18:00',
  })
  return number
}
/** The contract is sent and accepted: the case is complete. */
export async function concludeRoad(world: TestWorld, cast: RoadCast, id: Uuid): Promise<void> {
  await accreditation.sendAccreditationContract(world.as(cast.accreditor), await known(world, id))
  await accreditation.acceptAccreditationContract(await nowAs(world, cast.applicant), { ...(await known(world, id)), agree: true })
}

/** An organisation that became a centre for these professions: certificate issued on the day of the survey. */
export async function aCentreByTheRoad(world: TestWorld, cast: RoadCast, codes: readonly string[], surveyOn: string): Promise<{ number: string; caseId: Uuid }> {
  const caseId = await accreditation.openApplication(world.as(cast.applicant), { organisationId: cast.applicantId, regionKato: cast.region })
  await walkToSurvey(world, cast, caseId, codes, surveyOn)
  await decideRoad(world, cast, caseId)
  const number = await issueRoad(world, cast, caseId)
  await concludeRoad(world, cast, caseId)
  return { number, caseId }
}
