import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import type { OutcomeTyped } from '#modules/mandatory-outcomes/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import type { TestWorld } from './world.ts'

export interface SectorBodyMade {
  code: string
  organisationId: Uuid
  officer: PersonActor
  professionCode: string
}

/** A sector body with its desk, an officer and one mandatory profession, in the register from the day the clock stands at. */
export async function aSectorBody(world: TestWorld, code: string, professionCode: string): Promise<SectorBodyMade> {
  const organisationId = await tx(world.system(), 'organisation.create', async (t) => {
    await professions.enterSectorBody(t, { code, nameKk: `${code}-орган`, nameRu: `Орган ${code}`, nameEn: `Body ${code}`, provenance: 'demonstration' })
    const id = await people.createOrganisation(t, { kind: 'sector-body', bin: null, nameKk: `${code}-орган`, nameRu: `Орган ${code}`, nameEn: `Body ${code}`, demonstration: true })
    await professions.linkSectorBody(t, { code, organisationId: id })
    await professions.enterProfession(t, {
      code: professionCode, name: { kk: 'Мейіргер', ru: 'Медицинская сестра', en: 'Nurse' }, track: 'mandatory', basis: null, basisTitle: {}, fieldCode: null, levels: [], educationRequired: false,
      experienceRequired: false, educationText: {}, experienceText: {}, validityMonths: null, ageMin: null, bodyCode: code, act: { kk: `${code}-акт`, ru: `Акт ${code}` }, form: 'certification', synonyms: [],
      provenance: 'demonstration', attributesProvenance: 'demonstration',
    })
    return id
  })
  return { code, organisationId, professionCode, officer: await world.aStaffMember(organisationId, ['sector-officer']) }
}

/** An outcome that the body may register. */
export function anOutcome(body: SectorBodyMade, change: Partial<OutcomeTyped> = {}): OutcomeTyped {
  return {
    number: 'МС-1', profession: body.professionCode, iin: makeDemonstrationIin('1990-05-17' as Day, 500).reveal(), surname: 'Оспанова', given_name: 'Айжан', patronymic: '', issued_on: '2026-02-01',
    valid_until: '', ground: 'Хаттама № 4', ...change,
  }
}
