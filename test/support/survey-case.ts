import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { policy } from '#modules/accreditation/index.ts'
import { advance, lockCase, openDraft } from '../../src/modules/accreditation/cases.ts'
import type { TestWorld } from './world.ts'

export interface SurveyCaseMade {
  caseId: Uuid
  organisationId: Uuid
  applicant: PersonActor
  accreditor: PersonActor
  expert: PersonActor
  surveyors: [PersonActor, PersonActor]
  bodyId: Uuid
  version(): Promise<number>
  step(): Promise<string>
}

/** An accreditation case at the step of the survey, for one profession, with the people of the accrediting body. */
export async function aSurveyCase(world: TestWorld): Promise<SurveyCaseMade> {
  const organisation = (kind: 'applicant' | 'national-chamber', name: string) => tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind, bin: null, nameKk: name, nameRu: name, nameEn: name, demonstration: true }))
  const [organisationId, bodyId] = [await organisation('applicant', '«Талап» ЖШС (үлгі)'), await organisation('national-chamber', 'Палата (үлгі)')]
  const applicant = await world.aStaffMember(organisationId, ['applicant'])
  const expert = await world.aStaffMember(bodyId, ['accreditation-expert', 'surveyor'])
  const professionCode = await world.aProfession()
  const caseId = await tx(world.as(applicant), 'accreditation.apply', async (t) => {
    assertMay(t, policy, 'accreditation.apply', { organisationId })
    const draft = await openDraft(t, { kind: 'initial', organisationId, regionKato: '750000000', channel: 'online' })
    await t.sql.run('insert into accreditation_line (case_id, profession_code, level) values ($1, $2, 4)', [draft.id, professionCode])
    await advance(t, await lockCase(t, draft.id), 'submit', 'accreditation-submitted')
    return draft.id
  })
  await tx(world.as(expert), 'accreditation.read', async (t) => {
    assertMay(t, policy, 'accreditation.read', { organisationId, channel: 'online', chamberId: null, experts: [expert.accountId], surveyors: [], commission: [], chair: null })
    await advance(t, await lockCase(t, caseId), 'accept', 'accreditation-accepted')
    await advance(t, await lockCase(t, caseId), 'finish-expertise', 'accreditation-expertise-finished')
  })
  const row = () => world.db.one<{ version: number; step: string }>('select version, step from accreditation_case where id = $1', [caseId])
  return {
    caseId: parseUuid(caseId)!, organisationId, applicant, expert, bodyId, accreditor: await world.aStaffMember(bodyId, ['accreditor']),
    surveyors: [await world.aStaffMember(bodyId, ['surveyor']), await world.aStaffMember(bodyId, ['surveyor'])],
    version: async () => (await row()).version, step: async () => (await row()).step,
  }
}
