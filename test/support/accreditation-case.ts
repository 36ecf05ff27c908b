import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as people from '#modules/people/index.ts'
import { advance, openDraft, type AccreditationCase } from '../../src/modules/accreditation/cases.ts'
import { policy } from '#modules/accreditation/index.ts'
import { assertMay } from '#platform/acts/policy.ts'
import type { TestWorld } from './world.ts'

export interface AccreditationFolder {
  id: string
  organisationId: Uuid
  lines: { professionCode: string; level: number }[]
  applicant: PersonActor
  officer: PersonActor
  expert: PersonActor
  accreditor: PersonActor
  ministry: PersonActor
  members: PersonActor[]
  version(): Promise<number>
  kase(): Promise<AccreditationCase>
  answer(objected?: readonly string[]): Promise<void>
  call(members?: readonly PersonActor[]): Promise<void>
  votes(choices: readonly ('granted' | 'refused')[], members?: readonly PersonActor[]): Promise<void>
  decide(reasons?: Readonly<Record<string, string>>): Promise<void>
  issue(overrides?: Partial<Record<string, string>>): Promise<{ number: string }>
}

/** An accreditation case that waits for the authorised body: received by an officer, reviewed by an expert, surveyed, with these professions asked for. */
export async function anAccreditationCase(world: TestWorld, options: { professions?: number; kind?: 'initial' | 'extension'; of?: AccreditationFolder; certificateId?: Uuid } = {}): Promise<AccreditationFolder> {
  const system = world.system()
  const office = await tx(system, 'organisation.create', (t) => people.createOrganisation(t, { kind: 'national-chamber', bin: null, nameKk: 'Палата', nameRu: 'Палата', nameEn: 'Chamber', demonstration: true }))
  const organisationId = options.of?.organisationId ?? (await tx(system, 'organisation.create', (t) =>
    people.createOrganisation(t, { kind: 'applicant', bin: null, nameKk: 'Талап шеберханасы (үлгі)', nameRu: 'Мастерская Талап (образец)', nameEn: 'Talap workshop (sample)', demonstration: true })))
  const [applicant, officer, expert, accreditor, ministry] = [options.of?.applicant ?? (await world.aStaffMember(organisationId, ['applicant'])), await world.aStaffMember(office, ['chamber-officer']),
    await world.aStaffMember(office, ['accreditation-expert']), await world.aStaffMember(office, ['accreditor']), await world.anOfficial('ministry')]
  const members = [await world.aStaffMember(office, ['accreditation-commission']), await world.aStaffMember(office, ['accreditation-commission']), await world.aStaffMember(office, ['accreditation-commission'])]
  const codes: string[] = []
  for (let n = 0; n < (options.professions ?? 1); n++) codes.push(await world.aProfession())
  const lines = codes.map((professionCode) => ({ professionCode, level: 4 }))
  const step = (actor: PersonActor, fn: (t: Parameters<typeof advance>[0]) => Promise<AccreditationCase>) => tx(world.as(actor), 'accreditation.apply', async (t) => {
    t.authorised = 'test'
    return fn(t)
  })
  const draft = await step(applicant, async (t) => {
    const kase = await openDraft(t, { kind: options.kind ?? 'initial', organisationId, regionKato: '750000000', channel: 'online', certificateId: options.certificateId ?? null })
    for (const line of lines) await t.sql.run('insert into accreditation_line (case_id, profession_code, level) values ($1, $2, $3)', [kase.id, line.professionCode, line.level])
    return kase
  })
  let kase = await step(applicant, (t) => advance(t, draft, 'submit', 'accreditation-submitted'))
  for (const [actor, act] of [[officer, 'accept'], [expert, 'finish-expertise'], [expert, 'finish-survey']] as const) {
    const before = kase
    kase = await step(actor, (t) => advance(t, before, act, 'test-step'))
  }
  const id = kase.id
  const current = () => tx(system, 'accreditation.read', async (t) => {
    assertMay(t, policy, 'accreditation.read', { organisationId, channel: 'online', chamberId: null, experts: [], surveyors: [], commission: [], chair: null })
    return accreditation.getCase(t, id)
  })
  const version = async () => (await current()).version
  return {
    id, organisationId, lines, applicant, officer, expert, accreditor, ministry, members, version, kase: current,
    async answer(objected = []) {
      const answers = lines.map((line) => (objected.includes(line.professionCode) ? { ...line, answer: 'objects', grounds: 'Жабдық жоқ.' } : { ...line, answer: 'agrees', grounds: '' }))
      await accreditation.answerAgreement(world.as(ministry), { id, version: await version(), answers })
    },
    async call(chosen = members) {
      await accreditation.callCommission(world.as(accreditor), { id, version: await version(), members: chosen.map((each) => each.accountId), chair: chosen[0]!.accountId })
    },
    async votes(choices, chosen = members) {
      for (const member of chosen) await accreditation.voteOnCase(world.as(member), { id, ballot: lines.map((line, n) => ({ ...line, choice: choices[n]!, note: choices[n] === 'refused' ? 'Шеберхана дайын емес.' : '' })) })
    },
    async decide(reasons = {}) {
      await accreditation.decideCase(world.as(members[0]!), { id, version: await version(), reasons: new Map(Object.entries(reasons)) })
    },
    async issue(overrides = {}) {
      return accreditation.issueAccreditationCertificate(world.as(accreditor), {
        id, version: await version(), representative: applicant.accountId, addressKk: 'Алматы, Абай к-сі, 1', addressRu: 'Алматы, ул. Абая, 1', phone: '+7 700 000 00 00', email: 'talap@example.kz', hoursKk: '9:00–18:00', hoursRu: '9:00–18:00', ...overrides,
      })
    },
  }
}
