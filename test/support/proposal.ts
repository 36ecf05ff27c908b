import { addDays, legalDay, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { counterFrom } from './counter.ts'
import { PNG } from './files.ts'
import type { TestWorld } from './world.ts'

/** A sector body with its desk and two officers, and the people of the ministry. */
export interface ProposalCast {
  bodyCode: string
  organisationId: Uuid
  officer: PersonActor
  colleague: PersonActor
  nationalBody: PersonActor
  ministry: PersonActor
  second: PersonActor
}

const serialOf = counterFrom(1)

export async function aSectorDesk(world: TestWorld): Promise<Pick<ProposalCast, 'bodyCode' | 'organisationId' | 'officer' | 'colleague'>> {
  const serial = serialOf(world)
  const bodyCode = `D9${String(serial).padStart(2, '0')}`
  const organisationId = await tx(world.system(), 'organisation.create', (t) =>
    people.createOrganisation(t, { kind: 'sector-body', bin: null, nameKk: 'Салалық орган (үлгі)', nameRu: 'Отраслевой орган (образец)', nameEn: 'Sector body (sample)', demonstration: true }))
  await tx(world.system(), 'register.enter', async (t) => {
    await professions.enterSectorBody(t, { code: bodyCode, nameKk: `${serial}-үлгі орган`, nameRu: `Демонстрационный орган ${serial}`, nameEn: `Demonstration body ${serial}`, provenance: 'demonstration' })
    await professions.linkSectorBody(t, { code: bodyCode, organisationId })
  })
  return { bodyCode, organisationId, officer: await world.aStaffMember(organisationId, ['sector-officer']), colleague: await world.aStaffMember(organisationId, ['sector-officer']) }
}

export async function aProposalCast(world: TestWorld): Promise<ProposalCast> {
  return { ...(await aSectorDesk(world)), nationalBody: await world.anOfficial('national-body'), ministry: await world.anOfficial('ministry'), second: await world.anOfficial('ministry') }
}

export const PAPER = { name: 'protocol.png', bytes: PNG }

/** Walks proposals along their road, each act by the person whose it is; the clock stays where it is. */
export function proposalRoad(world: TestWorld, cast: ProposalCast) {
  const shown = (id: string, actor = cast.officer) => register.readProposal(world.as(actor), id)
  const seen = async (id: string) => ({ id, version: (await world.db.one<{ version: number }>('select version from register_proposal where id = $1', [id])).version })
  const today = () => legalDay(world.clock.now())
  const typed = async (id: string, change: Partial<register.TypedEntry> = {}): Promise<register.TypedEntry> => {
    const entry = (await shown(id)).proposal.entry!
    return {
      nameKk: entry.name.kk ?? 'Жаңа кәсіп', nameRu: entry.name.ru ?? 'Новая профессия', nameEn: entry.name.en ?? '', track: entry.track, basis: entry.basis ?? '', basisTitleKk: entry.basisTitle.kk ?? '',
      basisTitleRu: entry.basisTitle.ru ?? '', fieldCode: entry.fieldCode ?? '', levels: entry.levels.length > 0 ? entry.levels.map(String) : ['3'], educationRequired: entry.educationRequired, educationTextKk: '', educationTextRu: '',
      experienceRequired: entry.experienceRequired, experienceTextKk: '', experienceTextRu: '', validityMonths: entry.validityMonths === null ? '' : String(entry.validityMonths), ageMin: '',
      actKk: entry.track === 'mandatory' ? 'Үлгі акт (заң емес)' : '', actRu: entry.track === 'mandatory' ? 'Демонстрационный акт (не закон)' : '', form: entry.track === 'mandatory' ? 'attestation' : '', ...change,
    }
  }
  const road = {
    shown, seen, typed, today,
    async drafted(kind: string, professionCode: string, change: Partial<register.TypedEntry> = {}): Promise<Uuid> {
      const id = await register.openProposal(world.as(cast.officer), { kind, professionCode })
      await register.fillProposal(world.as(cast.officer), { ...(await seen(id)), association: 'Үлгі қауымдастық', grounds: 'Үлгі негіз', entry: kind === 'strike' ? undefined : await typed(id, change) })
      await register.attachProposalPaper(world.as(cast.officer), { id, file: PAPER })
      return id
    },
    async filed(kind: string, professionCode: string, change: Partial<register.TypedEntry> = {}): Promise<Uuid> {
      const id = await road.drafted(kind, professionCode, change)
      await register.fileProposal(world.as(cast.officer), await seen(id))
      return id
    },
    async council(id: string, answer: Partial<register.CouncilAnswer> = {}) {
      return register.recordSectoralCouncil(world.as(cast.officer), { ...(await seen(id)), agrees: true, number: '4', on: today(), grounds: '', paper: PAPER, ...answer })
    },
    async national(id: string, answer: Partial<register.CouncilAnswer> = {}, actor = cast.nationalBody) {
      return register.recordNationalCouncil(world.as(actor), { ...(await seen(id)), agrees: true, number: '12', on: today(), grounds: '', paper: PAPER, ...answer })
    },
    async recommended(kind: string, professionCode: string, change: Partial<register.TypedEntry> = {}): Promise<Uuid> {
      const id = await road.filed(kind, professionCode, change)
      await road.council(id)
      await road.national(id)
      return id
    },
    async prepare(id: string, firstDay: Day = addDays(today(), 1), actor = cast.ministry) {
      const base = (await shown(id)).base
      return register.prepareVersion(world.as(actor), { ...(await seen(id)), firstDay, baseVersionId: base?.versionId ?? '' })
    },
    async prepared(kind: string, professionCode: string, firstDay?: Day, change: Partial<register.TypedEntry> = {}): Promise<Uuid> {
      const id = await road.recommended(kind, professionCode, change)
      await road.prepare(id, firstDay)
      return id
    },
    async publish(ids: readonly string[], actor = cast.second): Promise<number> {
      return register.publishEdition(world.as(actor), { proposals: await Promise.all(ids.map(seen)) })
    },
  }
  return road
}
