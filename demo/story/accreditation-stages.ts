import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import type { World } from '../../src/entry/world.ts'
import { programmeOf } from './application-programmes.ts'
import type { Teller } from './teller.ts'

export interface Asked {
  applicant: string
  region: string
  kind?: 'extension' | 'renewal'
  codes: readonly (readonly [code: string, level: number])[]
}

/** The road of an accreditation case as the demonstration walks it: each stage from the one before, in working days after it began. */
export function stagesOf(teller: Teller, world: World) {
  const seen = async (caseId: string) => ({ caseId, version: (await world.db.one<{ version: number }>('select version from accreditation_case where id = $1', [caseId])).version })
  const known = async (id: string) => ({ id, version: (await seen(id)).version })

  async function drafted({ applicant, region, kind, codes }: Asked, on: Day): Promise<Uuid> {
    const ctx = teller.as(applicant, on, '10:00')
    const organisationId = ctx.actor.kind === 'person' ? ctx.actor.roles[0]!.organisationId : ''
    const caseId = kind ? await accreditation.openNextApplication(ctx, { organisationId, kind }) : await accreditation.openApplication(ctx, { organisationId, regionKato: region })
    for (const [professionCode, level] of codes) await accreditation.nameProfession(ctx, { caseId, professionCode, level: String(level) })
    return caseId
  }
  async function submitted(asked: Asked, on: Day): Promise<Uuid> {
    const caseId = await drafted(asked, on)
    const ctx = teller.as(asked.applicant, on, '15:00')
    for (const professionCode of new Set(asked.codes.map(([code]) => code))) await accreditation.nameStaff(ctx, { caseId, professionCode, name: 'Асқаров Данияр Маратұлы', qualification: 'Дипломы бар, 12 жыл өтіл' })
    await accreditation.describePremises(ctx, { ...(await seen(caseId)), premisesTitle: 'ownership', premises: 'Үлгі көшесі, 12 — 240 м²', equipment: 'Бағдарламадағы тізбеге сай', resources: 'Материалдар қоймасы бар' })
    const { lines, programmes } = await accreditation.readCase(ctx, caseId)
    for (const { professionCode, level, profession } of lines) {
      // A centre that renews hands in what it examines by already.
      if (programmes.some((each) => each.professionCode === professionCode && each.level === level)) continue
      await accreditation.draftLineProgramme(ctx, { caseId, professionCode, level, json: programmeOf(professionCode, level, profession!.name) })
    }
    for (const item of ['application', 'registration', 'premises', 'staff']) {
      for (const language of ['kk', 'ru']) await accreditation.attachPaper(ctx, { caseId, item, language, file: { name: `${language}.pdf`, bytes: await teller.aScan() } })
    }
    await accreditation.submitApplication(ctx, await seen(caseId))
    return caseId
  }
  const officerOf = (asked: Asked, on: Day, time: string) => teller.as(asked.region === '750000000' ? 'chamber-officer' : 'chamber-officer-2', on, time)
  async function checked(asked: Asked, on: Day, wrong?: { item: string; reason: string }): Promise<Uuid> {
    const caseId = await submitted(asked, on)
    const officer = officerOf(asked, teller.after(on, 1), '11:00')
    const { items } = await accreditation.readCase(officer, caseId)
    await accreditation.checkApplication(officer, { ...(await seen(caseId)), checks: items.map((item) => ({ item, verdict: item === wrong?.item ? 'wrong' : 'right', reason: item === wrong?.item ? wrong.reason : '' })) })
    return caseId
  }
  async function givenBack(asked: Asked, on: Day, reason: string): Promise<Uuid> {
    const [code, level] = asked.codes[0]!
    const caseId = await checked(asked, on, { item: `programme/${code}/${level}`, reason })
    await accreditation.giveBackApplication(officerOf(asked, teller.after(on, 2), '10:00'), await seen(caseId))
    return caseId
  }
  async function accepted(asked: Asked, on: Day): Promise<Uuid> {
    const caseId = await checked(asked, on)
    await accreditation.acceptApplication(officerOf(asked, teller.after(on, 1), '11:30'), await seen(caseId))
    await accreditation.assignExperts(teller.as('accreditor', teller.after(on, 2), '10:00'), { ...(await seen(caseId)), experts: [teller.accountId('expert-1')] })
    return caseId
  }
  async function reviewed(asked: Asked, begun: Day): Promise<Uuid> {
    const caseId = await accepted(asked, begun)
    const expert = teller.as('expert-1', teller.after(begun, 4), '12:00')
    const { checklist } = await accreditation.readCase(expert, caseId)
    await accreditation.fillChecklist(expert, { caseId, marks: checklist.map((item) => ({ item, verdict: 'conforms', note: '' })) })
    await accreditation.giveOpinion(expert, { caseId, opinion: 'conforms', grounds: 'Құжаттар толық, бағдарламалар стандартқа сай.' })
    await accreditation.finishExpertise(teller.as('accreditor', teller.after(begun, 5), '10:00'), await seen(caseId))
    return caseId
  }
  async function surveyAssigned(caseId: Uuid, on: Day, heldOn: Day): Promise<void> {
    await accreditation.assignSurvey(teller.as('accreditor', on, '10:00'), { ...(await seen(caseId)), surveyors: [teller.accountId('surveyor-1'), teller.accountId('surveyor-2')], heldOn })
  }
  async function surveyed(asked: Asked, begun: Day): Promise<Uuid> {
    const caseId = await reviewed(asked, begun)
    const heldOn = teller.after(begun, 8)
    await surveyAssigned(caseId, teller.after(begun, 6), heldOn)
    const surveyor = (key: string, time: string) => teller.as(key, heldOn, time)
    const { items } = await accreditation.readSurvey(surveyor('surveyor-1', '10:00'), caseId)
    await accreditation.writeEntries(surveyor('surveyor-1', '11:00'), {
      caseId, device: `demonstration-tablet-${asked.applicant}`, entries: items.map((item, place) => ({ seq: place + 1, writtenAt: surveyor('surveyor-1', '11:00').clock.now(), kind: 'mark', body: { item: item.key, mark: 'meets', note: '' } })),
    })
    for (const key of ['surveyor-1', 'surveyor-2']) await accreditation.signSurvey(surveyor(key, '15:00'), await seen(caseId))
    await accreditation.answerAct(teller.as(asked.applicant, teller.after(heldOn, 1), '10:00'), { ...(await seen(caseId)), answer: 'signed', reason: '' })
    await accreditation.finishSurvey(teller.as('accreditor', teller.after(begun, 10), '10:00'), await seen(caseId))
    return caseId
  }

  const before = {
    /** The authorised body agrees, and two days later the commission is called. */
    async commission(caseId: Uuid, on: Day): Promise<void> {
      const ministry = teller.as('ministry-1', on, '15:00')
      const { lines } = await accreditation.readDecision(ministry, caseId)
      await accreditation.answerAgreement(ministry, { ...(await known(caseId)), answers: lines.map(({ professionCode, level }) => ({ professionCode, level, answer: 'agrees', grounds: '' })) })
      const members = ['commission-1', 'commission-2', 'commission-3'].map((key) => teller.accountId(key))
      await accreditation.callCommission(teller.as('accreditor', teller.after(on, 2), '10:00'), { ...(await known(caseId)), members, chair: members[0]! })
    },
    /** The commission refuses one profession and grants the others; the certificate is still to be issued. */
    async decision(caseId: Uuid, on: Day, asked: Asked, refused: string, reasons: string): Promise<void> {
      const ballot = asked.codes.map(([professionCode, level]) => (professionCode === refused ? { professionCode, level, choice: 'refused', note: reasons } : { professionCode, level, choice: 'granted', note: '' }))
      for (const key of ['commission-1', 'commission-2', 'commission-3']) await accreditation.voteOnCase(teller.as(key, on, '11:00'), { id: caseId, ballot })
      const [professionCode, level] = asked.codes.find(([code]) => code === refused)!
      await accreditation.decideCase(teller.as('commission-1', teller.after(on, 1), '15:00'), { ...(await known(caseId)), reasons: new Map([[accreditation.keyOf({ professionCode, level }), reasons]]) })
    },
  }
  return { drafted, submitted, givenBack, accepted, reviewed, surveyAssigned, surveyed, before }
}
