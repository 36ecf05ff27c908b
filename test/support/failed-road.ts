import { day } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import type { CentreMade, TestWorld } from './world.ts'

const KINDS = ['familiarisation', 'briefing'] as const

/**
 * The middle of the road by acts, from a registered application of Monday 2 March 2026 to votes that wait for the decision: list checked, contract accepted, notified on the 5th for
 * Thursday the 26th, the theory handed in without one answer, the panel of one mind. Answers the clerk, who takes the decision.
 */
export async function walkToFailedVotes(world: TestWorld, of: { number: string; centre: CentreMade; professionCode: string; candidate: PersonActor }): Promise<PersonActor> {
  const { number, centre, professionCode, candidate } = of
  const version = () => tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: centre.id, accountId: null })
    return (await casework.getCaseByNumber(t, number)).version
  })
  const [clerk, invigilator, assessor, head] = [await world.aStaffMember(centre.id, ['centre-operator']), await world.aStaffMember(centre.id, ['invigilator']), await world.aStaffMember(centre.id, ['assessor']), await world.aStaffMember(centre.id, ['centre-head'])]
  await world.aProgramme(centre.id, professionCode, 4)
  world.at('2026-03-03 10:00')
  const { list } = await applications.readStanding(world.as(clerk), number)
  await applications.checkItems(world.as(clerk), { number, version: await version(), checks: list.map((item) => ({ item, verdict: 'right' as const, note: '' })) })
  await applications.sendContract(world.as(clerk), { number, version: await version() })
  await applications.acceptContract(world.as(candidate), { number, version: await version() })

  world.at('2026-03-05 11:00')
  const { id: roomId } = await world.db.one<{ id: never }>("insert into room (id, centre_id, name_kk, name_ru, seats) values (gen_random_uuid(), $1, 'Зал', 'Зал', 5) returning id", [centre.id])
  const sitting = (stage: Stage, start: string, end: string) => scheduling.createSitting(world.as(clerk), {
    centreId: centre.id, stage, professionCode, level: 4, roomId, onDay: day('2026-03-26'), start, end, seats: 2, invigilatorId: invigilator.accountId, assessorIds: stage === 'practice' ? [assessor.accountId] : [],
  })
  await exams.sendNotification(world.as(clerk), { number, version: await version(), sittings: { theory: await sitting('theory', '10:00', '12:00'), practice: await sitting('practice', '13:00', '17:00') } })
  world.at('2026-03-26 09:40')
  await exams.holdBriefing(world.as(invigilator), { number, kinds: KINDS })
  await exams.confirmBriefing(world.as(candidate), { number, kinds: KINDS })
  await exams.admitToTheory(world.as(invigilator), { number, identitySeen: true })
  world.at('2026-03-26 10:00')
  await exams.startTheory(world.as(candidate), { number })
  await exams.handInTheory(world.as(candidate), { number })

  world.at('2026-03-26 17:00')
  const panel = [head, await world.aStaffMember(centre.id, ['panel-member']), await world.aStaffMember(centre.id, ['panel-member'])]
  await decisions.callPanel(world.as(clerk), { number, version: await version(), memberIds: panel.map((each) => each.accountId), chairId: head.accountId })
  for (const member of panel) await decisions.castVote(world.as(member), { number, choice: 'fail', note: '' })
  return clerk
}
